#include "ui/entry_text.h"

#include <algorithm>
#include <cctype>
#include <format>
#include <map>

namespace cartouche::ui {

namespace {

using annotation::Record;

/// The server's own format has the number of a user in place of a name.
bool isName(const std::string& text) {
    return std::ranges::any_of(text, [](unsigned char letter) { return !std::isdigit(letter); });
}

std::string titleOf(const editor::Entry& entry) {
    const Record& record = entry.record;
    if (entry.isPrediction()) {
        const std::string model = record.createdBy.empty() ? "Prediction" : record.createdBy;
        return record.score ? std::format("{} · {:.2f}", model, *record.score) : model;
    }
    const std::string who = isName(record.createdBy) ? record.createdBy : "Annotation";
    if (!record.pk.empty()) {
        return std::format("{} #{}", who, record.pk);
    }
    return entry.isSubmitted || isName(record.createdBy) ? who : "New annotation";
}

} // namespace

std::vector<std::string> entryTitles(const std::vector<std::unique_ptr<editor::Entry>>& entries) {
    std::vector<std::string> titles(entries.size());
    std::map<std::string, int> counts;
    // The latest come first, and are counted last.
    for (std::size_t index = entries.size(); index-- > 0;) {
        titles[index] = titleOf(*entries[index]);
        if (const int count = ++counts[titles[index]]; count > 1) {
            titles[index] += std::format(" {}", count);
        }
    }
    return titles;
}

} // namespace cartouche::ui
