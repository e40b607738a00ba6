#include "core/privacy/recognize.h"

#include "core/privacy/characters.h"
#include "core/privacy/context.h"
#include "core/privacy/pattern.h"
#include "core/privacy/recognizers_table.h"
#include "core/privacy/scanners.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>

namespace cartouche::privacy {

namespace {

/// The words of a table's cell.
std::vector<std::string_view> wordsOf(std::string_view cell) {
    std::vector<std::string_view> words;
    for (const auto word : std::views::split(cell, '|')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

bool canBeginWith(const NumberForm& form, char first) {
    return matchPattern({&first, 1}, 0, form.pattern.substr(0, 1)).value_or(0) == 1;
}

} // namespace

/// The forms that could begin with each character, so that few are tried anywhere.
class Recognizer::FormIndex {
public:
    FormIndex() {
        for (const NumberForm& form : numberForms()) {
            m_forms.push_back({&form, wordsOf(form.words)});
        }
        for (std::size_t first = 0; first < m_byFirst.size(); ++first) {
            for (const Entry& entry : m_forms) {
                if (canBeginWith(*entry.form, static_cast<char>(first))) {
                    m_byFirst[first].push_back(&entry);
                }
            }
        }
    }

    void scan(std::string_view text, std::size_t at, std::vector<Span>& found) const {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first >= m_byFirst.size()) {
            return;
        }
        for (const Entry* entry : m_byFirst[first]) {
            const NumberForm& form = *entry->form;
            const auto end = matchPattern(text, at, form.pattern);
            if (!end || !isNumberEnd(text, *end) ||
                (form.isValid != nullptr && !form.isValid(text.substr(at, *end - at)))) {
                continue;
            }
            Span span{at, *end, std::string(form.type), form.score};
            span.score = scoreInContext(text, span, entry->words);
            found.push_back(std::move(span));
        }
    }

private:
    struct Entry {
        const NumberForm* form;
        std::vector<std::string_view> words;
    };

    std::vector<Entry> m_forms;
    std::array<std::vector<const Entry*>, 128> m_byFirst;
};

namespace {

/// Whether something other than an e-mail address could begin here.
bool isStart(std::string_view text, std::size_t at) {
    const bool isAfterWord = at > 0 && isWordByte(text[at - 1]);
    const bool isMark = text[at] == '+' || text[at] == '(' || text[at] == ':';
    return !isAfterWord && (isWordByte(text[at]) || isMark);
}

} // namespace

std::vector<std::string_view> recognizedTypes() {
    std::set<std::string_view> types{"CRYPTO",    "DATE_TIME",    "EMAIL_ADDRESS",
                                     "IBAN_CODE", "IP_ADDRESS",   "MAC_ADDRESS",
                                     "PERSON",    "PHONE_NUMBER", "URL"};
    for (const NumberForm& form : numberForms()) {
        types.insert(form.type);
    }
    return {types.begin(), types.end()};
}

Recognizer::Recognizer(RecognizeOptions options)
    : m_options(std::move(options)), m_forms(std::make_unique<FormIndex>()) {}

Recognizer::~Recognizer() = default;

void Recognizer::scanAt(std::string_view text, std::size_t at, std::vector<Span>& found) const {
    scanName(text, at, m_options.names, found);
    if (!isNumberStart(text, at)) {
        return;
    }
    m_forms->scan(text, at, found);
    scanInternet(text, at, found);
    scanBankAndCoin(text, at, found);
    scanDate(text, at, found);
    if (isAsciiDigit(text[at]) || text[at] == '+' || text[at] == '(') {
        scanPhone(text, at, found);
    }
}

void Recognizer::keep(std::vector<Span>& found, std::vector<Span>& kept) const {
    for (Span& span : found) {
        const bool isAsked =
            m_options.types.empty() || std::ranges::contains(m_options.types, span.type);
        if (isAsked && span.score >= m_options.threshold) {
            kept.push_back(std::move(span));
        }
    }
    found.clear();
}

std::vector<Span> Recognizer::find(std::string_view text) const {
    std::vector<Span> kept;
    std::vector<Span> found;
    scanEmails(text, found);
    keep(found, kept);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isStart(text, at)) {
            scanAt(text, at, found);
            keep(found, kept);
        }
    }
    return mergeOverlapping(std::move(kept));
}

} // namespace cartouche::privacy
