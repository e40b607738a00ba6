#pragma once

#include "editor/answer_tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What is chosen of a tree of answers (spec/tags.md 4.3, spec/results.md 4.16 and 4.17).
namespace cartouche::editor {

/// `Partly`: not itself, but something that it holds.
enum class Chosen : std::uint8_t { Not, Partly, Yes };

/// The paths that an answer consists of; a text is a path of one.
std::vector<annotation::Path> pathsOf(const annotation::Answer* answer);

/// Of each answer of the tree.
std::vector<Chosen> chosenOf(const AnswerTree& tree, std::span<const annotation::Path> paths);

/// Of Choices with `allowNested`, after a click: an answer is chosen with all that it holds, and
/// one of which everything is chosen is chosen itself. What the tree does not know stays, in front,
/// unless only one thing can be chosen.
std::vector<annotation::Path> toggledNested(const AnswerTree& tree, config::ChoiceMode mode,
                                            std::span<const annotation::Path> before,
                                            std::size_t node);

/// What a Taxonomy allows.
struct TaxonomyRules {
    bool isLeavesOnly = false;
    std::optional<std::size_t> mostUsages;
};

TaxonomyRules taxonomyRules(const config::Tag& tag);
/// Whether a click on it would do anything.
bool canToggle(const AnswerTree& tree, const TaxonomyRules& rules,
               std::span<const annotation::Path> before, std::size_t node);
/// Each by itself, the last one that was chosen last.
std::vector<annotation::Path> toggled(const AnswerTree& tree,
                                      std::span<const annotation::Path> before, std::size_t node);

} // namespace cartouche::editor
