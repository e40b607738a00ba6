#pragma once

#include "core/quality/answers.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cartouche::quality {

/// Texts as indexes, in the order in which they were first seen.
class Names {
public:
    /// Of a text that is new, too.
    std::uint32_t indexOf(std::string_view text);
    std::optional<std::uint32_t> find(std::string_view text) const;

    const std::string& operator[](std::size_t index) const { return m_texts[index]; }
    std::size_t size() const { return m_texts.size(); }
    auto begin() const { return m_texts.begin(); }
    auto end() const { return m_texts.end(); }

private:
    std::deque<std::string> m_texts; // which stay where they are, as the map points at them
    std::unordered_map<std::string_view, std::uint32_t> m_indexes;
};

/// Answers, and what their indexes stand for.
struct AnswerTable {
    Names items;
    Names workers;
    Names labels;
    Answers answers;

    void add(std::string_view item, std::string_view worker, std::string_view label);
};

/// Stands the labels in an order that does not depend on that of the answers, as the first of
/// several equally good labels wins: numbers by size, before texts by their bytes.
void sortLabels(AnswerTable& table);

/// The whole text as a finite number.
std::optional<double> numberOf(std::string_view text);

} // namespace cartouche::quality
