#pragma once

#include <string>

namespace cartouche::web {

/// Hands one message to `Module.onCoreEvent` in the page; it is copied before this returns.
void sendToPage(const std::string& message);

/// How much memory the module holds, in bytes.
double heapBytes();

} // namespace cartouche::web
