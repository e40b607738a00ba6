#pragma once

#include "core/privacy/cipher.h"
#include "core/privacy/spans.h"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What private parts of texts are replaced with.
namespace cartouche::privacy {

/// With nothing.
struct Redact {};
struct Keep {};
/// With `with`, or the type in angle brackets if there is none.
struct Replace {
    std::optional<std::string> with;
};
/// With the type and a number, `<PERSON_1>`: the same text of a type always has the same.
struct Number {};
/// Characters (code points) with `with`, at most `count`, from either end; none if it is negative.
struct Mask {
    std::string with = "*";
    std::int64_t count = INT64_MAX;
    bool isFromEnd = false;
};
/// With the hash of its text and a salt behind it, in hexadecimal. What can be listed, such as
/// all telephone numbers, is found again by who knows the salt: a Keyed hash is better.
struct SaltedHash {
    Digest digest = Digest::Sha256;
    std::string salt;
};
/// With the HMAC-SHA256 of its type and text, in hexadecimal.
struct KeyedHash {
    Bytes key;
};
/// With `<PERSON:…>`, which PseudonymRestorer (restore.h) turns back. The same text of a type
/// always has the same. AES-SIV; the key has 64 bytes.
struct Pseudonym {
    Bytes key;
};
/// Its digits with others by FF1, and nothing else of it; with its type if it has fewer than six.
struct FormatPreserving {
    Bytes key; // 16, 24 or 32 bytes
};

using Operator = std::variant<Replace, Redact, Keep, Number, Mask, SaltedHash, KeyedHash, Pseudonym,
                              FormatPreserving>;

/// How each type is replaced.
struct Operators {
    std::map<std::string, Operator, std::less<>> byType;
    Operator otherwise = Replace{};
};

/// What became of one part of a text; half open, in bytes.
struct Change {
    std::size_t begin = 0; // in the text as it was
    std::size_t end = 0;
    std::size_t newBegin = 0; // in the text as it is now
    std::size_t newEnd = 0;
    std::string type;
};

/// A text and how it came to be, so that places in it can be moved along.
struct Replaced {
    std::string text;
    std::vector<Change> changes; // in order

    /// Where a region now begins or ends that began or ended at this byte: one within a replaced
    /// part covers all of what replaces it.
    std::size_t movedBegin(std::size_t begin) const;
    std::size_t movedEnd(std::size_t end) const;
};

/// Replaces the private parts of text after text, and knows who was who: hold one for a project.
class Replacer {
public:
    explicit Replacer(Operators operators) : m_operators(std::move(operators)) {}

    /// Spans in order, in bytes, within `text`. Where two overlap the first ends at the second.
    Replaced replace(std::string_view text, const std::vector<Span>& spans);
    /// What stands in place of one part.
    std::string replacementOf(std::string_view part, std::string_view type);

private:
    std::string numbered(std::string_view part, std::string_view type);

    Operators m_operators;
    std::map<std::string, std::map<std::string, std::size_t, std::less<>>, std::less<>> m_numbers;
};

} // namespace cartouche::privacy
