#include "core/values/value_type.h"

#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <array>
#include <format>

namespace cartouche::values {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

bool isWordCharacter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_';
}

auto findOption(const ValueType& type, std::string_view name) {
    return std::ranges::find(type.options, name, [](const auto& option) { return option.first; });
}

std::unexpected<Diagnostic> badResolver(std::string message) {
    return std::unexpected(Diagnostic{Code::BadResolver, std::move(message), {}});
}

} // namespace

bool ValueType::hasOption(std::string_view name) const {
    return findOption(*this, name) != options.end();
}

std::optional<std::string> ValueType::option(std::string_view name) const {
    const auto found = findOption(*this, name);
    return found == options.end() || found->second.empty() ? std::nullopt
                                                           : std::optional(found->second);
}

ValueType parseValueType(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, isWordCharacter) - text.begin();
    ValueType result{std::string(text.substr(0, static_cast<std::size_t>(end))), {}};
    text.remove_prefix(static_cast<std::size_t>(end));
    if (text.empty() || result.type.empty()) {
        return result;
    }
    const char separator = text.front();
    while (!text.empty()) {
        text.remove_prefix(1);
        const std::string_view pair = text.substr(0, text.find(separator));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
        // `separator==` is an option whose value is lost: only what stands before a second "=".
        value = value.substr(0, value.find('='));
        result.options.emplace_back(pair.substr(0, equals), value);
        text.remove_prefix(pair.size());
    }
    return result;
}

std::expected<CsvSelection, Diagnostic> parseResolver(std::string_view resolver) {
    static const std::array<std::string, 3> kOptions{"headless", "separator", "column"};
    const ValueType type = parseValueType(resolver);
    if (type.type != "csv") {
        return badResolver(std::format("The resolver \"{}\" is of no type that is known; it must "
                                       "be csv, such as csv|column=text",
                                       resolver));
    }
    for (const auto& [name, value] : type.options) {
        if (!std::ranges::contains(kOptions, name)) {
            return badResolver(
                std::format("The resolver \"{}\" has the option \"{}\", but csv has only headless, "
                            "separator and column{}",
                            resolver, name, diagnostics::suggestionText(name, kOptions)));
        }
    }
    return CsvSelection{.isHeadless = type.hasOption("headless"),
                        .separator = type.option("separator").value_or(""),
                        .column = type.option("column").value_or("")};
}

} // namespace cartouche::values
