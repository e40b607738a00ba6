// Numbers that the countries of Europe give to people and firms.

#include "core/privacy/checksums.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

namespace {

bool isUpper(char character) {
    return character >= 'A' && character <= 'Z';
}

} // namespace

bool isBelgianNn(std::string_view text) {
    const auto digits = digitsOnly(text, 11, " -.");
    if (!digits) {
        return false;
    }
    // Months are 20 or 40 more for numbers of the register for foreigners; 00 is unknown.
    const int month = pairAt(*digits, 2) % 20;
    const int day = pairAt(*digits, 4);
    const std::string base = digits->substr(0, 9);
    const int check = pairAt(*digits, 9);
    return pairAt(*digits, 2) < 60 && month <= 12 && day <= 31 &&
           (check == 97 - remainderOf(base, 97) || check == 97 - remainderOf("2" + base, 97));
}

bool isGermanIdnr(std::string_view text) {
    const auto digits = digitsOnly(text, 11);
    if (!digits || digits->front() == '0' || !isMod11And10(*digits)) {
        return false;
    }
    // Of the first ten, exactly one digit stands there twice or three times.
    std::array<int, 10> counts{};
    for (const char digit : digits->substr(0, 10)) {
        ++counts[static_cast<std::size_t>(digitOf(digit))];
    }
    const auto repeated = std::ranges::count_if(counts, [](int count) { return count > 1; });
    return repeated == 1 && *std::ranges::max_element(counts) <= 3;
}

bool isGermanVat(std::string_view text) {
    std::string number = compact(text, " -./");
    if (number.starts_with("DE")) {
        number.erase(0, 2);
    }
    return number.size() == 9 && number.front() != '0' && isMod11And10(number);
}

namespace {

/// The letter that follows the number of a Spanish person.
char spanishLetter(std::string_view digits) {
    constexpr std::string_view kLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    return kLetters[static_cast<std::size_t>(remainderOf(digits, 23))];
}

} // namespace

bool isSpanishNie(std::string_view text) {
    constexpr std::string_view kFirst = "XYZ";
    const std::string number = compact(text, " -.");
    if (number.size() != 9 || !kFirst.contains(number[0]) ||
        !isDigits(std::string_view(number).substr(1, 7))) {
        return false;
    }
    const char digit = static_cast<char>('0' + kFirst.find(number[0]));
    return number.back() == spanishLetter(digit + number.substr(1, 7));
}

bool isSpanishNif(std::string_view text) {
    const std::string number = compact(text, " -.");
    if (number.size() != 9) {
        return false;
    }
    const std::string_view digits = std::string_view(number).substr(0, 8);
    if (isDigits(digits)) {
        return number.back() == spanishLetter(digits);
    }
    // Of those who have no other number: children, and Spaniards abroad.
    const bool isSpecial =
        std::string_view("KLM").contains(number[0]) && isDigits(digits.substr(1));
    return isSpecial ? number.back() == spanishLetter(digits.substr(1)) : isSpanishNie(number);
}

bool isFinnishHetu(std::string_view text) {
    constexpr std::string_view kChecks = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    const std::string number = compact(text, "");
    if (number.size() != 11 || !isDigits(std::string_view(number).substr(0, 6)) ||
        !isDigits(std::string_view(number).substr(7, 3))) {
        return false;
    }
    const char sign = number[6];
    const int century = sign == '+'                                 ? 1800
                        : std::string_view("-YXWVU").contains(sign) ? 1900
                        : std::string_view("ABCDEF").contains(sign) ? 2000
                                                                    : 0;
    const int person = remainderOf(number.substr(7, 3), 1000);
    const int check = remainderOf(number.substr(0, 6) + number.substr(7, 3), 31);
    return century != 0 && person >= 2 && person <= 899 &&
           isDate(century + pairAt(number, 4), pairAt(number, 2), pairAt(number, 0)) &&
           number.back() == kChecks[static_cast<std::size_t>(check)];
}

bool isFrenchNir(std::string_view text) {
    std::string number = compact(text, " -.");
    if (number.size() != 15) {
        return false;
    }
    // The departments of Corsica count as 19 and 18.
    if (number.substr(5, 2) == "2A" || number.substr(5, 2) == "2B") {
        number.replace(5, 2, number[6] == 'A' ? "19" : "18");
    }
    return isDigits(number) && std::string_view("123478").contains(number[0]) &&
           pairAt(number, 13) == 97 - remainderOf(number.substr(0, 13), 97);
}

bool isBritishNhs(std::string_view text) {
    constexpr std::array kWeights{10, 9, 8, 7, 6, 5, 4, 3, 2};
    const auto digits = digitsOnly(text, 10);
    if (!digits) {
        return false;
    }
    const int check = 11 - weightedSum(digits->substr(0, 9), kWeights) % 11;
    return check != 10 && digitOf(digits->back()) == check % 11;
}

