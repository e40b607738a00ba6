#include "ui/panels/agreement_panel.h"

#include "core/language/message.h"
#include "ui/entry_text.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/scrolled.h"

#include <algorithm>
#include <format>
#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

using agreement::ControlAgreement;
using agreement::MeasureKind;
using agreement::RegionAgreement;
using agreement::TaskAgreement;

constexpr float kPadding = 12.0F;
constexpr float kHeadHeight = 34.0F;
constexpr float kRowHeight = 48.0F;
constexpr float kLine = 18.0F;
constexpr float kMeter = 4.0F;
constexpr float kFigureRoom = 54.0F;
constexpr float kRoomForPanel = 1200.0F;
/// Those least agreed on; each is a widget of the page.
constexpr std::size_t kMostRows = 200;
constexpr TextStyle kHeadStyle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kDetailStyle{metrics::kSmallTextSize, Weight::Regular};

/// What 100 % means, for people.
language::Key meaningOf(MeasureKind kind) {
    switch (kind) {
    case MeasureKind::Category:
        return "agreement.same-answer";
    case MeasureKind::Set:
        return "agreement.choices-in-common";
    case MeasureKind::Paths:
        return "agreement.branches-in-common";
    case MeasureKind::Number:
        return "agreement.nearness-of-numbers";
    case MeasureKind::Text:
        return "agreement.text-in-common";
    case MeasureKind::Ranking:
        return "agreement.same-order";
    case MeasureKind::Regions:
        break;
    }
    return "agreement.matching-regions";
}

std::string percent(double share) {
    return language::say("agreement.percent", {{"percent", std::format("{:.0f}", share * 100)}});
}

std::string detailOf(const ControlAgreement& control) {
    std::string text = language::say(meaningOf(control.kind));
    if (const auto overlap = control.overlap.mean()) {
        text += language::say("list.comma") +
                language::say("agreement.with-overlap", {{"overlap", percent(*overlap)}});
    }
    if (control.notCompared > 0) {
        text += language::say("list.comma") +
                language::say("agreement.not-compared", {{"count", control.notCompared}});
    }
    return text;
}

std::string detailOf(const RegionAgreement& region, const std::string& annotator) {
    return language::say(
        "agreement.found-by",
        {{"annotator", annotator}, {"partners", region.partners}, {"others", region.others}});
}

class AgreementPanel {
public:
    AgreementPanel(Context& context, const Box& box)
        : m_context(context), m_comparison(*context.editor.comparison()),
          m_agreement(m_comparison.agreement()), m_titles(entryTitles(context.editor.entries())),
          m_box(box) {}

    void draw() {
        m_context.painter.fill(m_box, m_context.palette.raised);
        m_context.painter.outline(m_box, m_context.palette.border);
        SemanticsNode node;
        node.id = ImGui::GetID("agreement-panel");
        node.role = "region";
        node.name = language::say("agreement.title");
        node.box = m_box.corners();
        m_context.semantics.open(std::move(node));
        const float width = beginScrolled("agreement", m_box);
        m_left = m_box.left + kPadding;
        m_width = width - 2 * kPadding;
        const float start = m_box.top - ImGui::GetScrollY();
        m_top = start;
        if (m_agreement.result) {
            drawControls(*m_agreement.result);
            drawRegions(*m_agreement.result);
        } else {
            drawTooMany(m_agreement.result.error());
        }
        endScrolled(m_context, m_box, m_top - start + kPadding);
        m_context.semantics.close();
    }

private:
    void drawHead(const char* key, const std::string& text) {
        const Box box{m_left, m_top, m_width, kHeadHeight};
        m_context.painter.textLine(box, text, m_context.palette.text, kHeadStyle);
        SemanticsNode node;
        node.id = ImGui::GetID(key);
        node.role = "heading";
        node.level = 2;
        node.name = text;
        node.box = box.corners();
        m_context.semantics.add(std::move(node));
        m_top += kHeadHeight;
    }

    void drawNote(const char* key, const std::string& text) {
        const float height = m_context.painter.measureHeight(text, kDetailStyle, m_width);
        const Box box{m_left, m_top, m_width, height};
        m_context.painter.textBlock(box, text, m_context.palette.textMuted, kDetailStyle);
        SemanticsNode node;
        node.id = ImGui::GetID(key);
        node.role = "text";
        node.name = text;
        node.box = box.corners();
        m_context.semantics.add(std::move(node));
        m_top += height + kPadding;
    }

    void drawTooMany(std::size_t pairs) {
        drawHead("head", language::say("agreement.title"));
        drawNote("too-many", language::say("agreement.too-many", {{"count", pairs}}));
    }

