#include "ui/icons.h"

#include "ui/right_to_left.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numbers>
#include <optional>

namespace cartouche::ui {

namespace {

/// Draws on a grid of 24 x 24 whose middle is the icon's centre.
class Pen {
public:
    Pen(ImVec2 center, float size, Color color)
        : m_center(center), m_scale(size / 24.0F), m_color(color), m_width(2.0F * size / 24.0F) {}

    ImVec2 at(float x, float y) const {
        return {m_center.x + (x - 12) * m_scale, m_center.y + (y - 12) * m_scale};
    }
    void lines(std::initializer_list<ImVec2> points) const {
        for (const ImVec2& point : points) {
            list().PathLineTo(at(point.x, point.y));
        }
        list().PathStroke(m_color, 0, m_width);
    }
    /// An arc from one angle to another, in turns clockwise from three o'clock.
    void arc(float x, float y, float radius, float from, float to) const {
        constexpr float kTurn = 2 * std::numbers::pi_v<float>;
        list().PathArcTo(at(x, y), radius * m_scale, from * kTurn, to * kTurn);
        list().PathStroke(m_color, 0, m_width);
    }
    void dot(float x, float y) const { list().AddCircleFilled(at(x, y), 1.3F * m_scale, m_color); }
    void rectangle(float left, float top, float right, float bottom) const {
        list().AddRect(at(left, top), at(right, bottom), m_color, 2.5F * m_scale, 0, m_width);
    }

private:
    static ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

