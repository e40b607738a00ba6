// View: its children one below the other, beside each other or in a grid, as its style says. What
// height is left goes to those that can use it.

#include "ui/view_styles.h"
#include "ui/views/list_forms.h"
#include "ui/views/view.h"
#include "ui/views/view_panel.h"
#include "ui/views/views.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using config::Tag;
using Flow = ViewStyle::Flow;

/// Narrower than this, what would stand beside others stands below them.
constexpr float kLeastCell = 200.0F;

/// nullptr for what is not drawn, or not now.
const View* findShown(const Context& context, const Tag& tag) {
    const bool isShown = context.editor.isVisible(tag) && !context.viewStyles.of(tag).isHidden &&
                         !standsInList(context, tag);
    return isShown ? findView(tag.kind()) : nullptr;
}

bool stretches(const Context& context, const Tag& tag) {
    const View* view = findShown(context, tag);
    return view != nullptr && view->canStretch(context, tag);
}

float heightOf(const Context& context, const Tag& tag, float width) {
    const View* view = findShown(context, tag);
    return view == nullptr ? 0 : view->height(context, tag, width);
}

struct Cell {
    const Tag* tag = nullptr;
    float left = 0; // from the View's
    float width = 0;
    float height = 0;
};

/// Children that stand beside each other.
struct Line {
    std::vector<Cell> cells;
    float height = 0;
    bool canStretch = false;
};

/// Of what is only text, so that it takes no more room beside others than it needs.
std::optional<float> naturalWidth(const Context& context, const Tag& tag) {
    if (tag.kind() == config::TagKind::Header) {
        return headerWidth(context, tag);
    }
    if (tag.kind() != config::TagKind::View) {
        return std::nullopt;
    }
    float widest = 0;
    for (const auto& child : tag.children()) {
        const auto own = findShown(context, *child) == nullptr ? std::optional(0.0F)
                                                               : naturalWidth(context, *child);
        if (!own) {
            return std::nullopt;
        }
        widest = std::max(widest, *own);
    }
    return widest;
}

bool isStack(const View& view) {
    return view.draw == drawStack;
}

/// Whether anything of it is seen. Heights of Views are asked for once: each asks for its own.
bool isSeen(const Context& context, const Tag& tag, float width) {
    const View* view = findShown(context, tag);
    if (view == nullptr || !isStack(*view)) {
        return view != nullptr && view->height(context, tag, width) > 0;
    }
    return std::ranges::any_of(tag.children(),
                               [&](const auto& child) { return isSeen(context, *child, width); });
}

class Stack {
public:
    Stack(const Context& context, const Tag& tag, float width)
        : m_context(context), m_style(context.viewStyles.of(tag)), m_width(width) {
        for (const auto& child : tag.children()) {
            if (isSeen(context, *child, width)) {
                m_children.push_back(child.get());
            }
        }
        m_style.flow == Flow::Row    ? layOutRow()
        : m_style.flow == Flow::Grid ? layOutGrid()
                                     : layOutColumn();
        for (Line& line : m_lines) {
            for (Cell& cell : line.cells) {
                cell.height = heightOf(context, *cell.tag, cell.width);
                line.height = std::max(line.height, cell.height);
                line.canStretch = line.canStretch || stretches(context, *cell.tag);
            }
        }
    }

    float height() const {
        float height = 0;
        for (const Line& line : m_lines) {
            height += line.height + (height > 0 ? metrics::kGap : 0);
        }
        return height;
    }

    void draw(Context& context, const Box& box) const {
        const auto stretching = std::ranges::count(m_lines, true, &Line::canStretch);
        const float left = std::max(0.0F, box.height - height());
        const float share = stretching > 0 ? left / static_cast<float>(stretching) : 0;
        float top = box.top;
        for (const Line& line : m_lines) {
            const float height = line.height + (line.canStretch ? share : 0);
            for (const Cell& cell : line.cells) {
                const bool isWhole = line.cells.size() == 1 || stretches(context, *cell.tag);
                findView(cell.tag->kind())
                    ->draw(context, *cell.tag,
                           {box.left + cell.left, top, cell.width, isWhole ? height : cell.height});
            }
            top += height + metrics::kGap;
        }
    }

private:
    float gap() const { return m_style.gap.value_or(metrics::kGap); }

    void layOutColumn() {
        for (const Tag* child : m_children) {
            const auto wish = m_context.viewStyles.of(*child).width;
            addWhole(child, wish ? std::clamp(wish->in(m_width), 1.0F, m_width) : m_width);
        }
    }

    void addWhole(const Tag* child, float width) {
        m_lines.push_back({.cells = {{child, 0, width}}});
    }

