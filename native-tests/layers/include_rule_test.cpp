// Holds every #include of src/ to the table of src/README.md.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Folder {
    std::set<std::string> mayInclude;
    std::set<std::string> libraries;
};

using Map = std::map<std::string, Folder>;

const fs::path kSource = fs::path(CARTOUCHE_SOURCE_DIR) / "src";

std::vector<std::string> linesOf(const fs::path& path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// What stands in backquotes.
std::set<std::string> namesIn(std::string_view cell) {
    std::set<std::string> names;
    bool isName = false;
    for (const auto part : std::views::split(cell, '`')) {
        if (isName) {
            names.emplace(std::string_view(part));
        }
        isName = !isName;
    }
    return names;
}

Map readMap() {
    Map map;
    for (const std::string& line : linesOf(kSource / "README.md")) {
        if (!line.starts_with("| `")) {
            continue;
        }
        std::vector<std::string> cells;
        for (const auto cell : std::views::split(line, '|')) {
            cells.emplace_back(std::string_view(cell));
        }
        REQUIRE(cells.size() >= 5);
        map[*namesIn(cells[1]).begin()] = {namesIn(cells[3]), namesIn(cells[4])};
    }
    return map;
}

/// The path within `#include "…"` or `#include <…>`, with its opening mark; "" if it is none.
std::string includedPath(const std::string& line) {
    constexpr std::string_view kInclude = "#include ";
    if (!line.starts_with(kInclude)) {
        return "";
    }
    return line.substr(kInclude.size(), line.find_last_of("\">") - kInclude.size());
}

/// Standard headers have no extension and no folder.
bool isStandard(const std::string& header) {
    return !header.contains('/') && !header.contains('.');
}

bool isAllowed(const Folder& folder, const std::string& own, const std::string& path) {
    const std::string target = path.substr(1);
    if (path.starts_with('"')) {
        const std::string room = fs::path(target).parent_path().generic_string();
        return room == own || folder.mayInclude.contains(room);
    }
    return isStandard(target) ||
           std::ranges::any_of(folder.libraries, [&](const std::string& library) {
               return target.starts_with(library);
           });
}

/// app.cpp draws the panels and knows the views: the arrows within `ui` that also point down.
bool isWithinUi(const std::string& own, const std::string& path) {
    return own == "ui" && (path.starts_with("\"ui/panels/") || path.starts_with("\"ui/views/"));
}

} // namespace

TEST_CASE("every include is one that the map of the source allows") {
    const Map map = readMap();
    std::set<std::string> rooms;
    int includes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") {
            continue;
        }
        const std::string own = fs::relative(entry.path().parent_path(), kSource).generic_string();
        rooms.insert(own);
        REQUIRE_MESSAGE(map.contains(own), own << " is not in src/README.md");
        for (const std::string& line : linesOf(entry.path())) {
            const std::string path = includedPath(line);
            if (!path.empty()) {
                ++includes;
                CHECK_MESSAGE((isAllowed(map.at(own), own, path) || isWithinUi(own, path)),
                              entry.path().filename().string()
                                  << " of " << own << " includes " << path);
            }
        }
    }
    CHECK(includes > 200);
    CHECK(rooms.size() == map.size());
}

TEST_CASE("no folder may include one that may include it") {
    const Map map = readMap();
    for (const auto& [name, folder] : map) {
        for (const std::string& other : folder.mayInclude) {
            REQUIRE_MESSAGE(map.contains(other), name << " may include " << other);
            CHECK_MESSAGE(!map.at(other).mayInclude.contains(name), name << " and " << other);
        }
    }
}

TEST_CASE("one file alone names Emscripten, and headers stand once") {
    std::set<std::string> naming;
    for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") {
            continue;
        }
        const auto lines = linesOf(entry.path());
        if (std::ranges::any_of(
                lines, [](const std::string& line) { return line.contains("emscripten"); })) {
            naming.insert(entry.path().filename().string());
        }
        if (extension == ".h") {
            CHECK_MESSAGE(lines.front() == "#pragma once", entry.path().string());
        }
    }
    CHECK(naming == std::set<std::string>{"page.cpp"});
}
