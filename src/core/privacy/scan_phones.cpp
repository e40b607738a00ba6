// Telephone numbers: international ones, those of North America, and those that begin with 0 as in
// most of the rest of the world.

#include "core/privacy/characters.h"
#include "core/privacy/context.h"
#include "core/privacy/pattern.h"
#include "core/privacy/scanners.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::privacy {

namespace {

constexpr std::array<std::string_view, 12> kWords{"phone", "tel",   "call",     "mobile",
                                                  "cell",  "fax",   "dial",     "contact",
                                                  "handy", "móvil", "portable", "ring"};

/// The digits of a number as people write it, and where it ends.
struct Dialed {
    std::string digits;
    std::size_t end = 0;
    bool isParted = false; // by spaces, dots, hyphens, slashes or parentheses
};

/// Separators stand between digits, at most two of them (") ").
Dialed readDialed(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostDigits = 16;
    constexpr std::size_t kMostBetween = 2;
    Dialed dialed;
    std::size_t between = 0;
    for (std::size_t place = at; place < text.size(); ++place) {
        const char character = text[place];
        if (isAsciiDigit(character)) {
            dialed.isParted |= between > 0 && !dialed.digits.empty();
            between = 0;
            dialed.digits += character;
            dialed.end = place + 1;
            if (dialed.digits.size() > kMostDigits) {
                return {};
            }
        } else if (place > at &&
                   (!std::string_view(" .-/()").contains(character) || ++between > kMostBetween)) {
            break;
        }
    }
    return dialed;
}

/// Area and exchange begin with 2 to 9 (the North American Numbering Plan).
bool isNorthAmerican(std::string_view digits) {
    if (digits.size() == 11 && digits.front() == '1') {
        digits.remove_prefix(1);
    }
    return digits.size() == 10 && digits[0] >= '2' && digits[3] >= '2' &&
           digits.substr(1, 2) != "11";
}

double scoreOf(const Dialed& dialed, bool isInternational) {
    const std::size_t count = dialed.digits.size();
    if (isInternational) {
        return count >= 8 && count <= 15 && dialed.digits.front() != '0' ? 0.75 : 0;
    }
    if (isNorthAmerican(dialed.digits)) {
        return dialed.isParted ? 0.6 : 0.3;
    }
    const bool isNational = dialed.digits.starts_with('0') && count >= 9 && count <= 12;
    if (isNational) {
        return dialed.isParted ? 0.5 : 0.3;
    }
    return count >= 7 && count <= 15 ? 0.05 : 0; // found only with a word
}

} // namespace

void scanPhone(std::string_view text, std::size_t at, std::vector<Span>& found) {
    const bool isInternational = text[at] == '+';
    const bool isOpened = text[at] == '(';
    if ((isInternational || isOpened) &&
        (at + 1 == text.size() || !(isAsciiDigit(text[at + 1]) || text[at + 1] == '('))) {
        return;
    }
    const Dialed dialed = readDialed(text, at);
    if (dialed.digits.empty() || !isNumberEnd(text, dialed.end)) {
        return;
    }
    Span span{at, dialed.end, "PHONE_NUMBER", scoreOf(dialed, isInternational)};
    if (span.score > 0) {
        span.score = std::min(1.0, scoreInContext(text, span, kWords));
        found.push_back(std::move(span));
    }
}

} // namespace cartouche::privacy
