#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Adds `sample` to the tool; when it was asked for, `run` becomes what does it.
void addSampleCommand(CLI::App& app, std::function<int()>& run);

} // namespace cartouche::cli
