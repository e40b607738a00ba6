#include "core/config/source_map.h"

#include <algorithm>

namespace cartouche::config {

namespace {

constexpr std::size_t kBlock = 256;

std::size_t countCharacters(std::string_view bytes) {
    return static_cast<std::size_t>(std::ranges::count_if(bytes, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; // the first byte of one
    }));
}

} // namespace

SourceMap::SourceMap(std::string_view text) : m_text(text), m_lineStarts{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            m_lineStarts.push_back(at + 1);
        }
    }
    std::size_t characters = 0;
    for (std::size_t at = 0; at <= text.size(); at += kBlock) {
        m_charactersBefore.push_back(characters);
        characters += countCharacters(text.substr(at, kBlock));
    }
}

std::size_t SourceMap::charactersBefore(std::size_t offset) const {
    const std::size_t block = offset / kBlock;
    return m_charactersBefore[block] +
           countCharacters(m_text.substr(block * kBlock, offset - (block * kBlock)));
}

diagnostics::Location SourceMap::locate(std::size_t offset) const {
    const std::size_t at = std::min(offset, m_text.size());
    const auto next = std::ranges::upper_bound(m_lineStarts, at);
    const std::size_t column = charactersBefore(at) - charactersBefore(*(next - 1)) + 1;
    return {.line = static_cast<int>(next - m_lineStarts.begin()),
            .column = static_cast<int>(column),
            .pointer = {}};
}

} // namespace cartouche::config
