#include "editor/expression_faults.h"

#include "core/language/message.h"

namespace cartouche::editor {

namespace {

using Reason = text::Regex::Fault::Reason;

language::Key keyOf(Reason reason) {
    switch (reason) {
    case Reason::StrayParenthesis:
        return "regex.stray-parenthesis";
    case Reason::TooLarge:
        return "regex.too-large";
    case Reason::TooDeep:
        return "regex.too-deep";
    case Reason::NothingToRepeat:
        return "regex.nothing-to-repeat";
    case Reason::UnknownGroup:
        return "regex.unknown-group";
    case Reason::OpenParenthesis:
        return "regex.open-parenthesis";
    case Reason::NothingEscaped:
        return "regex.nothing-escaped";
    case Reason::UnknownEscape:
        return "regex.unknown-escape";
    case Reason::BackwardRange:
        return "regex.backward-range";
    case Reason::OpenBracket:
        return "regex.open-bracket";
    case Reason::NoCount:
        return "regex.no-count";
    case Reason::TooManyRepeats:
        return "regex.too-many-repeats";
    case Reason::BackwardRepeat:
        break;
    }
    return "regex.backward-repeat";
}

} // namespace

std::string describeFault(const text::Regex::Fault& fault) {
    // Braces would be names of arguments, and so are arguments themselves.
    const std::string what = language::say(keyOf(fault.reason), {{"subject", fault.subject},
                                                                 {"open", "{"},
                                                                 {"braces", "{ }"},
                                                                 {"once", "{2}"},
                                                                 {"range", "{2,5}"}});
    return language::say("regex.place", {{"fault", what}, {"character", fault.character}});
}

} // namespace cartouche::editor