    ImVec2 m_center;
    float m_scale;
    Color m_color;
    float m_width;
};

void drawUndo(const Pen& pen) {
    pen.lines({{8, 4}, {3.5F, 8.5F}, {8, 13}});
    pen.lines({{4, 8.5F}, {14, 8.5F}});
    pen.arc(14, 14, 5.5F, -0.25F, 0.25F);
    pen.lines({{14, 19.5F}, {9, 19.5F}});
}

void drawRedo(const Pen& pen) {
    pen.lines({{16, 4}, {20.5F, 8.5F}, {16, 13}});
    pen.lines({{20, 8.5F}, {10, 8.5F}});
    pen.arc(10, 14, 5.5F, 0.25F, 0.75F);
    pen.lines({{10, 19.5F}, {15, 19.5F}});
}

void drawReset(const Pen& pen) {
    pen.arc(12, 12.5F, 7.5F, -0.37F, 0.45F);
    pen.lines({{5.5F, 3.5F}, {5.5F, 8.5F}, {10.5F, 8.5F}});
}

void drawCheck(const Pen& pen) {
    pen.lines({{5.5F, 12.5F}, {10, 17}, {18.5F, 7.5F}});
}

void drawAlert(const Pen& pen) {
    pen.arc(12, 12, 9, 0, 1);
    pen.lines({{12, 7.5F}, {12, 12.5F}});
    pen.dot(12, 16.3F);
}

void drawSearch(const Pen& pen) {
    pen.arc(11, 11, 6.5F, 0, 1);
    pen.lines({{15.8F, 15.8F}, {20, 20}});
}

void drawPicture(const Pen& pen) {
    pen.rectangle(3.5F, 4.5F, 20.5F, 19.5F);
    pen.lines({{4, 17}, {9.5F, 11.5F}, {14, 16}, {16.5F, 13.5F}, {20, 17}});
    pen.arc(15.5F, 9, 1.3F, 0, 1);
}

void drawClose(const Pen& pen) {
    pen.lines({{6.5F, 6.5F}, {17.5F, 17.5F}});
    pen.lines({{17.5F, 6.5F}, {6.5F, 17.5F}});
}

void drawArrow(const Pen& pen) {
    pen.lines(
        {{6, 4}, {6, 18}, {10, 14.5F}, {12.5F, 20}, {15, 19}, {12.5F, 13.5F}, {17.5F, 13}, {6, 4}});
}

void drawHand(const Pen& pen) {
    pen.lines({{12, 3}, {12, 21}});
    pen.lines({{3, 12}, {21, 12}});
    pen.lines({{9.5F, 5.5F}, {12, 3}, {14.5F, 5.5F}});
    pen.lines({{9.5F, 18.5F}, {12, 21}, {14.5F, 18.5F}});
    pen.lines({{5.5F, 9.5F}, {3, 12}, {5.5F, 14.5F}});
    pen.lines({{18.5F, 9.5F}, {21, 12}, {18.5F, 14.5F}});
}

void drawRectangle(const Pen& pen) {
    pen.rectangle(4, 6, 20, 18);
}

void drawEllipse(const Pen& pen) {
    pen.arc(12, 12, 8, 0, 1);
}

void drawPolygon(const Pen& pen) {
    pen.lines({{12, 3.5F}, {20.5F, 10}, {17, 20}, {7, 20}, {3.5F, 10}, {12, 3.5F}});
}

void drawKeyPoint(const Pen& pen) {
    pen.arc(12, 12, 3, 0, 1);
    pen.lines({{12, 3}, {12, 6}});
    pen.lines({{12, 18}, {12, 21}});
    pen.lines({{3, 12}, {6, 12}});
    pen.lines({{18, 12}, {21, 12}});
}

void drawZoomOut(const Pen& pen) {
    drawSearch(pen);
    pen.lines({{8, 11}, {14, 11}});
}

void drawZoomIn(const Pen& pen) {
    drawZoomOut(pen);
    pen.lines({{11, 8}, {11, 14}});
}

void drawZoomToFit(const Pen& pen) {
    pen.lines({{4, 9}, {4, 4}, {9, 4}});
    pen.lines({{15, 4}, {20, 4}, {20, 9}});
    pen.lines({{20, 15}, {20, 20}, {15, 20}});
    pen.lines({{9, 20}, {4, 20}, {4, 15}});
}

void drawEye(const Pen& pen) {
    pen.lines({{2.5F, 12},
               {6, 8},
               {12, 6},
               {18, 8},
               {21.5F, 12},
               {18, 16},
               {12, 18},
               {6, 16},
               {2.5F, 12}});
    pen.arc(12, 12, 2.5F, 0, 1);
}

void drawEyeClosed(const Pen& pen) {
    drawEye(pen);
    pen.lines({{4, 20}, {20, 4}});
}

void drawLock(const Pen& pen) {
    pen.rectangle(5, 11, 19, 20);
    pen.arc(12, 10, 4.5F, 0.5F, 1);
}

void drawLockOpen(const Pen& pen) {
    pen.rectangle(5, 11, 19, 20);
    pen.arc(16.5F, 10, 4.5F, 0.5F, 1);
}

void drawTrash(const Pen& pen) {
    pen.lines({{4, 7}, {20, 7}});
    pen.lines({{9, 6.5F}, {9.5F, 4}, {14.5F, 4}, {15, 6.5F}});
    pen.lines({{6, 7.5F}, {7, 20}, {17, 20}, {18, 7.5F}});
}

void drawBrush(const Pen& pen) {
    pen.lines({{20.5F, 3.5F}, {10.5F, 13.5F}});
    pen.arc(7.5F, 16.5F, 3.8F, -0.15F, 0.72F);
    pen.lines({{7.2F, 12.8F}, {3.5F, 20.5F}, {9, 20}});
}

void drawEraser(const Pen& pen) {
    pen.lines({{4, 15}, {14, 5}, {20, 11}, {11.5F, 19.5F}, {8.5F, 19.5F}, {4, 15}});
    pen.lines({{9, 10}, {15, 16}});
    pen.lines({{8.5F, 20}, {20, 20}});
}

void drawLink(const Pen& pen) {
    pen.arc(5.5F, 18.5F, 2.5F, 0, 1);
    pen.arc(18.5F, 5.5F, 2.5F, 0, 1);
    pen.lines({{7.5F, 16.5F}, {16.5F, 7.5F}});
}

void drawArrowRight(const Pen& pen) {
    pen.lines({{4, 12}, {20, 12}});
    pen.lines({{14.5F, 6.5F}, {20, 12}, {14.5F, 17.5F}});
}

void drawArrowLeft(const Pen& pen) {
    pen.lines({{4, 12}, {20, 12}});
    pen.lines({{9.5F, 6.5F}, {4, 12}, {9.5F, 17.5F}});
}

void drawArrowBoth(const Pen& pen) {
    drawArrowLeft(pen);
    drawArrowRight(pen);
}

void drawTurnedRectangle(const Pen& pen) {
    pen.lines({{4, 13}, {14, 4}, {20, 11}, {10, 20}, {4, 13}});
    pen.dot(4, 13);
    pen.dot(14, 4);
    pen.dot(20, 11);
}

void drawVector(const Pen& pen) {
    pen.lines({{6.5F, 17}, {8, 9.5F}, {12, 6.5F}, {16, 9.5F}, {17.5F, 17}});
    pen.rectangle(4, 17, 9, 21.5F);
    pen.rectangle(15, 17, 20, 21.5F);
    pen.lines({{4, 5.5F}, {20, 5.5F}});
}

void drawBitmask(const Pen& pen) {
    pen.rectangle(4, 4, 20, 20);
    pen.lines({{12, 4}, {12, 20}});
    pen.lines({{4, 12}, {20, 12}});
    pen.lines({{5, 8}, {11, 8}});
    pen.lines({{13, 16}, {19, 16}});
}

void drawMagicWand(const Pen& pen) {
    pen.lines({{4, 20}, {14, 10}});
    pen.lines({{17.5F, 3}, {17.5F, 7}});
    pen.lines({{15.5F, 5}, {19.5F, 5}});
    pen.lines({{8.5F, 4.5F}, {8.5F, 8.5F}});
    pen.lines({{6.5F, 6.5F}, {10.5F, 6.5F}});
    pen.lines({{18.5F, 12.5F}, {18.5F, 16.5F}});
    pen.lines({{16.5F, 14.5F}, {20.5F, 14.5F}});
}

void drawPerson(const Pen& pen) {
    pen.arc(12, 8, 4, 0, 1);
    pen.arc(12, 21, 7.5F, 0.53F, 0.97F);
}

/// What a model made.
void drawSparkle(const Pen& pen) {
    pen.lines({{11, 3},
               {13, 10},
               {20, 12.5F},
               {13, 15},
               {11, 22},
               {9, 15},
               {2, 12.5F},
               {9, 10},
               {11, 3}});
    pen.lines({{19, 2.5F}, {19, 7.5F}});
    pen.lines({{16.5F, 5}, {21.5F, 5}});
}

void drawStar(const Pen& pen) {
    pen.lines({{12, 3},
               {14.6F, 9},
               {21, 9.6F},
               {16.2F, 14},
               {17.6F, 20.4F},
               {12, 17},
               {6.4F, 20.4F},
               {7.8F, 14},
               {3, 9.6F},
               {9.4F, 9},
               {12, 3}});
}

void drawCopy(const Pen& pen) {
    pen.rectangle(8.5F, 8.5F, 20, 20);
    pen.lines({{5.5F, 15.5F}, {4, 15.5F}, {4, 4}, {15.5F, 4}, {15.5F, 5.5F}});
}

void drawPlus(const Pen& pen) {
    pen.lines({{12, 4.5F}, {12, 19.5F}});
    pen.lines({{4.5F, 12}, {19.5F, 12}});
}

void drawClock(const Pen& pen) {
    pen.arc(12, 12, 8.5F, 0, 1);
    pen.lines({{12, 7}, {12, 12.5F}, {15.5F, 14.5F}});
}

void drawArrowUp(const Pen& pen) {
    pen.lines({{12, 20}, {12, 4}});
    pen.lines({{6.5F, 9.5F}, {12, 4}, {17.5F, 9.5F}});
}

void drawArrowDown(const Pen& pen) {
    pen.lines({{12, 4}, {12, 20}});
    pen.lines({{6.5F, 14.5F}, {12, 20}, {17.5F, 14.5F}});
}

void drawList(const Pen& pen) {
    for (const float line : {6.5F, 12.0F, 17.5F}) {
        pen.dot(5, line);
        pen.lines({{9, line}, {20, line}});
    }
}

void drawFront(const Pen& pen) {
    pen.lines({{5, 4}, {19, 4}});
    pen.lines({{12, 20}, {12, 8}});
    pen.lines({{6.5F, 13.5F}, {12, 8}, {17.5F, 13.5F}});
}

void drawBack(const Pen& pen) {
    pen.lines({{5, 20}, {19, 20}});
    pen.lines({{12, 4}, {12, 16}});
    pen.lines({{6.5F, 10.5F}, {12, 16}, {17.5F, 10.5F}});
}

void drawColumns(const Pen& pen) {
    pen.rectangle(3.5F, 4.5F, 10, 19.5F);
    pen.rectangle(14, 4.5F, 20.5F, 19.5F);
}

/// A word with a line below it.
void drawText(const Pen& pen) {
    pen.lines({{6, 6.5F}, {6, 4}, {18, 4}, {18, 6.5F}});
    pen.lines({{12, 4}, {12, 15.5F}});
    pen.lines({{4, 20}, {20, 20}});
}

void drawSelectSeveral(const Pen& pen) {
    drawCopy(pen);
    pen.lines({{11, 14.5F}, {13.5F, 17}, {17.5F, 11.5F}});
}

/// A point between two lines.
void drawRemovePoint(const Pen& pen) {
    pen.arc(9, 15, 3, 0, 1);
    pen.lines({{2.5F, 21.5F}, {6.8F, 17.2F}});
    pen.lines({{11.2F, 12.8F}, {14.5F, 9.5F}});
    pen.lines({{14.5F, 5}, {21.5F, 5}});
}

void drawInsertPoint(const Pen& pen) {
    drawRemovePoint(pen);
    pen.lines({{18, 1.5F}, {18, 8.5F}});
}

/// A curve below the line that bends it.
void drawBendPoint(const Pen& pen) {
    pen.arc(12, 18, 9, 0.5F, 1);
    pen.lines({{4, 5.5F}, {20, 5.5F}});
    pen.arc(4, 5.5F, 1.2F, 0, 1);
    pen.arc(20, 5.5F, 1.2F, 0, 1);
}

void drawOpenPath(const Pen& pen) {
    pen.arc(12, 12, 8, 0.07F, 0.68F);
    pen.arc(12, 4, 1.8F, 0, 1);
    pen.arc(20, 12, 1.8F, 0, 1);
}

/// A pen, and a line that grows under it.
void drawPressure(const Pen& pen) {
    pen.lines({{10, 15}, {11, 10.5F}, {18, 3.5F}, {21, 6.5F}, {14, 13.5F}, {10, 15}});
    pen.lines({{3, 20}, {21, 17.5F}, {21, 22}, {3, 20}});
}

/// In the order of the enumeration.
constexpr std::array kDrawings{
    drawUndo,       drawRedo,      drawReset,         drawCheck,           drawAlert,
    drawSearch,     drawPicture,   drawClose,         drawArrow,           drawHand,
    drawRectangle,  drawEllipse,   drawPolygon,       drawKeyPoint,        drawZoomIn,
    drawZoomOut,    drawZoomToFit, drawEye,           drawEyeClosed,       drawLock,
    drawLockOpen,   drawTrash,     drawBrush,         drawEraser,          drawLink,
    drawArrowRight, drawArrowLeft, drawArrowBoth,     drawTurnedRectangle, drawVector,
    drawBitmask,    drawMagicWand, drawPerson,        drawSparkle,         drawStar,
    drawCopy,       drawPlus,      drawClock,         drawArrowUp,         drawArrowDown,
    drawList,       drawFront,     drawBack,          drawColumns,         drawText,
    drawUndo,       drawRedo,      drawSelectSeveral, drawRemovePoint,     drawInsertPoint,
    drawBendPoint,  drawOpenPath,  drawPressure};

/// Forward and back are other ways where lines begin on the right.
bool pointsAlongLines(Icon icon) {
    constexpr std::array kPointing{Icon::Undo,      Icon::Redo,      Icon::ArrowRight,
                                   Icon::ArrowLeft, Icon::ArrowBoth, Icon::List};
    return std::ranges::contains(kPointing, icon);
}

} // namespace

void drawIcon(Icon icon, ImVec2 center, float size, Color color) {
    std::optional<Upright> upright;
    if (!pointsAlongLines(icon)) {
        upright.emplace(Box{center.x - size / 2, center.y - size / 2, size, size});
    }
    kDrawings[static_cast<std::size_t>(icon)](Pen(center, size, color));
}

} // namespace cartouche::ui
