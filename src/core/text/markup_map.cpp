#include "core/text/markup_map.h"

#include "core/text/offsets.h"

#include <algorithm>
#include <map>

namespace cartouche::text {

namespace {

constexpr std::string_view kBreak = "br";

std::optional<NodeSpan> readNodeSpan(const json::Json& value) {
    const auto startOffset = readOffset(value, "startOffset");
    const auto endOffset = readOffset(value, "endOffset");
    if (!startOffset || !endOffset) {
        return std::nullopt;
    }
    return NodeSpan{{json::textMember(value, "start"), *startOffset},
                    {json::textMember(value, "end"), *endOffset}};
}

} // namespace

MarkupMap::MarkupMap(const MarkupNode& root) {
    add(root, 0, 1);
}

void MarkupMap::add(const MarkupNode& node, std::size_t parent, std::size_t ordinal) {
    const std::size_t own = m_entries.size();
    m_entries.push_back({&node, parent, ordinal, m_size, 0});
    if (node.name == kBreak) {
        addPiece("\n");
    } else if (node.isText()) {
        addPiece(node.text);
    }
    addChildren(node);
    m_entries[own].next = m_entries.size();
}

void MarkupMap::addChildren(const MarkupNode& node) {
    const std::size_t own = m_entries.size() - 1;
    std::map<std::string_view, std::size_t> counts;
    for (const MarkupNode& child : node.children) {
        add(child, own, ++counts[child.name]);
    }
}

void MarkupMap::addPiece(std::string_view text) {
    if (text.empty()) {
        return;
    }
    const Piece& piece = m_pieces.emplace_back(m_entries.size() - 1, m_size, TextIndex(text));
    m_size += piece.index.end().codePoint;
}

const MarkupMap::Entry* MarkupMap::findEntry(const NodePath& path) const {
    std::size_t at = 0;
    for (const PathStep& step : path) {
        const std::size_t behind = m_entries[at].next;
        ++at;
        while (at < behind &&
               (m_entries[at].node->name != step.name || m_entries[at].ordinal != step.ordinal)) {
            at = m_entries[at].next;
        }
        if (at == behind) {
            return nullptr;
        }
    }
    return &m_entries[at];
}

const MarkupMap::Piece* MarkupMap::pieceOf(std::size_t entry) const {
    const auto found = std::ranges::lower_bound(m_pieces, entry, {}, &Piece::entry);
    return found != m_pieces.end() && found->entry == entry ? &*found : nullptr;
}

const MarkupMap::Piece& MarkupMap::pieceAt(std::size_t codePoint) const {
    return *std::prev(std::ranges::upper_bound(m_pieces, codePoint, {}, &Piece::start));
}

std::optional<std::size_t> MarkupMap::globalOffset(const NodePlace& place,
                                                   Rounding rounding) const {
    const auto path = parseNodePath(place.path);
    const Entry* entry = path ? findEntry(*path) : nullptr;
    if (entry == nullptr || entry->node->name == kBreak) {
        return std::nullopt;
    }
    if (!entry->node->isText()) {
        return std::min(entry->start + place.offset, m_size);
    }
    const Piece* piece = pieceOf(static_cast<std::size_t>(entry - m_entries.data()));
    return piece == nullptr
               ? entry->start
               : piece->start + piece->index.find(Unit::CodeUnit, place.offset, rounding).codePoint;
}

std::optional<GlobalSpan> MarkupMap::globalSpan(const NodeSpan& span) const {
    const auto start = globalOffset(span.start, Rounding::Down);
    const auto end = globalOffset(span.end, Rounding::Up);
    return start && end ? std::optional(GlobalSpan{*start, std::max(*start, *end)}) : std::nullopt;
}

NodePlace MarkupMap::nodePlace(const Piece& piece, std::size_t codePoint) const {
    NodePath path;
    for (std::size_t at = piece.entry; at != 0; at = m_entries[at].parent) {
        path.push_back({m_entries[at].node->name, m_entries[at].ordinal});
    }
    std::ranges::reverse(path);
    const Place place = piece.index.find(Unit::CodePoint, codePoint - piece.start);
    return {writeNodePath(path), place.codeUnit};
}

std::optional<NodeSpan> MarkupMap::nodeSpan(const GlobalSpan& span) const {
    if (span.start >= span.end || span.end > m_size) {
        return std::nullopt;
    }
    const Piece& first = pieceAt(span.start);
    const Piece& last = pieceAt(span.end - 1);
    if (!m_entries[first.entry].node->isText() || !m_entries[last.entry].node->isText()) {
        return std::nullopt;
    }
    return NodeSpan{nodePlace(first, span.start), nodePlace(last, span.end)};
}

std::optional<GlobalSpan> MarkupMap::resolve(const json::Json& value) const {
    const auto paths = readNodeSpan(value);
    if (const auto span = paths ? globalSpan(*paths) : std::nullopt) {
        return span;
    }
    const auto stored = value.is_object() ? value.find("globalOffsets") : value.end();
    if (stored == value.end()) {
        return std::nullopt;
    }
    const auto start = readOffset(*stored, "start");
    const auto end = readOffset(*stored, "end");
    return start && end && *start <= *end && *end <= m_size
               ? std::optional(GlobalSpan{*start, *end})
               : std::nullopt;
}

std::string MarkupMap::coveredText(const GlobalSpan& span) const {
    std::string text;
    for (const Piece& piece : m_pieces) {
        if (piece.start >= span.end) {
            break;
        }
        const std::size_t behind = piece.start + piece.index.end().codePoint;
        if (behind > span.start) {
            const std::size_t from = std::max(span.start, piece.start) - piece.start;
            text += piece.index.between(piece.index.find(Unit::CodePoint, from),
                                        piece.index.find(Unit::CodePoint, span.end - piece.start));
        }
    }
    return text;
}

} // namespace cartouche::text
