// Numbers that the countries of the Americas give to people, banks and firms.

#include "core/privacy/checksums.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>

namespace cartouche::privacy {

namespace {

bool isWithin(int value, int least, int most) {
    return value >= least && value <= most;
}

/// Nine digits, together or as 123-45-6789 with one separator twice; anything else is not SSN.
std::optional<std::string> socialDigits(std::string_view text) {
    constexpr std::size_t kLong = 11;
    const bool isJoined = text.size() == 9;
    const bool isParted =
        text.size() == kLong && text[3] == text[6] && (text[3] == '-' || text[3] == ' ');
    return isJoined || isParted ? digitsOnly(text, 9) : std::nullopt;
}

/// The check digit of Brazil: 11 less the remainder of the weights 2 to `most`, from the right.
char brazilianCheck(std::string_view characters, int most) {
    int sum = 0;
    int weight = 2;
    for (std::size_t at = characters.size(); at-- > 0;) {
        sum += digitOf(characters[at]) * weight; // of letters: their code less that of 0
        weight = weight == most ? 2 : weight + 1;
    }
    return static_cast<char>('0' + (11 - sum % 11) % 11 % 10);
}

bool hasBrazilianChecks(std::string_view number, int most) {
    const std::size_t base = number.size() - 2;
    return number[base] == brazilianCheck(number.substr(0, base), most) &&
           number[base + 1] == brazilianCheck(number.substr(0, base + 1), most);
}

bool isOneDigit(std::string_view digits) {
    return std::ranges::all_of(digits, [digits](char digit) { return digit == digits.front(); });
}

} // namespace

bool isAbaRoutingNumber(std::string_view text) {
    constexpr std::array kWeights{3, 7, 1, 3, 7, 1, 3, 7, 1};
    const auto digits = digitsOnly(text, 9);
    if (!digits || isOneDigit(*digits)) {
        return false;
    }
    const int bank = pairAt(*digits, 0);
    return (isWithin(bank, 0, 12) || isWithin(bank, 21, 32) || isWithin(bank, 61, 72) ||
            bank == 80) &&
           weightedSum(*digits, kWeights) % 10 == 0;
}

bool isUsSsn(std::string_view text) {
    // Printed in advertisements, or handed out as examples.
    constexpr std::array<std::string_view, 4> kFakes{"078051120", "219099999", "457555462",
                                                     "123456789"};
    const auto digits = socialDigits(text);
    return digits && !digits->starts_with("000") && !digits->starts_with("666") &&
           digits->front() != '9' && pairAt(*digits, 3) != 0 && !digits->ends_with("0000") &&
           !std::ranges::contains(kFakes, *digits);
}

bool isUsItin(std::string_view text) {
    const auto digits = socialDigits(text);
    if (!digits || digits->front() != '9') {
        return false;
    }
    const int group = pairAt(*digits, 3);
    return isWithin(group, 50, 65) || isWithin(group, 70, 88) || isWithin(group, 90, 92) ||
           isWithin(group, 94, 99);
}

bool isUsNpi(std::string_view text) {
    const auto digits = digitsOnly(text, 10);
    return digits && (digits->front() == '1' || digits->front() == '2') &&
           isLuhn("80840" + *digits);
}

bool isUsDea(std::string_view text) {
    constexpr std::string_view kRegistrants = "ABCDEFGHJKLMPRSTUX";
    const std::string number = compact(text);
    if (number.size() != 9 || !kRegistrants.contains(number[0]) ||
        !(isWithin(number[1], 'A', 'Z') || number[1] == '9')) {
        return false;
    }
    const std::string_view digits = std::string_view(number).substr(2);
    constexpr std::array kWeights{1, 2, 1, 2, 1, 2};
    return isDigits(digits) &&
           weightedSum(digits.substr(0, 6), kWeights) % 10 == digitOf(digits.back());
}

bool isCanadianSin(std::string_view text) {
    const auto digits = digitsOnly(text, 9);
    return digits && digits->front() != '0' && digits->front() != '8' && isLuhn(*digits);
}

bool isBrazilianCpf(std::string_view text) {
    constexpr int kAllWeights = 99;
    const auto digits = digitsOnly(text, 11, " -.");
    return digits && !isOneDigit(*digits) && hasBrazilianChecks(*digits, kAllWeights);
}

bool isBrazilianCnpj(std::string_view text) {
    constexpr std::size_t kLength = 14;
    constexpr int kMostWeight = 9;
    const std::string number = compact(text, " -./");
    // From 2026 on the first twelve may be letters, too.
    const bool hasForm =
        number.size() == kLength && isDigits(std::string_view(number).substr(12)) &&
        std::ranges::all_of(number,
                            [](char c) { return isWithin(c, 'A', 'Z') || isWithin(c, '0', '9'); });
    return hasForm && !isOneDigit(number) && hasBrazilianChecks(number, kMostWeight);
}

bool isChileanRut(std::string_view text) {
    const std::string number = compact(text, " -.");
    const bool hasForm = isWithin(static_cast<int>(number.size()), 8, 9) &&
                         isDigits(std::string_view(number).substr(0, number.size() - 1));
    if (!hasForm) {
        return false;
    }
    int sum = 0;
    int weight = 2;
    for (std::size_t at = number.size() - 1; at-- > 0; weight = weight == 7 ? 2 : weight + 1) {
        sum += digitOf(number[at]) * weight;
    }
    const int check = 11 - sum % 11;
    return number.back() == (check == 11   ? '0'
                             : check == 10 ? 'K'
                                           : static_cast<char>('0' + check));
}

namespace {

/// Four letters, the date of birth, the sex, the state, and consonants of the names.
bool hasCurpForm(std::string_view curp) {
    constexpr std::string_view kStates =
        "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS "
        "VZ YN ZS";
    const auto isLetter = [](char c) { return isWithin(c, 'A', 'Z'); };
    return curp.size() == 18 && std::ranges::all_of(curp.substr(0, 4), isLetter) &&
           isDigits(curp.substr(4, 6)) && std::string_view("HMX").contains(curp[10]) &&
           kStates.find(curp.substr(11, 2)) % 3 == 0 &&
           std::ranges::all_of(curp.substr(13, 3), isLetter) && isDigits(curp.substr(17));
}

} // namespace

bool isMexicanCurp(std::string_view text) {
    constexpr std::string_view kBeforeEnye = "0123456789ABCDEFGHIJKLMN";
    constexpr std::string_view kAfterEnye = "OPQRSTUVWXYZ";
    const std::string curp = compact(text);
    if (!hasCurpForm(curp)) {
        return false;
    }
    // A digit tells who was born before 2000, a letter who was born since.
    const int century = isDigits({&curp[16], 1}) ? 1900 : 2000;
    if (!isDate(century + pairAt(curp, 4), pairAt(curp, 6), pairAt(curp, 8))) {
        return false;
    }
    int sum = 0;
    for (std::size_t at = 0; at + 1 < curp.size(); ++at) {
        const auto early = kBeforeEnye.find(curp[at]);
        const auto late = kAfterEnye.find(curp[at]);
        if (early == std::string_view::npos && late == std::string_view::npos) {
            return false;
        }
        const std::size_t value =
            early != std::string_view::npos ? early : kBeforeEnye.size() + 1 + late;
        sum += static_cast<int>(value * (18 - at));
    }
    return digitOf(curp.back()) == (10 - sum % 10) % 10;
}

} // namespace cartouche::privacy