    void drawControls(const TaskAgreement& agreement) {
        drawHead("head", language::say("agreement.of", {{"count", agreement.annotators}}));
        if (agreement.controls.empty()) {
            drawNote("nothing", language::say("agreement.nothing"));
            return;
        }
        SemanticsNode list;
        list.id = ImGui::GetID("controls");
        list.role = "list";
        list.name = language::say("agreement.by-control");
        list.box = {m_left, m_top, m_left + m_width,
                    m_top + kRowHeight * static_cast<float>(agreement.controls.size())};
        m_context.semantics.open(std::move(list));
        for (const ControlAgreement& control : agreement.controls) {
            drawControl(control);
        }
        m_context.semantics.close();
    }

    void drawControl(const ControlAgreement& control) {
        const auto value = control.value.mean();
        const std::string detail =
            value ? detailOf(control) : language::say("agreement.too-few-answers");
        const Box box{m_left, m_top, m_width, kRowHeight};
        drawFigure(box, control.control->name, detail, value);
        SemanticsNode node;
        node.id = ImGui::GetID(control.control);
        node.role = "listitem";
        node.name = language::say(
            "agreement.row",
            {{"name", control.control->name},
             {"figure", value ? percent(*value) : language::say("agreement.undefined")},
             {"detail", detail}});
        node.box = box.corners();
        m_context.semantics.add(std::move(node));
        m_top += kRowHeight;
    }

    void drawRegions(const TaskAgreement& agreement) {
        if (agreement.regions.empty()) {
            return;
        }
        drawHead("regions-head", language::say("agreement.regions"));
        const std::size_t count = std::min(agreement.regions.size(), kMostRows);
        for (std::size_t index = 0; index < count; ++index) {
            drawRegion(agreement.regions[index], index);
        }
        if (agreement.regions.size() > count) {
            drawNote("more", language::say("agreement.more",
                                           {{"count", agreement.regions.size() - count}}));
        }
    }

    void drawRegion(const RegionAgreement& region, std::size_t index) {
        const std::size_t column = m_agreement.columns[region.annotator];
        const std::string name =
            region.label.empty() ? language::say("region.no-label") : region.label;
        const std::string detail = detailOf(region, m_titles[column]);
        ImGui::PushID(static_cast<int>(index));
        const Box box{m_left, m_top, m_width, kRowHeight};
        const Interaction state = interact(m_context, "region", box, Availability::Enabled);
        if (state.isHovered) {
            m_context.painter.fill(box, m_context.palette.hovered, metrics::kRadius);
        }
        drawFigure(box, name, detail, region.overlap);
        if (state.hasFocusRing) {
            m_context.painter.focusRing(box.inset(3), m_context.palette.focus,
                                        metrics::kRadius - 2);
        }
        SemanticsNode node;
        node.id = state.id;
        node.role = "button";
        node.name = language::say(
            "agreement.region",
            {{"name", name}, {"overlap", percent(region.overlap)}, {"detail", detail}});
        node.isFocusable = true;
        node.box = box.corners();
        m_context.semantics.add(std::move(node));
        if (state.isPressed) {
            m_comparison.selectRegion(column, region.region);
            m_context.wishes.needsFrame = true;
        }
        ImGui::PopID();
        m_top += kRowHeight;
    }

    /// A name, what the figure means, the figure, and a bar as long as it is great.
    void drawFigure(const Box& box, const std::string& name, const std::string& detail,
                    std::optional<double> value) const {
        const Palette& palette = m_context.palette;
        const Painter& painter = m_context.painter;
        painter.textLine({box.left, box.top + 2, box.width - kFigureRoom, kLine}, name,
                         palette.text, {metrics::kTextSize, Weight::Regular});
        painter.textLine({box.right() - kFigureRoom + 8, box.top + 2, kFigureRoom - 8, kLine},
                         value ? percent(*value) : "–", palette.text, kHeadStyle);
        painter.textLine({box.left, box.top + kLine + 3, box.width, kLine}, detail,
                         palette.textMuted, kDetailStyle);
        const Box bar{box.left, box.bottom() - kMeter - 3, box.width, kMeter};
        painter.fill(bar, palette.border, kMeter / 2);
        if (value && *value > 0) {
            painter.fill({bar.left, bar.top, bar.width * static_cast<float>(*value), kMeter},
                         palette.accent, kMeter / 2);
        }
    }

    Context& m_context;
    editor::Comparison& m_comparison;
    const editor::Comparison::Agreement& m_agreement;
    std::vector<std::string> m_titles;
    Box m_box;
    float m_left = 0;
    float m_top = 0;
    float m_width = 0;
};

} // namespace

bool hasAgreement(const Context& context) {
    return std::ranges::count_if(context.editor.entries(), [](const auto& entry) {
               return !entry->isPrediction() && !entry->record.isSkipped;
           }) > 1;
}

bool isAgreementShown(const Context& context, float width) {
    return hasAgreement(context) &&
           context.workbench.isAgreementShown.value_or(width >= kRoomForPanel);
}

void drawAgreementPanel(Context& context, const Box& box) {
    AgreementPanel(context, box).draw();
}

} // namespace cartouche::ui
