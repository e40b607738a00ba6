#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/task/value_format.h"

#include <expected>
#include <string_view>

namespace cartouche::task {

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
