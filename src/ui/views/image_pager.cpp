#include "ui/views/image_pager.h"

#include "core/language/message.h"
#include "ui/hotkey_text.h"
#include "ui/right_to_left.h"
#include "ui/widgets/button.h"
#include "ui/widgets/interaction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kHeight = 72.0F;
constexpr float kLowHeight = 48.0F; // without pictures
constexpr float kRoomForPictures = 400.0F;
constexpr float kPictureWidth = 76.0F;
constexpr float kNumberWidth = 40.0F;
constexpr float kButton = 36.0F;
constexpr float kGap = 6.0F;

class Pager {
public:
    Pager(Context& context, editor::ImageWorkspace& image, const Box& box)
        : m_context(context), m_image(image), m_box(box), m_hasPictures(box.height > kLowHeight) {}

    void draw() {
        SemanticsNode group;
        group.id = ImGui::GetID("pager");
        group.role = "toolbar";
        group.name = language::say(
            m_image.isDocument() ? language::Key("image.page-of") : language::Key("image.image-of"),
            {{"number", m_image.item() + 1}, {"count", m_image.itemCount()}});
        group.box = m_box.corners();
        m_context.semantics.open(std::move(group));
        drawStep(CommandId::PreviousImage, Icon::ArrowLeft, m_box.left + kGap);
        drawItems({m_box.left + kButton + 2 * kGap, m_box.top + kGap,
                   m_box.width - 2 * kButton - 4 * kGap, m_box.height - 2 * kGap});
        drawStep(CommandId::NextImage, Icon::ArrowRight, m_box.right() - kGap - kButton);
        m_context.semantics.close();
    }

private:
    std::string nameOf(int item) const {
        return language::say(m_image.isDocument() ? language::Key("image.page")
                                                  : language::Key("image.image"),
                             {{"number", item + 1}});
    }

    void drawStep(CommandId command, Icon icon, float left) {
        const editor::Command& row = editor::commandRow(command);
        Button button;
        button.key = row.name;
        button.label = language::say(row.label);
        button.icon = icon;
        button.isIconOnly = true;
        const bool isFirst = m_image.item() == 0;
        const bool isLast = m_image.item() + 1 == m_image.itemCount();
        button.availability = (command == CommandId::PreviousImage ? isFirst : isLast)
                                  ? Availability::Disabled
                                  : Availability::Enabled;
        button.hotkey = editor::describeHotkey(row.hotkey, m_context.editor.platform());
        button.keyShortcuts = ariaKeyShortcuts(row.hotkey, m_context.editor.platform());
        if (drawButton(m_context, button,
                       {left, m_box.center().y - kButton / 2, kButton, kButton})) {
            m_context.editor.setActiveImage(m_image);
            m_context.wishes.command = command;
        }
    }

    /// As many as there is room for, around the one that is shown.
    void drawItems(const Box& room) {
        const float width = m_hasPictures ? kPictureWidth : kNumberWidth;
        const int count = m_image.itemCount();
        const int fitting =
            std::clamp(static_cast<int>((room.width + kGap) / (width + kGap)), 1, count);
        const int first = std::clamp(m_image.item() - fitting / 2, 0, count - fitting);
        const float used = static_cast<float>(fitting) * (width + kGap) - kGap;
        float left = room.center().x - used / 2;
        for (int item = first; item < first + fitting; ++item) {
            drawItem(item, {left, room.top, width, room.height});
            left += width + kGap;
        }
    }

    void drawItem(int item, const Box& box) {
        const Palette& palette = m_context.palette;
        const bool isShown = item == m_image.item();
        const std::string name = nameOf(item);
        const Interaction state = interact(m_context, name, box, Availability::Enabled);
        m_context.painter.fill(box, isShown ? palette.accentSoft : palette.raised, kGap);
        const bool isBroken = isFailed(item);
        if (!drawPicture(item, box.inset(3))) {
            m_context.painter.textCentered(box, std::to_string(item + 1), palette.text,
                                           {metrics::kSmallTextSize, Weight::SemiBold});
        }
        if (isBroken) {
            drawIcon(Icon::Alert, {box.right() - 10, box.top + 10}, 14, palette.danger);
        }
        m_context.painter.outline(box, isShown || state.isHovered ? palette.accent : palette.border,
                                  kGap, isShown ? 2.0F : 1.0F);
        if (state.hasFocusRing) {
            m_context.painter.focusRing(box, palette.focus, kGap);
        }
        describe(state, name, box, isShown,
                 isBroken ? language::say("image.not-shown") : std::string());
        if (state.isPressed) {
            m_context.editor.setActiveImage(m_image);
            m_context.editor.showItem(m_image, item);
            m_context.wishes.needsFrame = true;
        }
    }

    const std::string& addressOf(int item) const {
        return m_image.addresses()[static_cast<std::size_t>(item)];
    }

    bool isFailed(int item) const {
        const ImageState* state = m_context.images.find(addressOf(item));
        return state != nullptr
                   ? state->stage == ImageState::Stage::Failed
                   : m_hasPictures && m_context.thumbnails.see(addressOf(item)).stage ==
                                          Thumbnails::Stage::Failed;
    }

    /// The image, or as long as that is not there, its small picture.
    bool drawPicture(int item, const Box& box) {
        const ImageState* state = m_context.images.find(addressOf(item));
        if (!m_hasPictures) {
            return false;
        }
        if (state != nullptr && state->stage == ImageState::Stage::Ready) {
            drawTexture(state->texture, state->width, state->height, box);
            return true;
        }
        if (state != nullptr && state->stage == ImageState::Stage::Failed) {
            return false;
        }
        const Thumbnails::Picture& small = m_context.thumbnails.see(addressOf(item));
        if (small.stage == Thumbnails::Stage::Ready) {
            drawTexture(small.texture, small.width, small.height, box);
        }
        return small.stage == Thumbnails::Stage::Ready;
    }

    static void drawTexture(std::uint64_t texture, int widthPx, int heightPx, const Box& box) {
        const auto width = static_cast<float>(widthPx);
        const auto height = static_cast<float>(heightPx);
        const float scale = std::min(box.width / width, box.height / height);
        const ImVec2 center = box.center();
        const ImVec2 half(width * scale / 2, height * scale / 2);
        const Upright upright(box);
        ImGui::GetWindowDrawList()->AddImage(ImTextureRef(texture),
                                             {center.x - half.x, center.y - half.y},
                                             {center.x + half.x, center.y + half.y});
    }

    void describe(const Interaction& state, const std::string& name, const Box& box, bool isShown,
                  std::string description) {
        SemanticsNode node;
        node.id = state.id;
        node.role = "radio";
        node.name = name;
        node.description = std::move(description);
        node.box = box.corners();
        node.isFocusable = true;
        node.checked = isShown;
        m_context.semantics.add(std::move(node));
    }

    Context& m_context;
    editor::ImageWorkspace& m_image;
    Box m_box;
    bool m_hasPictures;
};

} // namespace

Box drawImagePager(Context& context, editor::ImageWorkspace& image, const Box& box) {
    if (image.itemCount() < 2) {
        return box;
    }
    const float height = box.height >= kRoomForPictures ? kHeight : kLowHeight;
    Pager(context, image, {box.left, box.bottom() - height, box.width, height}).draw();
    return {box.left, box.top, box.width, box.height - height};
}

} // namespace cartouche::ui
