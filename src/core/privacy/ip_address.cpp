// Addresses of the internet: RFC 791 and RFC 4291, zones after RFC 4007.

#include "core/privacy/checksums.h"
#include "core/privacy/validators.h"

#include <algorithm>

namespace cartouche::privacy {

namespace {

/// Up to `end`, which is taken away with it; all if there is none.
std::string_view takePart(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

bool isIpv4(std::string_view text) {
    if (std::ranges::count(text, '.') != 3) {
        return false;
    }
    for (int part = 0; part < 4; ++part) {
        const std::string_view digits = takePart(text, '.');
        const bool hasLeadingZero = digits.size() > 1 && digits.front() == '0';
        if (!isDigits(digits) || digits.size() > 3 || hasLeadingZero ||
            remainderOf(digits, 1000) > 255) {
            return false;
        }
    }
    return true;
}

bool isGroup(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

/// The groups of 16 bits in a part without `::`; -1 if it is none. An IPv4 address may end it.
int countGroups(std::string_view text, bool isLast) {
    int groups = 0;
    while (!text.empty()) {
        const bool hasMore = text.contains(':');
        const bool endsOpen = text.back() == ':';
        const std::string_view part = takePart(text, ':');
        if (isLast && !hasMore && part.contains('.')) {
            return isIpv4(part) ? groups + 2 : -1;
        }
        if (!isGroup(part) || (endsOpen && text.empty())) {
            return -1;
        }
        ++groups;
    }
    return groups;
}

bool isIpv6(std::string_view text) {
    if (const auto zone = text.find('%'); zone != std::string_view::npos) {
        if (zone + 1 == text.size() || text.find('%', zone + 1) != std::string_view::npos) {
            return false;
        }
        text = text.substr(0, zone);
    }
    const auto gap = text.find("::");
    if (gap == std::string_view::npos) {
        return countGroups(text, true) == 8;
    }
    const int before = countGroups(text.substr(0, gap), false);
    const int after = countGroups(text.substr(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

} // namespace

bool isIpAddress(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    return text.size() <= kLongest && (isIpv4(text) || isIpv6(text));
}

} // namespace cartouche::privacy
