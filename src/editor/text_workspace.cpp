#include "editor/text_workspace.h"

#include "core/text/saved_text.h"

#include <algorithm>
#include <cmath>
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
using text::Place;
using text::Rounding;
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

/// Offsets that came are numbers of any kind; those of a text count from 0 in whole ones.
bool isOffset(double number) {
    return std::isfinite(number) && number >= 0 && std::trunc(number) == number;
}

std::string_view shorten(std::string_view line, std::size_t mostCodePoints) {
    const text::TextIndex index(line);
    return index.between({}, index.find(Unit::CodePoint, mostCodePoints));
}

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

} // namespace

TextWorkspace::TextWorkspace(Regions& regions, const config::Tag& object, std::string address)
    : m_regions(regions), m_tag(&object), m_address(std::move(address)),
      m_savesText(savesText(object, m_address)) {
    m_canLabel = std::ranges::contains(regions.interface().labels(), object.name(),
                                       &config::LabelsControl::toName);
}

void TextWorkspace::setContent(std::shared_ptr<const TextContent> content) {
    m_content = std::move(content);
    reload();
}

void TextWorkspace::reload() {
    m_selection.reset();
    m_dirty = {.isAll = true, .regions = {}};
}

void TextWorkspace::update(std::span<const Handle> changed) {
    if (!m_dirty.isAll) {
        m_dirty.regions.insert(m_dirty.regions.end(), changed.begin(), changed.end());
    }
}

TextWorkspace::Dirty TextWorkspace::takeDirty() {
    return std::exchange(m_dirty, {});
}

bool TextWorkspace::isMine(const Area& area) const {
    return spanOf(area) != nullptr;
}

const geometry::Span* TextWorkspace::spanOf(const Area& area) const {
    return area.shape && area.object == m_tag->name() ? std::get_if<geometry::Span>(&*area.shape)
                                                      : nullptr;
}

std::optional<TextWorkspace::Range> TextWorkspace::rangeOf(Handle region) const {
    const Area* area = document().areas().find(region);
    const geometry::Span* span = area == nullptr || !m_content ? nullptr : spanOf(*area);
    if (span == nullptr || !isOffset(span->start) || !isOffset(span->end)) {
        return std::nullopt;
    }
    const auto at = [this](double codePoint) {
        return m_content->index.find(Unit::CodePoint, static_cast<std::size_t>(codePoint)).codeUnit;
    };
    const Range range{at(span->start), at(span->end)};
    return range.start < range.end ? std::optional(range) : std::nullopt;
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
    const geometry::Span* span = spanOf(area);
    if (span == nullptr || !m_content) {
        return std::nullopt;
    }
    const std::size_t length = m_content->index.end().codePoint;
    std::string what;
    Code code = Code::OutsideImage;
    if (!isOffset(span->start) || !isOffset(span->end)) {
        what = std::format("it goes from {} to {}, and offsets count from 0 in whole numbers",
                           span->start, span->end);
    } else if (span->start >= span->end) {
        code = Code::EmptyRegion;
        what = "its end is not behind its start";
    } else if (span->start >= static_cast<double>(length)) {
        what = std::format("it begins at {}, and the text has {} code points", span->start, length);
    } else {
        return std::nullopt;
    }
    Diagnostic fault{
        code, std::format("The region \"{}\" cannot be shown: {}; it is kept", area.id, what)};
    if (!area.results.empty() && area.results.front().position != annotation::Result::kNew) {
        fault.where.pointer = std::format("/result/{}", area.results.front().position);
    }
    return fault;
}

std::string TextWorkspace::excerptOf(const Area& area, std::size_t mostCodePoints) const {
    const geometry::Span* span = spanOf(area);
    if (span == nullptr || !m_content || !isOffset(span->start) || span->start >= span->end) {
        return "";
    }
    const auto first = static_cast<std::size_t>(span->start);
    const double length = std::min(span->end - span->start, static_cast<double>(mostCodePoints));
    const Place start = m_content->index.find(Unit::CodePoint, first);
    const Place end =
        m_content->index.find(Unit::CodePoint, first + static_cast<std::size_t>(length));
    std::string line;
    for (const char byte : m_content->index.between(start, end)) {
        const bool isLineBreak = isSpace(byte);
        if (!isLineBreak) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return std::string(shorten(line, mostCodePoints));
}

TextWorkspace::Granularity TextWorkspace::objectGranularity() const {
    return granularityNamed(m_tag->text("granularity"));
}

/// Within the text, in order and around whole characters; nothing if it covers nothing.
std::optional<TextWorkspace::Range> TextWorkspace::normal(const Range& range) const {
    if (!m_content) {
        return std::nullopt;
    }
    const auto [low, high] = std::minmax(range.start, range.end);
    const std::size_t start = m_content->index.find(Unit::CodeUnit, low, Rounding::Down).codeUnit;
    const std::size_t end = m_content->index.find(Unit::CodeUnit, high, Rounding::Up).codeUnit;
    return low < high && start < end ? std::optional(Range{start, end}) : std::nullopt;
}

geometry::Span TextWorkspace::shapeOf(const Range& range) const {
    const Place start = m_content->index.find(Unit::CodeUnit, range.start);
    const Place end = m_content->index.find(Unit::CodeUnit, range.end);
    return {.start = static_cast<double>(start.codePoint),
            .end = static_cast<double>(end.codePoint),
            .text = m_savesText ? text::writeSavedText(m_content->index.between(start, end)) : ""};
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

std::optional<AreaHandle> TextWorkspace::label(const config::LabelsControl& control,
                                               const config::Label& label) {
    if (!m_selection || m_regions.isReadonly()) {
        return std::nullopt;
    }
    const Selection selection = *m_selection;
    if (!m_regions.isArmed(control, label)) {
        m_regions.press(control, label);
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
    if (armed.empty() || m_regions.isReadonly() || !m_tag->flag("selectionEnabled")) {
        return std::nullopt;
    }
    const auto& [labels, label] = armed.front();
    const auto granularity =
        label->granularity.empty() ? objectGranularity() : granularityNamed(label->granularity);
    const auto range = normal(selection[static_cast<std::size_t>(granularity)]);
    const auto control =
        std::ranges::find(m_regions.interface().controls(), labels->tag, &config::Control::tag);
    if (!range || control == m_regions.interface().controls().end()) {
        return std::nullopt;
    }
    Area area{.object = annotation::Name(m_tag->name()), .shape = shapeOf(*range)};
    return m_regions.create(*control, std::move(area));
}

void TextWorkspace::press(std::span<const Handle> regions, bool isToggling) {
    m_selection.reset();
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
    if (area == nullptr || spanOf(*area) == nullptr || !m_regions.isEditable(region)) {
        return false;
    }
    const auto range = normal(selection[static_cast<std::size_t>(objectGranularity())]);
    if (!range || range == rangeOf(region)) {
        return false;
    }
    m_regions.setShapes("Ends of a span", {{region, shapeOf(*range)}});
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
