#include "core/quality/answers_csv.h"
#include "core/quality/coco_mask.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace cartouche::quality;

/// All that is read, in pieces of so many bytes.
std::string read(std::string_view text, std::size_t piece) {
    std::string rows;
    AnswersCsv csv([&rows](const AnswerRow& row) {
        rows.append(row.item).append("/").append(row.worker).append("/").append(row.label) += ';';
    });
    for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
        csv.feed(text.substr(0, piece));
    }
    csv.finish();
    for (const auto& problem : csv.problems()) {
        rows += std::to_string(problem.where.line) + problem.message;
    }
    return rows;
}

} // namespace

/// CSV of answers, which reads the same in pieces of any size; and the text of a mask, which is
/// written as it was read unless it was longer than it had to be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (read(text, 1) != read(text, size + 1)) {
        std::abort();
    }
    if (const auto counts = countsOfText(text)) {
        if (countsOfText(cocoText(*counts)) != counts) {
            std::abort();
        }
    }
    return 0;
}
