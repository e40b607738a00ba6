#include "ui/problems.h"

#include "editor/validation.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

bool isAboutImage(const Diagnostic& diagnostic) {
    return diagnostic.code == Code::MissingVariable || diagnostic.code == Code::ImageUnreachable ||
           diagnostic.code == Code::ImageUndecodable;
}

bool isInTree(const Diagnostic& diagnostic, const config::Tag& tag) {
    if (tag.problem() == diagnostic) {
        return true;
    }
    return std::ranges::any_of(tag.children(),
                               [&](const auto& child) { return isInTree(diagnostic, *child); });
}

bool isAtObject(const Diagnostic& diagnostic, const Context& context) {
    return isAboutImage(diagnostic) &&
           std::ranges::any_of(context.editor.interface().objects(), [&](const config::Tag* tag) {
               return tag->kind() == config::TagKind::Image &&
                      tag->where("value") == diagnostic.where;
           });
}

} // namespace

const Diagnostic* findImageProblem(const Context& context, const config::Tag& tag) {
    const auto& all = context.editor.diagnostics();
    const auto found = std::ranges::find_if(all, [&](const Diagnostic& diagnostic) {
        return isAboutImage(diagnostic) && diagnostic.where == tag.where("value");
    });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Diagnostic*> problemsWithoutPlace(const Context& context) {
    std::vector<const Diagnostic*> problems;
    for (const Diagnostic& diagnostic : context.editor.diagnostics()) {
        const bool hasPlace = diagnostic.code == Code::UnsupportedTag ||
                              diagnostic.code == Code::TooManyUsages ||
                              editor::isRefusal(diagnostic) || isAtObject(diagnostic, context) ||
                              isInTree(diagnostic, context.editor.interface().root());
        if (!hasPlace) {
            problems.push_back(&diagnostic);
        }
    }
    return problems;
}

} // namespace cartouche::ui
