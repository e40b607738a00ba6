#include "core/privacy/checksums.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace cartouche::privacy {

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string compact(std::string_view text, std::string_view separators) {
    std::string kept;
    for (const char character : text) {
        if (!separators.contains(character)) {
            const bool isLower = character >= 'a' && character <= 'z';
            kept += static_cast<char>(isLower ? character - 'a' + 'A' : character);
        }
    }
    return kept;
}

std::optional<std::string> digitsOnly(std::string_view text, std::size_t count,
                                      std::string_view separators) {
    std::string digits = compact(text, separators);
    return digits.size() == count && isDigits(digits) ? std::optional(std::move(digits))
                                                      : std::nullopt;
}

int weightedSum(std::string_view digits, std::span<const int> weights) {
    int sum = 0;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        sum += digitOf(digits[at]) * weights[at];
    }
    return sum;
}

int remainderOf(std::string_view digits, int modulus) {
    int remainder = 0;
    for (const char digit : digits) {
        remainder = (remainder * 10 + digitOf(digit)) % modulus;
    }
    return remainder;
}

bool isLuhn(std::string_view digits) {
    int sum = 0;
    bool isDoubled = false;
    for (std::size_t at = digits.size(); at-- > 0; isDoubled = !isDoubled) {
        const int value = digitOf(digits[at]) * (isDoubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return isDigits(digits) && sum % 10 == 0;
}

bool isVerhoeff(std::string_view digits) {
    // The dihedral group of ten elements, and how digits change with their place.
    constexpr std::array<std::string_view, 10> kProducts{
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
    constexpr std::array<std::string_view, 8> kPlaces{"0123456789", "1576283094", "5803796142",
                                                      "8916043527", "9453126870", "4286573901",
                                                      "2793806415", "7046913258"};
    if (!isDigits(digits)) {
        return false;
    }
    int check = 0;
    for (std::size_t place = 0; place < digits.size(); ++place) {
        const char digit = digits[digits.size() - 1 - place];
        const char moved = kPlaces[place % 8][static_cast<std::size_t>(digitOf(digit))];
        check = digitOf(
            kProducts[static_cast<std::size_t>(check)][static_cast<std::size_t>(digitOf(moved))]);
    }
    return check == 0;
}

bool isMod11And10(std::string_view digits) {
    if (!isDigits(digits)) {
        return false;
    }
    int product = 10;
    for (const char digit : digits.substr(0, digits.size() - 1)) {
        const int sum = (digitOf(digit) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (product + digitOf(digits.back())) % 10 == 1;
}

int mod97Of(std::string_view text) {
    int remainder = 0;
    for (const char character : text) {
        const bool isDigit = character >= '0' && character <= '9';
        remainder = isDigit ? (remainder * 10 + digitOf(character)) % 97
                            : (remainder * 100 + character - 'A' + 10) % 97;
    }
    return remainder;
}

bool isMod11And2(std::string_view text) {
    if (text.size() < 2 || !isDigits(text.substr(0, text.size() - 1))) {
        return false;
    }
    int sum = 0;
    for (const char digit : text.substr(0, text.size() - 1)) {
        sum = (sum + digitOf(digit)) * 2 % 11;
    }
    const char last = text.back();
    const int check = last == 'X' ? 10 : isDigits({&last, 1}) ? digitOf(last) : -1;
    return check >= 0 && (sum + check) % 11 == 1;
}

bool isArticleNumber(std::string_view digits) {
    int sum = 0;
    for (std::size_t place = 0; place < digits.size(); ++place) {
        sum += digitOf(digits[digits.size() - 1 - place]) * (place % 2 == 0 ? 1 : 3);
    }
    return isDigits(digits) && sum % 10 == 0;
}

bool isDate(int year, int month, int day) {
    return std::chrono::year_month_day{std::chrono::year{year},
                                       std::chrono::month{static_cast<unsigned>(month)},
                                       std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

int pairAt(std::string_view digits, std::size_t at) {
    return digitOf(digits[at]) * 10 + digitOf(digits[at + 1]);
}

bool isShortDate(std::string_view yymmdd) {
    const int year = pairAt(yymmdd, 0);
    const int month = pairAt(yymmdd, 2);
    const int day = pairAt(yymmdd, 4);
    return isDate(1900 + year, month, day) || isDate(2000 + year, month, day);
}

} // namespace cartouche::privacy
