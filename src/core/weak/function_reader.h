#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/weak/record.h"
#include "core/weak/word_finder.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::weak {

/// Reads the members of one labeling function; what is wrong with them becomes a problem.
class FunctionReader {
public:
    FunctionReader(const json::Json& source, const std::vector<std::string>& labels,
                   const RecordTable& table, std::string pointer,
                   diagnostics::Diagnostics& problems)
        : m_source(source), m_labels(labels), m_table(table), m_pointer(std::move(pointer)),
          m_problems(problems) {}

    bool has(std::string_view key) const { return m_source.contains(key); }

    /// A member that must be there; "" and a problem if it is not.
    std::string text(std::string_view key);
    /// A list of texts, or one text, that must be there and not be empty.
    std::vector<std::string> texts(std::string_view key);
    /// Nothing if it is not there.
    std::optional<double> number(std::string_view key);
    bool flag(std::string_view key, bool otherwise);
    /// The first if it is not there.
    std::string oneOf(std::string_view key, std::initializer_list<std::string_view> names);

    std::uint32_t label();
    std::optional<std::uint32_t> labelNamed(const std::string& name, std::string_view key);
    /// The column that `field` names.
    std::size_t column(std::string_view key = "field");
    /// `ignoreCase` and `wholeWord`.
    WordOptions wordOptions();

    void report(std::string_view key, std::string message);
    const json::Json& source() const { return m_source; }
    const std::vector<std::string>& labels() const { return m_labels; }
    bool isGood() const { return m_isGood; }

private:
    const json::Json* find(std::string_view key) const;

    const json::Json& m_source;
    const std::vector<std::string>& m_labels;
    const RecordTable& m_table;
    std::string m_pointer;
    diagnostics::Diagnostics& m_problems;
    bool m_isGood = true;
};

} // namespace cartouche::weak
