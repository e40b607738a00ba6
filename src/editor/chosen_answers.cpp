#include "editor/chosen_answers.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Path;
using config::ChoiceMode;

/// What holds something chosen and is not chosen is so partly.
void markHolders(const AnswerTree& tree, std::vector<Chosen>& chosen) {
    for (std::size_t node = tree.size(); node-- > 0;) {
        const auto holder = tree.parent(node);
        if (holder && chosen[node] != Chosen::Not && chosen[*holder] == Chosen::Not) {
            chosen[*holder] = Chosen::Partly;
        }
    }
}

bool isEverythingChosen(const AnswerTree& tree, const std::vector<bool>& isChosen,
                        std::size_t node) {
    for (std::size_t child = node + 1; child < tree.end(node); child = tree.end(child)) {
        if (!isChosen[child]) {
            return false;
        }
    }
    return true;
}

void chooseHolders(const AnswerTree& tree, std::vector<bool>& isChosen) {
    for (std::size_t node = tree.size(); node-- > 0;) {
        if (tree.hasChildren(node)) {
            isChosen[node] = isEverythingChosen(tree, isChosen, node);
        }
    }
}

} // namespace

std::vector<Path> pathsOf(const annotation::Answer* answer) {
    if (answer == nullptr) {
        return {};
    }
    if (const auto* paths = std::get_if<std::vector<Path>>(answer)) {
        return *paths;
    }
    std::vector<Path> paths;
    if (const auto* texts = std::get_if<annotation::Texts>(answer)) {
        std::ranges::transform(*texts, std::back_inserter(paths),
                               [](const std::string& text) { return Path{text}; });
    }
    return paths;
}

std::vector<Chosen> chosenOf(const AnswerTree& tree, std::span<const Path> paths) {
    std::vector<Chosen> chosen(tree.size(), Chosen::Not);
    for (const Path& path : paths) {
        if (const auto node = tree.find(path)) {
            chosen[*node] = Chosen::Yes;
        }
    }
    markHolders(tree, chosen);
    return chosen;
}

std::vector<Path> toggledNested(const AnswerTree& tree, ChoiceMode mode,
                                std::span<const Path> before, std::size_t node) {
    std::vector<bool> isChosen(tree.size());
    std::vector<Path> paths;
    for (const Path& path : before) {
        if (const auto known = tree.find(path)) {
            isChosen[*known] = true;
        } else if (mode == ChoiceMode::Multiple) {
            paths.push_back(path);
        }
    }
    const bool wish = mode == ChoiceMode::SingleRadio || !isChosen[node];
    if (mode != ChoiceMode::Multiple) {
        isChosen.assign(tree.size(), false);
    }
    std::fill(isChosen.begin() + static_cast<std::ptrdiff_t>(node),
              isChosen.begin() + static_cast<std::ptrdiff_t>(tree.end(node)), wish);
    chooseHolders(tree, isChosen);
    for (std::size_t at = 0; at < tree.size(); ++at) {
        if (isChosen[at]) {
            paths.push_back(tree.path(at));
        }
    }
    return paths;
}

TaxonomyRules taxonomyRules(const config::Tag& tag) {
    const auto most = json::parseNumber(tag.text("maxUsages"));
    return {.isLeavesOnly = tag.flag("leafsOnly"),
            .mostUsages =
                most && *most > 0 ? std::optional(static_cast<std::size_t>(*most)) : std::nullopt};
}

bool canToggle(const AnswerTree& tree, const TaxonomyRules& rules, std::span<const Path> before,
               std::size_t node) {
    if (tree.answer(node).isReadonly || (rules.isLeavesOnly && tree.hasChildren(node))) {
        return false;
    }
    return !rules.mostUsages || before.size() < *rules.mostUsages ||
           std::ranges::contains(before, tree.path(node));
}

std::vector<Path> toggled(const AnswerTree& tree, std::span<const Path> before, std::size_t node) {
    std::vector<Path> paths(before.begin(), before.end());
    const Path path = tree.path(node);
    if (std::erase(paths, path) == 0) {
        paths.push_back(path);
    }
    return paths;
}

} // namespace cartouche::editor
