#pragma once

#include "core/annotation/area.h"
#include "core/config/tag.h"
#include "core/json/json.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace cartouche::editor {

/// What a List has.
struct RankItem {
    std::string id;
    std::string title;
    std::string body;
    std::string image; // the address of a picture; empty: none
};

/// Of the value of a List (spec/tags.md 4.1); of HTML in it, the text and the first picture.
std::vector<RankItem> readRankItems(const json::Json& value);

/// The items of a List in the columns of its Ranker, the best first (spec/tags.md 4.3,
/// spec/results.md 4.20).
class Ranking {
public:
    struct Column {
        const config::Tag* tag = nullptr; // the Bucket, or the List of what has none
        std::string key;                  // as results have it
        std::string title;
        std::vector<std::size_t> items; // by their places in the List
    };

    /// `answered`: what is said; nullptr: nothing, and all items stand where they begin. Items that
    /// it does not have stand there, too.
    Ranking(const config::Tag& ranker, const config::Tag& list, std::span<const RankItem> items,
            const annotation::Answer* answered);

    const std::vector<Column>& columns() const { return m_columns; }
    /// Moves an item to a place in a column, counted without it.
    void move(std::size_t item, std::size_t column, std::size_t place);
    /// With ids that the List does not have, each at the end of its column.
    annotation::Columns answer() const;

private:
    void makeColumns(const config::Tag& ranker, const config::Tag& list);
    void place(std::string_view key, const annotation::Texts& ids);

    std::span<const RankItem> m_items;
    std::vector<Column> m_columns;
    std::size_t m_first = 0; // the column in which items begin
    annotation::Columns m_strays;
};

} // namespace cartouche::editor
