#include "core/config/labeling_interface.h"

#include <algorithm>

namespace cartouche::config {

const Tag* LabelingInterface::findObject(std::string_view name) const {
    const auto found = std::ranges::find(m_objects, name, &Tag::name);
    return found == m_objects.end() ? nullptr : *found;
}

const ChoicesControl* LabelingInterface::findChoices(std::string_view name) const {
    const auto found = std::ranges::find(m_choices, name, &ChoicesControl::name);
    return found == m_choices.end() ? nullptr : &*found;
}

const Control* LabelingInterface::findControl(const Tag& tag) const {
    const auto found = std::ranges::find(m_controls, &tag, &Control::tag);
    return found == m_controls.end() ? nullptr : &*found;
}

const ChoicesControl* LabelingInterface::findChoices(const Tag& tag) const {
    const auto found = std::ranges::find(m_choices, &tag, &ChoicesControl::tag);
    return found == m_choices.end() ? nullptr : &*found;
}

const LabelsControl* LabelingInterface::findLabels(const Tag& tag) const {
    const auto found = std::ranges::find(m_labels, &tag, &LabelsControl::tag);
    return found == m_labels.end() ? nullptr : &*found;
}

const TaxonomyControl* LabelingInterface::findTaxonomy(const Tag& tag) const {
    const auto found = std::ranges::find(m_taxonomies, &tag, &TaxonomyControl::tag);
    return found == m_taxonomies.end() ? nullptr : &*found;
}

} // namespace cartouche::config
