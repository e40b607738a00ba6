// Bank accounts and coins: what is as long as its country or version says.

#include "core/privacy/characters.h"
#include "core/privacy/iban_lengths_table.h"
#include "core/privacy/pattern.h"
#include "core/privacy/scanners.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <string>

namespace cartouche::privacy {

namespace {

/// Where that many letters and digits end, with one space or hyphen between any two; `at` if there
/// are fewer.
std::size_t endOfGroups(std::string_view text, std::size_t at, std::size_t count) {
    std::size_t place = at;
    for (; count > 0; --count) {
        const bool isParted =
            place > at && place + 1 < text.size() && (text[place] == ' ' || text[place] == '-');
        place += isParted ? 1 : 0;
        if (place >= text.size() || !(isAsciiLetter(text[place]) || isAsciiDigit(text[place]))) {
            return at;
        }
        ++place;
    }
    return place;
}

void scanIban(std::string_view text, std::size_t at, std::vector<Span>& found) {
    if (!matchPattern(text, at, "AA99")) {
        return;
    }
    std::string country(text.substr(at, 2));
    std::ranges::transform(country, country.begin(), [](char c) {
        return isAsciiLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    });
    const std::size_t length = ibanLengthOf(country);
    const std::size_t end = length > 0 ? endOfGroups(text, at, length) : at;
    if (end > at && (end == text.size() || !isWordByte(text[end])) &&
        isIban(text.substr(at, end - at))) {
        found.push_back({at, end, "IBAN_CODE", 1.0});
    }
}

} // namespace

void scanBankAndCoin(std::string_view text, std::size_t at, std::vector<Span>& found) {
    constexpr std::size_t kLongestCoin = 91;
    scanIban(text, at, found);
    if (!std::string_view("13bB").contains(text[at])) {
        return;
    }
    const std::string_view rest = text.substr(at, kLongestCoin);
    const std::string_view word(rest.begin(), std::ranges::find_if_not(rest, isWordByte));
    if (isBitcoinAddress(word)) {
        found.push_back({at, at + word.size(), "CRYPTO", 1.0});
    }
}

} // namespace cartouche::privacy
