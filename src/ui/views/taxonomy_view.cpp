// Taxonomy: the tree to choose from, and below it, where it moves nothing that is pressed, what was
// chosen as chips.

#include "core/language/message.h"
#include "ui/views/answer_chips.h"
#include "ui/views/answer_tree_view.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <format>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::Path;

constexpr float kWidth = 520.0F;
constexpr float kGap = 6.0F;

float widthIn(float width) {
    return std::min(width, kWidth);
}

/// What is chosen: the answer, or, of one that labels, what is in hand or what the selected regions
/// have.
std::vector<Path> chosenItems(const Context& context, const config::TaxonomyControl& taxonomy,
                              const config::Control& control) {
    if (!taxonomy.isLabeling) {
        return editor::pathsOf(context.editor.answerOf(control));
    }
    const editor::Regions& regions = context.editor.regions();
    const bool isIdle = context.isForShow && regions.selection().empty(); // nothing is drawn there
    return isIdle ? std::vector<Path>() : regions.activeItems(*taxonomy.tag);
}

editor::FetchedItems::Place placeOf(const config::TaxonomyControl& taxonomy, Path path) {
    return {std::string(taxonomy.address()), std::move(path)};
}

/// What could not be fetched is closed: opening it asks once more.
void takeFetched(const Context& context, const config::TaxonomyControl& taxonomy,
                 AnswerTreeState& state) {
    const editor::FetchedItems& fetched = context.editor.fetchedItems();
    if (taxonomy.address().empty() || state.revision == fetched.revision()) {
        return;
    }
    state.revision = fetched.revision();
    state.renew(taxonomy.items);
    for (const auto& place : fetched.failures(taxonomy.address())) {
        if (const auto node = state.tree.find(place.path)) {
            state.tree.setOpen(*node, false);
        }
    }
}

AnswerTreeState& stateOf(const Context& context, const config::TaxonomyControl& taxonomy,
                         const config::Control& control) {
    AnswerTreeState& state = context.answerTrees.of(*taxonomy.tag, taxonomy.items);
    takeFetched(context, taxonomy, state);
    state.update(chosenItems(context, taxonomy, control));
    return state;
}

/// One that labels is there, whatever is selected.
const config::Control* findShown(const Context& context, const config::TaxonomyControl& taxonomy) {
    return taxonomy.isLabeling ? context.editor.interface().findControl(*taxonomy.tag)
                               : findForm(context, *taxonomy.tag);
}

std::vector<AnswerChip> chipsOf(const AnswerTreeState& state,
                                const config::TaxonomyControl& taxonomy) {
    const config::Tag& tag = *taxonomy.tag;
    const bool isComplete = taxonomy.address().empty(); // else nobody knows what it has
    std::vector<AnswerChip> chips;
    for (const Path& path : state.paths) {
        const auto node = state.tree.find(path);
        const std::string_view separator = tag.text("pathSeparator");
        chips.push_back({!node                      ? pathText(path, separator)
                         : tag.flag("showFullPath") ? state.tree.fullName(*node, separator)
                                                    : state.tree.answer(*node).display,
                         !node && isComplete});
    }
    return chips;
}

/// What is said above the items.
struct Note {
    std::string text; // empty: nothing
    bool isProblem = false;
    bool isAboutAll = false; // there are no items at all
};

/// Why there is nothing to choose from, or why the items within one of them did not come.
Note noteOf(const Context& context, const config::TaxonomyControl& taxonomy) {
    const editor::FetchedItems& fetched = context.editor.fetchedItems();
    if (fetched.isWaiting(placeOf(taxonomy, {}))) {
        return {language::say("answers.items-loading")};
    }
    const auto failures = fetched.failures(taxonomy.address());
    if (!failures.empty()) {
        const auto& place = failures.front();
        const std::string problem(fetched.problemOf(place));
        const bool isAboutAll = place.path.empty();
        return {isAboutAll ? problem
                           : language::say("answers.items-failed",
                                           {{"problem", problem}, {"item", place.path.back()}}),
                true, isAboutAll};
    }
    return {taxonomy.items.empty() ? language::say("answers.no-items", {{"name", taxonomy.name}})
                                   : ""};
}

float noteHeight(const Context& context, const Note& note, float width) {
    const float retry = note.isAboutAll ? metrics::kControlHeight + kGap : 0;
    return note.text.empty() ? 0
                             : context.painter.measureHeight(note.text, {}, width) + kGap + retry;
}

