#include "core/json/cursor.h"

#include "core/json/numbers.h"
#include "core/json/scan.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cartouche::json {

namespace {

/// The four digits behind a `\u`.
unsigned readUnit(std::string_view escaped, std::size_t at) {
    unsigned unit = 0;
    std::from_chars(escaped.data() + at, escaped.data() + at + 4, unit, 16);
    return unit;
}

void appendPoint(std::string& text, unsigned point) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | (point >> shift & 0x3FU));
    };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | point >> 6U);
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | point >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | point >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Appends the character whose escape stands at `at`, behind the backslash. Returns where it ends.
std::size_t appendEscaped(std::string& text, std::string_view escaped, std::size_t at) {
    constexpr std::string_view kLetters = "bfnrt";
    constexpr std::string_view kMeanings = "\b\f\n\r\t";
    if (escaped[at] != 'u') {
        const std::size_t letter = kLetters.find(escaped[at]);
        text += letter == std::string_view::npos ? escaped[at] : kMeanings[letter];
        return at + 1;
    }
    unsigned point = readUnit(escaped, at + 1);
    at += 5;
    if (point >= 0xD800 && point < 0xDC00) { // checked: the other half follows
        point = 0x10000U + ((point - 0xD800U) << 10U) + (readUnit(escaped, at + 2) - 0xDC00U);
        at += 6;
    }
    appendPoint(text, point);
    return at;
}

bool isSpace(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

/// What ends a value that is neither structured nor a text; the whole text ends with a NUL.
constexpr auto kIsDelimiter = [] {
    std::array<bool, 256> isDelimiter{};
    for (const char letter : std::string_view(",]} \n\r\t\0", 8)) {
        isDelimiter[static_cast<unsigned char>(letter)] = true;
    }
    return isDelimiter;
}();

bool isDelimiter(char letter) {
    return kIsDelimiter[static_cast<unsigned char>(letter)];
}

// The loops below run on a copy of the cursor's place: as a member it would be stored at each
// letter.

const char* behindSpace(const char* at) {
    while (isSpace(*at)) {
        ++at;
    }
    return at;
}

const char* behindScalar(const char* at, const char* end) {
    at = scan::behindUnmarked(at, end, [](const scan::Letters& letters) {
        return (letters <= ' ') | (letters == ',') | ((letters | 0x20) == '}');
    });
    while (!isDelimiter(*at)) {
        ++at;
    }
    return at;
}

/// From the quote that opens a text.
const char* behindText(const char* at, const char* end) {
    const auto marks = [](const scan::Letters& letters) {
        return (letters == '"') | (letters == '\\');
    };
    at = scan::behindUnmarked(at + 1, end, marks);
    while (*at != '"') {
        at = *at == '\\' ? scan::behindUnmarked(at + 2, end, marks) : at + 1;
    }
    return at + 1;
}

/// From the bracket that opens an object or a list.
const char* behindStructure(const char* at, const char* end) {
    constexpr char kLowerBit = 0x20; // which tells `{` from `[`, and `}` from `]`
    int depth = 0;
    do {
        if (*at == '"') {
            at = behindText(at, end);
            continue;
        }
        const char letter = static_cast<char>(*at++ | kLowerBit);
        depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
    } while (depth > 0);
    return at;
}

/// Reads numbers behind one another, and where it came to; nullptr if one of them is no byte. Only
/// so many in one call, for the reason that Checker gives.
const char* readSomeBytes(const char* at, const char* end, std::vector<std::uint8_t>& bytes) {
    constexpr int kRun = 4096;
    for (int count = 0; count < kRun; ++count) {
        while (at != end && (isSpace(*at) || *at == ',')) {
            ++at;
        }
        if (at == end) {
            return end;
        }
        const char* first = at;
        unsigned byte = 0;
        while (*at >= '0' && *at <= '9' && byte < 256) {
            byte = byte * 10 + static_cast<unsigned>(*at++ - '0');
        }
        if (at == first || byte > 255 || !isDelimiter(*at)) {
            return nullptr;
        }
        bytes.push_back(static_cast<std::uint8_t>(byte));
    }
    return at;
}

} // namespace

