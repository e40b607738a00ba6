// What is answered beside the object: Choices, Taxonomy, TextArea, Number, Rating, DateTime
// (spec/tags.md 4.3).

#include "core/json/numbers.h"
#include "core/task/object_value.h"
#include "editor/answer_rules.h"
#include "editor/ascii_case.h"
#include "editor/editor.h"
#include "editor/number_rules.h"
#include "editor/ranking.h"
#include "editor/refusals.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Answer;
using annotation::Texts;
using config::Control;

annotation::Answerer answererOf(const Control& control) {
    return {annotation::Name(control.name),
            annotation::findResultType(config::findTag(control.tag->kind())->resultType)};
}

bool isEmpty(const Answer& answer) {
    const auto* texts = std::get_if<Texts>(&answer);
    const auto* paths = std::get_if<std::vector<annotation::Path>>(&answer);
    return std::holds_alternative<std::monostate>(answer) || (texts != nullptr && texts->empty()) ||
           (paths != nullptr && paths->empty());
}

bool holds(const Texts& texts, std::string_view text) {
    return std::ranges::any_of(
        texts, [&](const std::string& one) { return lowered(one) == lowered(text); });
}

} // namespace

/// What an answer is about: the object as a whole, or the item of it that is shown.
int Editor::itemOf(const Control& control) const {
    const ImageWorkspace* image =
        control.tag->flag("perItem") ? findImage(control.toNames.front()) : nullptr;
    return image == nullptr ? annotation::Area::kWholeObject : image->item();
}

const annotation::Area* Editor::onlySelected() const {
    const auto& selection = sheet().regions.selection();
    return selection.size() == 1 ? document().areas().find(selection.front()) : nullptr;
}

bool Editor::canAnswer(const Control& control) const {
    if (!control.tag->flag("perRegion")) {
        return true;
    }
    const annotation::Area* region = onlySelected();
    return region != nullptr && std::ranges::any_of(control.toNames, [region](const auto& name) {
               return region->object == name;
           });
}

const Answer* Editor::answerOf(const Control& control) const {
    const annotation::Area* region = onlySelected();
    const annotation::Result* result = !control.tag->flag("perRegion")
                                           ? document().findAnswer(control.name, itemOf(control))
                                       : region == nullptr ? nullptr
                                                           : region->find(control.name);
    return result == nullptr ? nullptr : &result->answer;
}

void Editor::answer(const Control& control, Answer answer, language::Later label) {
    const Answer* before = answerOf(control);
    if (isReadonly() || !canAnswer(control) ||
        (before == nullptr ? isEmpty(answer) : *before == answer)) {
        return;
    }
    if (isEmpty(answer)) {
        answer = Answer();
    }
    annotation::Edit edit(sheet().history,
                          label.empty() ? language::Later(control.name) : std::move(label));
    if (control.tag->flag("perRegion")) {
        edit.setAnswer(sheet().regions.selection().front(), answererOf(control), std::move(answer));
    } else {
        const bool isItsOwn =
            control.tag->kind() == config::TagKind::Pairwise; // spec/results.md 4.19
        const std::string& object = isItsOwn ? control.name : control.toNames.front();
        edit.setAnswer(annotation::Name(object), itemOf(control), answererOf(control),
                       std::move(answer), m_services.newId);
    }
    edit.commit();
    changed();
}

TypedPlace Editor::placeOf(const Control& control, std::optional<std::size_t> index) const {
    const bool isAtRegion = control.tag->flag("perRegion") && onlySelected() != nullptr;
    return {.control = control.tag,
            .region =
                isAtRegion ? std::optional(sheet().regions.selection().front()) : std::nullopt,
            .index = index};
}

std::optional<std::string> Editor::typed(const Control& control,
                                         std::optional<std::size_t> index) const {
    const auto found = sheet().typed.find(placeOf(control, index));
    if (found != sheet().typed.end()) {
        return found->second;
    }
    // A TextArea's value is what its field begins with (spec/tags.md, TextArea).
    const std::string_view first = control.tag->text("value");
    if (control.tag->kind() != config::TagKind::TextArea || index || first.empty() ||
        answerOf(control) != nullptr) {
        return std::nullopt;
    }
    const json::Json value = resolve(first);
    return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

void Editor::type(const Control& control, std::optional<std::string> text,
                  std::optional<std::size_t> index) {
    if (!text) {
        sheet().typed.erase(placeOf(control, index));
    } else if (!isReadonly()) {
        sheet().typed.insert_or_assign(placeOf(control, index), std::move(*text));
    }
    std::erase_if(m_diagnostics, [&control](const diagnostics::Diagnostic& problem) {
        return problem.code == diagnostics::Code::InvalidAnswer &&
               problem.where == control.tag->where();
    });
}

Texts Editor::textsOf(const Control& control) const {
    const Answer* answer = answerOf(control);
    const auto* texts = answer == nullptr ? nullptr : std::get_if<Texts>(answer);
    return texts == nullptr ? Texts() : *texts;
}

bool Editor::canAddText(const Control& control) const {
    const auto most = json::parseNumber(control.tag->text("maxSubmissions"));
    return canAnswer(control) && !isReadonly() && control.tag->flag("allowSubmit") &&
           (!most || *most <= 0 || static_cast<double>(textsOf(control).size()) < *most);
}

bool Editor::isRepeated(const Control& control, std::string_view text) const {
    return control.tag->flag("skipDuplicates") && holds(textsOf(control), text);
}

bool Editor::addText(const Control& control) {
    const std::string text = typed(control).value_or("");
    if (text.empty() || !canAddText(control) || isRepeated(control, text)) {
        return false;
    }
    Texts texts = textsOf(control);
    texts.push_back(text);
    type(control, std::nullopt);
    answer(control, std::move(texts));
    return true;
}

void Editor::setText(const Control& control, std::size_t index, std::string text) {
    Texts texts = textsOf(control);
    if (index >= texts.size()) {
        return;
    }
    if (text.empty()) {
        texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(index));
    } else {
        texts[index] = std::move(text);
    }
    answer(control, std::move(texts));
}

