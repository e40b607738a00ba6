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

/// How many characters of one kind a number of a form begins with.
struct RunLength {
    std::size_t least = 0;
    std::size_t most = 0;

    bool allows(std::size_t length) const { return length >= least && length <= most; }
};

RunLength runOfPattern(std::string_view pattern, bool (*isOfKind)(char)) {
    RunLength run;
    bool isCertain = true;
    for (std::size_t place = 0; place < pattern.size(); ++place) {
        const bool isOptional = place + 1 < pattern.size() && pattern[place + 1] == '?';
        const bool isEither = std::string_view("XhS").contains(pattern[place]);
        const bool mayBe = isOfKind(pattern[place]) || isEither;
        if (!mayBe && !isOptional && pattern[place] != '_') {
            break;
        }
        isCertain = isCertain && mayBe && !isEither && !isOptional;
        run.least += isCertain ? 1 : 0;
        run.most += mayBe ? 1 : 0;
        place += isOptional ? 1 : 0;
    }
    return run;
}

/// The characters of a kind that stand there; one more than `most` if there are more.
std::size_t runAt(std::string_view text, std::size_t at, bool (*isOfKind)(char), std::size_t most) {
    const std::string_view rest = text.substr(at, most + 1);
    return static_cast<std::size_t>(std::ranges::find_if_not(rest, isOfKind) - rest.begin());
}

} // namespace

/// The forms that could begin with each character, so that few are tried anywhere.
class Recognizer::FormIndex {
public:
    FormIndex() {
        for (const NumberForm& form : numberForms()) {
            m_forms.push_back({&form, wordsOf(form.words), runOfPattern(form.pattern, isAsciiDigit),
                               runOfPattern(form.pattern, isAsciiLetter)});
            m_longest = std::max(m_longest, form.pattern.size());
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
        const std::size_t digits = runAt(text, at, isAsciiDigit, m_longest);
        const std::size_t letters = runAt(text, at, isAsciiLetter, m_longest);
        for (const Entry* entry : m_byFirst[first]) {
            if (!entry->digits.allows(digits) || !entry->letters.allows(letters)) {
                continue;
            }
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
        RunLength digits;
        RunLength letters;
    };

    std::vector<Entry> m_forms;
    std::size_t m_longest = 0;
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

std::vector<Span> Recognizer::findFrom(std::string_view text, std::size_t from,
                                       std::size_t to) const {
    std::vector<Span> kept;
    std::vector<Span> found;
    scanEmails(text, from, to, found);
    keep(found, kept);
    for (std::size_t at = from; at < to; ++at) {
        if (isStart(text, at)) {
            scanAt(text, at, found);
            keep(found, kept);
        }
    }
    return kept;
}

std::vector<Span> Recognizer::find(std::string_view text) const {
    return mergeOverlapping(findFrom(text, 0, text.size()));
}

std::size_t Recognizer::reach() const {
    return std::max(kReach, m_options.names.longest() + 1);
}

} // namespace cartouche::privacy
