#include "editor/text_finder.h"

#include "core/language/message.h"
#include "editor/ascii_case.h"

#include <algorithm>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::Name;
using text::Regex;
using text::Unit;

/// It is searched for anew with each letter that is typed: a tenth of a second, or some at worst.
constexpr Regex::Limits kLimits{.matches = 10'000, .steps = 30'000'000};

} // namespace

void TextFinder::setExpressions(std::vector<Expression> expressions) {
    std::vector<Compiled> compiled;
    for (const Expression& expression : expressions) {
        const auto letters = expression.ignoresCase ? Regex::Case::Ignored : Regex::Case::Matters;
        auto made = Regex::compile(expression.pattern, letters);
        compiled.push_back(made ? Compiled{.regex = std::move(*made)}
                                : Compiled{.fault = std::move(made.error())});
    }
    m_expressions = std::move(expressions);
    m_compiled = std::move(compiled);
}

const Regex::Fault* TextFinder::faultOf(std::size_t expression) const {
    const auto& fault = m_compiled[expression].fault;
    return fault ? &*fault : nullptr;
}

TextFinder::Count TextFinder::countOf(std::size_t expression) const {
    return m_compiled[expression].count;
}

std::optional<config::CssColor> TextFinder::colorOf(const std::string& id) const {
    const auto found = m_colors.find(id);
    return found == m_colors.end() ? std::nullopt : std::optional(found->second);
}

void TextFinder::restart() {
    m_ids.clear();
    m_rejected.clear();
}

std::vector<Area> TextFinder::find(const config::LabelingInterface& interface,
                                   std::span<const std::unique_ptr<TextWorkspace>> texts) {
    std::vector<Area> areas;
    m_colors.clear();
    for (std::size_t index = 0; index < m_expressions.size(); ++index) {
        m_compiled[index].count = {};
        for (const auto& text : texts) {
            const auto label = labelFor(m_expressions[index], interface, text->tag().name());
            if (m_expressions[index].isOn && label && text->content() && m_compiled[index].regex) {
                findIn(*text, index, label->label(), areas);
            }
        }
    }
    return areas;
}

void TextFinder::findIn(const TextWorkspace& text, std::size_t expression, const RegionLabel& label,
                        std::vector<Area>& areas) {
    Compiled& compiled = m_compiled[expression];
    const text::TextIndex& index = text.content()->index();
    const Regex::Matches found = compiled.regex->findAll(index.text(), kLimits);
    const bool isMany = found.matches.size() == kLimits.matches;
    compiled.count.found += found.matches.size();
    compiled.count.isMany = compiled.count.isMany || (found.isCut && isMany);
    compiled.count.isSlow = compiled.count.isSlow || (found.isCut && !isMany);
    const auto color = config::parseCssColor(m_expressions[expression].color);
    for (const Regex::Match& match : found.matches) {
        auto area = text.areaOf({index.find(Unit::Byte, match.start).codeUnit,
                                 index.find(Unit::Byte, match.end).codeUnit});
        if (!area) {
            continue; // spaces between phrases, for one
        }
        area->id = idOf({std::string(text.tag().name()), label.path, match.start, match.end});
        area->note = language::say("expressions.note", {{"name", m_expressions[expression].name}});
        area->results = {{.control = Name(label.control->name()),
                          .type = resultTypeOf(*label.control),
                          .answer = label.answer()}};
        if (color) {
            m_colors.insert_or_assign(area->id, *color);
        }
        if (!m_rejected.contains(area->id)) {
            areas.push_back(std::move(*area));
        }
    }
}

const std::string& TextFinder::idOf(Place place) {
    std::string& id = m_ids[std::move(place)];
    if (id.empty()) {
        id = m_newId();
    }
    return id;
}

std::optional<OfferedLabel> labelFor(const Expression& expression,
                                     const config::LabelingInterface& interface,
                                     std::string_view object) {
    std::optional<OfferedLabel> named;
    std::optional<OfferedLabel> alike;
    std::optional<OfferedLabel> first;
    const std::string name = lowered(expression.name);
    const auto isName = [&name](std::string_view text) {
        return text.size() == name.size() && lowered(text) == name;
    };
    visitLabels(interface, [&](const OfferedLabel& label) {
        if (label.object() != object) {
            return true;
        }
        if (!expression.label.empty() && label.stored() == expression.label) {
            named = label;
        } else if (!alike && (isName(label.display()) || isName(label.stored()))) {
            alike = label;
        } else if (!first) {
            first = label;
        }
        return !named && !(alike && expression.label.empty());
    });
    return named ? named : alike ? alike : first;
}

} // namespace cartouche::editor
