#pragma once

#include "core/config/tag.h"
#include "editor/date_format.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::editor {

/// What a DateTime tag asks for and takes (spec/tags.md, DateTime).
struct DateRules {
    enum class Asked : std::uint8_t { Moment, Date, Time, Month, Year };
    Asked asked = Asked::Moment;
    std::string stored; // the format of answers
    std::optional<DateTime> least;
    std::optional<DateTime> most;

    /// The format in which input elements of pages write it.
    std::string_view written() const;
    /// What such an element wrote; it gives seconds only where there are some.
    std::optional<DateTime> readWritten(std::string_view text) const;
};

DateRules dateRules(const config::Tag& dateTime);

/// Why a moment may not be an answer, as the rest of a sentence: "the latest is 2024-12-31"; empty:
/// it may.
std::string dateFault(const DateRules& rules, const DateTime& moment);
/// The same of an answer as it is stored, which may be no date.
std::string dateFault(const DateRules& rules, std::string_view stored);

} // namespace cartouche::editor