    void layOutRow() {
        if (!m_style.wraps) {
            layOutLine(m_children);
            return;
        }
        std::vector<const Tag*> line;
        float left = 0;
        for (const Tag* child : m_children) {
            const float own = ownWidth(*child).value_or(m_width);
            if (!line.empty() && left + own > m_width + 0.5F) {
                layOutLine(std::exchange(line, {}));
                left = 0;
            }
            line.push_back(child);
            left += own + gap();
        }
        layOutLine(line);
    }

    /// Of what says how wide it is, or is only text; nothing of what shares what others leave.
    std::optional<float> ownWidth(const Tag& child) const {
        const ViewStyle& style = m_context.viewStyles.of(child);
        if (style.grow || !style.width) {
            return style.grow ? std::nullopt : naturalWidth(m_context, child);
        }
        const float wish = style.width->in(m_width);
        const bool isTooNarrow = style.width->isPart && wish < kLeastCell;
        return isTooNarrow ? m_width : wish;
    }

    /// What has no room beside others stands below them.
    void layOutLine(const std::vector<const Tag*>& children) {
        if (children.empty()) {
            return;
        }
        Line line;
        const float gaps = gap() * static_cast<float>(children.size() - 1);
        float fixed = gaps;
        float grow = 0;
        std::vector<float> shares;
        for (const Tag* child : children) {
            const ViewStyle& style = m_context.viewStyles.of(*child);
            const auto own = ownWidth(*child);
            shares.push_back(own ? 0 : std::max(style.grow.value_or(1), 0.01F));
            grow += shares.back();
            fixed += own.value_or(0);
            line.cells.push_back({child, 0, own.value_or(0)});
        }
        const bool isFull = grow == 0 && fixed > m_width;
        if (isFull && fixed - gaps < m_width + 0.5F) {
            shrink(line); // halves and quarters leave no room for the gaps
        } else if (isFull || (grow > 0 && (m_width - fixed) / grow < leastShare(shares))) {
            std::ranges::for_each(children, [this](const Tag* child) { addWhole(child, m_width); });
            return;
        }
        float left = 0;
        for (std::size_t index = 0; index < line.cells.size(); ++index) {
            Cell& cell = line.cells[index];
            cell.left = left;
            cell.width += grow > 0 ? (m_width - fixed) * shares[index] / grow : 0;
            left += cell.width + gap();
        }
        m_lines.push_back(std::move(line));
    }

    /// Of one share, so that the smallest cell is wide enough.
    static float leastShare(const std::vector<float>& shares) {
        float least = 0;
        for (const float share : shares) {
            least = share > 0 ? std::max(least, std::min(kLeastCell, kLeastCell / share)) : least;
        }
        return least;
    }

    void shrink(Line& line) const {
        const float gaps = gap() * static_cast<float>(line.cells.size() - 1);
        for (Cell& cell : line.cells) {
            cell.width *= (m_width - gaps) / m_width;
        }
    }

    void layOutGrid() {
        const auto tracks =
            m_style.grid.empty() ? std::vector<ViewLength>{{1, true}} : m_style.grid;
        float fixed = gap() * static_cast<float>(tracks.size() - 1);
        float shares = 0;
        float least = 0;
        for (const ViewLength& track : tracks) {
            (track.isPart ? shares : fixed) += track.value;
            least = std::max(least, track.isPart && track.value >= 1 ? kLeastCell : 0);
        }
        const float share = shares > 0 ? (m_width - fixed) / shares : 0;
        if (tracks.size() > 1 && (fixed > m_width || share < std::min(least, kLeastCell / 2))) {
            std::ranges::for_each(m_children,
                                  [this](const Tag* child) { addWhole(child, m_width); });
            return;
        }
        float left = 0;
        for (std::size_t index = 0; index < m_children.size(); ++index) {
            const std::size_t column = index % tracks.size();
            if (column == 0) {
                m_lines.emplace_back();
                left = 0;
            }
            const ViewLength& track = tracks[column];
            const float width = track.isPart ? share * track.value : track.value;
            m_lines.back().cells.push_back({m_children[index], left, width});
            left += width + gap();
        }
    }

    const Context& m_context;
    const ViewStyle& m_style;
    float m_width;
    std::vector<const Tag*> m_children; // that are drawn
    std::vector<Line> m_lines;
};

} // namespace

float stackHeight(const Context& context, const Tag& tag, float width) {
    const ViewPanel& panel = context.viewStyles.of(tag).panel;
    return Stack(context, tag, width - besidePanel(context, panel)).height() +
           abovePanel(context, panel);
}

bool stackStretches(const Context& context, const Tag& tag) {
    return std::ranges::any_of(
        tag.children(), [&context](const auto& child) { return stretches(context, *child); });
}

void drawStack(Context& context, const Tag& tag, const Box& box) {
    const Box room = drawViewPanel(context, context.viewStyles.of(tag).panel, box);
    Stack(context, tag, room.width).draw(context, room);
}

} // namespace cartouche::ui
