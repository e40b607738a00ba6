#include "ui/text_layers.h"

#include "editor/region_text.h"
#include "editor/relation_labels.h"
#include "ui/app_listener.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using editor::TextWorkspace;

bool isDialogue(const config::Tag& text) {
    return text.kind() != config::TagKind::Paragraphs || text.text("layout") == "dialogue";
}

void recolor(SpanStyle& style, config::CssColor color) {
    constexpr std::uint8_t kFill = 0x40;
    style.stroke = color;
    style.stroke.alpha = 0xFF;
    style.fill = color;
    style.fill.alpha = kFill;
}

SpanStyle styleOf(const TextWorkspace& text, const Area& area, editor::RegionStyles& styles) {
    const config::LabelingInterface& interface = text.regions().interface();
    const auto own = config::parseCssColor(text.tag().text("highlightColor"));
    const bool isNamed =
        showsNames(text.tag()) && !editor::firstLabelOf(interface, area).path.empty();
    SpanStyle made;
    recolor(made, own.value_or(styles.styleOf(area).stroke));
    made.name = isNamed ? editor::describeLabels(interface, area) : "";
    return made;
}

/// Collects spans, with each look once. What is offered has its name in the bar.
class SpanList {
public:
    /// `finder`: what the regions were found by, if they were; else nullptr.
    SpanList(const TextWorkspace& text, editor::RegionStyles& styles, TextSpans::Kind kind,
             const editor::TextFinder* finder)
        : m_text(text), m_styles(styles), m_finder(finder), m_list{.kind = kind} {}

    void add(const TextWorkspace::Span& span, const Area& area) {
        m_list.spans.push_back({span.region.index, span.range, indexOf(area)});
    }
    TextSpans& list() { return m_list; }

private:
    std::size_t indexOf(const Area& area) {
        std::string key(area.results.empty() ? "" : area.results.front().control.text());
        key += '\n' + editor::describeLabels(m_text.regions().interface(), area);
        for (const std::string& part :
             editor::firstLabelOf(m_text.regions().interface(), area).path) {
            key += '\n' + part; // items of the same name can have colours of their own
        }
        const auto own = m_finder == nullptr ? std::nullopt : m_finder->colorOf(area.id);
        if (own) {
            key += std::format("\n{} {} {}", own->red, own->green, own->blue);
        }
        const auto [found, isNew] = m_known.try_emplace(std::move(key), m_list.styles.size());
        if (isNew) {
            m_list.styles.push_back(styleOf(m_text, area, m_styles));
            if (own) {
                recolor(m_list.styles.back(), *own);
            }
            if (m_list.kind == TextSpans::Kind::Offered) {
                m_list.styles.back().name.clear();
            }
        }
        return found->second;
    }

    const TextWorkspace& m_text;
    editor::RegionStyles& m_styles;
    const editor::TextFinder* m_finder;
    TextSpans m_list;
    std::map<std::string, std::size_t> m_known; // by control, labels and colour
};

/// A handle of a region of the text that is shown, by its id.
std::optional<AreaHandle> findShown(const TextWorkspace& text, std::string_view id) {
    const auto region = text.document().findArea(id);
    const Area* area = region ? text.document().areas().find(*region) : nullptr;
    return area != nullptr && text.isMine(*area) && !area->isHidden ? region : std::nullopt;
}

std::vector<TextRelation> relationsOf(const TextWorkspace& text,
                                      std::span<const AreaHandle> pointed) {
    std::vector<TextRelation> relations;
    const annotation::Document& document = text.document();
    for (const annotation::RelationHandle handle : document.relations().handles()) {
        const annotation::Relation& relation = *document.relations().find(handle);
        const auto from = findShown(text, relation.from);
        const auto to = findShown(text, relation.to);
        if (from && to && !text.regions().isHidden(handle)) {
            const bool isPointed =
                std::ranges::contains(pointed, *from) && std::ranges::contains(pointed, *to);
            relations.push_back({handle.index, from->index, to->index, relation.direction,
                                 editor::describeLabels(relation), isPointed});
        }
    }
    return relations;
}

/// What became the only region selected, is the next one offered, or was found.
std::optional<TextWorkspace::Range> revealed(const TextPlace& place, const TextState& before,
                                             const TextState& now, bool isSpotNew) {
    if (now.spot && isSpotNew) {
        return now.spot;
    }
    if (now.currentOffer && now.currentOffer != before.currentOffer) {
        return place.offered->rangeOf({*now.currentOffer});
    }
    const bool isOther = now.selected != before.selected && now.selected.size() == 1;
    return isOther ? place.text->rangeOf({now.selected.front()}) : std::nullopt;
}

/// What changed of the regions of a text since it was last asked.
void tellSpans(AppListener& listener, editor::RegionStyles& styles, std::uint32_t widget,
               TextWorkspace& text, TextSpans::Kind kind, bool isNew,
               const editor::TextFinder* finder = nullptr) {
    const TextWorkspace::Dirty dirty = text.takeDirty();
    if (!isNew && !dirty.isAll && dirty.regions.empty()) {
        return;
    }
    SpanList list(text, styles, kind, finder);
    const annotation::Document& document = text.document();
    if (isNew || dirty.isAll) {
        list.list().isAll = true;
        for (const TextWorkspace::Span& span : text.spans()) {
            list.add(span, *document.areas().find(span.region));
        }
        listener.onTextSpans(widget, list.list());
        return;
    }
    for (const AreaHandle region : std::set(dirty.regions.begin(), dirty.regions.end())) {
        const Area* area = document.areas().find(region);
        const auto range = text.rangeOf(region);
        if (range && !area->isHidden) {
            list.add({region, *range}, *area);
        } else {
            list.list().gone.push_back(region.index);
        }
    }
    listener.onTextSpans(widget, list.list());
}

