#include "ui/views/image_size.h"

#include "core/config/css_length.h"

#include <algorithm>
#include <string_view>

namespace cartouche::ui {

namespace {

constexpr float kLeast = 40.0F;
constexpr float kLeastUsual = 200.0F; // in a low window
constexpr float kAround = 194.0F;     // what the reference leaves above and below the image

std::optional<float> pixels(std::string_view text, float parent) {
    const auto length = config::parseCssLength(text);
    if (!length) {
        return std::nullopt;
    }
    const ImVec2 view = ImGui::GetIO().DisplaySize;
    return std::max(static_cast<float>(length->resolve(parent, view.x, view.y)), kLeast);
}

std::optional<float> written(const config::Tag& image, std::string_view attribute, float parent) {
    return image.hasAttribute(attribute) ? pixels(image.text(attribute), parent) : std::nullopt;
}

std::optional<float> writtenHeight(const config::Tag& image, std::string_view attribute) {
    const auto length = config::parseCssLength(image.text(attribute));
    return length && length->ofParent != 0 ? std::nullopt : written(image, attribute, 0);
}

} // namespace

Box imageBox(const config::Tag& image, const Box& box) {
    Box part = box;
    part.width = std::min(part.width, written(image, "width", box.width).value_or(box.width));
    part.width = std::min(part.width, written(image, "maxWidth", box.width).value_or(box.width));
    part.height = std::min(part.height, imageHeightAsked(image).value_or(box.height));
    return part;
}

std::optional<float> imageHeightAsked(const config::Tag& image) {
    const auto height = writtenHeight(image, "height");
    const auto most = writtenHeight(image, "maxHeight");
    if (!height && !most) {
        return std::nullopt;
    }
    if (!height) {
        return std::min(*most, std::max(ImGui::GetIO().DisplaySize.y - kAround, kLeastUsual));
    }
    return std::min(*height, most.value_or(*height));
}

} // namespace cartouche::ui
