// Ranker: the items of a List as cards in columns, moved by dragging them or by keys. List: its
// items, where no Ranker has them.

#include "core/language/message.h"
#include "ui/views/form_group.h"
#include "ui/views/rank_cards.h"
#include "ui/views/views.h"
#include "ui/widgets/fold_head.h"
#include "ui/widgets/interaction.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Ranking;
using editor::RankItem;

constexpr float kGap = 8.0F;
constexpr float kPadding = 10.0F;
constexpr float kHead = 30.0F;
constexpr float kLeastColumn = 180.0F; // narrower ones lie below each other
constexpr float kLeastBody = 44.0F;    // of a column without cards: something can be dropped there
constexpr float kClick = 4.0F;         // CSS pixels that a click may move

/// The columns of one Ranker, laid out at a width.
class Board {
public:
    Board(const Context& context, const config::Tag& tag, const config::Control& control,
          const config::Tag& list, float width)
        : m_tag(tag), m_items(rankItemsOf(context, list)),
          m_ranking(tag, list, m_items, context.editor.answerOf(control)) {
        layOut(context, width);
    }

    float height() const { return m_height; }
    Ranking& ranking() { return m_ranking; }

    void draw(Context& context, const Box& box) {
        const std::optional<Target> target = dropTarget(context, box);
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            drawColumn(context, column, box);
        }
        if (target) {
            drawTarget(context, *target, box);
        }
        drawDragged(context);
    }

    /// What was dropped or moved by keys; false: nothing.
    bool settle(Context& context, const Box& box) {
        bool hasMoved = false;
        RankBoard& board = context.rankBoard;
        for (const RankBoard::Move& move : std::exchange(board.moves, {})) {
            if (move.card.ranker == &m_tag) {
                hasMoved = moveBy(context, move) || hasMoved;
            } else {
                board.moves.push_back(move);
            }
        }
        if (board.drag && board.drag->card.ranker == &m_tag && !ImGui::IsMouseDown(0)) {
            const auto target = dropTarget(context, box);
            if (target) {
                m_ranking.move(board.drag->card.item, target->column, target->place);
                hasMoved = true;
            }
            board.drag.reset();
            context.wishes.needsFrame = true;
        }
        return hasMoved;
    }

