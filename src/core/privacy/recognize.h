#pragma once

#include "core/privacy/spans.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cartouche::privacy {

/// Names that somebody knows of, beyond those of given_names_table.cpp.
class NameList {
public:
    /// Of one or more words; case does not count.
    void add(std::string_view name);
    /// Where the longest of them ends that begins at `at`; `at` if none does.
    std::size_t endOfName(std::string_view text, std::size_t at) const;
    /// The bytes of the longest.
    std::size_t longest() const { return m_longest; }

private:
    std::unordered_map<std::string, std::vector<std::string>> m_byFirstWord; // in lower case
    std::size_t m_longest = 0;
};

struct RecognizeOptions {
    /// What is less sure is left out.
    double threshold = 0.4;
    /// All if there are none.
    std::vector<std::string> types;
    NameList names;
};

/// All types that are looked for.
std::vector<std::string_view> recognizedTypes();

/// Finds what is private in texts: numbers with their check digits, addresses of mail and internet,
/// telephone numbers, dates, and names after titles or of the list of given names. Other names,
/// places and firms are not found: that takes a model.
class Recognizer {
public:
    explicit Recognizer(RecognizeOptions options);
    ~Recognizer();
    Recognizer(const Recognizer&) = delete;
    Recognizer& operator=(const Recognizer&) = delete;

    /// In bytes, in order; none overlaps another (mergeOverlapping). Time and memory grow with the
    /// length of the text.
    std::vector<Span> find(std::string_view text) const;

    /// What is recognised from places from `from` up to `to`, as it was found: some overlap, some
    /// are out of order, and some begin up to kReachBack before `from`. The same as within a longer
    /// text if `text` begins kReachBack before `from`, and ends reach() behind `to`, or as it does.
    std::vector<Span> findFrom(std::string_view text, std::size_t from, std::size_t to) const;
    std::size_t reach() const;
    static constexpr std::size_t kReachBack = 512;

private:
    /// The longest address, and what is looked at behind it.
    static constexpr std::size_t kReach = 4096;

    class FormIndex;

    void keep(std::vector<Span>& found, std::vector<Span>& kept) const;
    void scanAt(std::string_view text, std::size_t at, std::vector<Span>& found) const;

    RecognizeOptions m_options;
    std::unique_ptr<const FormIndex> m_forms;
};

} // namespace cartouche::privacy
