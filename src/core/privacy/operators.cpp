#include "core/privacy/operators.h"

#include "core/privacy/base64_url.h"
#include "core/privacy/checksums.h"
#include "core/privacy/format_preserving.h"
#include "core/privacy/synthetic_iv.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <format>

namespace cartouche::privacy {

namespace {

std::string bracketed(std::string_view type) {
    return std::format("<{}>", type);
}

/// The bytes of each character.
std::vector<std::size_t> lengthsOf(std::string_view text) {
    std::vector<std::size_t> lengths;
    for (std::size_t at = 0; at < text.size(); at += lengths.back()) {
        lengths.push_back(text::characterAt(text, at).bytes);
    }
    return lengths;
}

std::string masked(std::string_view text, const Mask& mask) {
    const auto lengths = lengthsOf(text);
    const auto most = static_cast<std::int64_t>(lengths.size());
    const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(mask.count, 0, most));
    const std::size_t first = mask.isFromEnd ? lengths.size() - count : 0;
    std::string result;
    std::size_t at = 0;
    for (std::size_t index = 0; index < lengths.size(); at += lengths[index++]) {
        const bool isMasked = index >= first && index < first + count;
        result += isMasked ? std::string_view(mask.with) : text.substr(at, lengths[index]);
    }
    return result;
}

/// So that the same text of two types has two hashes.
Bytes typedMessage(std::string_view type, std::string_view text) {
    Bytes message = bytesOf(type);
    message.push_back(0);
    message.insert(message.end(), text.begin(), text.end());
    return message;
}

std::string withOtherDigits(std::string_view text, std::string_view type, ByteView key) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char character) { return isDigits({&character, 1}); });
    const Bytes tweak = bytesOf(type);
    const auto others = applyFf1(Direction::Encrypt, {key, tweak}, digits, 10);
    if (!others) {
        return bracketed(type);
    }
    std::string result(text);
    auto next = others->begin();
    for (char& character : result) {
        if (isDigits({&character, 1})) {
            character = *next++;
        }
    }
    return result;
}

/// What each operator makes of a part, but Number, which has to remember.
struct Replacing {
    std::string_view part;
    std::string_view type;

    std::string operator()(const Redact&) const { return ""; }
    std::string operator()(const Keep&) const { return std::string(part); }
    std::string operator()(const Replace& replace) const {
        return replace.with.value_or(bracketed(type));
    }
    std::string operator()(const Number&) const { return bracketed(type); }
    std::string operator()(const Mask& mask) const { return masked(part, mask); }
    std::string operator()(const SaltedHash& hash) const {
        return hexOf(digestOf(hash.digest, bytesOf(std::string(part) + hash.salt)));
    }
    std::string operator()(const KeyedHash& hash) const {
        return hexOf(hmacSha256(hash.key, typedMessage(type, part)));
    }
    std::string operator()(const Pseudonym& pseudonym) const {
        const Bytes sealed = sealSiv(pseudonym.key, bytesOf(type), bytesOf(part));
        return std::format("<{}:{}>", type, encodeBase64Url(sealed));
    }
    std::string operator()(const FormatPreserving& preserving) const {
        return withOtherDigits(part, type, preserving.key);
    }
};

} // namespace

std::string Replacer::numbered(std::string_view part, std::string_view type) {
    auto& known = m_numbers[std::string(type)];
    const auto [entry, isNew] = known.try_emplace(std::string(part), known.size() + 1);
    return std::format("<{}_{}>", type, entry->second);
}

std::string Replacer::replacementOf(std::string_view part, std::string_view type) {
    const auto own = m_operators.byType.find(type);
    const Operator& chosen = own == m_operators.byType.end() ? m_operators.otherwise : own->second;
    return std::holds_alternative<Number>(chosen) ? numbered(part, type)
                                                  : std::visit(Replacing{part, type}, chosen);
}

Replaced Replacer::replace(std::string_view text, const std::vector<Span>& spans) {
    Replaced result;
    std::size_t copied = 0;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const Span& span = spans[index];
        const std::size_t next = index + 1 < spans.size() ? spans[index + 1].begin : text.size();
        const std::size_t end = std::min(span.end, std::max(next, span.begin));
        result.text += text.substr(copied, span.begin - copied);
        const std::size_t newBegin = result.text.size();
        result.text += replacementOf(text.substr(span.begin, end - span.begin), span.type);
        result.changes.push_back({span.begin, end, newBegin, result.text.size(), span.type});
        copied = end;
    }
    result.text += text.substr(copied);
    return result;
}

namespace {

/// Behind the last change that begins before `place`; nothing if there is none.
const Change* lastBefore(const std::vector<Change>& changes, std::size_t place) {
    const auto behind = std::ranges::lower_bound(changes, place, {}, &Change::begin);
    return behind == changes.begin() ? nullptr : &*std::prev(behind);
}

} // namespace

std::size_t Replaced::movedBegin(std::size_t begin) const {
    const Change* change = lastBefore(changes, begin);
    return change == nullptr     ? begin
           : begin < change->end ? change->newBegin
                                 : change->newEnd + (begin - change->end);
}

std::size_t Replaced::movedEnd(std::size_t end) const {
    const Change* change = lastBefore(changes, end);
    return change == nullptr    ? end
           : end <= change->end ? change->newEnd
                                : change->newEnd + (end - change->end);
}

} // namespace cartouche::privacy
