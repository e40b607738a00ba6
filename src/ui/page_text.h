#pragma once

#include "ui/text_style.h"

#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cartouche::ui {

/// Sets text with the fonts of the page and its system, which has some for every script: shaped,
/// joined and ordered as the script is read. Sizes are CSS pixels; texts UTF-8.
class Typesetter {
public:
    Typesetter() = default;
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;
    virtual ~Typesetter() = default;

    /// Of one line.
    virtual float widthOf(std::string_view text, TextStyle style) = 0;
    /// The text with a line feed wherever a line of this width ends.
    virtual std::string broken(std::string_view text, TextStyle style, float width) = 0;
    /// As much of its beginning as fits with an ellipsis behind it.
    virtual std::string shortened(std::string_view text, TextStyle style, float width) = 0;

    struct Picture {
        int widthPx = 0; // device pixels
        int heightPx = 0;
        float pixelRatio = 1;
        float left = 0; // where the line begins, in CSS pixels
        float baseline = 0;
    };
    /// Writes a line into RGBA pixels, rows from the top, alpha not multiplied in.
    virtual void draw(std::string_view text, TextStyle style, ImU32 color, const Picture& picture,
                      std::span<std::uint8_t> rgba) = 0;
};

/// Lines that a typesetter set: measured once, and kept as pictures in ImGui's atlas while they are
/// shown.
class PageText {
public:
    explicit PageText(std::unique_ptr<Typesetter> typesetter);

    float widthOf(std::string_view text, TextStyle style);
    const std::string& broken(std::string_view text, TextStyle style, float width);
    const std::string& shortened(std::string_view text, TextStyle style, float width);

    /// One line whose upper left is here.
    void draw(ImDrawList& list, ImVec2 at, std::string_view text, TextStyle style, ImU32 color);

    /// Forgets what was not shown for a while, if there is much of it.
    void endFrame();

private:
    struct Line {
        ImFontAtlasRectId picture = ImFontAtlasRectId_Invalid;
        int areaPx = 0;
        int shownInFrame = 0;
    };

    Line drawn(std::string_view text, TextStyle style, ImU32 color, float ratio);

    std::unique_ptr<Typesetter> m_typesetter;
    // By the text and how it is set.
    std::unordered_map<std::string, float> m_widths;
    std::unordered_map<std::string, std::string> m_texts; // broken and shortened ones
    std::unordered_map<std::string, Line> m_lines;
    long long m_areaPx = 0; // of all pictures
    int m_frame = 0;
};

} // namespace cartouche::ui
