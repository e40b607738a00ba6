#include "editor/text_workspace.h"

#include "core/language/message.h"
#include "editor/chat.h"
#include "editor/region_text.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <tuple>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using diagnostics::Code;
using diagnostics::Diagnostic;
using text::Unit;

TextWorkspace::Granularity granularityNamed(std::string_view name) {
    using enum TextWorkspace::Granularity;
    return name == "word"        ? Word
           : name == "sentence"  ? Sentence
           : name == "paragraph" ? Paragraph
                                 : Symbol;
}

/// `none` is yes for a text that came with the task, and no for one that was fetched
/// (spec/tags.md 4.1, HyperText).
bool savesText(const config::Tag& tag, const std::string& address) {
    const std::string_view wish = tag.text("saveTextResult");
    return wish == "yes" || (wish != "no" && address.empty());
}

bool isMessage(const Area& area) {
    return area.shape && std::holds_alternative<geometry::Message>(*area.shape);
}

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

} // namespace

TextWorkspace::TextWorkspace(Regions& regions, const config::Tag& object, std::string address)
    : m_regions(regions), m_tag(&object), m_address(std::move(address)),
      m_savesText(savesText(object, m_address)) {
    const auto& controls = regions.interface().controls();
    m_canLabel = std::ranges::any_of(controls, [&](const config::Control& control) {
        return isLabelsControl(regions.interface(), *control.tag) &&
               control.toNames.front() == object.name();
    });
}

void TextWorkspace::setContent(std::shared_ptr<const TextContent> content) {
    m_given = std::move(content);
    m_content = m_given;
    m_markup.clear();
    reload();
}

/// Whenever one came, changed or went: a conversation is short.
void TextWorkspace::takeMessages() {
    if (m_given && m_tag->kind() == config::TagKind::Chat) {
        const bool isPlain = messagesOf(document(), *m_tag).empty();
        m_content = isPlain ? m_given : withMessages(*m_given, document(), *m_tag);
        m_dirty = {.isAll = true, .regions = {}};
    }
}

std::vector<std::size_t> TextWorkspace::hiddenPhrases() const {
    if (!m_content || !m_content->hasPhrases()) {
        return {};
    }
    std::vector<Range> labeled;
    if (m_filter.isLabeledOnly()) {
        std::ranges::transform(spans(), std::back_inserter(labeled), &Span::range);
    }
    return m_filter.hidden(*m_content, labeled);
}

void TextWorkspace::reload() {
    m_selection.reset();
    m_dirty = {.isAll = true, .regions = {}};
    takeMessages();
}

void TextWorkspace::update(std::span<const Handle> changed) {
    if (m_tag->kind() == config::TagKind::Chat &&
        std::ranges::any_of(changed, [this](Handle region) {
            const Area* area = document().areas().find(region);
            return area == nullptr || (isMine(*area) && isMessage(*area));
        })) {
        takeMessages();
    }
    if (!m_dirty.isAll) {
        m_dirty.regions.insert(m_dirty.regions.end(), changed.begin(), changed.end());
    }
}

TextWorkspace::Dirty TextWorkspace::takeDirty() {
    return std::exchange(m_dirty, {});
}

bool TextWorkspace::isMine(const Area& area) const {
    return area.shape && area.object == m_tag->name() &&
           (isMessage(area) || std::holds_alternative<geometry::Span>(*area.shape) ||
            std::holds_alternative<geometry::PlacedSpan>(*area.shape));
}

std::optional<TextWorkspace::Range> TextWorkspace::rangeOf(Handle region) const {
    const Area* area = document().areas().find(region);
    if (area == nullptr || !m_content || !isMine(*area)) {
        return std::nullopt;
    }
    const auto range = find(*area);
    return range && range->start < range->end ? std::optional(*range) : std::nullopt;
}

std::expected<TextWorkspace::Range, TextFault> TextWorkspace::find(const Area& area) const {
    return isMessage(area) ? m_content->findMessage(area.id) : m_content->find(*area.shape);
}

