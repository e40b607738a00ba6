#pragma once

#include "ui/context.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace cartouche::ui {

inline constexpr float kRowIndent = 16.0F; // CSS pixels a level
inline constexpr float kRowGripWidth = 22.0F;

/// Where the rows of the list of regions stand: below that of the selected region there is room for
/// what is asked about it.
struct RowPlaces {
    std::size_t opened = SIZE_MAX; // the row with the room
    float room = 0;

    float topOf(std::size_t row) const;
    /// The last row that begins above a place.
    std::size_t rowAt(float place) const;
};

/// How a row is read: of regions with their numbers.
std::string regionRowName(Context& context, annotation::AreaHandle region, std::size_t number);

/// A row is pressed: its regions are dragged once the pointer moves.
void holdRow(Context& context, std::size_t row);
/// Whether regions are dragged: the press of a row is no click then.
bool isDraggingRegions(const Context& context);
/// Within the list, once its rows are drawn: a mark where the regions would land, and the regions
/// at the pointer. Files them there when they are let go. `width`: of the rows.
void drawRegionDrag(Context& context, const RowPlaces& places, const Box& list, float width);

} // namespace cartouche::ui
