// What is answered in forms: TextArea, Number, Rating, DateTime (spec/tags.md 4.3).

#include "editor/editor.h"

#include "editor/number_rules.h"

#include <algorithm>
#include <format>
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
    return std::holds_alternative<std::monostate>(answer) || (texts != nullptr && texts->empty());
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char letter) {
        return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
    });
    return result;
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
    return region != nullptr &&
           std::ranges::any_of(control.toNames,
                               [region](const auto& name) { return region->object == name; });
}

const Answer* Editor::answerOf(const Control& control) const {
    const annotation::Area* region = onlySelected();
    const annotation::Result* result =
        !control.tag->flag("perRegion") ? document().findAnswer(control.name, itemOf(control))
        : region == nullptr             ? nullptr
                                        : region->find(control.name);
    return result == nullptr ? nullptr : &result->answer;
}

void Editor::answer(const Control& control, Answer answer) {
    const Answer* before = answerOf(control);
    if (isReadonly() || !canAnswer(control) ||
        (before == nullptr ? isEmpty(answer) : *before == answer)) {
        return;
    }
    if (isEmpty(answer)) {
        answer = Answer();
    }
    annotation::Edit edit(sheet().history, control.name);
    if (control.tag->flag("perRegion")) {
        edit.setAnswer(sheet().regions.selection().front(), answererOf(control), std::move(answer));
    } else {
        edit.setAnswer(annotation::Name(control.toNames.front()), itemOf(control),
                       answererOf(control), std::move(answer), m_services.newId);
    }
    edit.commit();
    changed();
}

std::optional<std::string_view> Editor::typed(const Control& control) const {
    const auto found = m_typed.find(control.tag);
    return found == m_typed.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

void Editor::type(const Control& control, std::optional<std::string> text) {
    if (!text) {
        m_typed.erase(control.tag);
    } else if (!isReadonly()) {
        m_typed.insert_or_assign(control.tag, std::move(*text));
    }
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
    const std::string text(typed(control).value_or(""));
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

/// What was typed and not added counts (spec/edge-cases.md 6.5).
void Editor::addTyped() {
    for (const Control& control : m_interface.controls()) {
        if (control.tag->kind() == config::TagKind::TextArea && isVisible(*control.tag)) {
            addText(control);
        }
    }
    m_typed.clear();
}

} // namespace cartouche::editor
