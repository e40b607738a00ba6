#include "core/task/task.h"

#include "core/diagnostics/suggestion.h"
#include "core/json/members.h"
#include "core/task/value_checks.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::task {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using json::Json;

std::unexpected<Diagnostic> badTask(std::string message, std::string pointer) {
    return std::unexpected(
        Diagnostic{Code::BadTask, std::move(message), {.pointer = std::move(pointer)}});
}

/// `data` itself, or the object that is written in it as JSON text (spec/results.md 1.1).
std::expected<Json, Diagnostic> readData(std::string_view data) {
    if (json::Cursor(data).kind() == json::Kind::Object) {
        return json::treeOf(data);
    }
    if (const auto text = json::Cursor(data).readText()) {
        const auto parsed = json::parseJson(*text);
        if (parsed && parsed->is_object()) {
            return *parsed;
        }
    }
    return badTask(
        std::format("A task's data must be an object such as {{\"image\": \"cat.jpg\"}}, "
                    "but it is {}",
                    json::describeKind(json::Cursor(data).kind())),
        "/data");
}

/// Adds the items of a list, if there is one.
void addAll(const json::CheckedText& task, json::Cursor list,
            std::vector<json::CheckedText>& items) {
    if (list.kind() == json::Kind::List) {
        list.readList([&](json::Cursor& item) { items.push_back(task.part(item.skip())); });
    }
}

std::vector<std::string> keysOf(const Json& data) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : data.items()) {
        keys.push_back("$" + key);
    }
    return keys;
}

std::string listKeys(const std::vector<std::string>& keys) {
    constexpr std::size_t kMost = 6;
    std::string text;
    for (std::size_t index = 0; index < std::min(keys.size(), kMost); ++index) {
        text += (index > 0 ? ", " : "") + keys[index];
    }
    return keys.size() > kMost ? text + ", …" : text;
}

std::string describeNull(const config::Tag& tag, std::string_view variable) {
    return std::format("{} \"{}\" reads ${}, which is null in the task, so that it is empty",
                       tag.spelling(), tag.name(), variable);
}

std::string describeMissing(const config::Tag& tag, std::string_view variable, const Json& data) {
    const std::vector<std::string> keys = keysOf(data);
    const std::string wanted = "$" + std::string(variable);
    const std::string text =
        std::format("{} \"{}\" reads {}, but the task's data has no such entry", tag.spelling(),
                    tag.name(), wanted);
    const std::string hint = diagnostics::suggestionText(wanted, keys, "", "");
    if (!hint.empty()) {
        return text + hint;
    }
    return keys.empty() ? text + "; it is empty" : text + "; it has " + listKeys(keys);
}

void checkAttribute(const config::Tag& tag, std::string_view attribute, const Json& data,
                    diagnostics::Diagnostics& problems) {
    for (const std::string& variable : variables::variablesOf(tag.text(attribute))) {
        const Json* value = variables::findVariable(variable, data);
        const bool isMissing = value == nullptr || value->is_null();
        if (isMissing && !variables::isPlainText(variable, data)) {
            problems.push_back({Code::MissingVariable,
                                value == nullptr ? describeMissing(tag, variable, data)
                                                 : describeNull(tag, variable),
                                tag.where(attribute)});
        }
    }
}

/// Whether a control offers nothing but what the task's data may bring.
bool isEmpty(const config::LabelingInterface& interface, const config::Tag& control) {
    const auto* choices = interface.findChoices(control);
    const auto* labels = interface.findLabels(control);
    const auto* taxonomy = interface.findTaxonomy(control);
    return (choices != nullptr && choices->choices.empty()) ||
           (labels != nullptr && labels->labels.empty()) ||
           (taxonomy != nullptr && taxonomy->items.empty() && control.text("apiUrl").empty());
}

bool takesAnswers(const config::LabelingInterface& interface, const config::Tag& control) {
    return interface.findChoices(control) != nullptr || interface.findLabels(control) != nullptr ||
           interface.findTaxonomy(control) != nullptr;
}

/// The list that a control takes its answers from.
void checkAnswers(const config::LabelingInterface& interface, const config::Tag& control,
                  const Json& data, diagnostics::Diagnostics& problems) {
    const std::string_view value = control.text("value");
    if (!variables::isVariable(value) || !takesAnswers(interface, control)) {
        return;
    }
    const Json list = variables::resolveVariables(value, data);
    if (list.is_string() && list.get_ref<const std::string&>().empty()) {
        if (isEmpty(interface, control)) {
            checkAttribute(control, "value", data, problems);
        }
    } else if (const auto fault = findAnswersFault(control, list)) {
        problems.push_back(
            {Code::BadValue,
             std::format("{} \"{}\" reads {}, which is {} in the task; {}", control.spelling(),
                         control.name(), value, json::describeType(list), *fault),
             control.where("value")});
    }
}

} // namespace

std::expected<Task, Diagnostic> readTask(const json::CheckedText& value) {
    const json::Kind kind = json::Cursor(value.text()).kind();
    if (kind != json::Kind::Object) {
        return badTask(
            std::format("A task must be an object such as {{\"data\": {{…}}}}, but it is "
                        "{}",
                        json::describeKind(kind)),
            "");
    }
    const json::Members members{json::Cursor(value)};
    Task task;
    const auto data = members.find("data");
    if (!data || *data == "null") {
        task.data = json::treeOf(value.text()); // spec/results.md 1.2: a bare object is the data
        return task;
    }
    auto read = readData(*data);
    if (!read) {
        return std::unexpected(std::move(read.error()));
    }
    task.data = std::move(*read);
    task.id = json::treeOf(members.find("id").value_or("null"));
    addAll(value, members.at("completions"), task.annotations);
    addAll(value, members.at("annotations"), task.annotations);
    addAll(value, members.at("predictions"), task.predictions);
    return task;
}

diagnostics::Diagnostics checkTask(const config::LabelingInterface& interface, const Task& task,
                                   SecureMode mode) {
    diagnostics::Diagnostics problems;
    for (const config::Tag* tag : interface.objects()) {
        for (const std::string_view attribute : {"value", "valueList", "data"}) {
            if (config::findAttribute(*config::findTag(tag->kind()), attribute) != nullptr) {
                checkAttribute(*tag, attribute, task.data, problems);
            }
        }
        std::ranges::move(resolveValue(*tag, task.data, mode).problems,
                          std::back_inserter(problems));
    }
    for (const config::Control& control : interface.controls()) {
        checkAnswers(interface, *control.tag, task.data, problems);
    }
    return problems;
}

} // namespace cartouche::task
