#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/values/value_type.h"

#include <expected>
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

/// What an object shows of a task.
struct ResolvedValue {
    ValueFormat format;
    /// Variables filled in and decoded: a text, JSON for Json, a list of texts for UrlList. ""
    /// where the format is Nothing, and where there are problems.
    json::Json value = "";
    /// Code::BadValue at the attribute's place: the data is there, and the tag cannot use it.
    diagnostics::Diagnostics problems;
};

/// Fetches nothing: of a value that is an address, the address is the result. A variable that the
/// data lacks makes Nothing and is no problem here (see checkTask). Nothing is evaluated as code.
ResolvedValue resolveValue(const config::Tag& tag, const json::Json& data,
                           SecureMode mode = SecureMode::Off);

/// The content, out of the text that was fetched from the address of an object that shows no Media:
/// the cell of a `resolver`, decoded by `encoding`, parsed by `valueType`.
std::expected<json::Json, diagnostics::Diagnostic>
readFetched(const config::Tag& tag, const ValueFormat& format, std::string_view text);

} // namespace cartouche::task
