#include "core/diagnostics/diagnostic_codes_table.h"

#include <array>

namespace cartouche::diagnostics {

namespace {

constexpr std::array kCodes{
    CodeRow{Code::XmlSyntax, "xml-syntax", Severity::Error, "config"},
    CodeRow{Code::DuplicateAttribute, "duplicate-attribute", Severity::Error, "config"},
    CodeRow{Code::UnknownTag, "unknown-tag", Severity::Error, "config"},
    CodeRow{Code::UnsupportedTag, "unsupported-tag", Severity::Warning, "config"},
    CodeRow{Code::MisplacedTag, "misplaced-tag", Severity::Error, "config"},
    CodeRow{Code::MissingName, "missing-name", Severity::Error, "config"},
    CodeRow{Code::DuplicateName, "duplicate-name", Severity::Warning, "config"},
    CodeRow{Code::UnknownToName, "unknown-to-name", Severity::Error, "config"},
    CodeRow{Code::WrongToName, "wrong-to-name", Severity::Error, "config"},
    CodeRow{Code::BadAttribute, "bad-attribute", Severity::Error, "config"},
    CodeRow{Code::LooseXml, "loose-xml", Severity::Hint, "config"},
    CodeRow{Code::IgnoredTag, "ignored-tag", Severity::Warning, "config"},
    CodeRow{Code::IgnoredText, "ignored-text", Severity::Hint, "config"},
    CodeRow{Code::IgnoredStyle, "ignored-style", Severity::Hint, "config"},
    CodeRow{Code::RepeatedAttribute, "repeated-attribute", Severity::Hint, "config"},
    CodeRow{Code::UnknownAttribute, "unknown-attribute", Severity::Hint, "config"},
    CodeRow{Code::BadResolver, "bad-resolver", Severity::Warning, "config"},
    CodeRow{Code::NothingToLabel, "nothing-to-label", Severity::Warning, "config"},
    CodeRow{Code::JsonSyntax, "json-syntax", Severity::Error, "task"},
    CodeRow{Code::BadTask, "bad-task", Severity::Error, "task"},
    CodeRow{Code::MissingVariable, "missing-variable", Severity::Error, "task"},
    CodeRow{Code::BadValue, "bad-value", Severity::Error, "task"},
    CodeRow{Code::ValueUnreachable, "value-unreachable", Severity::Error, "task"},
    CodeRow{Code::BadResult, "bad-result", Severity::Warning, "annotation"},
    CodeRow{Code::EmptyRegion, "region-empty", Severity::Warning, "annotation"},
    CodeRow{Code::TooFewPoints, "region-few-points", Severity::Warning, "annotation"},
    CodeRow{Code::UnreadableMask, "mask-unreadable", Severity::Warning, "annotation"},
    CodeRow{Code::OutsideImage, "region-outside", Severity::Warning, "annotation"},
    CodeRow{Code::TooManyUsages, "too-many-usages", Severity::Error, "annotation"},
    CodeRow{Code::UnknownControl, "unknown-control", Severity::Warning, "annotation"},
    CodeRow{Code::RequiredMissing, "required-missing", Severity::Error, "annotation"},
    CodeRow{Code::TooManyChoices, "too-many-choices", Severity::Error, "annotation"},
    CodeRow{Code::InvalidAnswer, "invalid-answer", Severity::Error, "annotation"},
    CodeRow{Code::UnfinishedRegion, "unfinished-region", Severity::Error, "annotation"},
    CodeRow{Code::ImageUnreachable, "image-unreachable", Severity::Error, "image"},
    CodeRow{Code::ImageUndecodable, "image-undecodable", Severity::Error, "image"},
    CodeRow{Code::PixelsUnreadable, "pixels-unreadable", Severity::Error, "image"},
    CodeRow{Code::UnreadableFile, "unreadable-file", Severity::Error, "file"},
    CodeRow{Code::UnknownCommand, "unknown-command", Severity::Warning, "host"},
    CodeRow{Code::HotkeyConflict, "hotkey-conflict", Severity::Warning, "host"},
    CodeRow{Code::BadExpression, "bad-expression", Severity::Warning, "host"},
    CodeRow{Code::BadLocale, "bad-locale", Severity::Warning, "host"},
};

} // namespace

std::span<const CodeRow> codeTable() {
    return kCodes;
}

} // namespace cartouche::diagnostics
