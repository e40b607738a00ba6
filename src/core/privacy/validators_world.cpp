// Numbers of all countries, or none.

#include "core/privacy/checksums.h"
#include "core/privacy/iban_lengths_table.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

namespace {

bool isUpper(char character) {
    return character >= 'A' && character <= 'Z';
}

bool isUpperOrDigit(char character) {
    return isUpper(character) || (character >= '0' && character <= '9');
}

/// What letters and digits of a vehicle's number count; letters that look like digits are none.
int vehicleValue(char character) {
    constexpr std::string_view kLetters = "ABCDEFGH_JKLMN_P_R_STUVWXYZ";
    constexpr std::string_view kValues = "12345678_12345_7_9_23456789";
    const auto place = kLetters.find(character);
    return isDigits({&character, 1})                             ? digitOf(character)
           : character == '_' || place == std::string_view::npos ? -1
                                                                 : digitOf(kValues[place]);
}

} // namespace

bool isLuhnNumber(std::string_view text) {
    return isLuhn(compact(text));
}

bool isVerhoeffNumber(std::string_view text) {
    return isVerhoeff(compact(text));
}

bool isCreditCard(std::string_view text) {
    const std::string digits = compact(text);
    return digits.size() >= 12 && digits.size() <= 19 && isLuhn(digits);
}

bool isIban(std::string_view text) {
    const std::string iban = compact(text, " -.");
    if (iban.size() < 5 || !std::ranges::all_of(iban, isUpperOrDigit) ||
        !isDigits(std::string_view(iban).substr(2, 2))) {
        return false;
    }
    return ibanLengthOf(std::string_view(iban).substr(0, 2)) == iban.size() &&
           mod97Of(iban.substr(4) + iban.substr(0, 4)) == 1;
}

bool isImei(std::string_view text) {
    const auto digits = digitsOnly(text, 15);
    return digits && isLuhn(*digits);
}

bool isIsin(std::string_view text) {
    const std::string isin = compact(text);
    if (isin.size() != 12 || !isUpper(isin[0]) || !isUpper(isin[1]) ||
        !std::ranges::all_of(isin, isUpperOrDigit)) {
        return false;
    }
    std::string digits;
    for (const char character : isin) {
        digits +=
            isUpper(character) ? std::to_string(character - 'A' + 10) : std::string(1, character);
    }
    return isDigits({&isin.back(), 1}) && isLuhn(digits);
}

bool isEan13(std::string_view text) {
    const auto digits = digitsOnly(text, 13);
    return digits && isArticleNumber(*digits);
}

bool isIsbn10(std::string_view text) {
    const std::string isbn = compact(text);
    if (isbn.size() != 10 || !isDigits(std::string_view(isbn).substr(0, 9))) {
        return false;
    }
    constexpr std::array kWeights{10, 9, 8, 7, 6, 5, 4, 3, 2};
    const int sum = weightedSum(std::string_view(isbn).substr(0, 9), kWeights);
    const int check = (11 - sum % 11) % 11;
    return isbn.back() == (check == 10 ? 'X' : static_cast<char>('0' + check));
}

bool isIsbn(std::string_view text) {
    const std::string isbn = compact(text);
    const bool isLong = isbn.starts_with("978") || isbn.starts_with("979");
    return isIsbn10(isbn) || (isLong && isEan13(isbn));
}

bool isVin(std::string_view text) {
    constexpr std::array kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    constexpr std::size_t kCheck = 8;
    const std::string vin = compact(text);
    if (vin.size() != kWeights.size()) {
        return false;
    }
    int sum = 0;
    for (std::size_t at = 0; at < vin.size(); ++at) {
        const int value = vehicleValue(vin[at]);
        if (value < 0) {
            return false;
        }
        sum += value * kWeights[at];
    }
    return vin[kCheck] == (sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11));
}

bool isMacAddress(std::string_view text) {
    const auto hasForm = [text](std::string_view form) {
        return std::ranges::equal(text, form, [](char character, char wanted) {
            const bool isHex = (character >= '0' && character <= '9') ||
                               (character >= 'a' && character <= 'f') ||
                               (character >= 'A' && character <= 'F');
            return wanted == 'h' ? isHex : character == wanted;
        });
    };
    return hasForm("hh:hh:hh:hh:hh:hh") || hasForm("hh-hh-hh-hh-hh-hh") ||
           hasForm("hhhh.hhhh.hhhh");
}

} // namespace cartouche::privacy
