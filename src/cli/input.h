#pragma once

#include "core/diagnostics/diagnostic.h"

#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace cartouche::cli {

/// A text that the user named, and how to name it in messages.
struct Input {
    std::string name; // the path as it was given; <stdin> for `-`
    std::string text;
};

/// Reads a whole file, or standard input if `path` is `-`. A UTF-8 byte order mark is dropped,
/// UTF-16 with one is read as such. A failure is Code::UnreadableFile.
std::expected<Input, diagnostics::Diagnostic> readInput(const std::string& path);

/// The same in pieces, of which no more is held than one, and the name for messages.
std::expected<std::string, diagnostics::Diagnostic>
readPieces(const std::string& path, const std::function<void(std::string_view)>& onPiece);

} // namespace cartouche::cli
