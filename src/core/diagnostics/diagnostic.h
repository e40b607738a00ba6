#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::diagnostics {

/// A hint is for who writes the config, and nothing that people who label with it can act on: the
/// canvas does not show it.
enum class Severity { Hint, Warning, Error };

/// What went wrong, as a stable name: hosts and tests match on `codeName(code)`, never on the text.
/// Each code's name and severity stand in diagnostic_codes_table.cpp, in this order.
enum class Code {
    XmlSyntax,          // xml-syntax
    DuplicateAttribute, // duplicate-attribute
    UnknownTag,         // unknown-tag
    UnsupportedTag,     // unsupported-tag: understood, but not drawn by this version
    MisplacedTag,       // misplaced-tag
    MissingName,        // missing-name
    DuplicateName,      // duplicate-name
    UnknownToName,      // unknown-to-name
    WrongToName,        // wrong-to-name: the tag exists but cannot be labeled by this control
    BadAttribute,       // bad-attribute
    LooseXml,           // loose-xml: read here, while stricter readers refuse it
    IgnoredTag,         // ignored-tag: stands where nothing shows it
    IgnoredText,        // ignored-text: the same, of text
    IgnoredStyle,       // ignored-style: CSS that lays out nothing here
    RepeatedAttribute,  // repeated-attribute: twice, in different case
    UnknownAttribute,   // unknown-attribute: and one of the tag's has nearly that name
    BadResolver,        // bad-resolver
    NothingToLabel,     // nothing-to-label: the config holds no control
    JsonSyntax,         // json-syntax
    BadTask,            // bad-task: valid JSON, but no task
    MissingVariable,    // missing-variable
    BadValue,           // bad-value: the data is there, and of a kind that the tag cannot use
    ValueUnreachable,   // value-unreachable: a text at an address; network, CORS or HTTP status
    BadResult,          // bad-result
    EmptyRegion,        // without size, or with a negative one
    TooFewPoints,
    UnreadableMask,
    OutsideImage,
    TooManyUsages,    // too-many-usages: a label that may not be given that often
    UnknownControl,   // unknown-control: a result of a control or object that the config lacks
    RequiredMissing,  // required-missing: submit refused
    TooManyChoices,   // too-many-choices: submit refused
    InvalidAnswer,    // invalid-answer: a number or date that may not be; submit refused
    UnfinishedRegion, // unfinished-region: submit refused
    ImageUnreachable, // image-unreachable: network, CORS or HTTP status
    ImageUndecodable, // image-undecodable: the bytes are no image this browser knows
    PixelsUnreadable, // pixels-unreadable: an image is shown, but not to be computed with
    UnreadableFile,   // unreadable-file: of the command-line tool
    UnknownCommand,   // unknown-command: a key for something that is not there
    HotkeyConflict,   // hotkey-conflict: one key for two commands
    BadExpression,    // bad-expression: what the host wants to be looked for
    BadLocale,        // bad-locale: the host's texts of the interface
};

/// Where in the input: `line` and `column` are 1-based and count characters of the config or JSON
/// text; 0 means unknown. `pointer` is a JSON pointer (RFC 6901) into the task or the result.
struct Location {
    int line = 0;
    int column = 0;
    std::string pointer;

    bool operator==(const Location&) const = default;
};

/// One problem a person can act on: what, where, and in `message` what to do about it.
struct Diagnostic {
    Code code = Code::XmlSyntax;
    std::string message;
    Location where;

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

std::string_view codeName(Code code);
Severity severityOf(Code code);
std::string_view severityName(Severity severity);
/// Which input a problem of this code is in: "config", "task", "annotation", "image", "file" or
/// "host".
std::string_view sourceOf(Code code);

bool hasErrors(const Diagnostics& diagnostics);

/// `file:line:column: error[code]: message`, as compilers write it; parts that are unknown are left
/// out, and a JSON pointer stands behind the file as `file#/pointer`.
std::string formatDiagnostic(std::string_view file, const Diagnostic& diagnostic);

} // namespace cartouche::diagnostics
