#pragma once

#include "core/config/css_color.h"
#include "core/config/tag.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::ui {

/// A width or height: CSS pixels, or a part of what there is room for.
struct ViewLength {
    float value = 0;
    bool isPart = false;

    float in(float room) const { return isPart ? value * room : value; }
    bool operator==(const ViewLength&) const = default;
};

/// What a View is set off by from what is around it. Everything in CSS pixels.
struct ViewPanel {
    float left = 0; // padding
    float top = 0;
    float right = 0;
    float bottom = 0;
    std::optional<config::CssColor> ground;
    bool hasBorder = false; // or a shadow, which is drawn as a border
    std::optional<config::CssColor> border;
    float radius = 0;

    bool operator==(const ViewPanel&) const = default;
};

/// How a View lays out its children, what it is set off by, and what it wants of what holds it: the
/// part of CSS that configs use for that. Type and the looks of widgets are the theme's.
struct ViewStyle {
    enum class Flow { Column, Row, Grid };
    enum class Align { Start, Center, End };
    enum class Justify { Start, Center, End, Between, Around, Evenly };

    Flow flow = Flow::Column;
    bool wraps = false;         // what has no room in a Row goes on in the next one
    Align align = Align::Start; // of what stands beside higher ones
    Justify justify = Justify::Start;
    std::optional<float> gap;     // CSS pixels
    std::vector<ViewLength> grid; // columns; `isPart`: shares of what the others leave
    bool isHidden = false;
    std::optional<ViewLength> width;
    std::optional<float> grow;
    ViewPanel panel;

    bool operator==(const ViewStyle&) const = default;
};

/// How an object that a Pairwise compares is set off from what is around it.
struct ComparedLook {
    ViewPanel usual;  // by `leftClass` or `rightClass`
    ViewPanel chosen; // over that, by `selectionStyle`

    bool operator==(const ComparedLook&) const = default;
};

/// Of all tags of a labeling config, from their `style` and `className`, and its Style tags.
class ViewStyles {
public:
    explicit ViewStyles(const config::Tag& root);

    /// That of a View without any, for a tag without one.
    const ViewStyle& of(const config::Tag& tag) const;
    /// By the name of the object; nullptr: no Pairwise compares it.
    const ComparedLook* findCompared(std::string_view object) const;

private:
    std::map<const config::Tag*, ViewStyle> m_styles;
    std::map<std::string, ComparedLook, std::less<>> m_compared;
};

} // namespace cartouche::ui
