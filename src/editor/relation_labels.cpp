#include "editor/relation_labels.h"

namespace cartouche::editor {

namespace {

using config::Tag;
using config::TagKind;

const Tag* findRelations(const Tag& tag) {
    if (tag.kind() == TagKind::Relations) {
        return &tag;
    }
    for (const auto& child : tag.children()) {
        if (const Tag* found = findRelations(*child)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

RelationLabels relationLabelsOf(const config::LabelingInterface& interface) {
    RelationLabels labels;
    const Tag* tag = findRelations(interface.root());
    if (tag == nullptr) {
        return labels;
    }
    labels.isMultiple = tag->text("choice") != "single";
    for (const auto& child : tag->children()) {
        if (child->kind() == TagKind::Relation && !child->text("value").empty()) {
            labels.values.push_back(child->text("value"));
        }
    }
    return labels;
}

std::string describeLabels(const annotation::Relation& relation) {
    std::string all;
    for (const std::string& label : relation.labels) {
        all += (all.empty() ? "" : ", ") + label;
    }
    return all;
}

} // namespace cartouche::editor
