#include "ui/text_layers.h"

#include "editor/region_text.h"
#include "ui/app_listener.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using editor::TextWorkspace;

bool hasLabels(const Area& area) {
    return std::ranges::any_of(
        area.results, [](const annotation::Result& result) { return !result.labels().empty(); });
}

bool isDialogue(const config::Tag& text) {
    return text.kind() != config::TagKind::Paragraphs || text.text("layout") == "dialogue";
}

SpanStyle styleOf(const config::Tag& text, const Area& area, editor::RegionStyles& styles) {
    constexpr std::uint8_t kFill = 0x40;
    const editor::RegionStyle& style = styles.styleOf(area);
    const auto own = config::parseCssColor(text.text("highlightColor"));
    SpanStyle made{own.value_or(style.stroke), own.value_or(style.stroke), {}};
    made.stroke.alpha = 0xFF;
    made.fill.alpha = kFill;
    made.name = showsNames(text) && hasLabels(area) ? editor::describeLabels(area) : "";
    return made;
}

/// Collects spans, with each look once.
class SpanList {
public:
    SpanList(const TextWorkspace& text, editor::RegionStyles& styles)
        : m_text(text), m_styles(styles) {}

    void add(const TextWorkspace::Span& span, const Area& area) {
        m_list.spans.push_back({span.region.index, span.range, indexOf(area)});
    }
    TextSpans& list() { return m_list; }

private:
    std::size_t indexOf(const Area& area) {
        std::string key(area.results.empty() ? "" : area.results.front().control.text());
        key += '\n' + editor::describeLabels(area);
        const auto [found, isNew] = m_known.try_emplace(std::move(key), m_list.styles.size());
        if (isNew) {
            m_list.styles.push_back(styleOf(m_text.tag(), area, m_styles));
        }
        return found->second;
    }

    const TextWorkspace& m_text;
    editor::RegionStyles& m_styles;
    TextSpans m_list;
    std::map<std::string, std::size_t> m_known; // by control and labels
};

} // namespace

bool showsNames(const config::Tag& text) {
    return text.text("showLabels") != "false";
}

void TextLayers::restart() {
    m_places.clear();
    m_told.clear();
    m_heights.clear();
}

TextWorkspace* TextLayers::find(std::uint32_t widget) const {
    const auto found = std::ranges::find(m_places, widget, &TextPlace::widget);
    return found == m_places.end() || found->isForShow ? nullptr : found->text;
}

float TextLayers::heightOf(std::uint32_t widget) const {
    const auto found = m_heights.find(widget);
    return found == m_heights.end() ? 0 : found->second;
}

void TextLayers::tell(AppListener& listener, editor::RegionStyles& styles,
                      std::span<const TextPlace> places, std::span<const AreaHandle> pointed) {
    m_places.assign(places.begin(), places.end());
    for (const TextPlace& place : places) {
        Told& told = m_told[place.widget];
        const bool isOther = told.content != place.text->content();
        if (isOther) {
            told.content = place.text->content();
            listener.onTextShown(place.widget, {told.content.get(), isDialogue(place.text->tag())});
        }
        const bool isNew = isOther || told.text != place.text;
        told.text = place.text;
        tellSpans(listener, styles, place, isNew);
        tellState(listener, place, pointed);
    }
}

void TextLayers::tellSpans(AppListener& listener, editor::RegionStyles& styles,
                           const TextPlace& place, bool isNew) {
    const TextWorkspace::Dirty dirty = place.text->takeDirty();
    if (!isNew && !dirty.isAll && dirty.regions.empty()) {
        return;
    }
    SpanList list(*place.text, styles);
    const annotation::Document& document = place.text->document();
    if (isNew || dirty.isAll) {
        list.list().isAll = true;
        for (const TextWorkspace::Span& span : place.text->spans()) {
            list.add(span, *document.areas().find(span.region));
        }
        listener.onTextSpans(place.widget, list.list());
        return;
    }
    for (const AreaHandle region : std::set(dirty.regions.begin(), dirty.regions.end())) {
        const Area* area = document.areas().find(region);
        const auto range = place.text->rangeOf(region);
        if (range && !area->isHidden) {
            list.add({region, *range}, *area);
        } else {
            list.list().gone.push_back(region.index);
        }
    }
    listener.onTextSpans(place.widget, list.list());
}

void TextLayers::tellState(AppListener& listener, const TextPlace& place,
                           std::span<const AreaHandle> pointed) {
    TextState state{.isSelecting = place.text->selection().has_value(),
                    .canChange = !place.text->regions().isReadonly() && !place.isForShow,
                    .hasNames = place.text->canLabel() && showsNames(place.text->tag())};
    state.hidden = place.text->hiddenPhrases();
    const auto addMine = [&](std::span<const AreaHandle> regions, std::vector<std::uint32_t>& to) {
        for (const AreaHandle region : regions) {
            const Area* area = place.text->document().areas().find(region);
            if (area != nullptr && place.text->isMine(*area)) {
                to.push_back(region.index);
            }
        }
    };
    if (!place.isForShow) {
        addMine(place.text->regions().selection(), state.selected);
        addMine(pointed, state.pointed);
    }
    TextState& told = m_told[place.widget].state;
    const bool isNew = state.selected != told.selected && state.selected.size() == 1;
    state.revealed = isNew ? std::optional(state.selected.front()) : std::nullopt;
    told.revealed.reset();
    if (state != told) {
        told = state;
        listener.onTextState(place.widget, state);
    }
}

} // namespace cartouche::ui
