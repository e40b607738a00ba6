#include "cli/json_text_stream.h"

#include "core/json/json.h"

#include <string_view>
#include <utility>

namespace cartouche::cli {

namespace {

/// The bytes up to the last character, which may go on.
std::size_t wholeCharacters(std::string_view text) {
    constexpr std::size_t kLongest = 4;
    std::size_t end = text.size();
    for (std::size_t back = 1; back < kLongest && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80) {
            break;
        }
        if (byte >= 0xC0) {
            end = text.size() - back;
            break;
        }
    }
    return end;
}

} // namespace

JsonTextStream::JsonTextStream(std::ostream& target, std::string before)
    : std::ostream(nullptr), m_target(target), m_buffer(target, std::move(before) + '"') {
    rdbuf(&m_buffer);
}

void JsonTextStream::finish() {
    m_buffer.write(m_buffer.pending());
    m_target << '"';
}

void JsonTextStream::Buffer::write(std::size_t count) {
    m_target << std::exchange(m_before, "");
    const std::string quoted = json::writeJson(json::Json(m_pending.substr(0, count)));
    m_target << std::string_view(quoted).substr(1, quoted.size() - 2);
    m_pending.erase(0, count);
}

auto JsonTextStream::Buffer::overflow(int_type character) -> int_type {
    const char byte = traits_type::to_char_type(character);
    return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

std::streamsize JsonTextStream::Buffer::xsputn(const char* text, std::streamsize count) {
    constexpr std::size_t kEnough = 1U << 16U;
    m_pending.append(text, static_cast<std::size_t>(count));
    if (m_pending.size() >= kEnough) {
        write(wholeCharacters(m_pending));
    }
    return m_target ? count : 0;
}

} // namespace cartouche::cli
