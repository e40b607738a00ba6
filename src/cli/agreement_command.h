#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Adds the command `agreement`. Parsing it sets `run` to what it does and with which exit code it
/// ends.
void addAgreementCommand(CLI::App& app, std::function<int()>& run);

} // namespace cartouche::cli
