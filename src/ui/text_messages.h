#pragma once

#include "core/config/css_color.h"
#include "editor/text_finder.h"
#include "editor/text_search.h"
#include "editor/text_workspace.h"
#include "ui/draw.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the page is told of the texts that it lays over the canvas: it draws and breaks their lines
/// itself, and the spans on them, so that both scroll as one.
namespace cartouche::ui {

/// HTML, or Markdown that becomes HTML, which the page reads and cleans.
struct Markup {
    std::string source;
    bool isMarkdown = false;

    bool operator==(const Markup&) const = default;
};

/// Where a text is shown in this frame.
struct TextPlace {
    editor::TextWorkspace* text = nullptr;
    std::uint32_t widget = 0; // its place among the widgets, and its name in all messages
    Box box;
    Box visible;                              // what of it is not scrolled away
    bool isForShow = false;                   // beside others: only to be looked at
    editor::TextWorkspace* offered = nullptr; // what is offered as regions of it
    std::optional<annotation::AreaHandle> currentOffer;
    const editor::TextFinder* finder = nullptr; // that found what is offered
    const editor::TextSearch* search = nullptr;
    const editor::PrivateData* privateData = nullptr;
};

/// What a text is.
struct ShownText {
    /// nullptr: there is none any more.
    const editor::TextContent* content = nullptr;
    /// It is masked by these; nullptr: it is shown as it is.
    const editor::PrivateParts* mask = nullptr;
    /// Phrases stand in bubbles, each in the colour of its author.
    bool isDialogue = false;
    std::string_view audio = {}; // where it is; empty: there is none
    bool hasPlayer = false;      // or its phrases alone can be played
    bool followsAudio = false;   // what is said now is kept in sight
};

/// What lies over texts: there they are cut out, and let pointers through.
struct Covers {
    std::vector<Box> boxes;
    bool isShaded = false; // by a dialog, which has all pointers and keys
};

/// How spans look that are alike.
struct SpanStyle {
    config::CssColor stroke;
    config::CssColor fill;
    std::string name; // of their labels; empty: they have none, or it is not shown

    bool operator==(const SpanStyle&) const = default;
};

/// Spans that came or changed, and those that are not shown any more: regions by their handles,
/// what was found by its place among all that was.
struct TextSpans {
    struct Span {
        std::uint32_t region = 0;
        editor::TextWorkspace::Range range;
        std::size_t style = 0; // of `styles`
    };
    /// Spans of different kinds lie over each other, and have numbers of their own.
    enum class Kind : std::uint8_t { Region, Offered, Found, Private };
    Kind kind = Kind::Region;
    bool isAll = false; // there are no others of that kind
    std::vector<SpanStyle> styles;
    std::vector<Span> spans;
    std::vector<std::uint32_t> gone;
};

/// An arrow between two regions of a text.
struct TextRelation {
    std::uint32_t relation = 0; // by their handles
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    annotation::Direction direction = annotation::Direction::Right;
    std::string label;      // empty: none
    bool isPointed = false; // at in a list

    bool operator==(const TextRelation&) const = default;
};

struct TextState {
    std::vector<std::uint32_t> selected;
    std::vector<std::uint32_t> pointed; // at in a list
    std::vector<std::size_t> hidden;    // phrases, by their places
    /// Was selected elsewhere just now, or is offered or found and looked at: it is to be seen.
    std::optional<editor::TextWorkspace::Range> revealed;
    std::optional<std::uint32_t> currentOffer;
    std::optional<editor::TextWorkspace::Range> spot; // stands out
    bool isSelecting = false; // what the browser has selected waits for a label
    bool canChange = false;   // ends of spans can be moved
    bool hasNames = false;    // room for the names of labels between the lines

    bool operator==(const TextState&) const = default;
};

} // namespace cartouche::ui
