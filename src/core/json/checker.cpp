#include "core/json/checker.h"

#include "core/json/json.h"
#include "core/json/scan.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace cartouche::json {

namespace {

/// Steps of one run, and members or items of one step.
constexpr int kRun = 256;
constexpr std::ptrdiff_t kLarge = 1024;

/// Letters that end the plain part of a text: quotes, backslashes, control characters, beyond
/// ASCII.
constexpr auto kIsSpecial = [] {
    std::array<bool, 256> isSpecial{};
    for (std::size_t byte = 0; byte < isSpecial.size(); ++byte) {
        isSpecial[byte] = byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
    }
    return isSpecial;
}();

std::uint8_t byteAt(const char* at) {
    return static_cast<std::uint8_t>(*at);
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

const char* passSpace(const char* at) {
    while (byteAt(at) <= ' ' && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        ++at;
    }
    return at;
}

const char* passDigits(const char* at, const char* end) {
    at = scan::behindUnmarked(at, end,
                              [](const scan::Letters& letters) { return letters - '0' > 9; });
    while (isDigit(*at)) {
        ++at;
    }
    return at;
}

/// A number such as 1e999 is valid JSON, but no double.
bool isOutOfRange(const char* first, const char* last, bool hasExponent) {
    constexpr std::ptrdiff_t kShortestHuge = 300;
    return (hasExponent || last - first > kShortestHuge) && std::isinf(std::strtod(first, nullptr));
}

/// Behind the number; nullptr if it is none.
const char* passNumber(const char* first, const char* end) {
    const char* at = first + (*first == '-' ? 1 : 0);
    if (!isDigit(*at)) {
        return nullptr;
    }
    at = *at == '0' ? at + 1 : passDigits(at, end);
    if (*at == '.') {
        if (!isDigit(*++at)) {
            return nullptr;
        }
        at = passDigits(at, end);
    }
    const bool hasExponent = *at == 'e' || *at == 'E';
    if (hasExponent) {
        ++at;
        at += *at == '+' || *at == '-' ? 1 : 0;
        if (!isDigit(*at)) {
            return nullptr;
        }
        at = passDigits(at, end);
    }
    return isOutOfRange(first, at, hasExponent) ? nullptr : at;
}

/// Behind a character beyond ASCII in UTF-8 (RFC 3629); nullptr if it is none.
const char* passPoint(const char* at) {
    const std::uint8_t first = byteAt(at);
    const int length = first < 0xC2   ? 0
                       : first < 0xE0 ? 2
                       : first < 0xF0 ? 3
                       : first < 0xF5 ? 4
                                      : 0;
    // The second byte tells what is written longer than needed, half a pair, or beyond Unicode.
    const std::uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (length == 0 || byteAt(at + 1) < least || byteAt(at + 1) > most) {
        return nullptr;
    }
    for (int index = 2; index < length; ++index) {
        if ((byteAt(at + index) & 0xC0U) != 0x80U) {
            return nullptr;
        }
    }
    return at + length;
}

/// The four digits behind `\u`; -1 if they are none.
int readUnit(const char* at) {
    int unit = 0;
    for (int index = 0; index < 4; ++index, ++at) {
        const int digit = isDigit(*at)               ? *at - '0'
                          : *at >= 'a' && *at <= 'f' ? *at - 'a' + 10
                          : *at >= 'A' && *at <= 'F' ? *at - 'A' + 10
                                                     : -1;
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

/// Behind an escape; nullptr if it is none, or half of a surrogate pair.
const char* passEscape(const char* at) {
    if (at[1] != 'u') {
        return at[1] != '\0' && std::string_view("\"\\/bfnrt").contains(at[1]) ? at + 2 : nullptr;
    }
    const int unit = readUnit(at + 2);
    if (unit < 0 || (unit >= 0xDC00 && unit < 0xE000)) {
        return nullptr;
    }
    if (unit < 0xD800 || unit >= 0xE000) {
        return at + 6;
    }
    const int other = at[6] == '\\' && at[7] == 'u' ? readUnit(at + 8) : -1;
    return other >= 0xDC00 && other < 0xE000 ? at + 12 : nullptr;
}

/// Behind the text that begins with this quote; nullptr if it is none.
const char* passText(const char* at, const char* end) {
    const auto marks = [](const scan::Letters& letters) {
        return (letters < 0x20) | (letters == '"') | (letters == '\\') | (letters >= 0x80);
    };
    ++at;
    while (at != nullptr) {
        at = scan::behindUnmarked(at, end, marks);
        while (!kIsSpecial[byteAt(at)]) {
            ++at;
        }
        if (*at == '"') {
            return at + 1;
        }
        at = *at == '\\'          ? passEscape(at)
             : byteAt(at) >= 0x80 ? passPoint(at)
                                  : nullptr; // a control character, or the end
    }
    return nullptr;
}

/// Behind a word such as `true`; nullptr if it is another.
const char* passWord(const char* at, std::string_view word) {
    for (const char letter : word) {
        if (*at++ != letter) {
            return nullptr;
        }
    }
    return at;
}

const char* passScalar(const char* at, const char* end) {
    switch (*at) {
    case '"':
        return passText(at, end);
    case 't':
        return passWord(at, "true");
    case 'f':
        return passWord(at, "false");
    case 'n':
        return passWord(at, "null");
    default:
        return passNumber(at, end);
    }
}

/// Behind a key, its colon and the space before its value; nullptr if there is none.
const char* passName(const char* at, const char* end) {
    at = *at == '"' ? passText(at, end) : nullptr;
    if (at == nullptr || *(at = passSpace(at)) != ':') {
        return nullptr;
    }
    return passSpace(at + 1);
}

bool opens(char letter) {
    return letter == '{' || letter == '[';
}

} // namespace

bool Checker::check() {
    static_assert(kMostDepth == kDeepest);
    while (!isOver()) {
        run();
    }
    return m_next == Next::Done && passSpace(m_at) == m_end;
}

void Checker::run() {
    for (int step = 0; step < kRun && !isOver(); ++step) {
        m_at = passSpace(m_at);
        switch (m_next) {
        case Next::Value:
            m_next = passValue();
            break;
        case Next::FirstItem:
            m_next = passFirstItem();
            break;
        case Next::FirstKey:
            m_next = passFirstKey();
            break;
        case Next::Key:
            m_next = passMembers();
            break;
        case Next::After:
            m_next = passAfter();
            break;
        case Next::Done:
        case Next::Bad:
            return;
        }
    }
}

Checker::Next Checker::passValue() {
    if (opens(*m_at)) {
        return open(*m_at == '{');
    }
    if (m_depth > 0) {
        return passItems();
    }
    m_at = passScalar(m_at, m_end);
    return m_at == nullptr ? Next::Bad : Next::Done;
}

/// Items as long as they are plain.
Checker::Next Checker::passItems() {
    const char* at = m_at;
    for (int count = 0; count < kRun && !opens(*at); ++count) {
        at = passScalar(at, m_end);
        if (at == nullptr) {
            return Next::Bad;
        }
        at = passSpace(at);
        if (*at != ',') {
            m_at = at;
            return Next::After;
        }
        at = passSpace(at + 1);
    }
    m_at = at;
    return Next::Value;
}

Checker::Next Checker::passFirstItem() {
    return *m_at == ']' ? close() : passValue();
}

Checker::Next Checker::passFirstKey() {
    return *m_at == '}' ? close() : passMembers();
}

/// Members as long as their values are plain, and the key of one that is not.
Checker::Next Checker::passMembers() {
    const char* at = m_at;
    for (int count = 0; count < kRun; ++count) {
        at = passName(at, m_end);
        if (at == nullptr) {
            return Next::Bad;
        }
        if (opens(*at)) {
            m_at = at;
            return open(*at == '{');
        }
        at = passScalar(at, m_end);
        if (at == nullptr) {
            return Next::Bad;
        }
        at = passSpace(at);
        if (*at != ',') {
            m_at = at;
            return Next::After;
        }
        at = passSpace(at + 1);
    }
    m_at = at;
    return Next::Key;
}

Checker::Next Checker::passAfter() {
    if (*m_at == ',') {
        ++m_at;
        return isInObject() ? Next::Key : Next::Value;
    }
    return *m_at == (isInObject() ? '}' : ']') ? close() : Next::Bad;
}

Checker::Next Checker::open(bool isObject) {
    if (m_depth == kMostDepth) {
        return Next::Bad;
    }
    m_isObject[m_depth] = isObject;
    m_first[m_depth] = m_at++;
    ++m_depth;
    return isObject ? Next::FirstKey : Next::FirstItem;
}

Checker::Next Checker::close() {
    ++m_at;
    --m_depth;
    if (m_at - m_first[m_depth] >= kLarge) {
        m_extents.push_back({m_first[m_depth], m_at});
    }
    return m_depth == 0 ? Next::Done : Next::After;
}

std::vector<Extent> Checker::takeExtents() {
    std::ranges::sort(m_extents, {}, &Extent::first);
    return std::move(m_extents);
}

} // namespace cartouche::json
