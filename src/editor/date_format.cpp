#include "editor/date_format.h"

#include "editor/ascii_case.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <format>

namespace cartouche::editor {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::size_t kShort = 3; // letters of a short name

std::chrono::year_month_day dayOf(const DateTime& moment) {
    return std::chrono::year(moment.year) /
           std::chrono::month(static_cast<unsigned>(moment.month)) /
           std::chrono::day(static_cast<unsigned>(moment.day));
}

unsigned weekdayOf(const DateTime& moment) {
    return std::chrono::weekday(std::chrono::sys_days(dayOf(moment))).c_encoding();
}

int dayOfYear(const DateTime& moment) {
    const std::chrono::sys_days first(std::chrono::year(moment.year) / std::chrono::January / 1);
    return static_cast<int>((std::chrono::sys_days(dayOf(moment)) - first).count()) + 1;
}

int hourOfTwelve(int hour) {
    return hour % 12 == 0 ? 12 : hour % 12;
}

std::string part(const DateTime& moment, char letter) {
    switch (letter) {
    case 'Y':
        return std::format("{:04}", moment.year);
    case 'y':
        return std::format("{:02}", moment.year % 100);
    case 'm':
        return std::format("{:02}", moment.month);
    case 'd':
        return std::format("{:02}", moment.day);
    case 'e':
        return std::format("{:2}", moment.day);
    case 'H':
        return std::format("{:02}", moment.hour);
    case 'I':
        return std::format("{:02}", hourOfTwelve(moment.hour));
    case 'M':
        return std::format("{:02}", moment.minute);
    case 'S':
        return std::format("{:02}", moment.second);
    case 'p':
        return moment.hour < 12 ? "AM" : "PM";
    case 'B':
        return std::string(kMonths[static_cast<std::size_t>(moment.month - 1)]);
    case 'b':
        return std::string(kMonths[static_cast<std::size_t>(moment.month - 1)].substr(0, kShort));
    case 'A':
        return std::string(kDays[weekdayOf(moment)]);
    case 'a':
        return std::string(kDays[weekdayOf(moment)].substr(0, kShort));
    case 'j':
        return std::format("{:03}", dayOfYear(moment));
    case '%':
        return "%";
    default:
        return {'%', letter};
    }
}

/// Reads a text from left to right.
class Reader {
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool isAtEnd() const { return m_rest.empty(); }
    bool pass(char letter) {
        const bool isIt = m_rest.starts_with(letter);
        m_rest.remove_prefix(isIt ? 1 : 0);
        return isIt;
    }
    /// At most so many digits, at least one; blanks before them are passed.
    bool number(std::size_t mostDigits, int& value) {
        while (pass(' ')) {
        }
        std::size_t count = 0;
        int number = 0;
        while (count < mostDigits && count < m_rest.size() && m_rest[count] >= '0' &&
               m_rest[count] <= '9') {
            number = 10 * number + (m_rest[count] - '0');
            ++count;
        }
        m_rest.remove_prefix(count);
        value = count > 0 ? number : value;
        return count > 0;
    }
    /// One of these names, whole or short; its place in the list, or -1.
    int name(auto& names) {
        for (std::size_t index = 0; index < names.size(); ++index) {
            for (const std::string_view name : {names[index], names[index].substr(0, kShort)}) {
                if (startsWith(name)) {
                    m_rest.remove_prefix(name.size());
                    return static_cast<int>(index);
                }
            }
        }
        return -1;
    }
    bool startsWith(std::string_view name) const {
        return lowered(m_rest.substr(0, name.size())) == lowered(name);
    }

private:
    std::string_view m_rest;
};

/// Whether the half of the day was said, and which.
enum class Half { Unsaid, Morning, Afternoon };

bool readPart(Reader& reader, char letter, DateTime& moment, Half& half) {
    int unused = 0;
    switch (letter) {
    case 'Y':
        return reader.number(4, moment.year);
    case 'y':
        if (!reader.number(2, moment.year)) {
            return false;
        }
        moment.year += moment.year < 69 ? 2000 : 1900; // as POSIX has it
        return true;
    case 'm':
        return reader.number(2, moment.month);
    case 'd':
    case 'e':
        return reader.number(2, moment.day);
    case 'H':
    case 'I':
        return reader.number(2, moment.hour);
    case 'M':
        return reader.number(2, moment.minute);
    case 'S':
        return reader.number(2, moment.second);
    case 'j':
        return reader.number(3, unused);
    case 'p': {
        constexpr std::array<std::string_view, 2> kHalves{"AM", "PM"};
        const int which = reader.name(kHalves);
        half = which == 1 ? Half::Afternoon : Half::Morning;
        return which >= 0;
    }
    case 'B':
    case 'b':
        moment.month = reader.name(kMonths) + 1;
        return moment.month > 0;
    case 'A':
    case 'a':
        return reader.name(kDays) >= 0;
    default:
        return reader.pass(letter);
    }
}

} // namespace

bool isValid(const DateTime& moment) {
    return moment.month >= 1 && moment.month <= 12 && moment.day >= 1 && dayOf(moment).ok() &&
           moment.hour >= 0 && moment.hour < 24 && moment.minute >= 0 && moment.minute < 60 &&
           moment.second >= 0 && moment.second < 60;
}

std::string formatDateTime(const DateTime& moment, std::string_view format) {
    std::string text;
    for (std::size_t at = 0; at < format.size(); ++at) {
        if (format[at] == '%' && at + 1 < format.size()) {
            text += part(moment, format[++at]);
        } else {
            text += format[at];
        }
    }
    return text;
}

std::optional<DateTime> parseDateTime(std::string_view text, std::string_view format) {
    DateTime moment;
    Half half = Half::Unsaid;
    Reader reader(text);
    for (std::size_t at = 0; at < format.size(); ++at) {
        const bool isPart = format[at] == '%' && at + 1 < format.size();
        if (isPart ? !readPart(reader, format[++at], moment, half) : !reader.pass(format[at])) {
            return std::nullopt;
        }
    }
    if (half != Half::Unsaid) {
        moment.hour = moment.hour % 12 + (half == Half::Afternoon ? 12 : 0);
    }
    return reader.isAtEnd() && isValid(moment) ? std::optional(moment) : std::nullopt;
}

} // namespace cartouche::editor
