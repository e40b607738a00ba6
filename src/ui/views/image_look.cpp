#include "ui/views/image_look.h"

#include "ui/widgets/slider.h"

#include <array>
#include <format>
#include <string_view>

namespace cartouche::ui {

namespace {

using Look = editor::ImageWorkspace::Look;

constexpr float kHeight = 44.0F;
constexpr float kLabelWidth = 130.0F;
constexpr float kSliderWidth = 160.0F;

struct Control {
    std::string_view attribute;
    std::string_view label;
    double Look::* value;
};

constexpr std::array kControls{Control{"brightnessControl", "Brightness", &Look::brightness},
                               Control{"contrastControl", "Contrast", &Look::contrast}};

} // namespace

Box drawImageLook(Context& context, editor::ImageWorkspace& image, const Box& box) {
    float left = box.left + metrics::kSmallGap;
    const Box row{box.left, box.bottom() - kHeight, box.width, kHeight};
    bool isShown = false;
    for (const Control& control : kControls) {
        if (!image.tag().flag(control.attribute)) {
            continue;
        }
        isShown = true;
        Look look = image.look();
        const double percent = look.*control.value;
        const std::string text = std::format("{:.0f} %", percent);
        context.painter.textLine({left, row.top, kLabelWidth, row.height},
                                 std::format("{} {}", control.label, text), context.palette.text,
                                 {metrics::kSmallTextSize, Weight::Regular});
        const Slider slider{control.attribute, control.label,
                            percent / editor::ImageWorkspace::kMostLook, text};
        if (const auto moved = drawSlider(
                context, slider, {left + kLabelWidth, row.top, kSliderWidth, row.height})) {
            look.*control.value = *moved * editor::ImageWorkspace::kMostLook;
            image.setLook(look);
            context.wishes.needsFrame = true;
        }
        left += kLabelWidth + kSliderWidth + metrics::kGap;
    }
    return isShown ? Box{box.left, box.top, box.width, box.height - kHeight} : box;
}

} // namespace cartouche::ui
