#include "core/privacy/base64_url.h"

#include "core/values/base64.h"

#include <algorithm>

namespace cartouche::privacy {

std::string encodeBase64Url(ByteView bytes) {
    std::string text = values::encodeBase64(bytes);
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    text.resize(text.find_last_not_of('=') + 1);
    return text;
}

std::optional<Bytes> decodeBase64Url(std::string_view text) {
    const bool isUrl = std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               c == '-' || c == '_';
    });
    if (!isUrl) {
        return std::nullopt;
    }
    std::string standard(text);
    std::ranges::replace(standard, '-', '+');
    std::ranges::replace(standard, '_', '/');
    return values::decodeBase64Bytes(standard);
}

} // namespace cartouche::privacy
