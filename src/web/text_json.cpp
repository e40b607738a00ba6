#include "web/text_json.h"

#include "core/config/label_color.h"
#include "ui/colors.h"
#include "ui/luminance.h"

#include <array>
#include <format>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::web {

namespace {

using json::Json;

std::string cssColor(config::CssColor color) {
    return std::format("#{:02x}{:02x}{:02x}{:02x}", color.red, color.green, color.blue,
                       color.alpha);
}

/// Black or white: which of them is read on this colour (WCAG 2.2, relative luminance).
std::string_view inkOn(config::CssColor color) {
    constexpr double kMiddle = 0.179; // both have a contrast of 4.58:1 there
    return ui::luminanceOf(ui::packed(color)) > kMiddle ? "#000" : "#fff";
}

Json writeBox(const ui::Box& box) {
    return {{"x", box.left}, {"y", box.top}, {"width", box.width}, {"height", box.height}};
}

Json writeRange(const std::optional<editor::TextWorkspace::Range>& range) {
    return range ? Json::array({range->start, range->end}) : Json();
}

Json writePhrases(const editor::TextContent& content) {
    Json list = Json::array();
    for (const editor::Phrase& phrase : content.phrases()) {
        const auto& heard = phrase.heard;
        list.push_back({{"start", phrase.range.start},
                        {"end", phrase.range.end},
                        {"author", phrase.author},
                        {"color", config::labelColor(phrase.author)},
                        {"from", heard ? Json(heard->from) : Json()},
                        {"to", heard && heard->to ? Json(*heard->to) : Json()}});
    }
    return list;
}

} // namespace

json::Json writeShownText(std::uint32_t widget, const ui::ShownText& text) {
    const bool hasPhrases = text.content != nullptr && text.content->hasPhrases();
    const auto markup = text.content == nullptr ? std::nullopt : text.content->markup();
    return {{"id", widget},
            {"text", text.mask != nullptr      ? text.mask->masked()
                     : text.content == nullptr ? ""
                                               : text.content->text()},
            {"isMasked", text.mask != nullptr},
            {"phrases", hasPhrases ? writePhrases(*text.content) : Json()},
            {"markup", markup ? Json(*markup) : Json()},
            {"isDialogue", text.isDialogue},
            {"audio", hasPhrases && !text.audio.empty() ? Json{{"url", text.audio},
                                                               {"hasPlayer", text.hasPlayer},
                                                               {"isFollowed", text.followsAudio}}
                                                        : Json()}};
}

json::Json writeTextSpans(std::uint32_t widget, const ui::TextSpans& spans) {
    Json styles = Json::array();
    for (const ui::SpanStyle& style : spans.styles) {
        styles.push_back({{"stroke", cssColor(style.stroke)},
                          {"fill", cssColor(style.fill)},
                          {"ink", inkOn(style.stroke)},
                          {"name", style.name}});
    }
    Json list = Json::array();
    for (const ui::TextSpans::Span& span : spans.spans) {
        list.push_back(Json::array({span.region, span.range.start, span.range.end, span.style}));
    }
    constexpr std::array<std::string_view, 4> kKinds{"region", "offered", "found", "private"};
    return {{"id", widget},
            {"kind", kKinds.at(static_cast<std::size_t>(spans.kind))},
            {"isAll", spans.isAll},
            {"styles", std::move(styles)},
            {"spans", std::move(list)},
            {"gone", spans.gone}};
}

json::Json writeTextRelations(std::uint32_t widget, std::span<const ui::TextRelation> relations) {
    constexpr std::array<std::string_view, 3> kDirections{"left", "right", "both"};
    Json list = Json::array();
    for (const ui::TextRelation& relation : relations) {
        list.push_back({{"key", relation.relation},
                        {"from", relation.from},
                        {"to", relation.to},
                        {"direction", kDirections.at(static_cast<std::size_t>(relation.direction))},
                        {"label", relation.label},
                        {"isPointed", relation.isPointed}});
    }
    return {{"id", widget}, {"relations", std::move(list)}};
}

json::Json writeTextState(std::uint32_t widget, const ui::TextState& state) {
    return {{"id", widget},
            {"selected", state.selected},
            {"pointed", state.pointed},
            {"hidden", state.hidden},
            {"revealed", writeRange(state.revealed)},
            {"currentOffer", state.currentOffer ? Json(*state.currentOffer) : Json()},
            {"spot", writeRange(state.spot)},
            {"isSelecting", state.isSelecting},
            {"canChange", state.canChange},
            {"hasNames", state.hasNames}};
}

json::Json writeTextPlaces(std::span<const ui::TextPlace> places, const ui::Covers& covers) {
    Json list = Json::array();
    for (const ui::TextPlace& place : places) {
        list.push_back({{"id", place.widget},
                        {"box", writeBox(place.box)},
                        {"visible", writeBox(place.visible)}});
    }
    Json boxes = Json::array();
    for (const ui::Box& box : covers.boxes) {
        boxes.push_back(writeBox(box));
    }
    return {
        {"places", std::move(list)}, {"covers", std::move(boxes)}, {"isShaded", covers.isShaded}};
}

} // namespace cartouche::web