std::string unescape(std::string_view escaped) {
    if (!scan::contains(escaped, '\\')) {
        return std::string(escaped);
    }
    std::string text;
    text.reserve(escaped.size());
    for (std::size_t at = 0; at < escaped.size();) {
        const std::size_t next = std::min(escaped.find('\\', at), escaped.size());
        text += escaped.substr(at, next - at);
        at = next < escaped.size() ? appendEscaped(text, escaped, next + 1) : next;
    }
    return text;
}

std::string_view describeKind(Kind kind) {
    constexpr std::array<std::string_view, 6> kWords{"an object", "a list",        "a text",
                                                     "a number",  "true or false", "null"};
    return kWords[static_cast<std::size_t>(kind)];
}

Kind Cursor::kind() const {
    switch (*m_at) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::List;
    case '"':
        return Kind::Text;
    case 't':
    case 'f':
        return Kind::Boolean;
    case 'n':
        return Kind::Null;
    default:
        return Kind::Number;
    }
}

void Cursor::open() {
    ++m_at;
}

/// Passes the comma before a member or item, or the bracket behind the last one.
bool Cursor::isPast(char close) {
    const char* at = behindSpace(m_at);
    if (*at == ',') {
        at = behindSpace(at + 1);
    }
    const bool isLast = *at == close;
    m_at = isLast ? at + 1 : at;
    return isLast;
}

/// What stands between the quotes, as it is written.
std::string_view Cursor::passText() {
    const char* first = m_at + 1;
    m_at = behindText(m_at, m_end);
    return {first, static_cast<std::size_t>(m_at - 1 - first)};
}

std::string_view Cursor::passScalar() {
    const char* first = m_at;
    m_at = behindScalar(first, m_end);
    return {first, static_cast<std::size_t>(m_at - first)};
}

std::string_view Cursor::passKey() {
    const std::string_view key = passText();
    m_at = behindSpace(behindSpace(m_at) + 1); // the colon
    return key;
}

std::optional<std::string_view> Cursor::passKey(std::string_view expected) {
    const char* last = m_at + 1 + expected.size();
    if (last >= m_end || *last != '"' || !scan::isSame({m_at + 1, expected.size()}, expected)) {
        return std::nullopt;
    }
    const std::string_view key(m_at + 1, expected.size());
    m_at = behindSpace(behindSpace(last + 1) + 1);
    return key;
}

/// Of a large object or list; nullptr of anything else.
const char* Cursor::findEnd() const {
    if (m_extents == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::lower_bound(*m_extents, m_at, {}, &Extent::first);
    return found != m_extents->end() && found->first == m_at ? found->last : nullptr;
}

std::string_view Cursor::skip() {
    const char* first = m_at;
    if (*first == '{' || *first == '[') {
        const char* end = findEnd();
        m_at = end != nullptr ? end : behindStructure(first, m_end);
    } else {
        m_at = *first == '"' ? behindText(first, m_end) : behindScalar(first, m_end);
    }
    return {first, static_cast<std::size_t>(m_at - first)};
}

std::optional<double> Cursor::readNumber() {
    if (kind() == Kind::Number) {
        const NumberText number = parseNumberAt(m_at, m_end);
        const bool isNumber = number.end != m_at;
        m_at = number.end;
        return isNumber ? std::optional(number.value) : std::nullopt;
    }
    if (kind() != Kind::Text) {
        return std::nullopt;
    }
    const char* before = m_at;
    const auto number = parseNumber(passText());
    m_at = number ? m_at : before;
    return number;
}

std::optional<std::vector<std::uint8_t>> Cursor::readBytes() {
    if (kind() != Kind::List) {
        return std::nullopt;
    }
    const std::string_view list = skip();
    std::vector<std::uint8_t> bytes;
    bytes.reserve(list.size() / 4);
    const char* at = list.data() + 1;
    const char* end = list.data() + list.size() - 1;
    while (at != nullptr && at != end) {
        at = readSomeBytes(at, end, bytes);
    }
    return at == nullptr ? std::nullopt : std::optional(std::move(bytes));
}

std::optional<bool> Cursor::readFlag() {
    return kind() == Kind::Boolean ? std::optional(passScalar() == "true") : std::nullopt;
}

std::optional<std::string> Cursor::readText() {
    return kind() == Kind::Text ? std::optional(unescape(passText())) : std::nullopt;
}

} // namespace cartouche::json
