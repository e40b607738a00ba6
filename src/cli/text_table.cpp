#include "cli/text_table.h"

#include <format>

namespace cartouche::cli {

std::string cell(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t length = 0;
    for (const char byte : text) {
        const bool isStart = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        length += isStart ? 1 : 0;
        if (length <= width) {
            out += byte;
        }
    }
    out.append(length < width ? width - length : 0, ' ');
    return out;
}

std::string shown(std::optional<double> value) {
    return value ? std::format("{:.4f}", *value) : "undefined";
}

} // namespace cartouche::cli
