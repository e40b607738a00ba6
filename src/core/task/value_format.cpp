#include "core/task/value_format.h"

#include <utility>

namespace cartouche::task {

namespace {

using config::Tag;
using config::TagKind;

/// What stands in a tag's value when it stands there itself.
ValueKind contentOf(const Tag& tag) {
    switch (tag.kind()) {
    case TagKind::Audio:
    case TagKind::Image:
    case TagKind::Pdf:
    case TagKind::Video:
        return ValueKind::Media;
    case TagKind::Text:
        return ValueKind::Text;
    case TagKind::HyperText:
    case TagKind::Markdown:
        return ValueKind::Html;
    case TagKind::Chat:
    case TagKind::CustomInterface:
    case TagKind::Dialog:
    case TagKind::List:
    case TagKind::Paragraphs:
    case TagKind::ReactCode:
        return ValueKind::Json;
    case TagKind::Table:
        return values::parseValueType(tag.text("valueType")).type == "csv" ? ValueKind::Csv
                                                                           : ValueKind::Json;
    case TagKind::TimeSeries:
        return tag.text("valueType") == "json" ? ValueKind::Json : ValueKind::Csv;
    default:
        return ValueKind::Nothing;
    }
}

bool isAddress(const Tag& tag, SecureMode mode) {
    switch (tag.kind()) {
    case TagKind::Text:
    case TagKind::HyperText:
    case TagKind::Paragraphs:
        return tag.hasAttribute("valueType") ? tag.text("valueType") == "url"
                                             : mode == SecureMode::On;
    case TagKind::Table:
        return values::parseValueType(tag.text("valueType")).hasOption("url");
    case TagKind::TimeSeries:
        return tag.text("valueType") == "url";
    default:
        return contentOf(tag) == ValueKind::Media;
    }
}

Encoding encodingOf(const Tag& tag) {
    const std::string_view encoding = tag.text("encoding");
    return encoding == "base64"          ? Encoding::Base64
           : encoding == "base64unicode" ? Encoding::Base64Unicode
                                         : Encoding::None;
}

} // namespace

std::string_view valueAttribute(const Tag& tag) {
    return tag.hasAttribute("valueList") ? "valueList"
           : tag.kind() == TagKind::ReactCode || tag.kind() == TagKind::CustomInterface ? "data"
                                                                                        : "value";
}

ValueFormat findValueFormat(const Tag& tag, SecureMode mode) {
    ValueFormat format{.content = contentOf(tag), .encoding = encodingOf(tag)};
    auto cell = values::parseResolver(tag.text("resolver"));
    if (cell && format.content != ValueKind::Media) {
        format.cell = std::move(*cell);
    }
    format.kind = tag.hasAttribute("valueList")                     ? ValueKind::UrlList
                  : format.cell.has_value() || isAddress(tag, mode) ? ValueKind::Url
                                                                    : format.content;
    return format;
}

} // namespace cartouche::task
