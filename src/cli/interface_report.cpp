#include "cli/interface_report.h"

#include "core/task/object_value.h"

#include <string>
#include <string_view>
#include <utility>

namespace cartouche::cli {

namespace {

using json::Json;

std::string_view kindName(task::ValueKind kind) {
    switch (kind) {
    case task::ValueKind::Nothing:
        return "nothing";
    case task::ValueKind::Url:
        return "url";
    case task::ValueKind::UrlList:
        return "url-list";
    case task::ValueKind::Media:
        return "media";
    case task::ValueKind::Text:
        return "text";
    case task::ValueKind::Html:
        return "html";
    case task::ValueKind::Json:
        return "json";
    case task::ValueKind::Csv:
        return "csv";
    }
    return "";
}

/// What the object shows is told of the task that the interface was made for.
Json writeObject(const config::Tag& tag, const std::optional<task::Task>& task) {
    Json out{{"name", tag.name()}, {"type", tag.spelling()}, {"value", tag.text("value")}};
    const task::ResolvedValue value =
        task ? task::resolveValue(tag, task->data)
             : task::ResolvedValue{.format = task::findValueFormat(tag)};
    out["kind"] = kindName(value.format.kind);
    if (value.format.content != value.format.kind) {
        out["content"] = kindName(value.format.content);
    }
    if (task) {
        out["resolved"] = value.value;
    }
    return out;
}

/// Adds a member unless it says nothing.
void add(Json& out, std::string_view name, const std::string& text) {
    if (!text.empty()) {
        out[std::string(name)] = text;
    }
}

void add(Json& out, std::string_view name, bool flag) {
    if (flag) {
        out[std::string(name)] = true;
    }
}

template <typename Answer>
void addCommon(Json& out, const Answer& answer) {
    add(out, "alias", answer.stored != answer.display ? answer.stored : "");
    add(out, "hotkey", answer.hotkey);
    add(out, "selected", answer.selected);
    add(out, "hint", answer.hint);
    add(out, "html", answer.html);
}

Json writeChoice(const config::Choice& choice) {
    Json out{{"value", choice.display}};
    addCommon(out, choice);
    add(out, "color", choice.color);
    add(out, "readonly", choice.isReadonly);
    for (const config::Choice& child : choice.children) {
        out["choices"].push_back(writeChoice(child));
    }
    return out;
}

Json writeLabel(const config::Label& label) {
    Json out{{"value", label.display}, {"color", label.color}};
    addCommon(out, label);
    add(out, "maxUsages", label.maxUsages);
    add(out, "granularity", label.granularity);
    add(out, "groupCanContain", label.groupCanContain);
    add(out, "showAlias", !label.shownAlias.empty());
    add(out, "selectedColor", label.selectedColor);
    return out;
}

template <typename Items, typename Writer>
Json writeAll(const Items& items, Writer write) {
    Json out = Json::array();
    for (const auto& item : items) {
        out.push_back(write(item));
    }
    return out;
}

/// A part that is no answer, such as Bucket: its attributes as they are written, or their defaults.
Json writePart(const config::Tag& part) {
    Json out = Json::object();
    for (const config::AttributeRow* row : config::attributesOf(*config::findTag(part.kind()))) {
        if (row->type == config::AttributeType::Boolean) {
            add(out, row->name, part.flag(row->name));
        } else {
            add(out, row->name, std::string(part.text(row->name)));
        }
    }
    return out;
}

void addParts(Json& out, const config::Tag& tag, std::string_view name, config::TagKind kind) {
    for (const auto& child : tag.children()) {
        if (child->kind() == kind) {
            out[std::string(name)].push_back(writePart(*child));
        }
    }
}

void addAnswers(Json& out, const config::LabelingInterface& interface, const config::Tag& tag) {
    if (config::findAttribute(*config::findTag(tag.kind()), "choice") != nullptr) {
        out["choice"] = tag.text("choice");
    }
    if (const auto* choices = interface.findChoices(tag)) {
        out["choices"] = writeAll(choices->choices, writeChoice);
    } else if (const auto* labels = interface.findLabels(tag)) {
        out["labels"] = writeAll(labels->labels, writeLabel);
    } else if (const auto* taxonomy = interface.findTaxonomy(tag)) {
        out["choices"] = writeAll(taxonomy->items, writeChoice);
    }
    addParts(out, tag, "labels", config::TagKind::Relation);
    addParts(out, tag, "buckets", config::TagKind::Bucket);
    addParts(out, tag, "shortcuts", config::TagKind::Shortcut);
}

/// The condition of one tag (spec/tags.md 2.5); null if it has none.
Json writeCondition(const config::Tag& tag) {
    Json out = Json::object();
    for (const std::string_view attribute :
         {"visibleWhen", "whenTagName", "whenLabelValue", "whenChoiceValue", "whenRole"}) {
        add(out, attribute, std::string(tag.text(attribute)));
    }
    return out.empty() ? Json() : out;
}

/// The conditions of a tag and of all around it, outermost first; false if it is not in `root`.
bool findConditions(const config::Tag& root, const config::Tag& tag, Json& conditions) {
    const Json own = writeCondition(root);
    if (!own.is_null()) {
        conditions.push_back(own);
    }
    if (&root == &tag) {
        return true;
    }
    for (const auto& child : root.children()) {
        if (findConditions(*child, tag, conditions)) {
            return true;
        }
    }
    if (!own.is_null()) {
        conditions.erase(conditions.size() - 1);
    }
    return false;
}

Json writeControl(const config::LabelingInterface& interface, const config::Control& control) {
    Json out{{"name", control.name},
             {"type", control.tag->spelling()},
             {"resultType", config::findTag(control.tag->kind())->resultType},
             {"toName", control.toNames}};
    for (const std::string_view attribute : {"required", "perRegion", "perItem"}) {
        add(out, attribute, control.tag->flag(attribute));
    }
    add(out, "requiredMessage", std::string(control.tag->text("requiredMessage")));
    addAnswers(out, interface, *control.tag);
    Json conditions = Json::array();
    findConditions(interface.root(), *control.tag, conditions);
    if (!conditions.empty()) {
        out["conditions"] = std::move(conditions);
    }
    return out;
}

} // namespace

Json writeInterface(const config::LabelingInterface& interface,
                    const std::optional<task::Task>& task) {
    Json out{{"objects", Json::array()}, {"controls", Json::array()}};
    for (const config::Tag* tag : interface.objects()) {
        out["objects"].push_back(writeObject(*tag, task));
    }
    for (const config::Control& control : interface.controls()) {
        out["controls"].push_back(writeControl(interface, control));
    }
    return out;
}

} // namespace cartouche::cli