std::vector<TextWorkspace::Span> TextWorkspace::spans() const {
    std::vector<Span> spans;
    for (const Handle handle : document().areas().handles()) {
        const auto range = rangeOf(handle);
        if (range && !document().areas().find(handle)->isHidden) {
            spans.push_back({handle, *range});
        }
    }
    std::ranges::stable_sort(spans, [](const Span& one, const Span& other) {
        return std::tuple(one.range.start, other.range.end) <
               std::tuple(other.range.start, one.range.end);
    });
    return spans;
}

std::optional<Diagnostic> TextWorkspace::faultOf(const Area& area) const {
    if (!m_content || !isMine(area)) {
        return std::nullopt;
    }
    const auto range = find(area);
    if (range) {
        return std::nullopt;
    }
    Diagnostic fault{range.error().code,
                     std::format("The region \"{}\" cannot be shown: {}; it is kept", area.id,
                                 range.error().what)};
    if (!area.results.empty() && area.results.front().position != annotation::Result::kNew) {
        fault.where.pointer = std::format("/result/{}", area.results.front().position);
    }
    return fault;
}

std::string TextWorkspace::excerptOf(const Area& area, std::size_t mostCodePoints,
                                     const PrivateData& privateData) const {
    const auto range = m_content && isMine(area) ? find(area) : std::unexpected(TextFault{});
    if (!range) {
        return "";
    }
    return singleLine(privateData.shown(m_content, *range), mostCodePoints);
}

TextWorkspace::Granularity TextWorkspace::objectGranularity() const {
    return granularityNamed(m_tag->text("granularity"));
}

std::optional<TextWorkspace::Range> TextWorkspace::normal(const Range& range) const {
    return m_content ? m_content->normal(range) : std::nullopt;
}

TextWorkspace::Outcome TextWorkspace::select(const Selection& selection, Intent intent) {
    m_selection.reset();
    const auto range = normal(selection.front());
    if (!range) {
        return Outcome::Nothing;
    }
    if (intent == Intent::Pick) {
        pick(*range);
        return Outcome::Done;
    }
    if (intent == Intent::Mark && create(selection)) {
        return Outcome::Done;
    }
    m_regions.select({}); // a label that is pressed now is for what the browser has selected
    m_selection = selection;
    return Outcome::Kept;
}

void TextWorkspace::pick(const Range& range) {
    std::vector<Handle> picked = m_regions.selection();
    for (const Span& span : spans()) {
        const bool isTouched = span.range.start < range.end && range.start < span.range.end;
        if (isTouched && !m_regions.isSelected(span.region)) {
            picked.push_back(span.region);
        }
    }
    m_regions.select(std::move(picked));
}

std::optional<AreaHandle> TextWorkspace::label(const RegionLabel& label) {
    if (!m_selection || m_regions.isReadonly()) {
        return std::nullopt;
    }
    const Selection selection = *m_selection;
    if (!m_regions.isArmed(label)) {
        m_regions.press(label);
    }
    const auto region = create(selection);
    m_regions.disarmAll(); // the label was for this region alone
    if (region) {
        m_selection.reset();
    }
    return region;
}

std::optional<AreaHandle> TextWorkspace::create(const Selection& selection) {
    const auto armed = m_regions.armedFor(m_tag->name());
    const bool canSelect = m_content->hasPhrases() || m_tag->flag("selectionEnabled");
    if (armed.empty() || m_regions.isReadonly() || !canSelect) {
        return std::nullopt;
    }
    const config::Label* label = armed.front().written;
    const auto granularity = label == nullptr || label->granularity.empty()
                                 ? objectGranularity()
                                 : granularityNamed(label->granularity);
    const auto range = normal(selection[static_cast<std::size_t>(granularity)]);
    const config::Control* control = findControl(armed.front());
    if (!range || control == nullptr || (m_content->hasPhrases() && isRepeated(*range, armed))) {
        return std::nullopt;
    }
    return m_regions.create(*control, *areaOf(*range));
}

const config::Control* TextWorkspace::findControl(const RegionLabel& label) const {
    return m_regions.interface().findControl(*label.control);
}

