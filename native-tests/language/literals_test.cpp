// Holds the source to the catalogue: what a labeler reads stands in assets/locales/en.json alone.

#include "core/json/json.h"
#include "core/language/locale.h"
#include "core/language/message.h"
#include "core/privacy/recognize.h"
#include "editor/private_data.h"
#include "language/source_literals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <ranges>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using json::Json;
using tests::literalsOf;
using tests::SourceLiteral;

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = CARTOUCHE_SOURCE_DIR;

std::string readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> sourcesBelow(const fs::path& folder) {
    std::vector<fs::path> sources;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".h" || extension == ".cpp") {
            sources.push_back(entry.path());
        }
    }
    std::ranges::sort(sources);
    return sources;
}

bool isKey(std::string_view text) {
    return language::placeOf(text) < language::kEnglishMessages.size();
}

/// Words that stay as they are in all languages.
struct Exception {
    std::string_view file;
    std::string_view literal; // how it begins; empty: every one of the file
    std::string_view reason;
};

constexpr std::array kExceptions{
    Exception{"src/editor/commands.cpp", "Ctrl+", "a key, as it is printed on keyboards"},
    Exception{"src/editor/commands.cpp", "Alt+", "a key, as it is printed on keyboards"},
    Exception{"src/editor/commands.cpp", "Shift+", "a key, as it is printed on keyboards"},
    Exception{"src/editor/commands.cpp", "Meta+", "a key, as it is printed on keyboards"},
    Exception{"src/ui/widgets/button.cpp", "Escape", "a key, as browsers call it"},
    Exception{"src/ui/hotkey_text.cpp", "Meta", "a key, as aria-keyshortcuts calls it"},
    Exception{"src/ui/hotkey_text.cpp", "Control", "a key, as aria-keyshortcuts calls it"},
    Exception{"src/editor/date_format.cpp", "", "months and days of formats that results are in"},
    Exception{"src/editor/expressions.cpp", "", "regular expressions; what is wrong with a host's"},
    Exception{"src/editor/keymap.cpp", "", "what is wrong with a host's keymap"},
    Exception{"src/editor/text_content.cpp", "", "what is wrong with results that came in"},
    Exception{"src/editor/text_workspace.cpp", "The region \\\"{}\\\" cannot be shown",
              "what is wrong with results that came in"},
    Exception{"src/ui/views/undrawn_view.cpp", "{}{} ({}) is not drawn", "a fault of the config"},
};

/// The place of one in the table; as many as there are: there is none.
std::size_t exceptionOf(std::string_view file, const SourceLiteral& literal) {
    const auto found = std::ranges::find_if(kExceptions, [&](const Exception& one) {
        return one.file == file && literal.text.starts_with(one.literal);
    });
    return static_cast<std::size_t>(found - kExceptions.begin());
}

/// "file:line: "literal"" of each that should stand in the catalogue.
std::vector<std::string> findWords(std::string_view file, std::string_view source,
                                   std::set<std::size_t>& usedExceptions) {
    std::vector<std::string> words;
    for (const SourceLiteral& literal : literalsOf(source)) {
        if (isKey(literal.text) || !readsAsWords(literal)) {
            continue;
        }
        const std::size_t exception = exceptionOf(file, literal);
        if (exception < kExceptions.size()) {
            usedExceptions.insert(exception);
        } else {
            words.push_back(std::format("{}:{}: \"{}\"", file, literal.line, literal.text));
        }
    }
    return words;
}

std::vector<std::string> wordsIn(std::string_view source) {
    std::set<std::size_t> exceptions;
    return findWords("sample", source, exceptions);
}

Json localeOf(std::string_view language) {
    const std::string text = readFile(kRoot / "assets/locales" / (std::string(language) + ".json"));
    const auto locale = json::parseJson(text);
    REQUIRE_MESSAGE(locale.has_value(), "assets/locales/" << language << ".json");
    return *locale;
}

std::set<std::string> keysOf(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) {
        keys.insert(key);
    }
    return keys;
}

void addPlaceholders(std::string_view text, std::set<std::string>& names) {
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open)) {
        const auto close = std::min(text.find('}', open), text.size());
        names.emplace(text.substr(open + 1, close - open - 1));
        open = close;
    }
}

/// Those of all forms of a message.
std::set<std::string> placeholdersOf(const Json& message) {
    std::set<std::string> names;
    if (message.is_string()) {
        addPlaceholders(message.get_ref<const std::string&>(), names);
        return names;
    }
    for (const auto& [form, text] : message.items()) {
        addPlaceholders(text.get_ref<const std::string&>(), names);
    }
    return names;
}

} // namespace

TEST_CASE("finds no words in string literals of the interface") {
    std::set<std::size_t> used;
    std::size_t files = 0;
    for (const std::string_view folder : {"src/editor", "src/ui"}) {
        for (const fs::path& path : sourcesBelow(folder)) {
            ++files;
            const std::string file = fs::relative(path, kRoot).generic_string();
            for (const std::string& words : findWords(file, readFile(path), used)) {
                FAIL_CHECK(words << " belongs into assets/locales/en.json");
            }
        }
    }
    CHECK(files > 200);
    for (std::size_t index = 0; index < kExceptions.size(); ++index) {
        CHECK_MESSAGE(used.contains(index), kExceptions[index].file << " needs no exception for \""
                                                                    << kExceptions[index].literal
                                                                    << "\" any more");
    }
}

