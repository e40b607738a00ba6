#pragma once

#include "core/annotation/record.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::cli {

/// An annotation or a prediction, and where it stands in its file.
struct RegionRecord {
    annotation::Record record;
    /// A JSON pointer to the record; to a bare list of results, none.
    std::string pointer;
    bool isBareList = false;

    /// Of a place that readDocument() tells, which begins with "/result".
    std::string pointerTo(std::string_view place) const;
};

/// What was said of one picture, in JSON that is a list of tasks, one task, an annotation or a list
/// of results: the annotations of its task that were not skipped, or its predictions if nobody
/// annotated it. The task is the only one, the one that is called `task`, or, if that is "", the
/// one whose data names the file `picture` in an address, perhaps behind eight digits and a hyphen
/// as Label Studio calls what is uploaded. A failure says what is missing or not clear.
std::expected<std::vector<RegionRecord>, diagnostics::Diagnostic>
findRegionRecords(const json::CheckedText& text, std::string_view task, std::string_view picture);

} // namespace cartouche::cli
