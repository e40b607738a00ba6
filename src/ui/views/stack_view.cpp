// View: its children one below the other, beside each other or in a grid, as its style says: each
// View is a container of CSS Flexible Box Layout, laid out by Yoga. What height is left goes to
// those that can use it.

#include "ui/view_styles.h"
#include "ui/views/compared_object.h"
#include "ui/views/list_forms.h"
#include "ui/views/view.h"
#include "ui/views/view_panel.h"
#include "ui/views/views.h"

#include <yoga/Yoga.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace cartouche::ui {

namespace {

using config::Tag;
using Flow = ViewStyle::Flow;

/// Where what stands beside others would be narrower than this, all stand below each other.
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

struct FreeNode {
    void operator()(YGNodeRef node) const { YGNodeFreeRecursive(node); }
};

YGNodeRef newNode() {
    static const YGConfigRef kConfig = [] {
        const YGConfigRef config = YGConfigNew();
        YGConfigSetUseWebDefaults(config, true);
        YGConfigSetPointScaleFactor(config, 0); // text that was measured must get the same width
        return config;
    }();
    return YGNodeNewWithConfig(kConfig);
}

/// How much of the room that is left along the container an item takes beside others. Yoga leaves a
/// part of it empty where the sum of all is below 1, as CSS does; here none is left.
void setGrow(YGNodeRef node, float grow) {
    constexpr float kAtLeastOne = 1000;
    YGNodeStyleSetFlexGrow(node, grow * kAtLeastOne);
}

YGAlign alignOf(ViewStyle::Align align) {
    using enum ViewStyle::Align;
    return align == Center ? YGAlignCenter : align == End ? YGAlignFlexEnd : YGAlignFlexStart;
}

YGJustify justifyOf(ViewStyle::Justify justify) {
    using enum ViewStyle::Justify;
    switch (justify) {
    case Center:
        return YGJustifyCenter;
    case End:
        return YGJustifyFlexEnd;
    case Between:
        return YGJustifySpaceBetween;
    case Around:
        return YGJustifySpaceAround;
    case Evenly:
        return YGJustifySpaceEvenly;
    case Start:
        break;
    }
    return YGJustifyFlexStart;
}

class Stack {
public:
    Stack(const Context& context, const Tag& tag, float width)
        : m_context(context), m_style(context.viewStyles.of(tag)), m_width(width),
          m_root(newNode()) {
        for (const auto& child : tag.children()) {
            if (isSeen(context, *child, width)) {
                m_items.push_back({this, child.get(), ownWidth(*child), newNode()});
            }
        }
        for (Item& item : m_items) {
            YGNodeSetContext(item.node, &item);
            YGNodeSetMeasureFunc(item.node, measure);
        }
        YGNodeStyleSetGap(m_root.get(), YGGutterRow, metrics::kGap);
        m_style.flow == Flow::Row && (m_style.wraps || hasRoomForRow()) ? makeRow()
        : m_style.flow == Flow::Grid&& hasRoomForGrid()                 ? makeGrid()
                                                                        : makeColumn();
    }

    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;
    Stack(Stack&&) = delete;
    Stack& operator=(Stack&&) = delete;
    ~Stack() = default;

    float height() const {
        YGNodeCalculateLayout(m_root.get(), m_width, YGUndefined, YGDirectionLTR);
        return YGNodeLayoutGetHeight(m_root.get());
    }

    void draw(Context& context, const Box& box) const {
        YGNodeCalculateLayout(m_root.get(), m_width, box.height, YGDirectionLTR);
        for (const Item& item : m_items) {
            Box place{box.left, box.top, YGNodeLayoutGetWidth(item.node),
                      YGNodeLayoutGetHeight(item.node)};
            for (YGNodeRef node = item.node; node != m_root.get(); node = YGNodeGetParent(node)) {
                place.left += YGNodeLayoutGetLeft(node);
                place.top += YGNodeLayoutGetTop(node);
            }
            drawCompared(context, *item.tag, place);
            findView(item.tag->kind())->draw(context, *item.tag, place);
        }
    }

private:
    struct Item {
        const Stack* stack = nullptr;
        const Tag* tag = nullptr;
        std::optional<float> own; // its width beside others
        YGNodeRef node = nullptr; // belongs to the root
    };

    static YGSize measure(YGNodeConstRef node, float width, YGMeasureMode /*mode*/,
                          float /*height*/, YGMeasureMode /*mode*/) {
        const auto& item = *static_cast<const Item*>(YGNodeGetContext(node));
        return {width, heightOf(item.stack->m_context, *item.tag, width)};
    }

    float gap() const { return m_style.gap.value_or(metrics::kGap); }

    static void append(YGNodeRef parent, YGNodeRef child) {
        YGNodeInsertChild(parent, child, YGNodeGetChildCount(parent));
    }

    void makeColumn() {
        YGNodeStyleSetFlexDirection(m_root.get(), YGFlexDirectionColumn);
        for (const Item& item : m_items) {
            const auto wish = m_context.viewStyles.of(*item.tag).width;
            if (wish && m_style.flow == Flow::Column) {
                YGNodeStyleSetWidth(item.node, std::clamp(wish->in(m_width), 1.0F, m_width));
            }
            YGNodeStyleSetFlexShrink(item.node, 0);
            setGrow(item.node, stretches(m_context, *item.tag) ? 1 : 0);
            append(m_root.get(), item.node);
        }
    }

