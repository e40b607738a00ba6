// Walks the vectors of reference files: our own small ones, that of the developers beside their
// checkout, if it is there, and any that the environment variable CARTOUCHE_REFERENCE names.

#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <format>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace cartouche::tests;
using cartouche::json::parseJson;

namespace {

namespace fs = std::filesystem;

/// Words in small letters with one underscore before, between and behind them.
std::string wordsOf(std::string_view id) {
    std::string words = "_";
    for (const char character : id) {
        const bool isPart = std::isalnum(static_cast<unsigned char>(character)) != 0;
        if (isPart || words.back() != '_') {
            words += isPart ? static_cast<char>(std::tolower(character)) : '_';
        }
    }
    return words.back() == '_' ? words : words + "_";
}

/// The first that fits; so a longer word stands before the shorter one that it holds.
const Kind* findKind(const std::string& group, const std::string& name) {
    const std::string id = wordsOf(name);
    for (const std::span<const Kind> kinds :
         {irisKinds(), cocoKinds(), agreementKinds(), aggregationKinds(), regionKinds(),
          spanKinds(), doubtKinds(), samplingKinds(), piiKinds(), anonymityKinds(), dpKinds(),
          federatedKinds(), weakKinds()}) {
        const auto found = std::ranges::find_if(
            kinds, [&](const Kind& kind) { return kind.group == group && id.contains(kind.word); });
        if (found != kinds.end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// Where and how two values differ; "" if they do not. Of objects, what is expected must be there.
std::string difference(const Json& actual, const Json& expected, double tolerance,
                       const std::string& place = "") {
    if (expected.is_string() && expected.get<std::string>().starts_with("undefined")) {
        return actual.is_null() ? "" : place + ": expected nothing, as it is undefined";
    }
    if (expected.is_number() && actual.is_number()) {
        const double apart = std::abs(actual.get<double>() - expected.get<double>());
        return apart <= tolerance ? ""
                                  : std::format("{}: {} instead of {}", place, actual.get<double>(),
                                                expected.get<double>());
    }
    if (expected.is_array() && actual.is_array() && expected.size() == actual.size()) {
        for (std::size_t index = 0; index < expected.size(); ++index) {
            const std::string found = difference(actual[index], expected[index], tolerance,
                                                 std::format("{}/{}", place, index));
            if (!found.empty()) {
                return found;
            }
        }
        return "";
    }
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            const std::string found =
                actual.contains(key) ? difference(actual[key], value, tolerance, place + "/" + key)
                                     : place + "/" + key + " is missing";
            if (!found.empty()) {
                return found;
            }
        }
        return "";
    }
    return actual == expected
               ? ""
               : std::format("{}: {} instead of {}", place, actual.dump(), expected.dump());
}

struct Walk {
    int passed = 0;
    std::vector<std::string> problems;
    /// Members of what is expected that no input determines.
    std::vector<std::string> unchecked;
};

void walkVector(Walk& walk, const std::string& group, const Json& vectors, const Json& vector,
                const fs::path& folder) {
    const std::string id = vector.value("id", "");
    const std::string name = group + "/" + id;
    const Kind* kind = findKind(group, id);
    if (kind == nullptr) {
        walk.problems.push_back(name + ": a vector of this kind is not known");
        return;
    }
    Json actual = kind->compute({vector["input"], vector["expect"], folder / "datasets", vectors});
    Json expected = vector["expect"];
    if (actual.is_object() && actual.size() == 1 && !expected.is_object()) {
        actual = Json(*actual.begin()); // a single answer need not be named
    }
    if (actual.is_object()) {
        for (const Json& member : actual.value(kNotInTheInput, Json::array())) {
            expected.erase(member.get<std::string>());
            walk.unchecked.push_back(name + "/" + member.get<std::string>());
        }
    }
    std::string found = difference(actual, expected, vector.value("tol", 0.0));
    if (found.empty() && vector.contains("xref")) {
        const Json& published = vector["xref"];
        found = difference(actual, published["value"], published.value("tol", 0.0));
    }
    if (found.empty()) {
        ++walk.passed;
    } else {
        walk.problems.push_back(name + found);
    }
}

Walk walkFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto reference = parseJson(text);
    REQUIRE_MESSAGE(reference, path.string() << " is no JSON file");
    REQUIRE_MESSAGE(reference->contains("groups"), path.string() << " has no groups");
    Walk walk;
    for (const auto& [group, vectors] : (*reference)["groups"].items()) {
        for (const Json& vector : vectors) {
            walkVector(walk, group, vectors, vector, path.parent_path());
        }
    }
    return walk;
}

std::string lines(const std::vector<std::string>& texts) {
    std::string joined;
    for (const std::string& text : texts) {
        joined += "\n  " + text;
    }
    return joined;
}

void checkFile(const fs::path& path) {
    const Walk walk = walkFile(path);
    MESSAGE(path.string() << ": " << walk.passed << " vectors agree");
    if (!walk.unchecked.empty()) {
        MESSAGE("their inputs do not determine:" << lines(walk.unchecked));
    }
    CHECK_MESSAGE(walk.problems.empty(), lines(walk.problems));
    CHECK(walk.passed > 0);
}

} // namespace

TEST_CASE("every vector of our own agrees within its tolerance") {
    checkFile(fs::path(CARTOUCHE_SOURCE_DIR) / "native-tests" / "quality" / "vectors.json");
}

TEST_CASE("every vector of the reference file agrees within its tolerance") {
    const fs::path path = fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "quality" /
                          "reference-values.json";
    if (!fs::exists(path)) {
        MESSAGE("skipped: the reference file is not beside this checkout");
        return;
    }
    checkFile(path);
}

TEST_CASE("every vector of the file named by CARTOUCHE_REFERENCE agrees within its tolerance") {
    const char* path = std::getenv("CARTOUCHE_REFERENCE");
    if (path == nullptr) {
        MESSAGE("skipped: CARTOUCHE_REFERENCE names no file");
        return;
    }
    checkFile(path);
}

TEST_CASE("the walk reports what differs, and vectors of kinds that nobody knows") {
    Walk walk;
    const Json vectors = *parseJson(R"([
        {"id": "cohen_x", "input": {"a": [1, 2], "b": [1, 1]}, "expect": 0.5, "tol": 0.1},
        {"id": "cohen_y", "input": {"a": [1, 1], "b": [1, 1]}, "expect": "undefined"},
        {"id": "tea_leaves", "input": {}, "expect": 1}])");
    for (const Json& vector : vectors) {
        walkVector(walk, "agreement", Json::array(), vector, "");
    }
    CHECK(walk.passed == 1);
    CHECK(walk.problems ==
          std::vector<std::string>{"agreement/cohen_x: 0 instead of 0.5",
                                   "agreement/tea_leaves: a vector of this kind is not known"});
}
