#include "editor/answer_rules.h"

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/chosen_answers.h"
#include "editor/date_rules.h"
#include "editor/number_rules.h"

#include <algorithm>
#include <format>
#include <span>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Path;
using config::Choice;
using config::TagKind;

bool leadsSomewhere(std::span<const Choice> answers, const Path& path) {
    for (const std::string& step : path) {
        const auto found = std::ranges::find(answers, step, &Choice::stored);
        if (found == answers.end()) {
            return false;
        }
        answers = found->children;
    }
    return !path.empty();
}

bool isKnown(const config::LabelingInterface& interface, const config::Tag& control,
             const Path& path) {
    if (const auto* choices = interface.findChoices(control)) {
        return choices->isNested()
                   ? leadsSomewhere(choices->choices, path)
                   : std::ranges::contains(choices->choices, path.back(), &Choice::stored);
    }
    const auto* taxonomy = interface.findTaxonomy(control);
    // Items at an address and those of other people are not in the config.
    const bool isOpen = !control.text("apiUrl").empty() || control.flag("legacy");
    return taxonomy == nullptr || isOpen || leadsSomewhere(taxonomy->items, path);
}

} // namespace

std::string faultSentence(const config::Tag& control, std::string_view shown,
                          std::string_view fault) {
    return fault.empty() ? ""
                         : language::say("answer.not-valid",
                                         {{"control", config::findTag(control.kind())->name},
                                          {"answer", shown},
                                          {"fault", fault}});
}

std::string answerFault(const config::Control& control, const annotation::Answer& answer) {
    const config::Tag& tag = *control.tag;
    if (const auto* number = std::get_if<double>(&answer)) {
        return faultSentence(tag, std::format("{}", *number),
                             numberFault(numberRules(tag), *number));
    }
    const auto* text = std::get_if<std::string>(&answer);
    return text == nullptr || tag.kind() != TagKind::DateTime
               ? ""
               : faultSentence(tag, *text, dateFault(dateRules(tag), *text));
}

std::string typedFault(const config::Tag& control, std::string_view text) {
    if (text.empty()) {
        return "";
    }
    if (control.kind() == TagKind::Number) {
        return json::parseNumber(text) ? std::string() : language::say("answer.no-number");
    }
    if (control.kind() == TagKind::DateTime) {
        const DateRules rules = dateRules(control);
        const auto moment = rules.readWritten(text);
        return moment ? dateFault(rules, *moment)
                      : language::say("answer.no-date", {{"form", rules.written()}});
    }
    return "";
}

std::size_t countChoices(const annotation::Result* answer) {
    if (answer == nullptr) {
        return 0;
    }
    if (const auto* texts = std::get_if<annotation::Texts>(&answer->answer)) {
        return texts->size();
    }
    const auto* paths = std::get_if<std::vector<Path>>(&answer->answer);
    return paths == nullptr
               ? 0
               : static_cast<std::size_t>(std::ranges::count(*paths, std::size_t{1}, &Path::size));
}

bool isAnswered(const config::LabelingInterface& interface, const config::Control& control,
                const annotation::Result* result) {
    if (result == nullptr) {
        return false;
    }
    const TagKind kind = control.tag->kind();
    if (kind == TagKind::Choices || kind == TagKind::Taxonomy) {
        return std::ranges::any_of(pathsOf(&result->answer), [&](const Path& path) {
            return isKnown(interface, *control.tag, path);
        });
    }
    const auto* number = std::get_if<double>(&result->answer);
    const bool isNone = number != nullptr && *number == 0 && kind == TagKind::Rating;
    return !isNone && answerFault(control, result->answer).empty();
}

} // namespace cartouche::editor
