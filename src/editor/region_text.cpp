#include "editor/region_text.h"

#include "core/language/message.h"
#include "core/text/text_index.h"
#include "editor/region_label.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>
#include <variant>

namespace cartouche::editor {

namespace {

/// In the order of geometry::Shape.
constexpr std::array<language::Key, std::variant_size_v<geometry::Shape>> kShapes{
    "kind.rectangle", "kind.ellipse", "kind.key-point", "kind.polygon", "kind.vector",
    "kind.brush",     "kind.bitmask", "kind.span",      "kind.span",    "kind.span",
    "kind.frames",    "kind.track",   "kind.message"};

std::string_view shorten(std::string_view line, std::size_t mostCodePoints) {
    constexpr std::size_t kMostBytes = 4; // of a code point
    const text::TextIndex index(line.substr(0, kMostBytes * mostCodePoints));
    return index.between({}, index.find(text::Unit::CodePoint, mostCodePoints));
}

} // namespace

std::string singleLine(std::string_view text, std::size_t mostCodePoints) {
    std::string line;
    for (const char byte : shorten(text, mostCodePoints)) {
        const bool isSpace = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (!isSpace) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

std::string describeLabels(const config::LabelingInterface& interface,
                           const annotation::Area& area) {
    std::string labels;
    for (const annotation::Result& result : area.results) {
        for (const std::string& text : labelTexts(interface, result)) {
            labels += (labels.empty() ? "" : language::say("list.comma")) + text;
        }
    }
    return labels.empty() ? language::say("region.no-label") : labels;
}

std::string describeRegion(const config::LabelingInterface& interface,
                           const annotation::Area& area) {
    return language::say("region.with-kind",
                         {{"labels", describeLabels(interface, area)}, {"kind", shapeName(area)}});
}

std::string shapeName(const annotation::Area& area) {
    return language::say(area.shape ? kShapes[area.shape->index()] : "kind.region");
}

std::optional<double> scoreOf(const annotation::Area& area) {
    const auto found = std::ranges::find_if(
        area.results, [](const annotation::Result& result) { return result.score.has_value(); });
    return found == area.results.end() ? std::nullopt : found->score;
}

std::string spanKeyOf(const config::LabelingInterface& interface, const annotation::Area& area) {
    std::string key;
    if (const auto* span = area.shape ? std::get_if<geometry::Span>(&*area.shape) : nullptr) {
        key = std::format("{}-{}", span->start, span->end);
    } else if (const auto* placed =
                   area.shape ? std::get_if<geometry::PlacedSpan>(&*area.shape) : nullptr) {
        key = std::format("{} {} {} {}", placed->start, placed->startOffset, placed->end,
                          placed->endOffset);
    }
    return key.empty() ? key
                       : std::format("{}\n{}\n{}", area.object.text(), key,
                                     describeLabels(interface, area));
}

std::set<std::string> spanKeysOf(const config::LabelingInterface& interface,
                                 const annotation::Document& document) {
    std::set<std::string> keys;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        keys.insert(spanKeyOf(interface, *document.areas().find(handle)));
    }
    keys.erase("");
    return keys;
}

} // namespace cartouche::editor
