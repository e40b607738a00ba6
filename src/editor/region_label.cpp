#include "editor/region_label.h"

#include "editor/chosen_answers.h"
#include "editor/listed_order.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace cartouche::editor {

using annotation::Answer;
using annotation::Path;
using annotation::Result;
using annotation::ResultType;
using annotation::Texts;
using config::LabelingInterface;

namespace {

std::string joined(const Path& path, std::string_view separator) {
    std::string text;
    for (const std::string& part : path) {
        text += (text.empty() ? "" : std::string(separator)) + part;
    }
    return text;
}

/// nullptr: it is none that labels.
const config::TaxonomyControl* findLabeling(const LabelingInterface& interface,
                                            const Result& result) {
    const auto* taxonomy = result.type == ResultType::Taxonomy
                               ? interface.findTaxonomy(result.control.text())
                               : nullptr;
    return taxonomy != nullptr && taxonomy->isLabeling ? taxonomy : nullptr;
}

} // namespace

RegionLabel::RegionLabel(const config::LabelsControl& labels, const config::Label& label)
    : control(labels.tag), object(labels.toName), path{label.stored}, written(&label) {}

RegionLabel::RegionLabel(const config::TaxonomyControl& taxonomy, Path item)
    : control(taxonomy.tag), object(taxonomy.toName), path(std::move(item)), written(nullptr) {}

std::string RegionLabel::name() const {
    return written == nullptr ? path.back() : written->display;
}

bool RegionLabel::isHeldBy(const Answer& answer) const {
    if (const auto* paths = std::get_if<std::vector<Path>>(&answer)) {
        return std::ranges::contains(*paths, path);
    }
    const auto* texts = std::get_if<Texts>(&answer);
    return texts != nullptr && path.size() == 1 && std::ranges::contains(*texts, path.front());
}

Answer RegionLabel::answer() const {
    return written == nullptr ? Answer(std::vector<Path>{path}) : Answer(Texts{path.front()});
}

ResultType resultTypeOf(const config::Tag& control) {
    return annotation::findResultType(config::findTag(control.kind())->resultType);
}

bool isMultiple(const config::Tag& control) {
    return control.kind() == config::TagKind::Taxonomy || control.text("choice") == "multiple";
}

bool isLabelsControl(const LabelingInterface& interface, const config::Tag& control) {
    const auto* taxonomy = interface.findTaxonomy(control);
    return interface.findLabels(control) != nullptr ||
           (taxonomy != nullptr && taxonomy->isLabeling);
}

bool isLabeling(const LabelingInterface& interface, const Result& result) {
    const annotation::AnswerKind kind = annotation::resultTypeRow(result.type).answer;
    return kind == annotation::AnswerKind::Labels || kind == annotation::AnswerKind::None ||
           findLabeling(interface, result) != nullptr;
}

std::string itemText(const config::Tag& taxonomy, const Path& path) {
    return taxonomy.flag("showFullPath") ? joined(path, taxonomy.text("pathSeparator"))
                                         : path.back();
}

Texts labelTexts(const LabelingInterface& interface, const Result& result) {
    const auto* taxonomy = findLabeling(interface, result);
    if (taxonomy == nullptr) {
        return {result.labels().begin(), result.labels().end()};
    }
    Texts texts;
    std::ranges::transform(pathsOf(&result.answer), std::back_inserter(texts),
                           [taxonomy](const Path& path) { return itemText(*taxonomy->tag, path); });
    return texts;
}

Answer withLabel(const LabelingInterface& interface, const Answer* before,
                 const RegionLabel& label) {
    if (label.written == nullptr) {
        std::vector<Path> paths = pathsOf(before);
        paths.push_back(label.path);
        return paths;
    }
    const auto* known = before == nullptr ? nullptr : std::get_if<Texts>(before);
    Texts texts = known == nullptr || !isMultiple(*label.control) ? Texts() : *known;
    std::erase(texts, label.path.front());
    texts.push_back(label.path.front());
    if (texts.size() > 1) {
        sortAsListed(texts, interface.findLabels(*label.control)->labels);
    }
    return texts;
}

Answer withoutLabel(const Answer& before, const RegionLabel& label) {
    Answer after = before;
    bool isEmpty = true;
    if (auto* paths = std::get_if<std::vector<Path>>(&after)) {
        std::erase(*paths, label.path);
        isEmpty = paths->empty();
    } else if (auto* texts = std::get_if<Texts>(&after)) {
        std::erase(*texts, label.path.front());
        isEmpty = texts->empty();
    }
    return isEmpty ? Answer() : after;
}

} // namespace cartouche::editor