std::optional<Area> TextWorkspace::labeledAreaOf(const Range& range) const {
    const auto armed = m_regions.armedFor(m_tag->name());
    const config::Control* control = armed.empty() ? nullptr : findControl(armed.front());
    auto area = control == nullptr ? std::nullopt : areaOf(range);
    if (area) {
        area->results = m_regions.nextResults(*control, m_tag->name());
    }
    return area;
}

/// Phrases are lines of a conversation.
std::vector<TextRange> TextWorkspace::lines() const {
    std::vector<Range> lines;
    if (m_content->hasPhrases()) {
        std::ranges::transform(m_content->phrases(), std::back_inserter(lines), &Phrase::range);
        return lines;
    }
    const text::TextIndex& index = m_content->index();
    for (std::size_t start = 0; start < m_content->text().size();) {
        const std::size_t end =
            std::min(m_content->text().find('\n', start), m_content->text().size());
        lines.push_back(
            {index.find(Unit::Byte, start).codeUnit, index.find(Unit::Byte, end).codeUnit});
        start = end + 1;
    }
    return lines;
}

std::optional<TextRange> TextWorkspace::nextUnlabeled(std::size_t from) const {
    if (!m_content) {
        return std::nullopt;
    }
    std::vector<Range> free = lines();
    const std::vector<Span> labeled = spans(); // both in order
    auto next = labeled.begin();
    std::size_t covered = 0; // up to there
    std::erase_if(free, [&](const Range& line) {
        for (; next != labeled.end() && next->range.start < line.end; ++next) {
            covered = std::max(covered, next->range.end);
        }
        return covered > line.start || std::ranges::all_of(m_content->covered(line), isSpace);
    });
    const auto found = std::ranges::lower_bound(free, from, {}, &Range::start);
    return free.empty() ? std::nullopt : std::optional(found == free.end() ? free.front() : *found);
}

std::optional<Area> TextWorkspace::areaOf(const Range& range) const {
    const auto made = normal(range);
    return made ? std::optional(Area{.object = annotation::Name(m_tag->name()),
                                     .shape = m_content->shapeOf(*made, m_savesText)})
                : std::nullopt;
}

/// spec/tags.md 5.4, Paragraphs
bool TextWorkspace::isRepeated(const Range& range, std::span<const RegionLabel> armed) const {
    return std::ranges::any_of(document().areas().handles(), [&](Handle handle) {
        return rangeOf(handle) == range &&
               std::ranges::all_of(armed, [&](const RegionLabel& label) {
                   const annotation::Result* result =
                       document().areas().find(handle)->find(label.control->name());
                   return result != nullptr && label.isHeldBy(result->answer);
               });
    });
}

void TextWorkspace::press(std::span<const Handle> regions, bool isToggling) {
    m_selection.reset();
    isToggling = isToggling || m_regions.selectsSeveral();
    if (regions.empty()) {
        if (!isToggling) {
            m_regions.select({});
        }
        return;
    }
    const Handle region = regions.front();
    if (m_regions.isRelating()) {
        m_regions.relateTo(region);
    } else if (isToggling) {
        m_regions.toggleSelected(region);
    } else if (m_regions.selection() == std::vector{region}) {
        m_regions.select({});
    } else {
        m_regions.select({region});
    }
}

bool TextWorkspace::setEnds(Handle region, const Selection& selection) {
    const Area* area = document().areas().find(region);
    if (area == nullptr || !isMine(*area) || isMessage(*area) || !m_regions.isEditable(region)) {
        return false;
    }
    const auto range = normal(selection[static_cast<std::size_t>(objectGranularity())]);
    if (!range || range == rangeOf(region)) {
        return false;
    }
    m_regions.setShapes(language::later("history.ends-of-span"),
                        {{region, m_content->shapeOf(*range, m_savesText)}});
    return true;
}

void TextWorkspace::step(int by) {
    const std::vector<Span> all = spans();
    if (all.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto& selected = m_regions.selection();
    const auto at =
        selected.empty() ? all.end() : std::ranges::find(all, selected.back(), &Span::region);
    const std::ptrdiff_t next =
        at == all.end() ? (by > 0 ? 0 : count - 1) : (at - all.begin() + by + count) % count;
    m_regions.select({all[static_cast<std::size_t>(next)].region});
}

} // namespace cartouche::editor
