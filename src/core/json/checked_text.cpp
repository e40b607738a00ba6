#include "core/json/checked_text.h"

#include "core/json/checker.h"
#include "core/json/json.h"

#include <algorithm>

namespace cartouche::json {

std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text) {
    auto source = std::make_shared<CheckedText::Source>();
    source->text = std::move(text);
    Checker checker(source->text);
    if (!checker.check()) {
        return std::unexpected(describeJsonFault(source->text));
    }
    source->extents = checker.takeExtents();
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = source->text.find_first_not_of(kSpace);
    const std::size_t last = source->text.find_last_not_of(kSpace) + 1;
    const std::string_view value = std::string_view(source->text).substr(first, last - first);
    return CheckedText(std::move(source), value);
}

} // namespace cartouche::json