void Editor::finishText(const Control& control, std::size_t index) {
    if (const auto text = typed(control, index)) {
        type(control, std::nullopt, index);
        setText(control, index, *text);
    }
}

/// What is typed and can be no answer: whoever typed it means it to be one.
diagnostics::Diagnostics Editor::findTypedFaults() const {
    diagnostics::Diagnostics faults;
    for (const Control& control : m_interface.controls()) {
        for (const auto& [place, text] : sheet().typed) {
            const auto refusal =
                place.control == control.tag ? typedRefusal(*control.tag, text) : std::nullopt;
            if (refusal) {
                faults.push_back(*refusal);
            }
        }
    }
    return faults;
}

/// What nobody moved is submitted as it stands (spec/results.md 4.20).
void Editor::rankAsGiven(const Control& control) {
    if (const config::Tag* list = m_interface.findObject(control.toNames.front())) {
        const auto items = readRankItems(task::resolveValue(*list, m_task.data).value);
        answer(control, Ranking(*control.tag, *list, items, nullptr).answer());
    }
}

/// What was typed and not added counts, and so does the default of a Number (spec/edge-cases.md
/// 6.5).
void Editor::addTyped() {
    const std::vector<annotation::AreaHandle> selection = sheet().regions.selection();
    const RepeaterPages pages = m_pages; // to go through regions turns them
    std::vector<TypedPlace> places;      // changes of texts before new ones, the last text first
    for (const auto& [place, text] : sheet().typed) {
        places.push_back(place);
    }
    for (const TypedPlace& place : std::views::reverse(places)) {
        const Control* control = m_interface.findControl(*place.control);
        if (place.region) {
            sheet().regions.select({*place.region});
        }
        if (control == nullptr || control->tag->kind() != config::TagKind::TextArea ||
            sheet().hidden.contains(control->tag)) {
            continue;
        }
        if (place.index) {
            finishText(*control, *place.index);
        } else {
            addText(*control);
        }
    }
    sheet().regions.select(selection);
    m_pages = pages;
    followPage();
    std::erase_if(sheet().typed, [](const auto& entry) {
        return typedFault(*entry.first.control, entry.second).empty();
    });
    for (const Control& control : m_interface.controls()) {
        const bool isForm =
            !control.tag->flag("perRegion") && !sheet().hidden.contains(control.tag);
        const auto first = control.tag->kind() == config::TagKind::Number
                               ? numberRules(*control.tag).first
                               : std::nullopt;
        if (isForm && control.tag->kind() == config::TagKind::Ranker &&
            answerOf(control) == nullptr) {
            rankAsGiven(control);
        } else if (isForm && control.tag->kind() == config::TagKind::TextArea) {
            addText(control); // what its field begins with
        } else if (isForm && first && answerOf(control) == nullptr) {
            answer(control, *first);
        }
    }
}

const config::Tag* Editor::focusedBy(const KeyPress& press) const {
    return findFocused(m_interface.root(), press);
}

/// Within the tag, or itself.
const config::Tag* Editor::findFocused(const config::Tag& tag, const KeyPress& press) const {
    const bool hasField =
        tag.kind() == config::TagKind::Filter || tag.kind() == config::TagKind::TextArea;
    if (hasField && matchesHotkey(tag.text("hotkey"), press, m_services.platform) &&
        isVisible(tag)) {
        const Control* control = m_interface.findControl(tag);
        return control == nullptr || canAddText(*control) ? &tag : nullptr;
    }
    for (const auto& child : tag.children()) {
        if (const config::Tag* found = findFocused(*child, press)) {
            return found;
        }
    }
    return nullptr;
}

/// A key of a Rating gives one more, then none again; of a Number, a step more, then the least.
bool Editor::pressFormKey(const KeyPress& press) {
    for (const Control& control : m_interface.controls()) {
        const bool isRating = control.tag->kind() == config::TagKind::Rating;
        if ((!isRating && control.tag->kind() != config::TagKind::Number) ||
            !matchesHotkey(control.tag->text("hotkey"), press, m_services.platform) ||
            !canAnswer(control) || !isVisible(*control.tag)) {
            continue;
        }
        const Answer* before = answerOf(control);
        const auto* number = before == nullptr ? nullptr : std::get_if<double>(before);
        const NumberRules rules = numberRules(*control.tag);
        const double next = number == nullptr ? rules.first.value_or(rules.least.value_or(0))
                            : rules.most && *number + rules.step.value_or(1) > *rules.most
                                ? rules.least.value_or(0)
                                : rules.stepped(*number, 1);
        type(control, std::nullopt);
        answer(control, isRating && next == 0 ? Answer() : Answer(next));
        return true;
    }
    return false;
}

} // namespace cartouche::editor
