// Names of people: what follows a title, what begins with a frequent given name, and what
// somebody listed. Anything more takes a model, and is not claimed here.

#include "core/privacy/characters.h"
#include "core/privacy/given_names_table.h"
#include "core/privacy/recognize.h"
#include "core/privacy/scanners.h"

#include <algorithm>
#include <string>

namespace cartouche::privacy {

namespace {

constexpr std::size_t kLongestWord = 40;
constexpr int kMostWords = 4;     // of one name
constexpr int kMostParticles = 3; // between two of them

std::string_view wordAt(std::string_view text, std::size_t at) {
    const std::string_view rest = wholeCharacters(text.substr(at), kLongestWord);
    const auto isPart = [](char c) {
        return (isWordByte(c) && !isAsciiDigit(c) && c != '_') || c == '\'' || c == '-';
    };
    std::string_view word(rest.begin(), std::ranges::find_if_not(rest, isPart));
    while (word.ends_with('\'') || word.ends_with('-')) {
        word.remove_suffix(1);
    }
    return word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

/// ASCII, or a capital of Latin-1 such as É.
bool isCapitalized(std::string_view word) {
    return !word.empty() &&
           (isAsciiUpper(word[0]) || (word.size() > 1 && word[0] == '\xC3' && word[1] < '\x9F'));
}

std::string inLower(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowered);
    return lower;
}

/// Between two names: "van", "de la".
bool isParticle(std::string_view word) {
    constexpr std::string_view kParticles = " van von de der den del della di da la le el bin al ";
    return kParticles.contains(" " + std::string(word) + " ");
}

/// Where the next word begins behind `end`, and a dot if it was an initial; 0 if another sentence
/// or line may begin there.
std::size_t nextWord(std::string_view text, std::size_t end, bool isInitial) {
    end += isInitial && end < text.size() && text[end] == '.' ? 1 : 0;
    return end + 1 < text.size() && text[end] == ' ' ? end + 1 : 0;
}

struct FullName {
    std::size_t end = 0;
    int words = 0;
};

/// As many capitalised words as stand there, with particles between.
FullName readFullName(std::string_view text, std::size_t at) {
    FullName name{at, 0};
    int particles = 0;
    for (std::size_t place = at; name.words < kMostWords;) {
        const std::string_view word = wordAt(text, place);
        if (isCapitalized(word)) {
            name = {place + word.size(), name.words + 1};
            particles = 0;
        } else if (name.words == 0 || !isParticle(word) || ++particles > kMostParticles) {
            break;
        }
        const std::size_t next = nextWord(text, place + word.size(), word.size() == 1);
        if (next == 0) {
            break;
        }
        place = next;
    }
    return name;
}

} // namespace

void scanName(std::string_view text, std::size_t at, const NameList& names,
              std::vector<Span>& found) {
    if (const std::size_t end = names.endOfName(text, at); end > at) {
        found.push_back({at, end, "PERSON", 0.9});
    }
    const std::string_view first = wordAt(text, at);
    if (!isCapitalized(first)) {
        return;
    }
    const std::string lower = inLower(first);
    if (isTitle(lower)) {
        const std::size_t behind = at + first.size();
        const bool hasDot = behind < text.size() && text[behind] == '.';
        const std::size_t begin = nextWord(text, behind + (hasDot ? 1 : 0), false);
        const FullName name = begin > 0 ? readFullName(text, begin) : FullName{};
        if (name.words > 0) {
            found.push_back({begin, name.end, "PERSON", 0.85});
        }
    } else if (isGivenName(lower)) {
        const FullName name = readFullName(text, at);
        const bool isSurnamed = name.words > 1;
        const double score = isAlsoWord(lower) ? (isSurnamed ? 0.5 : 0.3) : isSurnamed ? 0.7 : 0.4;
        found.push_back({at, name.end, "PERSON", score});
    }
}

void NameList::add(std::string_view name) {
    const std::string lower = inLower(name);
    if (const std::string_view word = wordAt(lower, 0); !word.empty()) {
        m_byFirstWord[std::string(word)].push_back(lower);
        m_longest = std::max(m_longest, lower.size());
    }
}

std::size_t NameList::endOfName(std::string_view text, std::size_t at) const {
    if (m_byFirstWord.empty()) {
        return at;
    }
    const auto known = m_byFirstWord.find(inLower(wordAt(text, at)));
    std::size_t longest = at;
    if (known != m_byFirstWord.end()) {
        for (const std::string& name : known->second) {
            const std::size_t end = at + name.size();
            const bool isThere = inLower(text.substr(at, name.size())) == name &&
                                 (end == text.size() || !isWordByte(text[end]));
            longest = isThere ? std::max(longest, end) : longest;
        }
    }
    return longest;
}

} // namespace cartouche::privacy
