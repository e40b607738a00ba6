#include "cli/input.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>

namespace cartouche::cli {

namespace {

void appendUtf8(std::string& text, std::uint32_t point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
        return;
    }
    const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> kLeads{0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(kLeads.at(more) | point >> (6 * more));
    for (int left = more - 1; left >= 0; --left) {
        text += static_cast<char>(0x80 | (point >> (6 * left) & 0x3F));
    }
}

/// Turns UTF-16 that comes in pieces into UTF-8; halves of surrogate pairs become U+FFFD, and so
/// does half a code unit at the end.
class Utf16Reader {
public:
    enum class ByteOrder { BigEndian, LittleEndian };
    explicit Utf16Reader(ByteOrder order) : m_high(order == ByteOrder::BigEndian ? 0 : 1) {}

    /// Holds back what may be half of something.
    std::string read(std::string_view bytes) {
        m_bytes += bytes;
        std::string text;
        std::size_t at = 0;
        for (; at + 3 < m_bytes.size(); at += 2) {
            at += takePoint(unitAt(at), unitAt(at + 2), text) ? 2 : 0;
        }
        m_bytes.erase(0, at);
        return text;
    }

    std::string finish() {
        std::string text;
        if (m_bytes.size() > 1) {
            takePoint(unitAt(0), 0, text);
        }
        if (m_bytes.size() % 2 == 1) {
            appendUtf8(text, kReplacement);
        }
        return text;
    }

private:
    static constexpr std::uint32_t kReplacement = 0xFFFD;

    std::uint32_t unitAt(std::size_t at) const {
        return static_cast<unsigned char>(m_bytes[at + m_high]) << 8U |
               static_cast<unsigned char>(m_bytes[at + 1 - m_high]);
    }

    /// Returns whether the next unit was a part of it.
    static bool takePoint(std::uint32_t unit, std::uint32_t next, std::string& text) {
        const bool isPair = unit >> 10U == 0x36 && next >> 10U == 0x37;
        const bool isHalf = unit >> 11U == 0x1B;
        appendUtf8(text, isPair   ? 0x10000 + ((unit & 0x3FFU) << 10U) + (next & 0x3FFU)
                         : isHalf ? kReplacement
                                  : unit);
        return isPair;
    }

    std::size_t m_high;
    std::string m_bytes;
};

using OnPiece = std::function<void(std::string_view)>;

/// Behind what was read of it.
void readRest(std::istream& stream, std::string_view begin, const OnPiece& onPiece) {
    constexpr std::size_t kPiece = 1U << 16U;
    onPiece(begin);
    std::string piece(kPiece, '\0');
    while (stream) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        onPiece(std::string_view(piece).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
}

/// As UTF-8, without a byte order mark.
void passPieces(std::istream& stream, const OnPiece& onPiece) {
    std::string mark(2, '\0');
    stream.read(mark.data(), 2);
    mark.resize(static_cast<std::size_t>(stream.gcount()));
    if (mark == "\xFE\xFF" || mark == "\xFF\xFE") {
        Utf16Reader reader(mark == "\xFE\xFF" ? Utf16Reader::ByteOrder::BigEndian
                                              : Utf16Reader::ByteOrder::LittleEndian);
        readRest(stream, "", [&](std::string_view piece) { onPiece(reader.read(piece)); });
        onPiece(reader.finish());
        return;
    }
    if (mark == "\xEF\xBB" && stream.peek() == 0xBF) {
        stream.get();
        mark.clear();
    }
    readRest(stream, mark, onPiece);
}

std::unexpected<diagnostics::Diagnostic> unreadable(std::string_view reason) {
    return std::unexpected(
        diagnostics::Diagnostic{diagnostics::Code::UnreadableFile,
                                std::format("This file cannot be read: {}", reason),
                                {}});
}

/// Standard input for `-`.
std::expected<std::string, diagnostics::Diagnostic>
withStream(const std::string& path, const std::function<void(std::istream&)>& use) {
    if (path == "-") {
        use(std::cin);
        return "<stdin>";
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return unreadable("it is a folder");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return unreadable(std::strerror(errno));
    }
    use(file);
    return path;
}

} // namespace

std::expected<Input, diagnostics::Diagnostic> readInput(const std::string& path) {
    Input input;
    auto name = readPieces(path, [&input](std::string_view piece) { input.text += piece; });
    if (!name) {
        return std::unexpected(name.error());
    }
    input.name = *name;
    return input;
}

std::expected<std::string, diagnostics::Diagnostic>
readPieces(const std::string& path, const std::function<void(std::string_view)>& onPiece) {
    return withStream(path, [&](std::istream& stream) { passPieces(stream, onPiece); });
}

} // namespace cartouche::cli
