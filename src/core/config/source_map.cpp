#include "core/config/source_map.h"

#include <algorithm>

namespace cartouche::config {

SourceMap::SourceMap(std::string_view text) : m_text(text), m_lineStarts{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            m_lineStarts.push_back(at + 1);
        }
    }
}

diagnostics::Location SourceMap::locate(std::size_t offset) const {
    const std::size_t at = std::min(offset, m_text.size());
    const auto next = std::ranges::upper_bound(m_lineStarts, at);
    const std::size_t start = *(next - 1);
    const auto isFirstByte = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    const auto before = std::ranges::count_if(m_text.substr(start, at - start), isFirstByte);
    return {.line = static_cast<int>(next - m_lineStarts.begin()),
            .column = static_cast<int>(before) + 1,
            .pointer = {}};
}

} // namespace cartouche::config
