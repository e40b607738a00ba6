// Addresses of mail (RFC 5321, as people write them), pages and machines.

#include "core/privacy/characters.h"
#include "core/privacy/scanners.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::privacy {

namespace {

constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestDomain = 253;

bool isLocal(char c) {
    return isWordByte(c) || std::string_view("!#$%&'*+-/=?^`{|}~.").contains(c);
}

bool isDomain(char c) {
    return isAsciiLetter(c) || isAsciiDigit(c) || c == '-' || c == '.';
}

/// Where a domain with a top level of letters ends that begins at `at`; `at` if none does.
std::size_t endOfDomain(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, kLongestDomain);
    const auto stop = std::ranges::find_if_not(rest, isDomain);
    std::string_view domain(rest.begin(), stop);
    domain = domain.substr(0, domain.find("..")); // before which a sentence ends
    while (!domain.empty() && !isAsciiLetter(domain.back()) && !isAsciiDigit(domain.back())) {
        domain.remove_suffix(1);
    }
    const std::string_view top = domain.substr(domain.rfind('.') + 1);
    const bool hasTop =
        domain.contains('.') && top.size() >= 2 && std::ranges::all_of(top, isAsciiLetter);
    return hasTop && domain.front() != '.' ? at + domain.size() : at;
}

/// Up to white space or what encloses, without the punctuation of a sentence.
std::size_t endOfAddress(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongest = 2048;
    const std::string_view rest = wholeCharacters(text.substr(at), kLongest);
    std::string_view address = rest.substr(0, rest.find_first_of(" \t\r\n<>\"'`|\\^{}"));
    const std::size_t last = address.find_last_not_of(".,;:!?)]");
    return at + (last == std::string_view::npos ? 0 : last + 1);
}

bool startsWithAny(std::string_view text, std::span<const std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [text](std::string_view beginning) {
        return std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, lowered);
    });
}

void scanUrl(std::string_view text, std::size_t at, std::vector<Span>& found) {
    constexpr std::array<std::string_view, 4> kSchemes{"http://", "https://", "ftp://", "www."};
    constexpr std::array<std::string_view, 12> kTops{"com",  "org", "net", "edu", "gov", "io",
                                                     "info", "de",  "fr",  "uk",  "eu",  "co"};
    if (startsWithAny(text.substr(at), kSchemes)) {
        found.push_back({at, endOfAddress(text, at), "URL", 0.8});
        return;
    }
    const std::size_t end = endOfDomain(text, at);
    if (end == at || (at > 0 && text[at - 1] == '@')) {
        return;
    }
    const std::string_view domain = text.substr(at, end - at);
    const std::string top(domain.substr(domain.rfind('.') + 1));
    if (std::ranges::contains(kTops, top)) {
        const bool hasPath = end < text.size() && text[end] == '/';
        found.push_back({at, hasPath ? endOfAddress(text, at) : end, "URL", 0.5});
    }
}

void scanMachine(std::string_view text, std::size_t at, std::vector<Span>& found) {
    constexpr std::size_t kLongest = 64;
    const std::string_view rest = text.substr(at, kLongest);
    const auto isPart = [](char c) { return isHexDigit(c) || c == '.' || c == ':' || c == '-'; };
    std::string_view run(rest.begin(), std::ranges::find_if_not(rest, isPart));
    if (run.size() < rest.size() && isWordByte(rest[run.size()])) {
        return;
    }
    while (!run.empty() && (run.back() == '.' || run.back() == '-' ||
                            (run.back() == ':' && !run.ends_with("::")))) {
        run.remove_suffix(1);
    }
    if (std::ranges::count(run, '.') == 3 && run.contains(':')) {
        run = run.substr(0, run.find(':')); // a port
    }
    const std::size_t end = at + run.size();
    if (isMacAddress(run)) {
        found.push_back({at, end, "MAC_ADDRESS", 0.9});
    } else if (isIpAddress(run)) {
        found.push_back({at, end, "IP_ADDRESS", 0.8});
    }
}

} // namespace

void scanInternet(std::string_view text, std::size_t at, std::vector<Span>& found) {
    if (isAsciiLetter(text[at]) || isAsciiDigit(text[at])) {
        scanUrl(text, at, found);
    }
    if (isHexDigit(text[at]) || text[at] == ':') {
        scanMachine(text, at, found);
    }
}

void scanEmails(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& found) {
    const std::string_view part = text.substr(0, to);
    for (std::size_t sign = part.find('@', from); sign != std::string_view::npos;
         sign = part.find('@', sign + 1)) {
        std::size_t begin = sign;
        while (begin > 0 && sign - begin < kLongestLocal && isLocal(text[begin - 1])) {
            --begin;
        }
        while (begin < sign && (!isWordByte(text[begin]) || isContinuation(text[begin]))) {
            ++begin; // what encloses it, ends a sentence, or is a part of a character
        }
        const std::size_t end = endOfDomain(text, sign + 1);
        if (begin < sign && end > sign + 1 && text[sign - 1] != '.') {
            found.push_back({begin, end, "EMAIL_ADDRESS", 1.0});
        }
    }
}

} // namespace cartouche::privacy
