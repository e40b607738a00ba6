#include "ui/views/image_look.h"

#include "core/language/message.h"
#include "ui/widgets/slider.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

namespace cartouche::ui {

namespace {

using Look = editor::ImageWorkspace::Look;

constexpr float kHeight = 44.0F;
constexpr float kLabelWidth = 120.0F;
constexpr float kMostWidth = 280.0F; // of a label with its slider

struct Control {
    std::string_view attribute;
    language::Key label;
    double Look::* value;
};

constexpr std::array kControls{Control{"brightnessControl", "image.brightness", &Look::brightness},
                               Control{"contrastControl", "image.contrast", &Look::contrast}};

} // namespace

Box drawImageLook(Context& context, editor::ImageWorkspace& image, const Box& box) {
    const auto isWanted = [&image](const Control& control) {
        return image.tag().flag(control.attribute);
    };
    const auto count = static_cast<float>(std::ranges::count_if(kControls, isWanted));
    if (count == 0) {
        return box;
    }
    const bool isStacked = box.width < count * (kMostWidth - metrics::kGap);
    const float height = kHeight * (isStacked ? count : 1);
    const float width = std::min(kMostWidth, box.width - 2 * metrics::kSmallGap);
    Box part{box.left + metrics::kSmallGap, box.bottom() - height, width, kHeight};
    for (const Control& control : kControls) {
        if (!isWanted(control)) {
            continue;
        }
        Look look = image.look();
        const double percent = look.*control.value;
        const std::string name = language::say(control.label);
        const std::string text =
            language::say("image.percent", {{"percent", std::format("{:.0f}", percent)}});
        context.painter.textLine({part.left, part.top, kLabelWidth, part.height},
                                 language::say("image.look", {{"name", name}, {"value", text}}),
                                 context.palette.text, {metrics::kSmallTextSize, Weight::Regular});
        const Slider slider{control.attribute, name, percent / editor::ImageWorkspace::kMostLook,
                            text};
        if (const auto moved = drawSlider(
                context, slider,
                {part.left + kLabelWidth, part.top, part.width - kLabelWidth, part.height})) {
            look.*control.value = *moved * editor::ImageWorkspace::kMostLook;
            image.setLook(look);
            context.wishes.needsFrame = true;
        }
        (isStacked ? part.top : part.left) += isStacked ? part.height : part.width + metrics::kGap;
    }
    return {box.left, box.top, box.width, box.height - height};
}

} // namespace cartouche::ui
