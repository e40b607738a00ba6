#pragma once

#include "core/diagnostics/diagnostic.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::values {

/// What `resolver` and the `valueType` of a Table say, such as `csv|headless|separator=;|column=2`:
/// a type, then options, with or without a value (spec/tags.md 1.4).
struct ValueType {
    std::string type;
    std::vector<std::pair<std::string, std::string>> options;

    bool hasOption(std::string_view name) const;
    /// The option's value; nothing if it is absent or has none.
    std::optional<std::string> option(std::string_view name) const;
};

/// Any character may separate the options: it is the one that follows the type. Never fails; a text
/// that begins with no letter or digit has an empty type.
ValueType parseValueType(std::string_view text);

/// Which cell of a CSV file a `resolver` takes.
struct CsvSelection {
    bool isHeadless = false;
    /// Between cells; empty: found out from the text.
    std::string separator;
    /// Name of the column, or its index from 0; empty: the first.
    std::string column;

    bool operator==(const CsvSelection&) const = default;
};

/// Reads a `resolver`. Code::BadResolver, without a place, for a type other than csv and for
/// options that it does not have.
std::expected<CsvSelection, diagnostics::Diagnostic> parseResolver(std::string_view resolver);

} // namespace cartouche::values
