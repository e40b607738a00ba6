#include "editor/date_rules.h"

#include "core/language/message.h"

#include <array>
#include <chrono>
#include <string>

namespace cartouche::editor {

namespace {

using Asked = DateRules::Asked;

/// By `only`, of which `date` wins over `month`, and a month beside a year is not stored.
Asked askedBy(std::string_view only) {
    const bool hasDate = only.contains("date");
    const bool hasTime = only.contains("time");
    return only.empty() || (hasDate && hasTime) ? Asked::Moment
           : hasDate                            ? Asked::Date
           : hasTime                            ? Asked::Time
           : only.contains("year")              ? Asked::Year
                                                : Asked::Month;
}

std::string_view usualFormat(Asked asked) {
    return asked == Asked::Moment ? "%Y-%m-%dT%H:%M" : asked == Asked::Time ? "%H:%M" : "%Y-%m-%d";
}

std::string thisYear() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return std::to_string(static_cast<int>(std::chrono::year_month_day(today).year()));
}

/// What a limit leaves out is the first or the last there is of it: the least "2020" is the first
/// of January, the most the last of December.
std::optional<DateTime> readLimit(std::string_view written, bool isMost) {
    const std::string text = written == "current" ? thisYear() : std::string(written);
    constexpr std::array kForms{"%Y-%m-%dT%H:%M:%S",
                                "%Y-%m-%dT%H:%M",
                                "%Y-%m-%d %H:%M",
                                "%H:%M:%S",
                                "%H:%M",
                                "%Y-%m-%d",
                                "%Y-%m",
                                "%Y"};
    for (const std::string_view form : kForms) {
        auto limit = parseDateTime(text, form);
        if (!limit) {
            continue;
        }
        if (isMost && form.starts_with("%Y")) {
            limit->month = form.contains("%m") ? limit->month : 12;
            for (limit->day = form.contains("%d") ? limit->day : 31; !isValid(*limit);) {
                --limit->day;
            }
        }
        if (isMost && !form.contains("%H")) {
            limit->hour = 23;
            limit->minute = 59;
        }
        if (isMost && !form.contains("%S")) {
            limit->second = 59;
        }
        return limit;
    }
    return std::nullopt;
}

} // namespace

std::string_view DateRules::written() const {
    switch (asked) {
    case Asked::Moment:
        return "%Y-%m-%dT%H:%M";
    case Asked::Date:
        return "%Y-%m-%d";
    case Asked::Time:
        return "%H:%M";
    case Asked::Month:
        return "%Y-%m";
    case Asked::Year:
        return "%Y";
    }
    return "";
}

std::optional<DateTime> DateRules::readWritten(std::string_view text) const {
    const auto moment = parseDateTime(text, written());
    return moment || !written().ends_with("%M")
               ? moment
               : parseDateTime(text, std::string(written()) + ":%S");
}

DateRules dateRules(const config::Tag& dateTime) {
    DateRules rules{.asked = askedBy(dateTime.text("only")),
                    .stored = std::string(dateTime.text("format"))};
    if (rules.stored.empty() || rules.asked == Asked::Time) {
        rules.stored = usualFormat(rules.asked);
    }
    rules.least = readLimit(dateTime.text("min"), false);
    rules.most = readLimit(dateTime.text("max"), true);
    return rules;
}

std::string dateFault(const DateRules& rules, const DateTime& moment) {
    if (rules.least && moment < *rules.least) {
        return language::say("answer.earliest",
                             {{"date", formatDateTime(*rules.least, rules.written())}});
    }
    if (rules.most && moment > *rules.most) {
        return language::say("answer.latest",
                             {{"date", formatDateTime(*rules.most, rules.written())}});
    }
    return "";
}

std::string dateFault(const DateRules& rules, std::string_view stored) {
    const auto moment = parseDateTime(stored, rules.stored);
    return moment ? dateFault(rules, *moment)
                  : language::say("answer.no-date", {{"form", rules.stored}});
}

} // namespace cartouche::editor
