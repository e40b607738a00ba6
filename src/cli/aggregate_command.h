#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Adds the command `aggregate`. Parsing it sets `run` to what it does and with which exit code it
/// ends.
void addAggregateCommand(CLI::App& app, std::function<int()>& run);

} // namespace cartouche::cli
