// Table: rows of texts under a head. It scrolls if it is higher than there is room for.

#include "core/task/object_value.h"
#include "ui/table_grid.h"
#include "ui/views/views.h"
#include "ui/widgets/scrolled.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kMostHeight = 320.0F;
constexpr float kPadding = 10.0F;
constexpr float kLeastColumn = 80.0F;
constexpr float kMostColumn = 360.0F;
constexpr TextStyle kHeadStyle{metrics::kSmallTextSize, Weight::SemiBold};
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::Regular};

using Grid = TableGrid;

void measureColumns(const Context& context, Grid& grid, float width) {
    const auto widen = [&](const std::vector<std::string>& row, TextStyle style) {
        grid.widths.resize(std::max(grid.widths.size(), row.size()), kLeastColumn);
        for (std::size_t column = 0; column < row.size(); ++column) {
            const float own =
                std::ceil(context.painter.measure(row[column], style).x) + 2 * kPadding;
            grid.widths[column] = std::max(grid.widths[column], std::min(own, kMostColumn));
        }
    };
    widen(grid.rows.head, kHeadStyle);
    for (const auto& row : grid.rows.rows) {
        widen(row, kStyle);
    }
    if (!grid.widths.empty() && grid.width() < width) {
        grid.widths.back() += width - grid.width();
    }
}

void measureRows(const Context& context, Grid& grid) {
    const auto add = [&](const std::vector<std::string>& row, TextStyle style) {
        float height = 0;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const float room = grid.widths[column] - 2 * kPadding;
            height = std::max(height, context.painter.measureHeight(row[column], style, room));
        }
        grid.heights.push_back(std::ceil(height + kPadding)); // ImGui scrolls whole pixels
    };
    if (!grid.rows.head.empty()) {
        add(grid.rows.head, kHeadStyle);
    }
    for (const auto& row : grid.rows.rows) {
        add(row, kStyle);
    }
}

/// Whether it is to be scrolled sideways.
bool isWide(const Grid& grid, float width) {
    return grid.width() > width + 0.5F;
}

/// Made anew when there is another width.
const Grid& gridOf(const Context& context, const config::Tag& tag, float width) {
    Grid& grid = context.tableGrids[&tag];
    if (grid.madeFor == width) {
        return grid;
    }
    grid = {};
    grid.madeFor = width;
    grid.rows = task::readTableRows(tag, task::resolveValue(tag, context.editor.task().data).value);
    measureColumns(context, grid, width);
    measureRows(context, grid);
    return grid;
}

void drawRow(Context& context, const Grid& grid, const std::vector<std::string>& row, int index,
             bool isHead, const Box& box) {
    SemanticsNode node;
    ImGui::PushID(index);
    node.id = ImGui::GetID("row");
    node.role = "row";
    node.box = box.corners();
    context.semantics.open(std::move(node));
    float left = box.left;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const Box cell{left, box.top, grid.widths[column], box.height};
        context.painter.textBlock({cell.left + kPadding, cell.top + kPadding / 2,
                                   cell.width - 2 * kPadding, cell.height - kPadding},
                                  row[column],
                                  isHead ? context.palette.textMuted : context.palette.text,
                                  isHead ? kHeadStyle : kStyle);
        SemanticsNode text;
        text.id = ImGui::GetID(static_cast<int>(column));
        text.role = isHead ? "columnheader" : "cell";
        text.name = row[column];
        text.box = cell.corners();
        context.semantics.add(std::move(text));
        left = cell.right();
    }
    context.semantics.close();
    ImGui::PopID();
    context.painter.fill({box.left, box.bottom() - 1, box.width, 1}, context.palette.border);
}

/// Only the rows that are seen.
void drawRows(Context& context, const Grid& grid, const Box& box, float width) {
    const bool hasHead = !grid.rows.head.empty();
    float top = box.top - ImGui::GetScrollY();
    for (std::size_t index = 0; index < grid.heights.size(); ++index) {
        const float height = grid.heights[index];
        if (top + height >= box.top && top <= box.bottom()) {
            const bool isHead = hasHead && index == 0;
            drawRow(context, grid,
                    isHead ? grid.rows.head : grid.rows.rows[index - (hasHead ? 1 : 0)],
                    static_cast<int>(index), isHead,
                    {box.left - ImGui::GetScrollX(), top, std::max(width, grid.width()), height});
        }
        top += height;
    }
}

} // namespace

float tableHeight(const Context& context, const config::Tag& tag, float width) {
    const Grid& grid = gridOf(context, tag, width - 2);
    const float bar = isWide(grid, width - 2) ? ImGui::GetStyle().ScrollbarSize : 0;
    return std::min(grid.height() + bar + 2, kMostHeight);
}

void drawTable(Context& context, const config::Tag& tag, const Box& box) {
    ImGui::PushID(&tag);
    const Grid& grid = gridOf(context, tag, box.width - 2);
    context.painter.outline(box, context.palette.border, metrics::kRadius);
    const Box inner = box.inset(1);
    const float width = beginScrolled(
        "table", inner, isWide(grid, inner.width) ? Scrolling::Both : Scrolling::Down);
    SemanticsNode node;
    node.id = ImGui::GetID("grid");
    node.role = "table";
    node.name = tag.name();
    node.box = inner.corners();
    context.semantics.open(std::move(node));
    drawRows(context, grid, inner, width);
    context.semantics.close();
    endScrolled(context, inner, grid.height(), grid.width());
    ImGui::PopID();
}

} // namespace cartouche::ui