private:
    static CardGrip gripOf(const Context& context) {
        return context.isForShow || context.editor.isReadonly() ? CardGrip() : kGrip;
    }

    struct Placed {
        Box box;                // of the whole column, from the board's corner
        std::vector<Box> cards; // the same; none of a column that is folded
        bool isOpen = true;
    };
    struct Target {
        std::size_t column = 0;
        std::size_t place = 0; // without the card itself
        float top = 0;         // from the board's corner
    };

    void layOut(const Context& context, float width) {
        const auto count = static_cast<float>(m_ranking.columns().size());
        const float beside = (width - kGap * (count - 1)) / count;
        const bool isStacked = beside < kLeastColumn;
        Box next{0, 0, isStacked ? width : beside, 0};
        for (const Ranking::Column& column : m_ranking.columns()) {
            Placed placed{next, {}, isOpen(context, column)};
            float top = next.top + kHead;
            const auto shown =
                placed.isOpen ? std::span(column.items) : std::span<const std::size_t>();
            for (const std::size_t item : shown) {
                const Box card{
                    next.left + kGap, top, next.width - 2 * kGap,
                    rankCardHeight(context, m_items[item], next.width - 2 * kGap, gripOf(context))};
                placed.cards.push_back(card);
                top = card.bottom() + kGap;
            }
            placed.box.height =
                placed.isOpen ? std::max(top - next.top, kHead + kLeastBody) : kHead;
            m_height = std::max(m_height, placed.box.bottom());
            (isStacked ? next.top : next.left) +=
                isStacked ? placed.box.height + kGap : next.width + kGap;
            m_columns.push_back(std::move(placed));
        }
        for (Placed& placed : m_columns) {
            placed.box.height = isStacked || !placed.isOpen ? placed.box.height : m_height;
        }
    }

    bool isOpen(const Context& context, const Ranking::Column& column) const {
        const auto& panels = context.workbench.openPanels;
        const auto found = panels.find(column.tag);
        return !m_tag.flag("collapsible") || found == panels.end() || found->second;
    }

    static Box onCanvas(const Box& at, const Box& box) {
        return {box.left + at.left, box.top + at.top, at.width, at.height};
    }

    void drawColumn(Context& context, std::size_t index, const Box& box) {
        const Ranking::Column& column = m_ranking.columns()[index];
        const Box at = onCanvas(m_columns[index].box, box);
        context.painter.fill(at, context.palette.stage, metrics::kRadius);
        const bool wasOpen = m_columns[index].isOpen;
        drawHead(context, column, wasOpen, {at.left, at.top, at.width, kHead});
        if (!wasOpen) {
            return;
        }
        SemanticsNode node;
        node.id = ImGui::GetID(column.key.c_str());
        node.role = "listbox";
        node.name = column.title.empty() ? column.key : column.title;
        node.box = at.corners();
        context.semantics.open(std::move(node));
        for (std::size_t place = 0; place < column.items.size(); ++place) {
            drawCard(context, column.items[place], place, column.items.size(),
                     onCanvas(m_columns[index].cards[place], box));
        }
        context.semantics.close();
    }

    void drawHead(Context& context, const Ranking::Column& column, bool wasOpen, const Box& box) {
        const std::string title = std::format(
            "{} ({})", column.title.empty() ? column.key : column.title, column.items.size());
        const TextStyle style{metrics::kSmallTextSize, Weight::SemiBold};
        const Color color = context.palette.textMuted;
        if (!m_tag.flag("collapsible")) {
            context.painter.textLine(
                {box.left + kPadding, box.top, box.width - 2 * kPadding, box.height}, title, color,
                style);
            return;
        }
        ImGui::PushID(column.tag);
        if (drawFoldHead(context, {"head", title, wasOpen, color, style}, box)) {
            context.workbench.openPanels[column.tag] = !wasOpen;
            context.wishes.needsFrame = true;
        }
        ImGui::PopID();
    }

    void drawCard(Context& context, std::size_t item, std::size_t place, std::size_t count,
                  const Box& box) {
        ImGui::PushID(static_cast<int>(item));
        const bool canMove = gripOf(context).width > 0;
        const Interaction state = interact(context, "card", box, Availability::Enabled,
                                           canMove ? Cursor::Grab : Cursor::Default);
        const RankBoard::Card card{&m_tag, item};
        RankBoard& board = context.rankBoard;
        if (canMove && state.isHeld && !board.drag) {
            const ImVec2 mouse = ImGui::GetIO().MousePos;
            board.drag = RankBoard::Drag{
                .card = card, .start = mouse, .offset = {mouse.x - box.left, mouse.y - box.top}};
        }
        const bool isDragged = board.drag && board.drag->card == card && board.drag->isMoving;
        if (isDragged) {
            context.painter.outline(box, context.palette.border, metrics::kRadius);
            m_draggedBox = box;
        } else {
            drawRankCard(context, m_items[item], box, state.isHovered, gripOf(context));
        }
        if (state.hasFocusRing) {
            context.painter.focusRing(box, context.palette.focus, metrics::kRadius);
        }
        if (canMove) {
            board.shown.push_back({state.id, card, {box.left, box.top, kGrip.width, box.height}});
        }
        SemanticsNode node;
        node.id = state.id;
        node.role = "option";
        node.name = nameOfCard(m_items[item]);
        node.description = canMove ? language::say("answers.card-hint") : "";
        node.position = place + 1;
        node.setSize = count;
        node.isFocusable = !context.isForShow;
        node.isDisabled = context.isForShow;
        node.box = box.corners();
        context.semantics.add(std::move(node));
        ImGui::PopID();
    }

    /// Where what is dragged would go now; nothing while it is a click, or over no column.
    std::optional<Target> dropTarget(Context& context, const Box& box) {
        RankBoard& board = context.rankBoard;
        if (!board.drag || board.drag->card.ranker != &m_tag) {
            return std::nullopt;
        }
        RankBoard::Drag& drag = *board.drag;
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        drag.isMoving =
            drag.isMoving || std::hypot(mouse.x - drag.start.x, mouse.y - drag.start.y) > kClick;
        const float x = mouse.x - box.left;
        const float y = mouse.y - box.top;
        for (std::size_t column = 0; drag.isMoving && column < m_columns.size(); ++column) {
            const Placed& placed = m_columns[column];
            if (x >= placed.box.left && x < placed.box.right() && y >= placed.box.top &&
                y < placed.box.bottom()) {
                return targetIn(column, drag.card.item, y);
            }
        }
        return std::nullopt;
    }

    Target targetIn(std::size_t column, std::size_t item, float y) const {
        const Placed& placed = m_columns[column];
        const auto& items = m_ranking.columns()[column].items;
        if (!placed.isOpen) { // behind all that is in it
            return {column, items.size(), placed.box.bottom()};
        }
        Target target{column, 0, placed.box.top + kHead - kGap / 2};
        for (std::size_t place = 0; place < items.size(); ++place) {
            const Box& card = placed.cards[place];
            if (y < card.center().y) {
                break;
            }
            target.place += items[place] == item ? 0 : 1;
            target.top = card.bottom() + kGap / 2;
        }
        return target;
    }

    void drawTarget(const Context& context, const Target& target, const Box& box) const {
        const Box column = onCanvas(m_columns[target.column].box, box);
        context.painter.fill(
            {column.left + kGap, box.top + target.top - 1.5F, column.width - 2 * kGap, 3},
            context.palette.accent, 1.5F);
    }

    void drawDragged(Context& context) const {
        const RankBoard& board = context.rankBoard;
        if (!board.drag || board.drag->card.ranker != &m_tag || !board.drag->isMoving) {
            return;
        }
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const Box box{mouse.x - board.drag->offset.x, mouse.y - board.drag->offset.y,
                      m_draggedBox.width, m_draggedBox.height};
        drawRankCard(context, m_items[board.drag->card.item], box, true, kGrip);
        context.wishes.cursor = Cursor::Grabbing;
        context.wishes.needsFrame = true;
    }

    /// Into a column that is folded, it unfolds: the card keeps the focus.
    bool moveBy(Context& context, const RankBoard::Move& move) {
        const auto& columns = m_ranking.columns();
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const auto& items = columns[column].items;
            const auto found = std::ranges::find(items, move.card.item);
            if (found == items.end()) {
                continue;
            }
            const auto last = static_cast<std::ptrdiff_t>(items.size()) - 1;
            const auto place = found - items.begin();
            const auto wanted = std::clamp(place + move.places, std::ptrdiff_t{0}, last);
            const auto target =
                std::clamp(static_cast<std::ptrdiff_t>(column) + move.columns, std::ptrdiff_t{0},
                           static_cast<std::ptrdiff_t>(columns.size()) - 1);
            const bool isMoving = wanted != place || target != static_cast<std::ptrdiff_t>(column);
            if (isMoving) {
                context.workbench.openPanels[columns[static_cast<std::size_t>(target)].tag] = true;
                m_ranking.move(move.card.item, static_cast<std::size_t>(target),
                               static_cast<std::size_t>(wanted));
            }
            return isMoving;
        }
        return false;
    }

    const config::Tag& m_tag;
    std::vector<RankItem> m_items;
    Ranking m_ranking;
    std::vector<Placed> m_columns;
    float m_height = 0;
    Box m_draggedBox; // where the card that is dragged was
};

const config::Tag* listOf(const Context& context, const config::Control& control) {
    return control.toNames.empty() ? nullptr
                                   : context.editor.interface().findObject(control.toNames.front());
}

} // namespace

float rankerHeight(const Context& context, const config::Tag& tag, float width) {
    const config::Control* control = findForm(context, tag);
    const config::Tag* list = control == nullptr ? nullptr : listOf(context, *control);
    return list == nullptr
               ? 0
               : problemHeight(context, tag) + Board(context, tag, *control, *list, width).height();
}

void drawRanker(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    const config::Tag* list = control == nullptr ? nullptr : listOf(context, *control);
    if (list == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "group", box);
    std::erase_if(context.rankBoard.shown,
                  [&tag](const RankBoard::Shown& shown) { return shown.card.ranker == &tag; });
    Board board(context, tag, *control, *list, room.width);
    SemanticsNode items; // whose cards these are
    items.id = ImGui::GetID("items");
    items.role = "group";
    items.name = list->name();
    items.box = room.corners();
    context.semantics.open(std::move(items));
    board.draw(context, room);
    context.semantics.close();
    if (board.settle(context, room)) {
        context.editor.answer(*control, board.ranking().answer());
        context.wishes.needsFrame = true;
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
