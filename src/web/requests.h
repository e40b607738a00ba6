#pragma once

#include "web/instance.h"

#include <string>
#include <string_view>

namespace cartouche::web {

/// Answers one Request of shell/protocol.ts with its Reply, both as JSON text.
std::string answer(Instance& instance, std::string request);

} // namespace cartouche::web
