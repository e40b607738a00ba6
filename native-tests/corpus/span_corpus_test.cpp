// Holds every span of the corpus to the text that it is about. Additional: without the corpus
// beside the checkout the test says so and passes.

#include "core/config/labeling_interface.h"
#include "core/text/span_checks.h"
#include "core/variables/variables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace cartouche;
using json::Json;

namespace {

namespace fs = std::filesystem;

const fs::path kExamples =
    fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "corpus" / "examples";

/// Results that were put beside a text which is not theirs, or have another's text.
const std::set<std::string> kKnown{"tQHRBpvGo0", "label_1", "label_2",
                                   "label_3",    "reg1",    "beFiQTT1cU"};

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Json firstIn(const fs::path& path) {
    const Json value = json::parseJson(contentOf(path)).value_or(Json());
    return value.is_array() && !value.empty() ? value.front() : value;
}

std::vector<std::string> phraseTexts(const Json& phrases, std::string_view textKey) {
    std::vector<std::string> texts;
    for (const Json& phrase : phrases.is_array() ? phrases : Json::array()) {
        texts.push_back(json::textMember(phrase, textKey));
    }
    return texts;
}

/// What is wrong with one span; nothing if the object is neither Text with its text in the task,
/// nor Paragraphs.
std::optional<diagnostics::Diagnostics> checkSpan(const config::Tag& object, const Json& content,
                                                  const Json& value) {
    if (object.kind() == config::TagKind::Text && content.is_string() &&
        !content.get<std::string>().starts_with("http") && value.contains("start")) {
        const auto text = content.get<std::string>();
        return text::checkTextSpan(value, text::TextIndex(text));
    }
    if (object.kind() == config::TagKind::Paragraphs && value.contains("startOffset")) {
        const auto texts = phraseTexts(content, object.text("textKey"));
        return text::checkPhraseSpan(value, text::Phrases(texts));
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("every span of the corpus agrees with its text, or is known not to") {
    if (!fs::is_directory(kExamples)) {
        MESSAGE("skipped: the corpus is not beside this checkout");
        return;
    }
    int checked = 0;
    std::set<std::string> disagreeing;
    for (const auto& folder : fs::directory_iterator(kExamples)) {
        const Json task = firstIn(folder.path() / "task.json");
        const Json annotation = firstIn(folder.path() / "annotations.json");
        if (!task.contains("data") || !annotation.contains("result")) {
            continue;
        }
        const auto interface =
            config::parseLabelConfig(contentOf(folder.path() / "config.xml"), &task["data"]);
        for (const Json& result : annotation["result"]) {
            for (const config::Tag* object : interface.objects()) {
                if (object->name() != json::textMember(result, "to_name")) {
                    continue;
                }
                const Json content =
                    variables::resolveVariables(object->text("value"), task["data"]);
                if (const auto found = checkSpan(*object, content, result["value"])) {
                    if (!found->empty()) {
                        disagreeing.insert(json::textMember(result, "id"));
                    }
                    ++checked;
                }
            }
        }
    }
    CHECK(checked > 20);
    CHECK(disagreeing == kKnown);
}
