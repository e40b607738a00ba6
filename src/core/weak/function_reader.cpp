#include "core/weak/function_reader.h"

#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::weak {

using json::Json;

const Json* FunctionReader::find(std::string_view key) const {
    const auto found = m_source.find(key);
    return found == m_source.end() ? nullptr : &*found;
}

void FunctionReader::report(std::string_view key, std::string message) {
    m_isGood = false;
    m_problems.push_back({diagnostics::Code::BadValue,
                          std::move(message),
                          {.pointer = m_pointer + (key.empty() ? "" : "/") + std::string(key)}});
}

std::string FunctionReader::text(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr || !value->is_string() || value->get_ref<const std::string&>().empty()) {
        report(value == nullptr ? "" : key, std::format("\"{}\" must be a text", key));
        return "";
    }
    return value->get<std::string>();
}

std::vector<std::string> FunctionReader::texts(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && value->is_string()) {
        return {text(key)};
    }
    std::vector<std::string> result;
    const auto isText = [](const Json& item) {
        return item.is_string() && !item.get_ref<const std::string&>().empty();
    };
    if (value == nullptr || !value->is_array() || value->empty() ||
        !std::ranges::all_of(*value, isText)) {
        report(value == nullptr ? "" : key,
               std::format("\"{}\" must be a list of texts that are not empty", key));
        return result;
    }
    for (const Json& item : *value) {
        result.push_back(item.get<std::string>());
    }
    return result;
}

std::optional<double> FunctionReader::number(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_number()) {
        report(key,
               std::format("\"{}\" must be a number, not {}", key, json::describeType(*value)));
        return std::nullopt;
    }
    return value == nullptr ? std::nullopt : std::optional(value->get<double>());
}

bool FunctionReader::flag(std::string_view key, bool otherwise) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_boolean()) {
        report(key, std::format("\"{}\" must be true or false", key));
        return otherwise;
    }
    return value == nullptr ? otherwise : value->get<bool>();
}

std::string FunctionReader::oneOf(std::string_view key,
                                  std::initializer_list<std::string_view> names) {
    if (find(key) == nullptr) {
        return std::string(*names.begin());
    }
    const std::string name = text(key);
    if (!name.empty() && !std::ranges::contains(names, name)) {
        std::string all;
        for (const std::string_view known : names) {
            all += (all.empty() ? "" : ", ") + std::string(known);
        }
        report(key, std::format("\"{}\" is \"{}\", but must be one of {}", key, name, all));
    }
    return name;
}

std::optional<std::uint32_t> FunctionReader::labelNamed(const std::string& name,
                                                        std::string_view key) {
    const auto found = std::ranges::find(m_labels, name);
    if (found == m_labels.end()) {
        report(key, std::format("\"{}\" is none of the labels{}", name,
                                diagnostics::suggestionText(name, m_labels)));
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - m_labels.begin());
}

std::uint32_t FunctionReader::label() {
    const std::string name = text("label");
    return name.empty() ? 0 : labelNamed(name, "label").value_or(0);
}

std::size_t FunctionReader::column(std::string_view key) {
    const std::string name = text(key);
    const auto found = m_table.columns.find(name);
    if (!found && !name.empty()) {
        const std::vector<std::string> known(m_table.columns.begin(), m_table.columns.end());
        report(key, std::format("No item has a field \"{}\"{}", name,
                                diagnostics::suggestionText(name, known)));
    }
    return found.value_or(0);
}

WordOptions FunctionReader::wordOptions() {
    return {.ignoresCase = flag("ignoreCase", true), .isWhole = flag("wholeWord", true)};
}

} // namespace cartouche::weak
