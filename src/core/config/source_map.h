#pragma once

#include "core/diagnostics/diagnostic.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// Turns byte offsets of a text into lines and columns.
class SourceMap {
public:
    /// `text` must outlive the map.
    explicit SourceMap(std::string_view text);

    /// 1-based; columns count characters (code points). An offset past the end is the end.
    diagnostics::Location locate(std::size_t offset) const;

private:
    std::size_t charactersBefore(std::size_t offset) const;

    std::string_view m_text;
    std::vector<std::size_t> m_lineStarts;
    /// How many characters stand before each block of the text, so that no question counts more
    /// than one block, whatever the length of the line.
    std::vector<std::size_t> m_charactersBefore;
};

} // namespace cartouche::config
