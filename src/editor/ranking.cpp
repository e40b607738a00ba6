#include "editor/ranking.h"

#include "editor/html_card.h"

#include <algorithm>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Columns;
using annotation::Texts;
using json::Json;

/// Where items begin that have buckets to go to (spec/results.md 4.20).
constexpr std::string_view kUndistributed = "_";

std::string textOf(const Json& item, std::string_view key) {
    const auto member = item.find(key);
    return member == item.end() || member->is_null() ? ""
           : member->is_string()                     ? member->get<std::string>()
                                                     : json::writeJson(*member);
}

} // namespace

std::vector<RankItem> readRankItems(const Json& value) {
    std::vector<RankItem> items;
    for (const Json& item : value.is_array() ? value : Json::array()) {
        if (item.is_object()) {
            const std::string html = textOf(item, "html");
            HtmlCard card = readHtmlCard(html);
            RankItem made{textOf(item, "id"), textOf(item, "title"),
                          html.empty() ? textOf(item, "body") : std::move(card.text),
                          std::move(card.image)};
            if (made.title.empty() && made.body.find_first_not_of(" \t\n") == std::string::npos) {
                made.body.clear();
                made.title = made.id; // such as of a picture alone
            }
            items.push_back(std::move(made));
        }
    }
    return items;
}

Ranking::Ranking(const config::Tag& ranker, const config::Tag& list,
                 std::span<const RankItem> items, const annotation::Answer* answered)
    : m_items(items) {
    makeColumns(ranker, list);
    if (const auto* columns = answered == nullptr ? nullptr : std::get_if<Columns>(answered)) {
        for (const auto& [key, ids] : *columns) {
            place(key, ids);
        }
    }
    for (std::size_t item = 0; item < items.size(); ++item) {
        const bool isPlaced = std::ranges::any_of(m_columns, [item](const Column& column) {
            return std::ranges::contains(column.items, item);
        });
        if (!isPlaced) {
            m_columns[m_first].items.push_back(item);
        }
    }
}

void Ranking::makeColumns(const config::Tag& ranker, const config::Tag& list) {
    for (const auto& child : ranker.children()) {
        if (child->kind() == config::TagKind::Bucket) {
            m_first = child->flag("default") ? m_columns.size() : m_first;
            m_columns.push_back(
                {child.get(), std::string(child->name()), std::string(child->text("title")), {}});
        }
    }
    const bool hasDefault = std::ranges::any_of(ranker.children(), [](const auto& child) {
        return child->kind() == config::TagKind::Bucket && child->flag("default");
    });
    if (!hasDefault) {
        const bool isAlone = m_columns.empty();
        m_columns.insert(m_columns.begin(), {&list,
                                             std::string(isAlone ? ranker.name() : kUndistributed),
                                             std::string(list.text("title")),
                                             {}});
        m_first = 0;
    }
}

/// The ids of a column that there is not go where they begin; a list without columns is the only
/// one.
void Ranking::place(std::string_view key, const Texts& ids) {
    auto column = std::ranges::find(m_columns, key, &Column::key);
    if (column == m_columns.end()) {
        column = m_columns.begin() + static_cast<std::ptrdiff_t>(m_first);
    }
    Texts strays;
    for (const std::string& id : ids) {
        const auto item = std::ranges::find(m_items, id, &RankItem::id);
        if (item == m_items.end()) {
            strays.push_back(id);
        } else {
            column->items.push_back(static_cast<std::size_t>(item - m_items.begin()));
        }
    }
    m_strays.emplace_back(column->key, std::move(strays));
}

void Ranking::move(std::size_t item, std::size_t column, std::size_t place) {
    for (Column& other : m_columns) {
        std::erase(other.items, item);
    }
    auto& items = m_columns[column].items;
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(std::min(place, items.size())), item);
}

Columns Ranking::answer() const {
    Columns columns;
    for (const Column& column : m_columns) {
        Texts ids;
        for (const std::size_t item : column.items) {
            ids.push_back(m_items[item].id);
        }
        for (const auto& [key, strays] : m_strays) {
            if (key == column.key) {
                ids.insert(ids.end(), strays.begin(), strays.end());
            }
        }
        columns.emplace_back(column.key, std::move(ids));
    }
    return columns;
}

} // namespace cartouche::editor
