#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::annotation {

/// Gives a fresh result id: 10 characters of A-Z a-z 0-9 _ - (spec/results.md 3.3). Passed in,
/// because the core has no randomness of its own.
using IdSource = std::function<std::string()>;

/// The answer of one Choices control (spec/results.md 4.16). Never empty: no answer is no result.
struct ChoicesResult {
    std::string id;
    std::string fromName;
    std::string toName;
    std::vector<std::string> choices;
    json::Json source; // the JSON it was loaded from, unknown fields and all; null if new

    bool operator==(const ChoicesResult&) const = default;
};

/// One annotation: what a labeler has answered. Only steps change it (steps.h).
class Annotation {
public:
    const ChoicesResult* findChoices(std::string_view fromName) const;
    std::span<const ChoicesResult> choices() const { return m_choices; }
    bool isEmpty() const { return m_choices.empty() && m_kept.empty(); }

    bool operator==(const Annotation&) const = default;

private:
    friend class SetChoices;
    friend Annotation readResults(const json::Json&, const IdSource&, diagnostics::Diagnostics&);
    friend json::Json writeResults(const Annotation&);

    std::vector<ChoicesResult> m_choices;
    std::vector<json::Json> m_kept; // results of kinds not understood yet, untouched
};

} // namespace cartouche::annotation
