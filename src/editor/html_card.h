#pragma once

#include <string>
#include <string_view>

namespace cartouche::editor {

/// What a card shows of the HTML that a config or a task gives for it: items of a List, answers of
/// Choices, labels (spec/tags.md 2.1, 4.1). Nothing of it is run.
struct HtmlCard {
    std::string text;     // without tags, a line for each block; empty: no words
    std::string image;    // the address of the first picture; empty: none
    float imageWidth = 0; // as it says, in CSS pixels; 0: it does not
};

HtmlCard readHtmlCard(std::string_view html);

} // namespace cartouche::editor
