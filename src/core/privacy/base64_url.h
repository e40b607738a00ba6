#pragma once

#include "core/privacy/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace cartouche::privacy {

/// Base64 whose characters may stand in addresses and names (RFC 4648, section 5), unpadded.
std::string encodeBase64Url(ByteView bytes);
/// Nothing if it is none.
std::optional<Bytes> decodeBase64Url(std::string_view text);

} // namespace cartouche::privacy
