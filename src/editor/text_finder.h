#pragma once

#include "core/annotation/document.h"
#include "core/config/css_color.h"
#include "core/config/labeling_interface.h"
#include "core/text/regex.h"
#include "editor/expressions.h"
#include "editor/offered_labels.h"
#include "editor/text_workspace.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// Looks for expressions in the texts of a task, and makes regions of what they find.
class TextFinder {
public:
    explicit TextFinder(annotation::IdSource newId) : m_newId(std::move(newId)) {}

    const std::vector<Expression>& expressions() const { return m_expressions; }
    void setExpressions(std::vector<Expression> expressions);
    /// What is wrong with a pattern; nullptr: nothing.
    const text::Regex::Fault* faultOf(std::size_t expression) const;
    /// How often it was found, last; of one that is off, not at all.
    struct Count {
        std::size_t found = 0;
        bool isMany = false; // there are more than are looked for
        bool isSlow = false; // the search took too long, and ended before the text did
    };
    Count countOf(std::size_t expression) const;

    /// Another task.
    void restart();
    /// All that is found in these texts, each with a label that can be given there, the same
    /// under the same id as long as the task is.
    std::vector<annotation::Area> find(const config::LabelingInterface& interface,
                                       std::span<const std::unique_ptr<TextWorkspace>> texts);
    /// The colour of the expression that found a region, by its id; nothing: its label's.
    std::optional<config::CssColor> colorOf(const std::string& id) const;
    /// It is not found any more, for this task.
    void reject(const std::string& id) { m_rejected.insert(id); }

private:
    /// Where something was found: the object, the label, and the range in UTF-16 code units.
    using Place = std::tuple<std::string, annotation::Path, std::size_t, std::size_t>;

    /// An expression that can be looked for, and how often it was found.
    struct Compiled {
        std::optional<text::Regex> regex;
        std::optional<text::Regex::Fault> fault;
        Count count;
    };

    void findIn(const TextWorkspace& text, std::size_t expression, const RegionLabel& label,
                std::vector<annotation::Area>& areas);
    const std::string& idOf(Place place);

    annotation::IdSource m_newId;
    std::vector<Expression> m_expressions;
    std::vector<Compiled> m_compiled; // one each
    std::map<Place, std::string> m_ids;
    std::set<std::string> m_rejected;
    std::map<std::string, config::CssColor> m_colors; // by ids, of those with one of their own
};

/// The label that a match of the expression gets in a text of this name: the one that it names, or
/// is called like, else the first; nothing if the text has no labels.
std::optional<OfferedLabel> labelFor(const Expression& expression,
                                     const config::LabelingInterface& interface,
                                     std::string_view object);

} // namespace cartouche::editor
