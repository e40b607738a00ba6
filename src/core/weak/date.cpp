#include "core/weak/date.h"

#include <charconv>
#include <chrono>

namespace cartouche::weak {

namespace {

/// Takes numbers and signs off the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    /// Exactly so many digits.
    std::optional<int> digits(std::size_t count) {
        int number = 0;
        const std::string_view part = m_rest.substr(0, count);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (part.size() < count || part.front() == '-' || error != std::errc() ||
            end != part.data() + count) {
            return std::nullopt;
        }
        m_rest.remove_prefix(count);
        return number;
    }
    /// Whether it is any of the characters; then it is taken.
    bool take(std::string_view characters) {
        const bool is = !m_rest.empty() && characters.contains(m_rest.front());
        m_rest.remove_prefix(is ? 1 : 0);
        return is;
    }
    void skipDigits() {
        while (take("0123456789")) {
        }
    }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<std::int64_t> dayOf(Scanner& scanner) {
    const auto year = scanner.digits(4);
    const bool hasMonth = year && scanner.take("-");
    const auto month = hasMonth ? scanner.digits(2) : std::nullopt;
    const bool hasDay = month && scanner.take("-");
    const auto day = hasDay ? scanner.digits(2) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok()
               ? std::optional<std::int64_t>(std::chrono::sys_days(date).time_since_epoch().count())
               : std::nullopt;
}

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;

/// `16:30`, in seconds; with `:05.5` behind it, if there may be.
std::optional<std::int64_t> timeOf(Scanner& scanner) {
    const auto hour = scanner.digits(2);
    const bool hasMinute = hour && scanner.take(":");
    const auto minute = hasMinute ? scanner.digits(2) : std::nullopt;
    if (!minute || *hour > 24 || *minute > 59) {
        return std::nullopt;
    }
    int second = 0;
    if (scanner.take(":")) {
        const auto given = scanner.digits(2);
        if (!given || *given > 60) {
            return std::nullopt;
        }
        second = *given;
        if (scanner.take(".,")) {
            scanner.skipDigits();
        }
    }
    return (*hour * kHour) + (*minute * kMinute) + second;
}

std::optional<std::int64_t> zoneOf(Scanner& scanner) {
    if (scanner.isAtEnd() || scanner.take("Zz")) {
        return 0;
    }
    const bool isWest = scanner.peek() == '-';
    if (!scanner.take("+-")) {
        return std::nullopt;
    }
    const auto offset = timeOf(scanner);
    return offset ? std::optional(isWest ? -*offset : *offset) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> secondsOfDate(std::string_view text) {
    constexpr std::int64_t kDay = 24 * kHour;
    Scanner scanner(text);
    const auto day = dayOf(scanner);
    if (!day || scanner.isAtEnd()) {
        return day ? std::optional(*day * kDay) : std::nullopt;
    }
    const auto time = scanner.take("T ") ? timeOf(scanner) : std::nullopt;
    const auto zone = time ? zoneOf(scanner) : std::nullopt;
    return zone && scanner.isAtEnd() ? std::optional((*day * kDay) + *time - *zone) : std::nullopt;
}

} // namespace cartouche::weak
