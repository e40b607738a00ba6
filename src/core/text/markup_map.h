#pragma once

#include "core/json/json.h"
#include "core/text/markup_tree.h"
#include "core/text/node_path.h"
#include "core/text/text_index.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// A node's path and an offset in its text in UTF-16 code units.
struct NodePlace {
    std::string path;
    std::size_t offset = 0;

    bool operator==(const NodePlace&) const = default;
};

struct NodeSpan {
    NodePlace start;
    NodePlace end;

    bool operator==(const NodeSpan&) const = default;
};

/// From `start` to `end` in code points of all texts of a document, one after another; each `br`
/// counts one as well.
struct GlobalSpan {
    std::size_t start = 0;
    std::size_t end = 0;

    bool operator==(const GlobalSpan&) const = default;
};

/// Places in HTML (spec/results.md 4.9): between paths and global offsets, both ways.
class MarkupMap {
public:
    /// `root` holds the content, stands in no path itself, is not copied and must outlive the map.
    explicit MarkupMap(const MarkupNode& root);

    /// All code points.
    std::size_t size() const { return m_size; }

    /// Where a place is; an offset beyond the node's text is its end. If the path leads to an
    /// element, the offset counts code points from its start, as the reference does. Nothing if the
    /// path leads nowhere, or to a `br`.
    std::optional<std::size_t> globalOffset(const NodePlace& place,
                                            Rounding rounding = Rounding::Down) const;
    std::optional<GlobalSpan> globalSpan(const NodeSpan& span) const;

    /// The span's paths: from the text whose character it begins with to the one whose character
    /// it ends with. Nothing if it covers nothing, goes beyond the end, or begins or ends with a
    /// `br`.
    std::optional<NodeSpan> nodeSpan(const GlobalSpan& span) const;

    /// Where the span of a stored value is: by its paths or, if they lead nowhere, by its
    /// `globalOffsets`. Nothing if neither does.
    std::optional<GlobalSpan> resolve(const json::Json& value) const;

    /// The characters in a span, white space and all; a `br` is a line break. Not what is saved as
    /// `text`: that is what the browser displayed.
    std::string coveredText(const GlobalSpan& span) const;

private:
    /// The nodes in order, each before its children.
    struct Entry {
        const MarkupNode* node;
        std::size_t parent;
        std::size_t ordinal;
        std::size_t start; // in code points
        std::size_t next;  // the entry behind the last of its children's
    };
    /// The texts and each `br`, in order, without the empty ones.
    struct Piece {
        std::size_t entry;
        std::size_t start; // in code points
        TextIndex index;
    };

    void add(const MarkupNode& node, std::size_t parent, std::size_t ordinal);
    void addChildren(const MarkupNode& node);
    void addPiece(std::string_view text);
    /// nullptr if the path leads nowhere.
    const Entry* findEntry(const NodePath& path) const;
    /// The text that is this entry's; nullptr if it is empty, or no text.
    const Piece* pieceOf(std::size_t entry) const;
    /// The text in which the character at a global offset is; it must be within the document.
    const Piece& pieceAt(std::size_t codePoint) const;
    NodePlace nodePlace(const Piece& piece, std::size_t codePoint) const;

    std::vector<Entry> m_entries;
    std::vector<Piece> m_pieces;
    std::size_t m_size = 0;
};

} // namespace cartouche::text
