// Taxonomy: the tree to choose from, and below it, where it moves nothing that is pressed, what was
// chosen as chips.

#include "core/language/message.h"
#include "ui/views/answer_chips.h"
#include "ui/views/answer_tree_view.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"

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

AnswerTreeState& stateOf(const Context& context, const config::TaxonomyControl& taxonomy,
                         const config::Control& control) {
    AnswerTreeState& state = context.answerTrees.of(*taxonomy.tag, taxonomy.items);
    state.update(editor::pathsOf(context.editor.answerOf(control)));
    return state;
}

std::vector<AnswerChip> chipsOf(const AnswerTreeState& state, const config::Tag& tag) {
    std::vector<AnswerChip> chips;
    for (const Path& path : state.paths) {
        const auto node = state.tree.find(path);
        const std::string_view separator = tag.text("pathSeparator");
        chips.push_back({!node                      ? pathText(path, separator)
                         : tag.flag("showFullPath") ? state.tree.fullName(*node, separator)
                                                    : state.tree.answer(*node).display,
                         !node});
    }
    return chips;
}

/// Why there is nothing to choose from; empty: there is something. Items at an address are not
/// fetched.
std::string noteOf(const config::TaxonomyControl& taxonomy) {
    const std::string_view address = taxonomy.tag->text("apiUrl");
    return !taxonomy.items.empty() ? ""
           : address.empty()       ? language::say("answers.no-items", {{"name", taxonomy.name}})
                             : language::say("answers.items-not-loaded", {{"address", address}});
}

float noteHeight(const Context& context, const std::string& note, float width) {
    return note.empty() ? 0 : context.painter.measureHeight(note, {}, width) + 6;
}

void drawItems(Context& context, const config::Control& control, AnswerTreeState& state,
               const Box& box) {
    const config::Tag& tag = *control.tag;
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
        .toggle =
            [&](std::size_t node) {
                context.editor.answer(
                    control, editor::toggled(state.tree, state.paths, node),
                    std::format("{}: {}", control.name, state.tree.answer(node).display));
            }};
    drawAnswerTree(context, state, look, takesAttention(context, tag), box);
}

} // namespace

float taxonomyHeight(const Context& context, const config::Tag& tag, float width) {
    const auto* taxonomy = context.editor.interface().findTaxonomy(tag);
    const config::Control* control = findForm(context, tag);
    if (taxonomy == nullptr || control == nullptr) {
        return 0;
    }
    const AnswerTreeState& state = stateOf(context, *taxonomy, *control);
    const float room = widthIn(width);
    return problemHeight(context, tag) + noteHeight(context, noteOf(*taxonomy), room) +
           answerChipsHeight(context, chipsOf(state, tag), room) +
           (state.tree.size() == 0 ? 0 : answerTreeHeight(context, state) + kGap);
}

void drawTaxonomy(Context& context, const config::Tag& tag, const Box& box) {
    const auto* taxonomy = context.editor.interface().findTaxonomy(tag);
    const config::Control* control = findForm(context, tag);
    if (taxonomy == nullptr || control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    AnswerTreeState& state = stateOf(context, *taxonomy, *control);
    Box room = openForm(context, tag, "group", box);
    room.width = widthIn(room.width);
    const std::string note = noteOf(*taxonomy);
    context.painter.textBlock(room, note, context.palette.textMuted, {});
    room.top += noteHeight(context, note, room.width);
    if (state.tree.size() > 0) {
        drawItems(context, *control, state, room);
        room.top += answerTreeHeight(context, state) + kGap;
    }
    const auto chips = chipsOf(state, tag);
    if (const auto removed = drawAnswerChips(context, chips, room)) {
        std::vector<Path> paths = state.paths;
        paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(*removed));
        context.editor.answer(*control, std::move(paths));
        context.wishes.needsFrame = true;
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
