#include "core/diagnostics/diagnostic_codes_table.h"

#include <array>

namespace cartouche::diagnostics {

namespace {

constexpr std::array kCodes{
    CodeRow{Code::XmlSyntax, "xml-syntax", Severity::Error},
    CodeRow{Code::DuplicateAttribute, "duplicate-attribute", Severity::Error},
    CodeRow{Code::UnknownTag, "unknown-tag", Severity::Error},
    CodeRow{Code::UnsupportedTag, "unsupported-tag", Severity::Error},
    CodeRow{Code::MisplacedTag, "misplaced-tag", Severity::Error},
    CodeRow{Code::MissingName, "missing-name", Severity::Error},
    CodeRow{Code::DuplicateName, "duplicate-name", Severity::Warning},
    CodeRow{Code::UnknownToName, "unknown-to-name", Severity::Error},
    CodeRow{Code::WrongToName, "wrong-to-name", Severity::Error},
    CodeRow{Code::BadAttribute, "bad-attribute", Severity::Error},
    CodeRow{Code::NothingToLabel, "nothing-to-label", Severity::Error},
    CodeRow{Code::JsonSyntax, "json-syntax", Severity::Error},
    CodeRow{Code::BadTask, "bad-task", Severity::Error},
    CodeRow{Code::MissingVariable, "missing-variable", Severity::Error},
    CodeRow{Code::BadResult, "bad-result", Severity::Warning},
    CodeRow{Code::RequiredMissing, "required-missing", Severity::Error},
    CodeRow{Code::TooManyChoices, "too-many-choices", Severity::Error},
    CodeRow{Code::ImageUnreachable, "image-unreachable", Severity::Error},
    CodeRow{Code::ImageUndecodable, "image-undecodable", Severity::Error},
    CodeRow{Code::UnreadableFile, "unreadable-file", Severity::Error},
};

} // namespace

std::span<const CodeRow> codeTable() {
    return kCodes;
}

} // namespace cartouche::diagnostics
