#pragma once

#include "core/config/tag.h"
#include "editor/commands.h"
#include "ui/box.h"

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cartouche::ui {

/// What is under way with the cards of Rankers: one is dragged, others are moved by keys.
struct RankBoard {
    struct Card {
        const config::Tag* ranker = nullptr;
        std::size_t item = 0;

        bool operator==(const Card&) const = default;
    };
    /// By so many columns or places.
    struct Move {
        Card card;
        int columns = 0;
        int places = 0;
    };
    struct Drag {
        Card card;
        ImVec2 start;          // where it was pressed
        ImVec2 offset;         // from the card's corner to that
        bool isMoving = false; // so far that it is no click
    };
    struct Shown {
        std::uint32_t widget = 0;
        Card card;
        Box grip; // what a finger drags it by
    };

    /// Ctrl and an arrow on the card that has the focus. True if it was that.
    bool pressKey(std::uint32_t focused, const editor::KeyPress& press);

    bool hasGripAt(float x, float y) const;

    std::optional<Drag> drag;
    std::vector<Move> moves;  // since the last frame
    std::vector<Shown> shown; // in the last frame
};

} // namespace cartouche::ui
