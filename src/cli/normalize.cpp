#include "cli/normalize.h"

#include "core/annotation/binding.h"
#include "core/annotation/record.h"
#include "core/annotation/result_json.h"
#include "core/json/members.h"

#include <algorithm>
#include <format>
#include <iterator>
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

/// Loads and saves one record's result, in its place.
std::string normalizeRecord(const config::LabelingInterface& interface,
                            const json::CheckedText& source, const std::string& pointer,
                            NormalizeResult& out) {
    const json::Members members(source.text());
    if (!members.has("result") && !members.has("draft")) {
        return std::string(source.text());
    }
    const annotation::Record record =
        annotation::readRecord(source, annotation::RecordKind::Annotation);
    diagnostics::Diagnostics problems;
    auto document = annotation::readDocument(record, [] { return std::string(); }, problems);
    document.touchAll();
    std::ranges::move(annotation::checkBindings(interface, document), std::back_inserter(problems));
    for (diagnostics::Diagnostic& problem : problems) {
        problem.where.pointer.insert(0, pointer);
        out.problems.push_back(std::move(problem));
    }
    return annotation::writeRecord(record, annotation::writeResults(document));
}

} // namespace

NormalizeResult normalize(const config::LabelingInterface& interface,
                          const json::CheckedText& annotations) {
    NormalizeResult out;
    json::Cursor cursor(annotations.text());
    if (cursor.kind() == json::Kind::List) {
        std::size_t index = 0;
        cursor.readList([&](json::Cursor& item) {
            out.annotations += out.annotations.empty() ? "[" : ",";
            out.annotations += normalizeRecord(interface, annotations.part(item.skip()),
                                               std::format("/{}", index++), out);
        });
        out.annotations += out.annotations.empty() ? "[]" : "]";
    } else {
        out.annotations = normalizeRecord(interface, annotations, "", out);
    }
    if (out.annotations != annotations.text()) {
        compare(json::treeOf(annotations.text()), json::treeOf(out.annotations), "",
                out.differences);
    }
    return out;
}

} // namespace cartouche::cli
