// All annotations and predictions of the task beside each other: each a header and, below it, the
// labeling interface as it looks with that one.

#include "core/language/message.h"
#include "ui/entry_text.h"
#include "ui/panels/agreement_panel.h"
#include "ui/panels/compare_bar.h"
#include "ui/panels/compare_header.h"
#include "ui/panels/panels.h"
#include "ui/region_layers.h"
#include "ui/views/view.h"
#include "ui/widgets/scrolled.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kGap = 8.0F;
constexpr float kLeastWidth = 280.0F; // of a column
constexpr float kPadding = 8.0F;
constexpr float kAgreementWidth = 300.0F;
constexpr float kAgreementShare = 0.4F; // of the height, where it lies below
constexpr float kLeastBody = 280.0F;    // where columns lie below each other

class ComparePanel {
public:
    ComparePanel(Context& context, const Box& box)
        : m_context(context), m_comparison(*context.editor.comparison()), m_box(box),
          m_titles(entryTitles(context.editor.entries())), m_isSeen(m_comparison.count()) {}

    void draw() {
        SemanticsNode node;
        node.id = ImGui::GetID("comparison");
        node.role = "region";
        node.name = language::say("comparison.title");
        node.box = m_box.corners();
        m_context.semantics.open(std::move(node));
        drawCompareBar(m_context, {m_box.left, m_box.top, m_box.width, kCompareBarHeight});
        m_comparison.follow();
        m_comparison.point();
        Box room{m_box.left + kGap, m_box.top + kCompareBarHeight, m_box.width - 2 * kGap,
                 m_box.height - kCompareBarHeight};
        const bool hasAgreement = isAgreementShown(m_context, m_box.width);
        const Box agreement = hasAgreement ? takeAgreement(room) : Box{};
        room.width < 2 * kLeastWidth + kGap ? drawStacked(room) : drawBeside(room);
        if (hasAgreement) {
            drawAgreementPanel(m_context, agreement);
        }
        forgetUnseen();
        m_context.semantics.close();
    }

private:
    /// Takes the room of the agreement from that of the columns: beside them, or below where they
    /// would have too little.
    static Box takeAgreement(Box& room) {
        if (room.width - kAgreementWidth >= kLeastWidth + kGap) {
            room.width -= kAgreementWidth + kGap;
            return {room.right() + kGap, room.top, kAgreementWidth, room.height - kGap};
        }
        const float height = room.height * kAgreementShare;
        room.height -= height + kGap;
        return {room.left, room.bottom() + kGap, room.width, height - kGap};
    }

    /// As many columns as fit, the rest by scrolling; headers stay in view.
    void drawBeside(const Box& room) {
        const float wide = beginScrolled("columns", room, Scrolling::Both);
        const float scrollX = ImGui::GetScrollX();
        const auto count = static_cast<float>(m_comparison.count());
        const float fitting =
            std::clamp(std::floor((wide + kGap) / (kLeastWidth + kGap)), 1.0F, count);
        const float width = (wide - kGap * (fitting - 1)) / fitting;
        const float bar = fitting < count ? ImGui::GetStyle().ScrollbarSize : 0;
        const Box frame{room.left - scrollX, room.top + kCompareHeaderHeight, width,
                        room.height - kCompareHeaderHeight - kGap - bar};
        const auto leftOf = [&frame](std::size_t column) {
            return frame.left + static_cast<float>(column) * (frame.width + kGap);
        };
        float height = frame.height;
        for (std::size_t column = 0; column < m_comparison.count(); ++column) {
            const float left = leftOf(column);
            m_isSeen[column] = left < room.right() && left + width > room.left;
            height = m_isSeen[column] ? std::max(height, bodyHeight(column, width)) : height;
        }
        for (std::size_t column = 0; column < m_comparison.count(); ++column) {
            const Box header{leftOf(column), room.top, width, kCompareHeaderHeight};
            const Box seen{header.left, frame.top, width, frame.height};
            drawColumn(column, header, seen,
                       {header.left, frame.top - ImGui::GetScrollY(), width, height});
        }
        endScrolled(m_context, room, kCompareHeaderHeight + height + kGap,
                    count * (width + kGap) - kGap);
    }

