// Reads every config, task and annotation of the corpus that developers of this project have beside
// their checkout. Additional: without it the test says so and passes.

#include "core/config/labeling_interface.h"
#include "core/geometry/brush_rle.h"
#include "core/json/cursor.h"
#include "core/task/task.h"
#include "support/results.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

using namespace cartouche;
using json::Json;

namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "corpus";

std::string textOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> filesWith(std::string_view ending) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(kCorpus)) {
        if (entry.path().filename().string().ends_with(ending)) {
            files.push_back(entry.path());
        }
    }
    return files;
}

bool isAbsent() {
    if (fs::is_directory(kCorpus)) {
        return false;
    }
    MESSAGE("skipped: the corpus is not beside this checkout");
    return true;
}

/// The result lists in a file of annotations, whatever holds them.
void collectResults(const Json& value, std::vector<Json>& results) {
    if (value.is_object() && value.contains("result")) {
        results.push_back(value["result"]);
    } else if (value.is_structured()) {
        for (const Json& item : value) {
            collectResults(item, results);
        }
    }
}

/// Adds ids where the peer's file has none, as loading does.
Json withoutIds(Json results) {
    for (Json& result : results) {
        if (result.is_object()) {
            result.erase("id");
        }
    }
    return results;
}

/// Of a list of tasks, the first one.
json::CheckedText firstOf(const json::CheckedText& tasks) {
    json::CheckedText first = tasks;
    if (json::Cursor(tasks.text()).kind() == json::Kind::List) {
        bool isFirst = true;
        json::Cursor(tasks.text()).readList([&](json::Cursor& item) {
            first = std::exchange(isFirst, false) ? tasks.part(item.skip()) : first;
        });
    }
    return first;
}

/// The task that belongs to a config: `name.task.json`, or `task.json` in the same folder.
std::optional<task::Task> taskFor(const fs::path& config) {
    for (const fs::path& path :
         {fs::path(config).replace_extension(".task.json"), config.parent_path() / "task.json"}) {
        if (const auto value = json::checkJson(textOf(path))) {
            const auto task = task::readTask(firstOf(*value));
            return task ? std::optional(*task) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Two configs hold the placeholder of a test that filled them in, where true or false belongs.
bool isTemplateLeftover(const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == diagnostics::Code::BadAttribute && diagnostic.message.contains("{{");
}

/// The coded mask of a brush result; null if it is none.
Json maskOf(const Json& result) {
    const Json value = result.is_object() ? result.value("value", Json()) : Json();
    const Json rle = value.is_object() ? value.value("rle", Json()) : Json();
    return rle.is_array() ? rle : Json();
}

} // namespace

TEST_CASE("every config of the corpus can be labeled with, or is broken on purpose") {
    if (isAbsent()) {
        return;
    }
    const auto configs = filesWith(".xml");
    CHECK(configs.size() > 250);
    for (const fs::path& path : configs) {
        const auto task = taskFor(path);
        const auto interface = config::parseLabelConfig(textOf(path), task ? &task->data : nullptr);
        const bool isPurposely = path.string().contains("templates-invalid");
        CHECK_MESSAGE(
            hasErrors(interface.diagnostics()) ==
                (isPurposely || std::ranges::any_of(interface.diagnostics(), isTemplateLeftover)),
            path.string());
        if (task && !isPurposely) {
            CHECK_MESSAGE(checkTask(interface, *task).empty(), path.string());
        }
    }
}

TEST_CASE("every config of the corpus is drawn, and every object and control has a place") {
    if (isAbsent()) {
        return;
    }
    for (const fs::path& path : filesWith(".xml")) {
        INFO(path.string());
        const auto task = taskFor(path);
        const Json value{{"data", task ? task->data : Json::object()}};
        const tests::Screen screen(textOf(path), json::writeJson(value));
        const auto& interface = screen.app.editor().interface();
        const bool hasAnything = !interface.objects().empty() || !interface.controls().empty();
        CHECK_MESSAGE((screen.app.semantics().nodes().size() > 1 || !hasAnything), path.string());
    }
}

TEST_CASE("every task of the corpus is read") {
    if (isAbsent()) {
        return;
    }
    for (const fs::path& path : filesWith("task.json")) {
        const auto value = json::checkJson(textOf(path));
        REQUIRE_MESSAGE(value, path.string());
        CHECK_MESSAGE(task::readTask(firstOf(*value)), path.string());
    }
}

TEST_CASE("every annotation of the corpus comes out to the letter, and the same when all is "
          "written anew") {
    if (isAbsent()) {
        return;
    }
    int compared = 0;
    for (const fs::path& path : filesWith("annotations.json")) {
        std::vector<Json> lists;
        collectResults(json::parseJson(textOf(path)).value_or(Json()), lists);
        for (const Json& list : lists) {
            auto loaded = tests::load(json::writeJson(list));
            if (list.is_string()) {
                continue;
            }
            CHECK_MESSAGE((tests::saved(loaded.document) == json::writeJson(list)), path.string());
            loaded.document.touchAll();
            CHECK_MESSAGE(withoutIds(json::treeOf(tests::saved(loaded.document))) ==
                              withoutIds(list),
                          path.string());
            ++compared;
        }
    }
    CHECK(compared > 50);
}

TEST_CASE("every brush mask of the corpus is decoded, and coded to the same bytes again") {
    if (isAbsent()) {
        return;
    }
    int masks = 0;
    for (const fs::path& path : filesWith("annotations.json")) {
        std::vector<Json> lists;
        collectResults(json::parseJson(textOf(path)).value_or(Json()), lists);
        for (const Json& list : lists) {
            for (const Json& result : list) {
                const Json rle = maskOf(result);
                if (rle.empty()) {
                    continue;
                }
                const auto bytes = rle.get<std::vector<std::uint8_t>>();
                REQUIRE(bytes.size() > 4);
                const std::size_t words =
                    std::size_t{bytes[0]} << 24U | bytes[1] << 16U | bytes[2] << 8U | bytes[3];
                const auto decoded = geometry::decodeRle(bytes, words);
                REQUIRE_MESSAGE(decoded, path.string());
                auto again = geometry::encodeRle(*decoded);
                // The Python converter adds a zero byte where nothing is left to fill.
                again.resize(std::max(again.size(), std::min(bytes.size(), again.size() + 1)));
                CHECK_MESSAGE((again == bytes), path.string());
                ++masks;
            }
        }
    }
    CHECK(masks > 3);
}
