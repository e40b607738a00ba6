#include "cli/input.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>

namespace cartouche::cli {

namespace {

std::string readAll(std::istream& stream) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string text{std::istreambuf_iterator<char>(stream), {}};
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

} // namespace

std::expected<Input, diagnostics::Diagnostic> readInput(const std::string& path) {
    if (path == "-") {
        return Input{"<stdin>", readAll(std::cin)};
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return unreadable("it is a folder");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return unreadable(std::strerror(errno));
    }
    return Input{path, readAll(file)};
}

} // namespace cartouche::cli
