// Dates: of digits in the three usual orders, and with the name of the month.

#include "core/privacy/characters.h"
#include "core/privacy/checksums.h"
#include "core/privacy/pattern.h"
#include "core/privacy/scanners.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::privacy {

namespace {

constexpr double kWhole = 0.6;
constexpr double kWithoutYear = 0.5;

/// One to four digits; -1 if there are none, or more.
int readNumber(std::string_view text, std::size_t& at) {
    constexpr std::size_t kMost = 4;
    std::size_t end = at;
    int number = 0;
    while (end < text.size() && isAsciiDigit(text[end])) {
        if (end - at == kMost) {
            return -1;
        }
        number = number * 10 + digitOf(text[end++]);
    }
    if (end == at) {
        return -1;
    }
    at = end;
    return number;
}

int fullYear(int year) {
    return year < 100 ? 2000 + year : year;
}

bool isPlausible(int year, int month, int day) {
    return fullYear(year) >= 1800 && fullYear(year) <= 2200 && isDate(fullYear(year), month, day);
}

void scanDigits(std::string_view text, std::size_t at, std::vector<Span>& found) {
    std::size_t place = at;
    const int first = readNumber(text, place);
    if (first < 0 || place >= text.size() || !std::string_view("-/.").contains(text[place])) {
        return;
    }
    const char separator = text[place++];
    const int second = readNumber(text, place);
    if (second < 0 || place >= text.size() || text[place] != separator) {
        return;
    }
    const int third = readNumber(text, ++place);
    if (third >= 0 && isNumberEnd(text, place) &&
        (isPlausible(first, second, third) || isPlausible(third, second, first) ||
         isPlausible(third, first, second))) {
        found.push_back({at, place, "DATE_TIME", kWhole});
    }
}

/// The length of a month's name or its first three letters, in English, German, French or Spanish;
/// 0 if there is none.
std::size_t monthAt(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 44> kMonths{
        "january",   "february",  "march",    "april",    "may",        "june",     "july",
        "august",    "september", "october",  "november", "december",   "januar",   "februar",
        "märz",      "mai",       "juni",     "juli",     "oktober",    "dezember", "janvier",
        "février",   "mars",      "avril",    "juin",     "juillet",    "août",     "septembre",
        "octobre",   "novembre",  "décembre", "enero",    "febrero",    "marzo",    "abril",
        "mayo",      "junio",     "julio",    "agosto",   "septiembre", "octubre",  "noviembre",
        "diciembre", "sept"};
    constexpr std::size_t kLongest = 12;
    const std::string_view rest = text.substr(at, kLongest);
    std::string word(rest.begin(), std::ranges::find_if_not(rest, isWordByte));
    std::ranges::transform(word, word.begin(), lowered);
    constexpr std::size_t kEnglish = 12;
    const auto isShort = [&word](std::string_view month) { return month.substr(0, 3) == word; };
    return std::ranges::contains(kMonths, word) ||
                   std::ranges::any_of(std::span(kMonths).first(kEnglish), isShort)
               ? word.size()
               : 0;
}

/// Passes one of several texts, if it stands there.
void skipAny(std::string_view text, std::size_t& at,
             std::initializer_list<std::string_view> texts) {
    const auto found = std::ranges::find_if(
        texts, [&](std::string_view each) { return text.substr(at).starts_with(each); });
    at += found == texts.end() ? 0 : found->size();
}

/// The day of a month and what follows it: "3rd of ", "3. ". 0 if there is none.
int readDay(std::string_view text, std::size_t& at) {
    std::size_t place = at;
    const int day = readNumber(text, place);
    skipAny(text, place, {"st", "nd", "rd", "th", "."});
    if (day < 1 || day > 31 || (place < text.size() && isWordByte(text[place]))) {
        return 0;
    }
    at = place;
    return day;
}

/// A year of four digits behind a space or comma, which is passed; or nothing.
bool readYear(std::string_view text, std::size_t& at) {
    std::size_t place = at;
    skipAny(text, place, {", ", " de ", " ", ","});
    const std::size_t begin = place;
    const int year = place > at ? readNumber(text, place) : -1;
    if (place - begin != 4 || year < 1800 || year > 2200 || !isNumberEnd(text, place)) {
        return false;
    }
    at = place;
    return true;
}

void scanDayFirst(std::string_view text, std::size_t at, std::vector<Span>& found) {
    std::size_t place = at;
    if (readDay(text, place) == 0) {
        return;
    }
    skipAny(text, place, {" of ", " de ", " ", "-"});
    const std::size_t month = place < text.size() ? monthAt(text, place) : 0;
    if (month > 0) {
        place += month;
        const bool hasYear = readYear(text, place);
        found.push_back({at, place, "DATE_TIME", hasYear ? kWhole : kWithoutYear});
    }
}

void scanMonthFirst(std::string_view text, std::size_t at, std::vector<Span>& found) {
    const std::size_t month = monthAt(text, at);
    std::size_t place = at + month;
    skipAny(text, place, {". ", " "});
    if (month == 0 || place == at + month) {
        return;
    }
    std::size_t day = place;
    if (readDay(text, day) > 0) {
        const bool hasYear = readYear(text, day);
        found.push_back({at, day, "DATE_TIME", hasYear ? kWhole : kWithoutYear});
    } else if (place = at + month; readYear(text, place)) {
        found.push_back({at, place, "DATE_TIME", kWithoutYear});
    }
}

} // namespace

void scanDate(std::string_view text, std::size_t at, std::vector<Span>& found) {
    if (isAsciiDigit(text[at])) {
        scanDigits(text, at, found);
        scanDayFirst(text, at, found);
    } else if (isAsciiLetter(text[at])) {
        scanMonthFirst(text, at, found);
    }
}

} // namespace cartouche::privacy
