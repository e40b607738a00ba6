#include "cli/redact_restore.h"

#include "cli/answers_input.h"
#include "cli/draft_file.h"
#include "cli/input.h"
#include "core/privacy/restore.h"

#include <format>
#include <iostream>
#include <optional>
#include <string_view>
#include <utility>

namespace cartouche::cli {

namespace {

/// Whether all of it was read.
bool restoreTo(std::ostream& out, const std::string& file, privacy::PseudonymRestorer& restorer) {
    const auto read =
        readPieces(file, [&restorer](std::string_view piece) { restorer.feed(piece); });
    if (!read) {
        printFindings({{file, read.error()}});
        return false;
    }
    restorer.finish();
    std::cerr << std::format("{} pseudonyms turned back, {} of another key left\n",
                             restorer.count(), restorer.unknown());
    return static_cast<bool>(out.flush());
}

} // namespace

int restoreFile(const std::string& file, const std::string& out, privacy::Bytes key) {
    std::optional<DraftFile> draft;
    if (!out.empty()) {
        draft.emplace(out);
    }
    std::ostream& stream = draft ? draft->stream() : std::cout;
    privacy::PseudonymRestorer restorer(std::move(key),
                                        [&stream](std::string_view text) { stream << text; });
    const bool isRestored = restoreTo(stream, file, restorer);
    bool isWritten = isRestored;
    if (draft && isRestored) {
        isWritten = draft->keep();
    } else if (draft) {
        draft->drop();
    }
    if (isRestored && !isWritten) {
        std::cerr << out << ": this file cannot be written\n";
    }
    return isWritten && restorer.unknown() == 0 ? 0 : 1;
}

} // namespace cartouche::cli
