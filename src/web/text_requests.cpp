#include "web/text_requests.h"

#include "core/json/json.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::web {

namespace {

using editor::TextWorkspace;

/// The numbers of a list, which are not less than 0; none of what is no list.
std::vector<std::size_t> readNumbers(std::string_view text) {
    std::vector<std::size_t> numbers;
    if (json::Cursor(text).kind() == json::Kind::List) {
        json::Cursor(text).readList([&numbers](json::Cursor& number) {
            numbers.push_back(
                static_cast<std::size_t>(std::max(number.readNumber().value_or(0), 0.0)));
        });
    }
    return numbers;
}

/// The member `ranges`: nothing if it is null.
std::optional<TextWorkspace::Selection> readSelection(const Params& params) {
    constexpr std::array<std::string_view, 4> kGranularities{"symbol", "word", "sentence",
                                                             "paragraph"};
    const json::CheckedText text = params.value("ranges");
    if (json::Cursor(text.text()).kind() != json::Kind::Object) {
        return std::nullopt;
    }
    const json::Members ranges{json::Cursor(text.text())};
    TextWorkspace::Selection selection;
    for (std::size_t index = 0; index < kGranularities.size(); ++index) {
        const auto ends = readNumbers(ranges.find(kGranularities[index]).value_or("[]"));
        if (ends.size() == 2) {
            selection[index] = {ends[0], ends[1]};
        }
    }
    return selection;
}

/// A text, or an element as a list of its name and what it holds.
text::MarkupNode readMarkup(json::Cursor& at) {
    text::MarkupNode node;
    if (at.kind() != json::Kind::List) {
        node.text = at.readText().value_or("");
        return node;
    }
    bool isName = true;
    at.readList([&](json::Cursor& item) {
        if (std::exchange(isName, false)) {
            node.name = item.readText().value_or("");
        } else {
            node.children.push_back(readMarkup(item));
        }
    });
    return node;
}

} // namespace

void markupRead(Instance& instance, const Params& params, std::string& reply) {
    const json::CheckedText tree = params.value("tree");
    json::Cursor cursor(tree.text());
    instance.app.setMarkup(static_cast<std::uint32_t>(params.number("markup")), readMarkup(cursor));
    reply += kNothing;
}

void textFetched(Instance& instance, const Params& params, std::string& reply) {
    const json::CheckedText text = params.value("text");
    const bool isThere = json::Cursor(text.text()).kind() == json::Kind::Text;
    instance.app.setFetchedText(params.text("url"),
                                isThere ? std::optional(params.text("text")) : std::nullopt,
                                params.text("message"));
    reply += kNothing;
}

void textHeight(Instance& instance, const Params& params, std::string& reply) {
    instance.app.setTextHeight(widgetOf(params), static_cast<float>(params.number("height")));
    reply += kNothing;
}

void textSelect(Instance& instance, const Params& params, std::string& reply) {
    const std::string intent = params.text("intent");
    const auto outcome = instance.app.selectText(widgetOf(params), readSelection(params),
                                                 intent == "pick"   ? TextWorkspace::Intent::Pick
                                                 : intent == "wait" ? TextWorkspace::Intent::Wait
                                                                    : TextWorkspace::Intent::Mark);
    reply += json::writeJson({{"done", outcome == TextWorkspace::Outcome::Done}});
}

void textPress(Instance& instance, const Params& params, std::string& reply) {
    std::vector<annotation::AreaHandle> regions;
    for (const std::size_t region : readNumbers(params.value("regions").text())) {
        regions.push_back({static_cast<std::uint32_t>(region)});
    }
    const auto offered = readNumbers(params.value("offered").text());
    if (regions.empty() && !offered.empty()) {
        instance.app.acceptOffer({static_cast<std::uint32_t>(offered.front())});
    } else {
        instance.app.pressText(widgetOf(params), regions, params.flag("toggle"));
    }
    reply += kNothing;
}

void textInView(Instance& instance, const Params& params, std::string& reply) {
    const auto range = readNumbers(params.value("range").text());
    if (range.size() == 2) {
        instance.app.setTextInView(widgetOf(params), {range[0], range[1]});
    }
    reply += kNothing;
}

void textEnds(Instance& instance, const Params& params, std::string& reply) {
    const annotation::AreaHandle region{static_cast<std::uint32_t>(params.number("region"))};
    const auto selection = readSelection(params);
    const bool isDone = selection && instance.app.setTextEnds(widgetOf(params), region, *selection);
    reply += json::writeJson({{"done", isDone}});
}

} // namespace cartouche::web
