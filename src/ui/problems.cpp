#include "ui/problems.h"

#include "core/annotation/shape_faults.h"
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

bool isAboutText(const Diagnostic& diagnostic) {
    return diagnostic.code == Code::MissingVariable || diagnostic.code == Code::BadValue ||
           diagnostic.code == Code::ValueUnreachable;
}

bool isAtObject(const Diagnostic& diagnostic, const Context& context) {
    return std::ranges::any_of(context.editor.interface().objects(), [&](const config::Tag* tag) {
        switch (tag->kind()) {
        case config::TagKind::Image:
        case config::TagKind::Pdf:
            return isAboutImage(diagnostic) && whereOfAddress(*tag) == diagnostic.where;
        case config::TagKind::Text:
            return isAboutText(diagnostic) && tag->where("value") == diagnostic.where;
        default:
            return false;
        }
    });
}

/// Its view says what of its items is missing.
bool isAtTaxonomy(const Diagnostic& diagnostic, const Context& context) {
    const auto& all = context.editor.interface().taxonomies();
    return diagnostic.code == Code::ValueUnreachable &&
           std::ranges::any_of(all, [&diagnostic](const config::TaxonomyControl& taxonomy) {
               return taxonomy.tag->where("apiUrl") == diagnostic.where;
           });
}

} // namespace

const diagnostics::Location& whereOfAddress(const config::Tag& image) {
    return image.where(image.hasAttribute("valueList") ? "valueList" : "value");
}

const Diagnostic* findImageProblem(const Context& context, const config::Tag& tag) {
    const auto& all = context.editor.diagnostics();
    const editor::ImageWorkspace* image = context.editor.findImage(tag);
    const ImageState* shown = image == nullptr ? nullptr : context.images.find(image->address());
    const auto found = std::ranges::find_if(all, [&](const Diagnostic& diagnostic) {
        const bool isOfAnother = diagnostic.code != Code::MissingVariable &&
                                 (shown == nullptr || shown->problem != diagnostic.message);
        return isAboutImage(diagnostic) && !isOfAnother && diagnostic.where == whereOfAddress(tag);
    });
    return found == all.end() ? nullptr : &*found;
}

const Diagnostic* findTextProblem(const Context& context, const config::Tag& tag) {
    const auto& all = context.editor.diagnostics();
    const auto found = std::ranges::find_if(all, [&tag](const Diagnostic& diagnostic) {
        return isAboutText(diagnostic) && diagnostic.where == tag.where("value");
    });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Diagnostic*> problemsWithoutPlace(const Context& context) {
    constexpr int kMostFaults = 3; // the list of regions marks all of them
    std::vector<const Diagnostic*> problems;
    int faults = 0;
    for (const Diagnostic& diagnostic : context.editor.diagnostics()) {
        const bool isForLabelers = severityOf(diagnostic.code) != diagnostics::Severity::Hint;
        const bool hasPlace = diagnostic.code == Code::UnsupportedTag ||
                              diagnostic.code == Code::TooManyUsages ||
                              editor::isRefusal(diagnostic) || isAtObject(diagnostic, context) ||
                              isAtTaxonomy(diagnostic, context) ||
                              isInTree(diagnostic, context.editor.interface().root());
        faults += annotation::isShapeFault(diagnostic) ? 1 : 0;
        if (isForLabelers && !hasPlace &&
            (!annotation::isShapeFault(diagnostic) || faults <= kMostFaults)) {
            problems.push_back(&diagnostic);
        }
    }
    return problems;
}

} // namespace cartouche::ui
