#include "core/task/task.h"

#include "core/diagnostics/suggestion.h"
#include "core/json/members.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <format>
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
        list.readList(
            [&](json::Cursor& item) { items.push_back(task.part(item.skip())); });
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
        if (value == nullptr || value->is_null()) {
            problems.push_back({Code::MissingVariable, describeMissing(tag, variable, data),
                                tag.where(attribute)});
        }
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

diagnostics::Diagnostics checkTask(const config::LabelingInterface& interface, const Task& task) {
    diagnostics::Diagnostics problems;
    for (const config::Tag* tag : interface.objects()) {
        for (const std::string_view attribute : {"value", "valueList"}) {
            checkAttribute(*tag, attribute, task.data, problems);
        }
    }
    return problems;
}

} // namespace cartouche::task
