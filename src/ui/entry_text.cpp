#include "ui/entry_text.h"

#include "core/language/message.h"

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
        const std::string model = record.createdBy.empty()
                                      ? language::say("annotations.prediction-title")
                                      : record.createdBy;
        return record.score ? std::format("{} · {:.2f}", model, *record.score) : model;
    }
    const std::string who =
        isName(record.createdBy) ? record.createdBy : language::say("annotations.annotation-title");
    if (!record.pk.empty()) {
        return std::format("{} #{}", who, record.pk);
    }
    return entry.isSubmitted || isName(record.createdBy) ? who
                                                         : language::say("annotations.new-title");
}

/// "2024-01-02 10:30" of a time in any format of ISO 8601, which other texts are not cut to.
std::string shortTime(std::string_view time) {
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kMinute = 16;
    if (time.size() < kMinute || (time[kDay] != 'T' && time[kDay] != ' ')) {
        return std::string(time);
    }
    return std::format("{} {}", time.substr(0, kDay), time.substr(kDay + 1, kMinute - kDay - 1));
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

std::string describeKind(const editor::Entry& entry) {
    const std::string kind =
        language::say(entry.isPrediction() ? language::Key("annotations.prediction")
                                           : language::Key("annotations.annotation"));
    return entry.record.isGroundTruth
               ? kind + language::say("list.comma") + language::say("annotations.ground-truth")
               : kind;
}

std::string entryDetails(const editor::Entry& entry) {
    std::string details = shortTime(entry.record.createdAt);
    const auto add = [&details](bool isSo, language::Key text) {
        if (isSo) {
            details += details.empty() ? "" : language::say("list.point");
            details += language::say(text);
        }
    };
    add(entry.record.isSkipped, "annotations.skipped");
    add(!entry.isPrediction() && entry.record.isReadonly, "annotations.read-only");
    return details;
}

} // namespace cartouche::ui
