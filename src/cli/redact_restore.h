#pragma once

#include "core/privacy/bytes.h"

#include <string>

namespace cartouche::cli {

/// Turns the pseudonyms of a file back, piece by piece, and says on standard error how many. `out`:
/// the file to write, which may be the same, and which is written whole or not at all; "": standard
/// output. Returns the exit code: not 0 if something could not be read or written, or was of
/// another key.
int restoreFile(const std::string& file, const std::string& out, privacy::Bytes key);

} // namespace cartouche::cli