bool isBritishNino(std::string_view text) {
    constexpr std::string_view kNeverFirst = "DFIQUV";
    constexpr std::string_view kNeverSecond = "DFIOQUV";
    constexpr std::array<std::string_view, 7> kNeverBoth{"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
    const std::string number = compact(text);
    return number.size() == 9 && isUpper(number[0]) && isUpper(number[1]) &&
           !kNeverFirst.contains(number[0]) && !kNeverSecond.contains(number[1]) &&
           !std::ranges::contains(kNeverBoth, number.substr(0, 2)) &&
           isDigits(std::string_view(number).substr(2, 6)) && number[8] >= 'A' && number[8] <= 'D';
}

namespace {

/// A digit, or the letter that stands for it where two people would have one code; -1 for neither.
int codiceDigit(char character) {
    constexpr std::string_view kLetters = "LMNPQRSTUV";
    const auto letter = kLetters.find(character);
    return isDigits({&character, 1})          ? digitOf(character)
           : letter == std::string_view::npos ? -1
                                              : static_cast<int>(letter);
}

/// What the characters in odd places count (decree of 23 December 1976): those of 0-9 and of A-J
/// are the same.
int oddValue(char character) {
    constexpr std::array kOdd{1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                              20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    const int place = isUpper(character) ? character - 'A' : digitOf(character);
    return kOdd[static_cast<std::size_t>(place)];
}

bool hasCodiceForm(std::string_view code) {
    constexpr std::string_view kForm = "AAAAAA99A99A999A";
    return std::ranges::equal(code, kForm, [](char character, char wanted) {
        return wanted == 'A' ? isUpper(character) : codiceDigit(character) >= 0;
    });
}

} // namespace

bool isItalianCodiceFiscale(std::string_view text) {
    constexpr std::string_view kMonths = "ABCDEHLMPRST";
    const std::string code = compact(text);
    if (!hasCodiceForm(code)) {
        return false;
    }
    const auto month = kMonths.find(code[8]);
    const int day = codiceDigit(code[9]) * 10 + codiceDigit(code[10]);
    const int dayOfMonth = day > 40 ? day - 40 : day; // of women
    if (month == std::string_view::npos || dayOfMonth < 1 || dayOfMonth > 31) {
        return false;
    }
    int sum = 0;
    for (std::size_t place = 0; place + 1 < code.size(); ++place) {
        const char character = code[place];
        const int even = isUpper(character) ? character - 'A' : digitOf(character);
        sum += place % 2 == 0 ? oddValue(character) : even;
    }
    return code.back() == static_cast<char>('A' + sum % 26);
}

bool isItalianPartitaIva(std::string_view text) {
    const auto digits = digitsOnly(text, 11);
    return digits && !digits->starts_with("0000000") && isLuhn(*digits);
}

bool isDutchBsn(std::string_view text) {
    constexpr std::array kWeights{9, 8, 7, 6, 5, 4, 3, 2, -1};
    const auto digits = digitsOnly(text, 9, " -.");
    return digits && digits->find_first_not_of('0') != std::string::npos &&
           weightedSum(*digits, kWeights) % 11 == 0;
}

namespace {

/// Whose century the number of the person tells. Source: the Norwegian Tax Administration.
int norwegianCentury(int person, int year) {
    return person < 500                 ? 1900
           : person < 750 && year >= 54 ? 1800
           : year < 40                  ? 2000
           : person >= 900              ? 1900
                                        : 0;
}

} // namespace

bool isNorwegianFnr(std::string_view text) {
    constexpr std::array kFirst{3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    constexpr std::array kSecond{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    const auto digits = digitsOnly(text, 11);
    if (!digits) {
        return false;
    }
    const int day = pairAt(*digits, 0) % 40;   // 40 more: given to a foreigner
    const int month = pairAt(*digits, 2) % 40; // 40 more: given by a hospital
    const int year = pairAt(*digits, 4);
    const int century = norwegianCentury(remainderOf(digits->substr(6, 3), 1000), year);
    return century != 0 && isDate(century + year, month, day) &&
           weightedSum(digits->substr(0, 10), kFirst) % 11 == 0 &&
           weightedSum(*digits, kSecond) % 11 == 0;
}

bool isPolishPesel(std::string_view text) {
    constexpr std::array kWeights{1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
    constexpr std::array kCenturies{1900, 2000, 2100, 2200, 1800}; // by 20 added to the month
    const auto digits = digitsOnly(text, 11);
    return digits &&
           isDate(kCenturies[static_cast<std::size_t>(pairAt(*digits, 2) / 20)] +
                      pairAt(*digits, 0),
                  pairAt(*digits, 2) % 20, pairAt(*digits, 4)) &&
           weightedSum(*digits, kWeights) % 10 == 0;
}

bool isRussianInn(std::string_view text) {
    constexpr std::array kWeights{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    const std::string digits = compact(text);
    const auto isCheck = [&digits, kWeights](std::size_t place) {
        const auto weights = std::span(kWeights).last(place);
        return weightedSum(digits.substr(0, place), weights) % 11 % 10 == digitOf(digits[place]);
    };
    return isDigits(digits) && (digits.size() == 10   ? isCheck(9)
                                : digits.size() == 12 ? isCheck(10) && isCheck(11)
                                                      : false);
}

bool isRussianSnils(std::string_view text) {
    constexpr std::array kWeights{9, 8, 7, 6, 5, 4, 3, 2, 1};
    const auto digits = digitsOnly(text, 11);
    return digits && weightedSum(digits->substr(0, 9), kWeights) % 101 % 100 == pairAt(*digits, 9);
}

bool isSwedishPersonnummer(std::string_view text) {
    std::string digits = compact(text, " -+");
    if (!isDigits(digits) || (digits.size() != 10 && digits.size() != 12)) {
        return false;
    }
    digits = digits.substr(digits.size() - 10); // the century is not checked
    std::string date = digits.substr(0, 6);
    if (date[4] >= '6') {
        date[4] = static_cast<char>(date[4] - 6); // 60 more: given to a foreigner
    }
    return isShortDate(date) && isLuhn(digits);
}

} // namespace cartouche::privacy
