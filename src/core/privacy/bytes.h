#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::privacy {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// Fills what it is given with bytes that nobody can foresee. The core has no randomness of its
/// own: the tool passes the system's, a page crypto.getRandomValues, tests a fixed stream.
using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

/// The bytes of a text, as they stand.
Bytes bytesOf(std::string_view text);
std::string textOf(ByteView bytes);

/// Lower-case, two digits a byte.
std::string hexOf(ByteView bytes);
/// Either case. Nothing if it is no such text.
std::optional<Bytes> parseHex(std::string_view hex);

} // namespace cartouche::privacy
