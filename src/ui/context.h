#pragma once

#include "core/diagnostics/diagnostic.h"
#include "editor/editor.h"
#include "editor/region_style.h"
#include "ui/draw.h"
#include "ui/image_store.h"
#include "ui/rank_board.h"
#include "ui/semantics.h"
#include "ui/table_grid.h"
#include "ui/text_messages.h"
#include "ui/theme.h"
#include "ui/thumbnails.h"
#include "ui/workbench.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::ui {

class AnswerTrees;
class RegionLayers;
class TextLayers;
struct SidePanelState;
class ViewStyles;

enum class Cursor { Default, Pointer, Text, Cross, Move, Grab, Grabbing, Resize, ResizeAcross };

/// A control, by its place in the config. What a Repeater repeats stands in one place, and has
/// names of its own.
struct Attention {
    diagnostics::Location where;
    std::string name; // empty: whichever is seen first

    bool isFor(const config::Tag& tag) const {
        return tag.where() == where && (name.empty() || tag.name() == name);
    }
};

inline Attention attentionFor(const config::Tag& tag) {
    return {tag.where(), std::string(tag.name())};
}

/// What the page asked of a widget by its id since the last frame; the widget takes it when drawn.
struct Requests {
    std::uint32_t activated = 0;
    std::uint32_t committed = 0;
    std::map<std::uint32_t, std::string> texts;
    std::map<std::uint32_t, double> steps; // by which sliders and splitters are to move
    /// Scroll this widget into view: it just got the focus.
    std::uint32_t revealed = 0;
    /// This control refused a submit: its first widget takes the focus.
    std::optional<Attention> attention;
};

/// A text that the page is to put into a field, in the place of what is selected there.
struct Insertion {
    std::uint32_t field = 0;
    std::string text;
};

/// A key that does so while the field has the focus.
struct TypingKey {
    std::string hotkey;
    Insertion insertion;
};

/// What this frame asks of the page.
struct Wishes {
    Cursor cursor = Cursor::Default;
    std::uint32_t focused = 0; // 0: leave the focus where it is
    /// Gets the focus in the next frame, when what covered it is gone.
    std::uint32_t focusBack = 0;
    bool needsFrame = false; // something moves, or waits for time to pass
    std::optional<editor::CommandId> command;
    std::optional<editor::CommandId> confirmed; // one that was asked about
    /// Something else to do once the frame is drawn: what is shown must not change within it.
    using Change = std::variant<editor::CommandId, std::function<void(editor::Editor&)>>;
    std::optional<Change> change;
    bool isNoticeActionPressed = false;
    std::optional<Insertion> insertion;
};

struct Notice {
    enum class Kind { Info, Success, Error };
    Kind kind = Kind::Info;
    std::string text;
    std::string action; // empty: no button
};

/// Where an image is shown in this frame: presses there are its workspace's.
struct Stage {
    editor::ImageWorkspace* image = nullptr;
    Box box;     // in which its points are counted
    Box visible; // what of it is not scrolled away
    std::uint32_t widget = 0;
    Box over; // what lies on it and has presses of its own; empty: nothing does
};

/// A part of the canvas that scrolls by itself, as it stood in this frame: wheels and fingers are
/// answered at once, from here.
struct ScrollArea {
    Box box;
    std::uint32_t window = 0; // ImGui's id of it
    ImVec2 position;          // CSS pixels
    ImVec2 end;
};

/// Everything a widget needs to draw itself and to report what happened to it, for one frame.
struct Context {
    editor::Editor& editor;
    const ImageStore& images;
    const Palette& palette;
    Painter painter;
    Semantics& semantics;
    Requests& requests;
    Wishes& wishes;
    Workbench& workbench;
    std::vector<Stage>& stages;
    std::vector<TextPlace>& textPlaces;
    Covers& covers;
    const TextLayers& textLayers;
    std::vector<ScrollArea>& scrollAreas; // the last one lies on top
    std::vector<TypingKey>& typingKeys;
    std::vector<std::string>& pictures; // addresses of those that this frame shows beside images
    Thumbnails& thumbnails;
    SidePanelState& sidePanel;
    AnswerTrees& answerTrees;
    TableGrids& tableGrids;
    const ViewStyles& viewStyles;
    RankBoard& rankBoard;
    editor::RegionStyles& styles;
    editor::RegionStyles& faintStyles; // of what is only offered
    RegionLayers* layers;              // nullptr where nothing is really drawn
    const std::optional<Notice>& notice;
    const std::string& unsaved; // how many annotations the host lacks, in words; empty: none
    /// Regions that stand out, since the pointer is on what stands for them elsewhere.
    std::span<const annotation::AreaHandle> pointed;
    std::uint32_t focusedId = 0;
    bool isFocusVisible = false;
    bool isNarrow = false;
    /// What is drawn can only be looked at: widgets take neither presses nor the focus.
    bool isForShow = false;
    /// Of the press that was last: 2 for the second one of a double click.
    int clickCount = 0;

    float margin() const { return isNarrow ? 12.0F : 24.0F; }
};

} // namespace cartouche::ui
