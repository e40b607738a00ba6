#include "cli/normalize.h"

#include "core/annotation/result_json.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::cli {

namespace {

using json::Json;

/// A member's name as RFC 6901 writes it in a pointer.
std::string escaped(std::string_view key) {
    std::string text;
    for (const char letter : key) {
        text += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    }
    return text;
}

/// Adds the JSON pointers at which the two differ, in document order. Numbers compare by value.
void compare(const Json& before, const Json& after, const std::string& pointer,
             std::vector<std::string>& differences);

void compareObjects(const Json& before, const Json& after, const std::string& pointer,
                    std::vector<std::string>& differences) {
    for (const auto& [key, value] : before.items()) {
        const std::string place = pointer + "/" + escaped(key);
        if (const auto found = after.find(key); found != after.end()) {
            compare(value, *found, place, differences);
        } else {
            differences.push_back(place);
        }
    }
    for (const auto& [key, value] : after.items()) {
        if (!before.contains(key)) {
            differences.push_back(pointer + "/" + escaped(key));
        }
    }
}

void compareArrays(const Json& before, const Json& after, const std::string& pointer,
                   std::vector<std::string>& differences) {
    const std::size_t count = std::max(before.size(), after.size());
    for (std::size_t index = 0; index < count; ++index) {
        const std::string place = std::format("{}/{}", pointer, index);
        if (index < before.size() && index < after.size()) {
            compare(before[index], after[index], place, differences);
        } else {
            differences.push_back(place);
        }
    }
}

void compare(const Json& before, const Json& after, const std::string& pointer,
             std::vector<std::string>& differences) {
    if (before.is_object() && after.is_object()) {
        compareObjects(before, after, pointer, differences);
    } else if (before.is_array() && after.is_array()) {
        compareArrays(before, after, pointer, differences);
    } else if (before != after) {
        differences.push_back(pointer);
    }
}

/// Loads and saves one annotation's result, in its place.
void normalizeAnnotation(Json& annotation, const std::string& pointer, NormalizeResult& out) {
    if (!annotation.is_object() || !annotation.contains("result")) {
        return;
    }
    diagnostics::Diagnostics problems;
    int made = 0;
    const auto document = annotation::readResults(
        annotation["result"], [&made] { return std::format("new-{:06}", ++made); }, problems);
    annotation["result"] = annotation::writeResults(document);
    for (diagnostics::Diagnostic& problem : problems) {
        problem.where.pointer.insert(0, pointer);
        out.problems.push_back(std::move(problem));
    }
}

} // namespace

NormalizeResult normalize(const Json& annotations) {
    NormalizeResult out;
    out.annotations = annotations;
    if (annotations.is_array()) {
        for (std::size_t index = 0; index < annotations.size(); ++index) {
            normalizeAnnotation(out.annotations[index], std::format("/{}", index), out);
        }
    } else {
        normalizeAnnotation(out.annotations, "", out);
    }
    compare(annotations, out.annotations, "", out.differences);
    return out;
}

} // namespace cartouche::cli
