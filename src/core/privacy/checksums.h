#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The arithmetic that check digits are made of. Texts hold only the digits 0-9 where nothing else
/// is said; see isDigits.
namespace cartouche::privacy {

/// At least one, and all of 0-9.
bool isDigits(std::string_view text);
constexpr int digitOf(char digit) {
    return digit - '0';
}
/// Without the characters of `separators`, and with letters in upper case.
std::string compact(std::string_view text, std::string_view separators = " -");
/// The digits of a number of exactly `count`, separators left out; nothing of anything else.
std::optional<std::string> digitsOnly(std::string_view text, std::size_t count,
                                      std::string_view separators = " -");

/// The sum of each digit times its weight. As many weights as digits, or more.
int weightedSum(std::string_view digits, std::span<const int> weights);
/// The value of the number modulo a small number.
int remainderOf(std::string_view digits, int modulus);

/// ISO/IEC 7812-1: the last digit checks.
bool isLuhn(std::string_view digits);
/// Verhoeff (1969), "Error Detecting Decimal Codes": the last digit checks.
bool isVerhoeff(std::string_view digits);
/// ISO 7064 mod 11,10: the last digit checks.
bool isMod11And10(std::string_view digits);
/// ISO 7064 mod 97,10 of digits and upper-case letters: what the text is congruent to; good is 1.
int mod97Of(std::string_view text);
/// ISO 7064 mod 11,2: the last character, 0-9 or X, checks.
bool isMod11And2(std::string_view text);
/// As of European articles and books: weights 1 and 3 in turn from the right.
bool isArticleNumber(std::string_view digits);

/// Whether there is such a day in that year (of the Gregorian calendar).
bool isDate(int year, int month, int day);
/// The number that two digits are.
int pairAt(std::string_view digits, std::size_t at);
/// A day that is written as six digits, YYMMDD, in one of the last two centuries.
bool isShortDate(std::string_view yymmdd);

} // namespace cartouche::privacy
