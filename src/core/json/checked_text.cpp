#include "core/json/checked_text.h"

#include "core/json/json.h"

#include <charconv>
#include <format>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <utility>

namespace cartouche::json {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Half of a pair that stands for one character; RapidJSON lets the second half stand alone.
bool holdsLoneSurrogate(std::string_view text) {
    for (std::size_t at = text.find('\xED'); at != std::string_view::npos;
         at = text.find('\xED', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0U) {
            return true;
        }
    }
    return false;
}

/// A number such as 1e999 is valid JSON, but no double.
bool isOutOfRange(std::string_view number) {
    constexpr std::size_t kShortestHuge = 300;
    if (number.size() < kShortestHuge && number.find_first_of("eE") == std::string_view::npos) {
        return false;
    }
    double value = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
    return parsed.ec == std::errc::result_out_of_range && !number.contains('-');
}

/// What the checking run over a text objects to beyond the syntax. Stops it by returning false.
class Inspector {
public:
    bool Null() { return true; }
    bool Bool(bool) { return true; }
    bool Int(int) { return true; }
    bool Uint(unsigned) { return true; }
    bool Int64(std::int64_t) { return true; }
    bool Uint64(std::uint64_t) { return true; }
    bool Double(double) { return true; }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        return !isOutOfRange({digits, size});
    }
    bool String(const char* letters, rapidjson::SizeType size, bool) {
        return !holdsLoneSurrogate({letters, size});
    }
    bool Key(const char* letters, rapidjson::SizeType size, bool isCopy) {
        return String(letters, size, isCopy);
    }
    bool StartObject() { return ++m_depth <= kDeepest; }
    bool EndObject(rapidjson::SizeType) { return --m_depth >= 0; }
    bool StartArray() { return ++m_depth <= kDeepest; }
    bool EndArray(rapidjson::SizeType) { return --m_depth >= 0; }

private:
    int m_depth = 0;
};

bool isGood(std::string_view text) {
    using namespace rapidjson;
    constexpr unsigned kFlags =
        kParseValidateEncodingFlag | kParseNumbersAsStringsFlag | kParseIterativeFlag;
    MemoryStream stream(text.data(), text.size());
    Inspector inspector;
    Reader reader;
    // RapidJSON takes a NUL for the end of the text.
    return !reader.Parse<kFlags>(stream, inspector).IsError() && stream.Tell() == text.size();
}

} // namespace

std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text) {
    const std::size_t first = std::min(text.find_first_not_of(kSpace), text.size());
    const std::size_t last = text.find_last_not_of(kSpace) + 1;
    const std::string_view value =
        std::string_view(text).substr(first, std::max(last, first) - first);
    if (!isGood(value)) {
        return std::unexpected(describeJsonFault(text));
    }
    auto owner = std::make_shared<const std::string>(std::move(text));
    return CheckedText(owner, std::string_view(*owner).substr(first, value.size()));
}

} // namespace cartouche::json
