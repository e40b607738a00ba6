#include "cli/input.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>

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

/// From UTF-16 in the byte order that its mark tells; halves of surrogate pairs become U+FFFD.
std::string fromUtf16(std::string_view bytes) {
    const std::size_t high = bytes.starts_with("\xFE\xFF") ? 0 : 1;
    const auto unitAt = [bytes, high](std::size_t at) -> std::uint32_t {
        return at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + high]) << 8U |
                                           static_cast<unsigned char>(bytes[at + 1 - high])
                                     : 0;
    };
    std::string text;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t unit = unitAt(at);
        const std::uint32_t next = unitAt(at + 2);
        const bool isPair = unit >> 10U == 0x36 && next >> 10U == 0x37;
        const bool isHalf = unit >> 11U == 0x1B;
        appendUtf8(text, isPair   ? 0x10000 + ((unit & 0x3FFU) << 10U) + (next & 0x3FFU)
                         : isHalf ? 0xFFFD
                                  : unit);
        at += isPair ? 2 : 0;
    }
    return text;
}

/// The text as UTF-8, without a byte order mark.
std::string readAll(std::istream& stream) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) {
        return fromUtf16(text);
    }
    if (text.starts_with(kByteOrderMark)) {
        text.erase(0, kByteOrderMark.size());
    }
    return text;
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

void passPieces(std::istream& stream, const std::function<void(std::string_view)>& onPiece) {
    constexpr std::size_t kPiece = 1U << 16U;
    const int first = stream.peek();
    if (first == 0xFE || first == 0xFF || first == 0xEF) { // perhaps a byte order mark
        onPiece(readAll(stream));
        return;
    }
    std::string piece(kPiece, '\0');
    while (stream) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        onPiece(std::string_view(piece).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
}

} // namespace

std::expected<Input, diagnostics::Diagnostic> readInput(const std::string& path) {
    Input input;
    auto name = withStream(path, [&](std::istream& stream) { input.text = readAll(stream); });
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