/// The text, and what is private in it.
void tellText(AppListener& listener, const TextPlace& place) {
    constexpr config::CssColor kStroke{0x8A, 0x8A, 0x8A, 0xFF};
    constexpr config::CssColor kFill{0x8A, 0x8A, 0x8A, 0x33};
    const editor::PrivateParts* found = place.privateData->find(place.text->content());
    const bool isMasked = place.privateData->mode() == editor::PrivateData::Mode::Masked;
    const config::Tag& tag = place.text->tag();
    listener.onTextShown(place.widget, {.content = place.text->content().get(),
                                        .mask = isMasked ? found : nullptr,
                                        .isDialogue = isDialogue(tag),
                                        .audio = place.text->audio(),
                                        .hasPlayer = tag.flag("showPlayer"),
                                        .followsAudio = tag.flag("contextScroll")});
    TextSpans spans{.kind = TextSpans::Kind::Private, .isAll = true};
    if (found != nullptr) {
        for (const editor::PrivatePart& part : found->parts()) {
            spans.styles.push_back({kStroke, kFill, editor::describePrivate(part.type)});
            spans.spans.push_back({static_cast<std::uint32_t>(spans.spans.size()), part.range,
                                   spans.styles.size() - 1});
        }
    }
    listener.onTextSpans(place.widget, spans);
}

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
        const bool isOther = told.content != place.text->content() ||
                             told.privateRevision != place.privateData->revision();
        if (isOther) {
            told.content = place.text->content();
            told.relations.clear(); // the page forgets them with the text
            told.privateRevision = place.privateData->revision();
            tellText(listener, place);
        }
        const bool isNew = isOther || told.text != place.text;
        told.text = place.text;
        tellSpans(listener, styles, place.widget, *place.text, TextSpans::Kind::Region, isNew);
        tellOffered(listener, styles, place);
        tellFound(listener, place, isOther);
        tellRelations(listener, place, pointed);
        tellState(listener, place, pointed);
    }
}

void TextLayers::tellOffered(AppListener& listener, editor::RegionStyles& styles,
                             const TextPlace& place) {
    Told& told = m_told[place.widget];
    const bool isNew = told.offered != place.offered;
    told.offered = place.offered;
    if (place.offered != nullptr) {
        tellSpans(listener, styles, place.widget, *place.offered, TextSpans::Kind::Offered, isNew,
                  place.finder);
    } else if (isNew) {
        listener.onTextSpans(place.widget, {.kind = TextSpans::Kind::Offered, .isAll = true});
    }
}

void TextLayers::tellFound(AppListener& listener, const TextPlace& place, bool isOther) {
    Told& told = m_told[place.widget];
    const std::uint64_t revision = place.search == nullptr ? 0 : place.search->revision();
    if (told.searched == revision && !isOther) {
        return;
    }
    told.searched = revision;
    constexpr config::CssColor kMarker{0xFF, 0xD5, 0x4A, 0xFF};
    constexpr config::CssColor kFill{0xFF, 0xD5, 0x4A, 0x66};
    TextSpans spans{.kind = TextSpans::Kind::Found, .isAll = true};
    spans.styles.push_back({kMarker, kFill, {}});
    for (const editor::TextSearch::Hit& hit : place.search == nullptr
                                                  ? std::span<const editor::TextSearch::Hit>()
                                                  : std::span(place.search->hits())) {
        if (hit.text == &place.text->tag()) {
            spans.spans.push_back({static_cast<std::uint32_t>(spans.spans.size()), hit.range, 0});
        }
    }
    listener.onTextSpans(place.widget, spans);
}

void TextLayers::tellRelations(AppListener& listener, const TextPlace& place,
                               std::span<const AreaHandle> pointed) {
    std::vector<TextRelation> relations = relationsOf(*place.text, pointed);
    Told& told = m_told[place.widget];
    if (relations != told.relations) {
        told.relations = std::move(relations);
        listener.onTextRelations(place.widget, told.relations);
    }
}

void TextLayers::tellState(AppListener& listener, const TextPlace& place,
                           std::span<const AreaHandle> pointed) {
    TextState state{.isSelecting = place.text->selection().has_value(),
                    .canChange = !place.text->regions().isReadonly() && !place.isForShow &&
                                 place.text->tag().kind() != config::TagKind::Chat,
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
    if (place.currentOffer && place.offered->rangeOf(*place.currentOffer)) {
        state.currentOffer = place.currentOffer->index;
    }
    const auto& spot = place.search == nullptr ? std::nullopt : place.search->spot();
    if (spot && spot->place.text == &place.text->tag()) {
        state.spot = spot->place.range;
    }
    Told& told = m_told[place.widget];
    state.revealed = revealed(place, told.state, state, spot && spot->serial != told.spot);
    told.spot = spot ? spot->serial : 0;
    told.state.revealed.reset();
    if (state != told.state) {
        told.state = state;
        listener.onTextState(place.widget, state);
    }
}

} // namespace cartouche::ui