    /// One below the other, where there is no room beside.
    void drawStacked(const Box& room) {
        const float width = beginScrolled("columns", room);
        float top = room.top - ImGui::GetScrollY();
        const float begin = top;
        float height = kLeastBody;
        for (std::size_t column = 0; column < m_comparison.count(); ++column) {
            const Box header{room.left, top, width, kCompareHeaderHeight};
            const bool isNear = header.top < room.bottom() && header.bottom() + height > room.top;
            m_isSeen[column] = isNear;
            if (isNear || m_comparison.findSheet(column) != nullptr) {
                height = std::max(kLeastBody, bodyHeight(column, width));
            }
            const Box body{room.left, header.bottom(), width, height};
            drawColumn(column, header, body, body);
            top = body.bottom() + kGap;
        }
        endScrolled(m_context, room, top - begin);
    }

    float bodyHeight(std::size_t column, float width) {
        const editor::Editor::Glance glance(m_context.editor, m_comparison.open(column));
        const config::Tag& root = m_context.editor.interface().root();
        const View* view = findView(root.kind());
        m_context.isForShow = true;
        const float height =
            view == nullptr ? 0 : view->height(m_context, root, width - 2 * kPadding);
        m_context.isForShow = false;
        return height + 2 * kPadding;
    }

    /// `seen`: where the body is seen, which may be scrolled.
    void drawColumn(std::size_t column, const Box& header, const Box& seen, const Box& body) {
        const std::string& id = m_comparison.entry(column).id;
        ImGui::PushID(id.data(), id.data() + id.size());
        SemanticsNode group;
        group.id = ImGui::GetID("column");
        group.role = "group";
        group.name = m_titles[column];
        group.box = {header.left, header.top, header.right(), seen.bottom()};
        m_context.semantics.open(std::move(group));
        drawCompareHeader(m_context, column, m_titles[column], header);
        if (m_isSeen[column]) {
            ImGui::PushClipRect(seen.min(), seen.max(), true);
            drawBody(column, body.inset(kPadding));
            ImGui::PopClipRect();
        }
        m_context.painter.outline(
            {header.left, header.top, header.width, seen.bottom() - header.top},
            m_context.palette.border);
        m_context.semantics.close();
        const bool isCurrent = &m_comparison.entry(column) == &m_context.editor.current();
        if (isCurrent && std::exchange(m_context.workbench.isComparisonFresh, false)) {
            m_context.wishes.focused = ImGui::GetID("header");
        }
        ImGui::PopID();
    }

    void drawBody(std::size_t column, const Box& box) {
        const editor::Editor::Glance glance(m_context.editor, m_comparison.open(column));
        const config::Tag& root = m_context.editor.interface().root();
        const auto& match = m_comparison.matchIn(column);
        const auto pointed =
            match ? std::vector{match->region} : std::vector<annotation::AreaHandle>();
        m_context.pointed = pointed;
        m_context.isForShow = true;
        if (const View* view = findView(root.kind())) {
            view->draw(m_context, root, box);
        }
        m_context.isForShow = false;
        m_context.pointed = {};
    }

    /// Pictures of columns that are scrolled away take memory that others need.
    void forgetUnseen() {
        for (std::size_t column = 0; column < m_comparison.count(); ++column) {
            const editor::Sheet* sheet = m_comparison.findSheet(column);
            if (m_context.layers != nullptr && sheet != nullptr && !m_isSeen[column]) {
                for (const auto& image : sheet->images) {
                    m_context.layers->forget(*image);
                }
            }
        }
    }

    Context& m_context;
    editor::Comparison& m_comparison;
    Box m_box;
    std::vector<std::string> m_titles;
    std::vector<bool> m_isSeen;
};

} // namespace

void drawComparePanel(Context& context, const Box& box) {
    ComparePanel(context, box).draw();
}

} // namespace cartouche::ui