TEST_CASE("knows words for people by how they are written and where they stand") {
    using Words = std::vector<std::string>;
    CHECK(wordsIn("button.label = \"Save all\";") == Words{R"(sample:1: "Save all")"});
    CHECK(wordsIn("\n\nf(\"Submit\");") == Words{R"(sample:3: "Submit")"});
    CHECK(wordsIn("f(\"save all\");").size() == 1);
    CHECK(wordsIn("f(std::format(\" · score {:.2f}\", score));").size() == 1);
    CHECK(wordsIn("text += \"from \";").size() == 1);
    CHECK(wordsIn("f(R\"(Save)\"); g(R\"~(x \")\" y)~\");").size() == 2);
    CHECK(wordsIn("node.description = isCurrent ? \"selected\" : \"\";").size() == 1);
    CHECK(wordsIn("g({.key = \"x\", .placeholder = \"search\"});").size() == 1);
    CHECK(wordsIn("context.painter.textLine(box, \"open\", color, style);").size() == 1);
    CHECK(wordsIn("f('\"', \"Save\", '\\'');").size() == 1);
    CHECK(wordsIn("f(1'000, \"Save\");").size() == 1);
}

TEST_CASE("takes names of the program and keys of messages for what they are") {
    CHECK(wordsIn("node.role = \"listitem\"; node.id = ImGui::GetID(\"close-panel\");").empty());
    CHECK(wordsIn("tag.flag(\"perRegion\"); const auto name = tag.text(\"nameKey\");").empty());
    CHECK(wordsIn("node.name = language::say(\"history.title\");").empty());
    CHECK(wordsIn("node.name = language::say(\"details.score\", {{\"score\", score}});").empty());
    CHECK(wordsIn("std::format(\"{} {:.2f}, {}\", a, b, c);").empty());
    CHECK(wordsIn("parse(text, \"%Y-%m-%d %H:%M\");").empty());
    CHECK(wordsIn("#include \"Some file.h\"\n// \"Save all\"\n/* \"Save\n all\" */").empty());
}

TEST_CASE("every message of the catalogue is used") {
    std::set<std::string> literals;
    for (const fs::path& path : sourcesBelow("src")) {
        for (SourceLiteral& literal : literalsOf(readFile(path))) {
            literals.insert(std::move(literal.text));
        }
    }
    for (const auto& message : language::kEnglishMessages) {
        const bool isOfPage = message.key.starts_with("page."); // shell/ speaks these
        CHECK_MESSAGE((isOfPage || literals.contains(std::string(message.key))),
                      message.key << " is used nowhere");
    }
}

TEST_CASE("the locales have every message, with the same placeholders and all forms of counts") {
    const Json english = localeOf("en")["messages"];
    for (const std::string_view name : {"de", "ar"}) {
        const Json locale = localeOf(name);
        CHECK(json::textMember(locale, "language") == name);
        const Json& messages = locale["messages"];
        CHECK(keysOf(messages) == keysOf(english));
        std::set<std::string> forms = keysOf(locale["plurals"]);
        forms.insert("other");
        for (const auto& [key, message] : messages.items()) {
            if (!english.contains(key)) {
                continue;
            }
            CHECK_MESSAGE(placeholdersOf(message) == placeholdersOf(english[key]),
                          name << ": " << key << " has other placeholders");
            CHECK_MESSAGE((message.is_object() || english[key].is_string()),
                          name << ": " << key << " is counted");
            CHECK_MESSAGE((!message.is_object() || keysOf(message) == forms),
                          name << ": " << key << " has other forms");
        }
        diagnostics::Diagnostics problems;
        const auto read = language::Locale::read(locale, problems);
        CHECK(problems.empty());
        CHECK(read.language() == name);
        CHECK((read.direction() == language::Direction::RightToLeft) == (name == "ar"));
    }
}

TEST_CASE("the messages of a locale stand in the order of their keys, a line each") {
    for (const std::string_view name : {"en", "de", "ar"}) {
        const Json messages = localeOf(name)["messages"];
        std::vector<std::string> keys;
        for (const auto& [key, message] : messages.items()) {
            keys.push_back(key);
        }
        CHECK_MESSAGE(std::ranges::is_sorted(keys), name << ".json");
        const std::string text = readFile(kRoot / "assets/locales" / (std::string(name) + ".json"));
        const auto lines =
            std::ranges::count_if(std::views::split(text, '\n'), [](const auto& line) {
                return std::string_view(line).starts_with("    \"");
            });
        const auto plurals = name == "ar" ? std::ptrdiff_t{5} : std::ptrdiff_t{0};
        CHECK_MESSAGE(lines == std::ssize(keys) + plurals, name << ".json");
    }
}

TEST_CASE("every type of private data has a name, in English its own in words") {
    for (const std::string_view type : privacy::recognizedTypes()) {
        std::string words(type);
        std::ranges::transform(words, words.begin(), [](char letter) {
            return letter == '_' ? ' ' : static_cast<char>(std::tolower(letter));
        });
        std::string key = "private-type." + words;
        std::ranges::replace(key, ' ', '-');
        CHECK_MESSAGE(isKey(key), key << " is in no catalogue");
        CHECK(editor::describePrivate(type) == words);
    }
    CHECK(editor::describePrivate("NEW_TYPE") == "new type");
}
