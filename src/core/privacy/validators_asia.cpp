// Numbers that countries of Asia, Africa and Australia give to people and firms.

#include "core/privacy/checksums.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

bool isChineseRic(std::string_view text) {
    const std::string number = compact(text);
    return number.size() == 18 && isDigits(std::string_view(number).substr(0, 17)) &&
           isDate(remainderOf(number.substr(6, 4), 10000), pairAt(number, 10),
                  pairAt(number, 12)) &&
           isMod11And2(number);
}

bool isIndianAadhaar(std::string_view text) {
    const auto digits = digitsOnly(text, 12);
    return digits && digits->front() >= '2' && isVerhoeff(*digits) &&
           !std::equal(digits->begin(), digits->end(), digits->rbegin());
}

bool isIndianPan(std::string_view text) {
    constexpr std::string_view kForm = "AAAAA9999A";
    constexpr std::string_view kHolders = "ABCFGHJKLPT";
    const std::string number = compact(text);
    const bool hasForm = std::ranges::equal(number, kForm, [](char character, char wanted) {
        return wanted == 'A' ? character >= 'A' && character <= 'Z' : isDigits({&character, 1});
    });
    return hasForm && kHolders.contains(number[3]) && number.substr(5, 4) != "0000";
}

bool isKoreanRrn(std::string_view text) {
    constexpr std::array kWeights{2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    constexpr int kPlaces = 96; // of registration
    const auto digits = digitsOnly(text, 13);
    if (!digits) {
        return false;
    }
    const char born = (*digits)[6];
    const int century = born == '9' || born == '0'                ? 1800
                        : std::string_view("1256").contains(born) ? 1900
                                                                  : 2000;
    const int check = (11 - weightedSum(digits->substr(0, 12), kWeights) % 11) % 10;
    return isDate(century + pairAt(*digits, 0), pairAt(*digits, 2), pairAt(*digits, 4)) &&
           pairAt(*digits, 7) <= kPlaces && digitOf(digits->back()) == check;
}

bool isThaiPin(std::string_view text) {
    constexpr std::array kWeights{13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    const auto digits = digitsOnly(text, 13);
    return digits &&
           digitOf(digits->back()) == (11 - weightedSum(digits->substr(0, 12), kWeights) % 11) % 10;
}

bool isTurkishTckn(std::string_view text) {
    constexpr std::array kFirst{7, -1, 7, -1, 7, -1, 7, -1, 7};
    constexpr std::array kSecond{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    const auto digits = digitsOnly(text, 11);
    if (!digits || digits->front() == '0') {
        return false;
    }
    const int first = weightedSum(digits->substr(0, 9), kFirst) % 10;
    return digitOf((*digits)[9]) == (first + 10) % 10 &&
           digitOf(digits->back()) == weightedSum(digits->substr(0, 10), kSecond) % 10;
}

bool isSouthAfricanId(std::string_view text) {
    constexpr std::size_t kCitizenship = 10; // citizen, resident or refugee
    const auto digits = digitsOnly(text, 13);
    return digits && isShortDate(digits->substr(0, 6)) && (*digits)[kCitizenship] <= '2' &&
           isLuhn(*digits);
}

bool isAustralianAbn(std::string_view text) {
    constexpr std::array kWeights{10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    const auto digits = digitsOnly(text, 11);
    return digits && digits->front() != '0' &&
           (weightedSum(*digits, kWeights) - kWeights[0]) % 89 == 0;
}

bool isAustralianAcn(std::string_view text) {
    constexpr std::array kWeights{8, 7, 6, 5, 4, 3, 2, 1};
    const auto digits = digitsOnly(text, 9);
    return digits &&
           (weightedSum(digits->substr(0, 8), kWeights) + digitOf(digits->back())) % 10 == 0;
}

bool isAustralianTfn(std::string_view text) {
    constexpr std::array kWeights{1, 4, 3, 7, 5, 8, 6, 9, 10};
    constexpr std::array kOldWeights{10, 7, 8, 4, 6, 3, 5, 1};
    const std::string digits = compact(text);
    return isDigits(digits) && (digits.size() == 9   ? weightedSum(digits, kWeights) % 11 == 0
                                : digits.size() == 8 ? weightedSum(digits, kOldWeights) % 11 == 0
                                                     : false);
}

bool isAustralianMedicare(std::string_view text) {
    constexpr std::array kWeights{1, 3, 7, 9, 1, 3, 7, 9};
    constexpr std::size_t kCheck = 8; // the last is the number of the card's issue
    const auto digits = digitsOnly(text, 10);
    return digits && digits->front() >= '2' && digits->front() <= '6' &&
           weightedSum(digits->substr(0, 8), kWeights) % 10 == digitOf((*digits)[kCheck]);
}

} // namespace cartouche::privacy
