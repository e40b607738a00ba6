#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Adds the commands `aggregate` and `agreement`. Parsing one of them sets `run` to what it does
/// and with which exit code it ends.
void addQualityCommands(CLI::App& app, std::function<int()>& run);

} // namespace cartouche::cli
