#pragma once

#include "core/config/tag.h"
#include "core/values/value_type.h"

#include <optional>
#include <string_view>

namespace cartouche::task {

/// What a value is, or what stands at its address.
enum class ValueKind {
    Nothing, // no value
    Url,     // an address
    UrlList, // a list of addresses: an Image's valueList
    Media,   // an image, sound, video or document; at an address only
    Text,    // plain text
    Html,    // markup, as it came: not sanitised
    Json,    // JSON of the shape that the tag needs
    Csv,     // a text to be read as CSV; at an address of a TimeSeries it may be JSON, too
};

enum class Encoding { None, Base64, Base64Unicode };

/// `window.LS_SECURE_MODE` of the reference: texts come from addresses unless the config says
/// otherwise (spec/tags.md 1.5).
enum class SecureMode { Off, On };

/// How the value of an object is written, from its tag alone.
struct ValueFormat {
    ValueKind kind = ValueKind::Nothing;
    /// Of Url and UrlList: what stands there. Else the same as `kind`.
    ValueKind content = ValueKind::Nothing;
    Encoding encoding = Encoding::None;
    /// What stands at the address is a CSV file, and the content is this cell of it.
    std::optional<values::CsvSelection> cell;
};

/// By `valueType`, `encoding`, `resolver`, `valueList` and the tag's defaults (spec/tags.md 1.4,
/// 1.5, 4.1). ValueKind::Nothing for a tag that is no object.
ValueFormat findValueFormat(const config::Tag& tag, SecureMode mode = SecureMode::Off);

/// The attribute that holds the value: `value`, `valueList` if it is given, `data` of a program.
std::string_view valueAttribute(const config::Tag& tag);

} // namespace cartouche::task
