#include "editor/offered_labels.h"

#include "editor/chosen_answers.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace cartouche::editor {

namespace {

using config::Choice;
using Visitor = std::function<bool(const OfferedLabel&)>;

bool visitItems(OfferedLabel& at, std::span<const Choice> items, bool isLeavesOnly,
                const Visitor& visit) {
    return std::ranges::all_of(items, [&](const Choice& item) {
        const bool isHolder = !item.children.empty() || item.isUnfetched;
        at.items.push_back(&item);
        const bool goesOn = ((isLeavesOnly && isHolder) || visit(at)) &&
                            visitItems(at, item.children, isLeavesOnly, visit);
        at.items.pop_back();
        return goesOn;
    });
}

bool visitControl(const config::LabelingInterface& interface, const config::Tag& control,
                  const Visitor& visit) {
    if (const auto* labels = interface.findLabels(control)) {
        return std::ranges::all_of(labels->labels, [&](const config::Label& label) {
            return visit({.labels = labels, .written = &label});
        });
    }
    const auto* taxonomy = interface.findTaxonomy(control);
    if (taxonomy == nullptr || !taxonomy->isLabeling) {
        return true;
    }
    OfferedLabel at{.taxonomy = taxonomy};
    return visitItems(at, taxonomy->items, taxonomyRules(control).isLeavesOnly, visit);
}

} // namespace

const config::Tag& OfferedLabel::control() const {
    return written != nullptr ? *labels->tag : *taxonomy->tag;
}

std::string_view OfferedLabel::object() const {
    return written != nullptr ? labels->toName : taxonomy->toName;
}

std::string_view OfferedLabel::display() const {
    return written != nullptr ? written->display : items.back()->display;
}

std::string_view OfferedLabel::stored() const {
    return written != nullptr ? written->stored : items.back()->stored;
}

std::string_view OfferedLabel::hotkey() const {
    return written != nullptr ? std::string_view(written->hotkey) : std::string_view();
}

std::string_view OfferedLabel::color() const {
    return written != nullptr ? written->color : items.back()->color;
}

std::string OfferedLabel::holders() const {
    std::string text;
    for (std::size_t index = 0; index + 1 < items.size(); ++index) {
        text += text.empty() ? "" : taxonomy->tag->text("pathSeparator");
        text += items[index]->display;
    }
    return text;
}

RegionLabel OfferedLabel::label() const {
    if (written != nullptr) {
        return {*labels, *written};
    }
    annotation::Path path;
    std::ranges::transform(items, std::back_inserter(path), &Choice::stored);
    return {*taxonomy, std::move(path)};
}

void visitLabels(const config::LabelingInterface& interface, const Visitor& visit) {
    for (const config::Control& control : interface.controls()) {
        if (!visitControl(interface, *control.tag, visit)) {
            return;
        }
    }
}

} // namespace cartouche::editor