void drawNote(Context& context, const config::TaxonomyControl& taxonomy, const Note& note,
              const Box& room) {
    if (note.text.empty()) {
        return;
    }
    const float height = context.painter.measureHeight(note.text, {}, room.width);
    context.painter.textBlock(
        room, note.text, note.isProblem ? context.palette.danger : context.palette.textMuted, {});
    SemanticsNode node;
    node.id = ImGui::GetID("note");
    node.role = note.isProblem ? "alert" : "status";
    node.name = note.text;
    node.box = {room.left, room.top, room.right(), room.top + height};
    context.semantics.add(std::move(node));
    if (note.isAboutAll) {
        const Button retry{.key = "retry", .label = language::say("answers.items-retry")};
        if (drawButton(context, retry,
                       {room.left, room.top + height + kGap, buttonWidth(context, retry),
                        metrics::kControlHeight})) {
            context.editor.needItems(taxonomy, {});
            context.wishes.needsFrame = true;
        }
    }
}

void toggle(Context& context, const config::TaxonomyControl& taxonomy,
            const config::Control& control, const AnswerTreeState& state, std::size_t node) {
    if (taxonomy.isLabeling) {
        context.editor.pressLabel({taxonomy, state.tree.path(node)});
    } else {
        context.editor.answer(control, editor::toggled(state.tree, state.paths, node),
                              std::format("{}: {}", control.name, state.tree.answer(node).display));
    }
}

void drawItems(Context& context, const config::TaxonomyControl& taxonomy,
               const config::Control& control, AnswerTreeState& state, const Box& box) {
    const config::Tag& tag = *taxonomy.tag;
    const editor::TaxonomyRules rules = editor::taxonomyRules(tag);
    const std::string_view placeholder = tag.text("placeholder");
    const AnswerTreeLook look{
        .name = control.name,
        .placeholder =
            placeholder.empty() ? language::say("answers.search") : std::string(placeholder),
        .shape = ChoiceShape::Checkbox,
        .canToggle =
            [&](std::size_t node) {
                return editor::canToggle(state.tree, rules, state.paths, node);
            },
        .toggle = [&](std::size_t node) { toggle(context, taxonomy, control, state, node); },
        .note =
            [&](std::size_t node) {
                const bool isWaiting = state.tree.answer(node).isUnfetched &&
                                       context.editor.fetchedItems().isWaiting(
                                           placeOf(taxonomy, state.tree.path(node)));
                return isWaiting ? language::say("answers.items-loading") : std::string();
            }};
    drawAnswerTree(context, state, look, takesAttention(context, tag), box);
    for (const std::size_t node : state.tree.takeWanted()) {
        context.editor.needItems(taxonomy, state.tree.path(node));
        context.wishes.needsFrame = true;
    }
}

/// Takes back what a chip stands for.
void drop(Context& context, const config::TaxonomyControl& taxonomy, const config::Control& control,
          std::vector<Path> paths, std::size_t dropped) {
    if (taxonomy.isLabeling) {
        context.editor.pressLabel({taxonomy, paths[dropped]});
    } else {
        paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(dropped));
        context.editor.answer(control, std::move(paths));
    }
    context.wishes.needsFrame = true;
}

} // namespace

float taxonomyHeight(const Context& context, const config::Tag& tag, float width) {
    const auto* taxonomy = context.editor.interface().findTaxonomy(tag);
    const config::Control* control = taxonomy == nullptr ? nullptr : findShown(context, *taxonomy);
    if (control == nullptr) {
        return 0;
    }
    const AnswerTreeState& state = stateOf(context, *taxonomy, *control);
    const float room = widthIn(width);
    return problemHeight(context, tag) + noteHeight(context, noteOf(context, *taxonomy), room) +
           answerChipsHeight(context, chipsOf(state, *taxonomy), room) +
           (state.tree.size() == 0 ? 0 : answerTreeHeight(context, state) + kGap);
}

void drawTaxonomy(Context& context, const config::Tag& tag, const Box& box) {
    const auto* taxonomy = context.editor.interface().findTaxonomy(tag);
    const config::Control* control = taxonomy == nullptr ? nullptr : findShown(context, *taxonomy);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    AnswerTreeState& state = stateOf(context, *taxonomy, *control);
    Box room = openForm(context, tag, "group", box);
    room.width = widthIn(room.width);
    const Note note = noteOf(context, *taxonomy);
    drawNote(context, *taxonomy, note, room);
    room.top += noteHeight(context, note, room.width);
    if (state.tree.size() > 0) {
        drawItems(context, *taxonomy, *control, state, room);
        room.top += answerTreeHeight(context, state) + kGap;
    }
    if (const auto dropped = drawAnswerChips(context, chipsOf(state, *taxonomy), room)) {
        drop(context, *taxonomy, *control, state.paths, *dropped);
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
