#include "core/config/labeling_interface.h"

#include <algorithm>
#include <utility>

namespace cartouche::config {

const Choice* TaxonomyControl::find(std::span<const std::string> path) const {
    const Choice* found = nullptr;
    const std::vector<Choice>* siblings = &items;
    for (const std::string& stored : path) {
        const auto next = std::ranges::find(*siblings, stored, &Choice::stored);
        if (next == siblings->end()) {
            return nullptr;
        }
        found = &*next;
        siblings = &found->children;
    }
    return found;
}

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

const TaxonomyControl* LabelingInterface::findTaxonomy(std::string_view name) const {
    const auto found = std::ranges::find(m_taxonomies, name, &TaxonomyControl::name);
    return found == m_taxonomies.end() ? nullptr : &*found;
}

bool LabelingInterface::addItems(const Tag& taxonomy, std::span<const std::string> path,
                                 std::vector<Choice> items) {
    const auto found = std::ranges::find(m_taxonomies, &taxonomy, &TaxonomyControl::tag);
    if (found == m_taxonomies.end()) {
        return false;
    }
    std::vector<Choice>* siblings = &found->items;
    bool isWanted = siblings->empty();
    for (const std::string& stored : path) {
        const auto item = std::ranges::find(*siblings, stored, &Choice::stored);
        if (item == siblings->end()) {
            return false;
        }
        isWanted = item->isUnfetched;
        siblings = &item->children;
        if (&stored == &path.back()) {
            item->isUnfetched = false;
        }
    }
    if (isWanted) {
        *siblings = std::move(items);
    }
    return isWanted;
}

} // namespace cartouche::config
