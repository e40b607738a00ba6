#pragma once

#include "core/diagnostics/diagnostic.h"

#include <expected>
#include <string>

namespace cartouche::cli {

/// A text that the user named, and how to name it in messages.
struct Input {
    std::string name; // the path as it was given; <stdin> for `-`
    std::string text;
};

/// Reads a whole file, or standard input if `path` is `-`. A UTF-8 byte order mark is dropped. A
/// failure is Code::UnreadableFile.
std::expected<Input, diagnostics::Diagnostic> readInput(const std::string& path);

} // namespace cartouche::cli
