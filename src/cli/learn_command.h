#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Adds `learn` to the tool; when it was asked for, `run` becomes what does it.
void addLearnCommand(CLI::App& app, std::function<int()>& run);

} // namespace cartouche::cli
