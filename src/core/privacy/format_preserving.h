#pragma once

#include "core/privacy/bytes.h"

#include <expected>
#include <string>
#include <string_view>

/// FF1 (NIST SP 800-38G): digits become other digits, as many, and back with the key. FF3 is not
/// offered, as it is broken.
namespace cartouche::privacy {

enum class Direction { Encrypt, Decrypt };

struct FormatKey {
    ByteView key;   // 16, 24 or 32 bytes
    ByteView tweak; // what need not be secret, such as the type of what is encrypted
};

/// `text` of the digits 0-9 and a-z below `radix`, 2 to 36. The failure says why not: another
/// character, fewer than a million possible texts, or more than about 2^238.
std::expected<std::string, std::string> applyFf1(Direction direction, const FormatKey& key,
                                                 std::string_view text, unsigned radix);

} // namespace cartouche::privacy
