#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace cartouche::web {

/// Hands one message to `Module.onCoreEvent` in the page; it is copied before this returns.
void sendToPage(const std::string& message);

/// Asks `Module.onPixelsNeeded` for all pixels of an image in tiles; false if it does not have
/// them.
bool readPixelsFromPage(const std::string& url, std::span<std::uint8_t> rgba);

/// How much memory the module holds, in bytes.
double heapBytes();

} // namespace cartouche::web