    void makeRow() {
        const YGNodeRef row = m_root.get();
        YGNodeStyleSetGap(row, YGGutterColumn, gap());
        YGNodeStyleSetJustifyContent(row, justifyOf(m_style.justify));
        YGNodeStyleSetFlexWrap(row, m_style.wraps ? YGWrapWrap : YGWrapNoWrap);
        for (const Item& item : m_items) {
            YGNodeStyleSetFlexBasis(item.node,
                                    m_style.wraps ? wrappingBasis(item) : item.own.value_or(0));
            YGNodeStyleSetMinWidth(item.node, leastOwnWidth(item));
            setGrow(item.node, shareOf(item));
            appendBeside(row, item);
        }
    }

    /// One that makes no use of more height keeps its own beside higher ones.
    void appendBeside(YGNodeRef row, const Item& item) const {
        const bool isWhole = m_items.size() == 1 || stretches(m_context, *item.tag);
        YGNodeStyleSetAlignSelf(item.node, isWhole ? YGAlignStretch : alignOf(m_style.align));
        append(row, item.node);
    }

    /// Of what says how wide it is, or is only text; nothing of what shares what others leave.
    std::optional<float> ownWidth(const Tag& child) const {
        const ViewStyle& style = m_context.viewStyles.of(child);
        return style.grow    ? std::nullopt
               : style.width ? std::optional(style.width->in(m_width))
                             : naturalWidth(m_context, child);
    }

    /// 0 for what has none.
    float leastOwnWidth(const Item& item) const {
        const auto& width = m_context.viewStyles.of(*item.tag).width;
        const bool isPart = item.own && width && width->isPart;
        return std::min(isPart ? m_width : item.own.value_or(0), kLeastCell);
    }

    /// Of what has no width of its own.
    float shareOf(const Item& item) const {
        const auto grow = m_context.viewStyles.of(*item.tag).grow;
        return item.own ? 0 : std::max(grow.value_or(1), 0.01F);
    }

    /// What gets its line for itself where it would be too narrow, or does not say how wide it is.
    float wrappingBasis(const Item& item) const {
        const bool shares = m_context.viewStyles.of(*item.tag).grow.has_value();
        const float basis = shares ? kLeastCell : item.own.value_or(m_width);
        return basis < leastOwnWidth(item) ? m_width : std::min(basis, m_width);
    }

    bool hasRoomForRow() const {
        float room = m_width - gap() * (static_cast<float>(m_items.size()) - 1);
        float shares = 0;
        float least = std::numeric_limits<float>::max(); // of the shares
        for (const Item& item : m_items) {
            const float share = shareOf(item);
            shares += share;
            least = share > 0 ? std::min(least, share) : least;
            room -= leastOwnWidth(item);
        }
        return room >= (shares > 0 ? shares * kLeastCell / std::max(least, 1.0F) : 0);
    }

    std::vector<ViewLength> tracks() const {
        return m_style.grid.empty() ? std::vector<ViewLength>{{1, true}} : m_style.grid;
    }

    bool hasRoomForGrid() const {
        float fixed = gap() * (static_cast<float>(tracks().size()) - 1);
        float shares = 0;
        bool hasWhole = false;
        for (const ViewLength& track : tracks()) {
            (track.isPart ? shares : fixed) += track.value;
            hasWhole = hasWhole || (track.isPart && track.value >= 1);
        }
        return fixed <= m_width && (!hasWhole || (m_width - fixed) / shares >= kLeastCell / 2);
    }

    /// Rows of as many cells as there are tracks: Yoga knows no grid.
    void makeGrid() {
        YGNodeStyleSetFlexDirection(m_root.get(), YGFlexDirectionColumn);
        const auto tracks = this->tracks();
        YGNodeRef row = nullptr;
        std::size_t index = 0;
        for (; index < m_items.size(); ++index) {
            const Item& item = m_items[index];
            row = index % tracks.size() == 0 ? appendGridRow() : row;
            setTrack(item.node, tracks[index % tracks.size()]);
            appendBeside(row, item);
            if (stretches(m_context, *item.tag)) {
                setGrow(row, 1);
            }
        }
        for (; index % tracks.size() != 0; ++index) { // the last row has cells of the same width
            append(row, newNode());
            setTrack(YGNodeGetChild(row, index % tracks.size()), tracks[index % tracks.size()]);
        }
    }

    YGNodeRef appendGridRow() {
        const YGNodeRef row = newNode();
        YGNodeStyleSetGap(row, YGGutterColumn, gap());
        YGNodeStyleSetFlexShrink(row, 0);
        append(m_root.get(), row);
        return row;
    }

    static void setTrack(YGNodeRef node, const ViewLength& track) {
        YGNodeStyleSetFlexBasis(node, track.isPart ? 0 : track.value);
        YGNodeStyleSetFlexShrink(node, 0);
        setGrow(node, track.isPart ? track.value : 0);
    }

    const Context& m_context;
    const ViewStyle& m_style;
    float m_width;
    std::unique_ptr<YGNode, FreeNode> m_root;
    std::vector<Item> m_items; // what is drawn
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
