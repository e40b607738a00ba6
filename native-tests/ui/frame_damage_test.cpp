#include "ui/frame_damage.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace cartouche;
using ui::PixelBox;

namespace {

using Draw = std::function<void(ImDrawList&)>;

constexpr ImU32 kRed = IM_COL32(255, 0, 0, 255);
constexpr ImU32 kBlue = IM_COL32(0, 0, 255, 255);

/// A surface of 400 x 300 CSS pixels that is drawn on by hand.
class Surface {
public:
    Surface() : m_context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(m_context);
        ImDrawListSharedData& shared = *ImGui::GetDrawListSharedData();
        shared.ClipRectFullscreen = {0, 0, 400, 300};
        shared.InitialFlags = ImDrawListFlags_None; // edges without a fringe
    }
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    ~Surface() { ImGui::DestroyContext(m_context); }

    /// Each of `draws` draws a list of its own.
    std::vector<PixelBox> show(const std::vector<Draw>& draws) {
        std::vector<ImDrawList> lists;
        lists.reserve(draws.size());
        ImDrawData frame;
        for (const Draw& draw : draws) {
            ImDrawList& list = lists.emplace_back(ImGui::GetDrawListSharedData());
            list._ResetForNewFrame();
            list.PushClipRect({0, 0}, {400, 300});
            list.PushTexture(ImTextureRef(ImTextureID(7)));
            draw(list);
            list.PopTexture();
            list.PopClipRect();
            frame.CmdLists.push_back(&list);
        }
        frame.DisplaySize = {400, 300};
        frame.FramebufferScale = {scale, scale};
        return damage.update(frame, [this](ImTextureID) { return texture; });
    }

    ui::FrameDamage damage;
    ui::TextureState texture;
    float scale = 1;

private:
    ImGuiContext* m_context;
};

Draw square(float left, float top, ImU32 color = kRed) {
    return [=](ImDrawList& list) { list.AddRectFilled({left, top}, {left + 10, top + 10}, color); };
}

Draw both(const Draw& one, const Draw& other) {
    return [=](ImDrawList& list) {
        one(list);
        other(list);
    };
}

} // namespace

TEST_CASE("the first frame, and the one after a reset, are drawn whole") {
    Surface surface;
    const std::vector<PixelBox> whole{{0, 0, 400, 300}};
    CHECK(surface.show({square(0, 0)}) == whole);
    CHECK(surface.show({square(0, 0)}).empty());
    surface.damage.reset();
    CHECK(surface.show({square(0, 0)}) == whole);
}

TEST_CASE("what moves is drawn again where it was and where it is") {
    Surface surface;
    surface.show({both(square(0, 0), square(20, 20))});
    CHECK(surface.show({both(square(0, 0), square(300, 200))}) ==
          std::vector<PixelBox>{{20, 20, 30, 30}, {300, 200, 310, 210}});
    SUBCASE("in device pixels") {
        surface.scale = 2;
        surface.damage.reset();
        surface.show({square(0, 0)});
        CHECK(surface.show({square(0, 0, kBlue)}) == std::vector<PixelBox>{{0, 0, 20, 20}});
    }
}

TEST_CASE("what comes between other shapes damages its own place only") {
    Surface surface;
    surface.show({both(square(0, 0), square(200, 200))});
    CHECK(surface.show({both(square(0, 0), both(square(100, 100), square(200, 200)))}) ==
          std::vector<PixelBox>{{100, 100, 110, 110}});
}

TEST_CASE("a list that comes or goes damages what is in it") {
    Surface surface;
    surface.show({square(0, 0)});
    const std::vector<PixelBox> popup{{100, 100, 110, 110}};
    CHECK(surface.show({square(0, 0), square(100, 100)}) == popup);
    CHECK(surface.show({square(0, 0)}) == popup);
}

TEST_CASE("a texture that shows something else damages the shapes that show it") {
    Surface surface;
    surface.scale = 2;
    surface.show({square(50, 50)});
    SUBCASE("all of them, if it may have changed anywhere") {
        surface.texture = {1};
        CHECK(surface.show({square(50, 50)}) == std::vector<PixelBox>{{100, 100, 120, 120}});
    }
    SUBCASE("where it changed") {
        surface.texture = {1, PixelBox{3, 4, 8, 6}};
        CHECK(surface.show({square(50, 50)}) == std::vector<PixelBox>{{103, 104, 108, 106}});
        CHECK(surface.show({square(50, 50)}).empty());
    }
    SUBCASE("all of them, if it changed more than once") {
        surface.texture = {2, PixelBox{3, 4, 8, 6}};
        CHECK(surface.show({square(50, 50)}) == std::vector<PixelBox>{{100, 100, 120, 120}});
    }
    SUBCASE("no more than is shown of it") {
        surface.texture = {1, PixelBox{0, 0, 9000, 5}};
        CHECK(surface.show({square(50, 50)}) == std::vector<PixelBox>{{100, 100, 800, 105}});
    }
}

TEST_CASE("damage is cut to what is seen of a shape") {
    Surface surface;
    const auto cut = [](ImU32 color) {
        return [=](ImDrawList& list) {
            list.PushClipRect({5, 5}, {100, 100});
            list.AddRectFilled({0, 0}, {400, 20}, color);
            list.PopClipRect();
        };
    };
    surface.show({cut(kRed)});
    CHECK(surface.show({cut(kBlue)}) == std::vector<PixelBox>{{5, 5, 100, 20}});
}

TEST_CASE("damage in many places is a few boxes that cover it and do not overlap") {
    Surface surface;
    const auto many = [](ImU32 color) {
        return [=](ImDrawList& list) {
            for (int index = 0; index < 20; ++index) {
                square(static_cast<float>(index * 97 % 380), static_cast<float>(index * 61 % 280),
                       color)(list);
            }
        };
    };
    surface.show({many(kRed)});
    const std::vector<PixelBox> boxes = surface.show({many(kBlue)});
    CHECK(boxes.size() <= 6);
    for (int index = 0; index < 20; ++index) {
        const PixelBox one{index * 97 % 380, index * 61 % 280, index * 97 % 380 + 10,
                           index * 61 % 280 + 10};
        CHECK(std::ranges::any_of(
            boxes, [&one](const PixelBox& box) { return intersection(one, box) == one; }));
    }
    for (std::size_t one = 0; one < boxes.size(); ++one) {
        for (std::size_t other = one + 1; other < boxes.size(); ++other) {
            CHECK(intersection(boxes[one], boxes[other]).isEmpty());
        }
    }
}
