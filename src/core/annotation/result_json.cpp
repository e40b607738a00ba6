#include "core/annotation/result_json.h"

#include "core/annotation/shape_json.h"

#include <algorithm>
#include <format>
#include <optional>
#include <type_traits>
#include <utility>

namespace cartouche::annotation {

namespace {

using diagnostics::Code;
using json::Json;

/// The answers of a result, or nothing if they are not a list of texts with something in it.
std::optional<std::vector<std::string>> answersOf(const Json& result) {
    const auto value = result.find("value");
    if (value == result.end() || !value->is_object() || !value->contains("choices")) {
        return std::nullopt;
    }
    const Json& choices = (*value)["choices"];
    const auto isText = [](const Json& choice) { return choice.is_string(); };
    if (!choices.is_array() || choices.empty() || !std::ranges::all_of(choices, isText)) {
        return std::nullopt;
    }
    return choices.get<std::vector<std::string>>();
}

/// Internally ids carry the annotation's behind a `#`, which is not part of them (results.md 3.3).
std::string readId(const Json& result, const IdSource& newId) {
    std::string id = json::textMember(result, "id");
    id.resize(std::min(id.find('#'), id.size()));
    return id.empty() ? newId() : id;
}

std::optional<ChoicesResult> readChoices(const Json& result, const IdSource& newId) {
    auto answers = answersOf(result);
    if (!answers) {
        return std::nullopt;
    }
    return ChoicesResult{.id = readId(result, newId),
                         .fromName = json::textMember(result, "from_name"),
                         .toName = json::textMember(result, "to_name"),
                         .choices = std::move(*answers),
                         .source = result};
}

void addChoices(Annotation& annotation, ChoicesResult result) {
    std::erase_if(annotation.results, [&result](const Result& other) {
        const auto* choices = std::get_if<ChoicesResult>(&other);
        return choices != nullptr && choices->fromName == result.fromName &&
               choices->toName == result.toName;
    });
    annotation.results.emplace_back(std::move(result));
}

/// Results that belong to a region or to one item are more than an answer about the whole object.
bool isPlainChoices(const Json& result) {
    return json::textMember(result, "type") == "choices" && !result.contains("item_index") &&
           result.contains("value") && result["value"].is_object() && result["value"].size() == 1;
}

/// A result with a shape is a region's; any other one is kept as it is.
void readRegion(Annotation& annotation, const Json& result, const std::string& pointer,
                const IdSource& newId, diagnostics::Diagnostics& diagnostics) {
    auto shape = result.is_object() ? readShape(result.value("value", Json()))
                                    : std::expected<std::optional<geometry::Shape>, std::string>();
    if (!shape) {
        diagnostics.push_back(
            {Code::BadResult,
             std::format("The shape of this region cannot be read: {}; it is kept", shape.error()),
             {.pointer = pointer}});
    } else if (*shape) {
        annotation.results.emplace_back(
            RegionResult{readId(result, newId), std::move(**shape), result});
        return;
    }
    annotation.results.emplace_back(KeptResult{result});
}

void readResult(Annotation& annotation, const Json& result, const std::string& pointer,
                const IdSource& newId, diagnostics::Diagnostics& diagnostics) {
    if (!result.is_object()) {
        diagnostics.push_back({Code::BadResult,
                               std::format("A result must be an object, but this is {}; it is kept",
                                           json::describeType(result)),
                               {.pointer = pointer}});
    } else if (isPlainChoices(result)) {
        if (auto choices = readChoices(result, newId)) {
            addChoices(annotation, std::move(*choices));
            return;
        }
        diagnostics.push_back({Code::BadResult,
                               "The choices of this result are not a list of texts; it is kept",
                               {.pointer = pointer}});
    }
    readRegion(annotation, result, pointer, newId, diagnostics);
}

Json writeRegion(const RegionResult& result) {
    Json out = result.source;
    writeShape(result.shape, out["value"]);
    out["id"] = result.id;
    return out;
}

Json writeChoices(const ChoicesResult& result) {
    Json out = result.source;
    if (out.is_null()) {
        return {{"value", {{"choices", result.choices}}},
                {"id", result.id},
                {"from_name", result.fromName},
                {"to_name", result.toName},
                {"type", "choices"},
                {"origin", "manual"}};
    }
    if (answersOf(out) != result.choices) {
        out["value"]["choices"] = result.choices;
        if (json::textMember(out, "origin") == "prediction") {
            out["origin"] = "prediction-changed"; // spec/results.md 3.7
        }
    }
    out["id"] = result.id;
    return out;
}

} // namespace

Annotation readResults(const Json& results, const IdSource& newId,
                       diagnostics::Diagnostics& diagnostics) {
    Annotation annotation;
    if (results.is_string()) {
        const auto parsed = json::parseJson(results.get_ref<const std::string&>());
        if (parsed && parsed->is_array()) {
            return readResults(*parsed, newId, diagnostics);
        }
    }
    if (!results.is_array()) {
        if (!results.is_null()) {
            diagnostics.push_back({Code::BadResult,
                                   std::format("A result must be a list, but this is {}",
                                               json::describeType(results)),
                                   {.pointer = "/result"}});
        }
        return annotation;
    }
    for (std::size_t index = 0; index < results.size(); ++index) {
        readResult(annotation, results[index], std::format("/result/{}", index), newId,
                   diagnostics);
    }
    return annotation;
}

Json writeResults(const Annotation& annotation) {
    Json out = Json::array();
    for (const Result& result : annotation.results) {
        out.push_back(std::visit(
            [](const auto& one) {
                using Kind = std::remove_cvref_t<decltype(one)>;
                if constexpr (std::is_same_v<Kind, ChoicesResult>) {
                    return writeChoices(one);
                } else if constexpr (std::is_same_v<Kind, RegionResult>) {
                    return writeRegion(one);
                } else {
                    return one.source;
                }
            },
            result));
    }
    return out;
}

} // namespace cartouche::annotation
