#pragma once

#include "core/privacy/bytes.h"

#include <optional>

/// AES-SIV (RFC 5297): encryption that gives the same ciphertext for the same text, so that what it
/// hides can still be joined, and that notices any change. Keys have 32, 48 or 64 bytes.
namespace cartouche::privacy {

/// 16 bytes longer than `plaintext`. The same `context` is needed to open it again.
Bytes sealSiv(ByteView key, ByteView context, ByteView plaintext);

/// Nothing if it was not sealed with this key and context, or was changed since.
std::optional<Bytes> openSiv(ByteView key, ByteView context, ByteView sealed);

} // namespace cartouche::privacy
