#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

/// Runs the built tool as a user does.
namespace cartouche::tests {

namespace fs = std::filesystem;

struct Run {
    int exitCode = -1;
    std::string output; // of both streams
};

/// A folder of its own, gone with the test; commands run in it.
class Workplace {
public:
    Workplace()
        : m_path(fs::temp_directory_path() / ("cartouche-cli-test-" + std::to_string(getpid()))) {
        fs::create_directories(m_path);
        write("config.xml", R"(<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog" alias="d"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>)");
        write("task.json", R"({"data":{"image_url":"cat.png"}})");
    }
    ~Workplace() { fs::remove_all(m_path); }

    void write(const std::string& name, std::string_view text) const {
        std::ofstream(m_path / name, std::ios::binary) << text;
    }

    std::string read(const std::string& name) const {
        std::ifstream file(m_path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    Run run(const std::string& arguments) const {
        const std::string command =
            "cd '" + m_path.string() + "' && '" CARTOUCHE_TOOL "' " + arguments + " 2>&1";
        Run run;
        FILE* pipe = popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        char buffer[4096];
        for (std::size_t count; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
            run.output.append(buffer, count);
        }
        run.exitCode = WEXITSTATUS(pclose(pipe));
        return run;
    }

private:
    fs::path m_path;
};

} // namespace cartouche::tests
