#include "ui/views/phrases_bar.h"

#include "core/config/css_color.h"
#include "core/config/label_color.h"
#include "core/language/message.h"
#include "ui/colors.h"
#include "ui/widgets/label_chip.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kGap = 6.0F;

struct Toggle {
    std::string label;
    std::string hint;
    std::string author;
    bool isOfLabels = false;
    bool isOn = false;
    Box box = {}; // from the top left of the bar
};

LabelChip chipOf(const Context& context, const Toggle& toggle) {
    const auto color = config::parseCssColor(config::labelColor(toggle.author));
    return {.key = "toggle",
            .label = toggle.label,
            .hotkey = "",
            .hint = toggle.hint,
            .color = toggle.isOfLabels || !color ? context.palette.accent : packed(*color),
            .role = "checkbox",
            .isActive = toggle.isOn};
}

void placeToggles(const Context& context, std::vector<Toggle>& toggles, float width) {
    float left = 0;
    float top = 0;
    for (Toggle& toggle : toggles) {
        const float own = std::min(labelChipWidth(context, chipOf(context, toggle)), width);
        if (left > 0 && left + own > width) {
            left = 0;
            top += metrics::kControlHeight + kGap;
        }
        toggle.box = {left, top, own, metrics::kControlHeight};
        left += own + kGap;
    }
}

std::vector<Toggle> togglesOf(const Context& context, const editor::TextWorkspace& text,
                              float width) {
    std::vector<Toggle> toggles;
    const auto authors = editor::authorsOf(*text.content());
    for (const std::string& author : authors.size() > 1 ? authors : std::vector<std::string>()) {
        toggles.push_back({author.empty() ? language::say("phrases.nobody") : author,
                           author.empty() ? language::say("phrases.show-of-nobody")
                                          : language::say("phrases.show-of", {{"author", author}}),
                           author, false, text.filter().isShown(author)});
    }
    if (text.canLabel()) {
        toggles.push_back({language::say("phrases.only-labeled"),
                           language::say("phrases.only-labeled-hint"), "", true,
                           text.filter().isLabeledOnly()});
    }
    placeToggles(context, toggles, width);
    return toggles;
}

bool hasBar(const Context& context, const editor::TextWorkspace* text) {
    return text != nullptr && text->content() && text->content()->hasPhrases() &&
           !text->content()->phrases().empty() && !context.isForShow;
}

} // namespace

float phrasesBarHeight(const Context& context, const editor::TextWorkspace* text, float width) {
    if (!hasBar(context, text)) {
        return 0;
    }
    const auto toggles = togglesOf(context, *text, width);
    return toggles.empty() ? 0 : toggles.back().box.bottom() + kGap;
}

void drawPhrasesBar(Context& context, editor::TextWorkspace& text, const Box& box) {
    ImGui::PushID(&text.tag());
    SemanticsNode node;
    node.id = ImGui::GetID("bar");
    node.role = "group";
    node.name = language::say("phrases.bar", {{"name", text.tag().name()}});
    node.box = {box.left, box.top, box.right(),
                box.top + phrasesBarHeight(context, &text, box.width)};
    context.semantics.open(std::move(node));
    int index = 0;
    for (const Toggle& toggle : togglesOf(context, text, box.width)) {
        ImGui::PushID(index++);
        const Box at{box.left + toggle.box.left, box.top + toggle.box.top, toggle.box.width,
                     toggle.box.height};
        if (drawLabelChip(context, chipOf(context, toggle), at)) {
            if (toggle.isOfLabels) {
                text.filter().setLabeledOnly(!toggle.isOn);
            } else {
                text.filter().setShown(toggle.author, !toggle.isOn);
            }
            context.wishes.needsFrame = true;
        }
        ImGui::PopID();
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
