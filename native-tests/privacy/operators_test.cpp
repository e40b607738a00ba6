#include "core/privacy/format_preserving.h"
#include "core/privacy/operators.h"
#include "core/privacy/restore.h"
#include "core/privacy/synthetic_iv.h"
#include "core/privacy/validators.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

using namespace cartouche::privacy;

namespace {

Bytes hex(std::string_view text) {
    return parseHex(text).value();
}

const Bytes kLongKey(64, 7);

struct Restored {
    std::string text;
    std::size_t count = 0;
    std::size_t unknown = 0;
    std::size_t longest = 0; // of the parts that came
};

/// A text that comes in pieces of so many bytes.
Restored restore(std::string_view text, const Bytes& key, std::size_t piece = SIZE_MAX) {
    Restored restored;
    PseudonymRestorer restorer(key, [&restored](std::string_view part) {
        restored.text += part;
        restored.longest = std::max(restored.longest, part.size());
    });
    for (std::size_t at = 0; at < text.size(); at += std::min(piece, text.size() - at)) {
        restorer.feed(text.substr(at, piece));
    }
    restorer.finish();
    restored.count = restorer.count();
    restored.unknown = restorer.unknown();
    return restored;
}

} // namespace

TEST_CASE("AES-SIV gives the example of RFC 5297, and notices any change") {
    const Bytes key = hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    const Bytes context = hex("101112131415161718191a1b1c1d1e1f2021222324252627");
    const Bytes plain = hex("112233445566778899aabbccddee");
    const Bytes sealed = sealSiv(key, context, plain);
    CHECK(hexOf(sealed) == "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    CHECK(openSiv(key, context, sealed) == plain);
    Bytes changed = sealed;
    changed.back() ^= 1;
    CHECK_FALSE(openSiv(key, context, changed));
    CHECK_FALSE(openSiv(key, {}, sealed));
    CHECK_FALSE(openSiv(key, context, Bytes(15)));
    const Bytes longText(100, 'x');
    CHECK(openSiv(key, context, sealSiv(key, context, longText)) == longText);
}

TEST_CASE("HKDF and HMAC give the examples of RFC 5869 and RFC 4231") {
    CHECK(hexOf(deriveKey(Bytes(22, 0x0b), "", 42)) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    CHECK(hexOf(hmacSha256(bytesOf("Jefe"), bytesOf("what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("a pseudonym is the same for the same text, another for another type, and turns back") {
    Replacer replacer({.otherwise = Pseudonym{kLongKey}});
    const std::string jane = replacer.replacementOf("Jane Doe", "PERSON");
    CHECK(jane == Replacer({.otherwise = Pseudonym{kLongKey}}).replacementOf("Jane Doe", "PERSON"));
    CHECK(jane.starts_with("<PERSON:"));
    CHECK(jane != replacer.replacementOf("Jane Doe", "OTHER"));
    CHECK(jane != replacer.replacementOf("Jane Dow", "PERSON"));
    const Restored restored = restore("1 < 2, <b> " + jane + "> " + jane, kLongKey);
    CHECK(restored.text == "1 < 2, <b> Jane Doe> Jane Doe");
    CHECK(restored.count == 2);
    const Restored other = restore(jane, Bytes(64, 8));
    CHECK(other.text == jane);
    CHECK(other.unknown == 1);
}

TEST_CASE("a text is restored the same in pieces of any size, and no part of it waits for long") {
    Replacer replacer({.otherwise = Pseudonym{kLongKey}});
    const std::string jane = replacer.replacementOf("Jane Doe", "PERSON");
    const std::string text = "<<" + jane + "<PERSON:" + jane + "<i>1 < 2</i><PERSON:,A><>>" +
                             jane.substr(0, jane.size() - 1) + " " + std::string(5000, '<') + "<A";
    const Restored whole = restore(text, kLongKey);
    CHECK(whole.text == "<<Jane Doe<PERSON:Jane Doe<i>1 < 2</i><PERSON:,A><>>" +
                            jane.substr(0, jane.size() - 1) + " " + std::string(5000, '<') + "<A");
    CHECK(whole.count == 2);
    CHECK(whole.unknown == 0);
    for (const std::size_t piece : {1, 2, 3, 7, 64, 1000}) {
        CAPTURE(piece);
        const Restored restored = restore(text, kLongKey, piece);
        CHECK(restored.text == whole.text);
        CHECK(restored.count == whole.count);
        CHECK(restored.longest <= std::max(piece, jane.size()));
    }
}

TEST_CASE("numbers tell persons apart over texts, and each type counts by itself") {
    Replacer replacer({.otherwise = Number{}});
    const std::vector<Span> spans{{0, 3, "PERSON", 1}, {8, 11, "PERSON", 1}};
    CHECK(replacer.replace("Ann and Bob", spans).text == "<PERSON_1> and <PERSON_2>");
    CHECK(replacer.replace("Bob met Ann", spans).text == "<PERSON_2> met <PERSON_1>");
    CHECK(replacer.replacementOf("Ann", "CITY") == "<CITY_1>");
}

TEST_CASE("places in a text move with what is replaced in it") {
    Replacer replacer({});
    const Replaced replaced = replacer.replace("Ann and Bob!", {{0, 3, "A", 1}, {8, 11, "B", 1}});
    CHECK(replaced.text == "<A> and <B>!");
    const Replaced longer =
        Replacer({.otherwise = Replace{"0123456789"}}).replace("an Ann, Bo", {{3, 6, "A", 1}});
    CHECK(longer.text == "an 0123456789, Bo");
    CHECK(longer.movedBegin(2) == 2);
    CHECK(longer.movedBegin(3) == 3);
    CHECK(longer.movedBegin(5) == 3);
    CHECK(longer.movedEnd(5) == 13);
    CHECK(longer.movedEnd(6) == 13);
    CHECK(longer.movedBegin(8) == 15);
    CHECK(longer.movedEnd(3) == 3);
}

TEST_CASE("digits become other digits and keep their form; too few are not kept") {
    Replacer replacer({.otherwise = FormatPreserving{Bytes(32, 1)}});
    const std::string phone = replacer.replacementOf("+1 (212) 555-0123", "PHONE");
    CHECK(phone.size() == 17);
    CHECK(phone != "+1 (212) 555-0123");
    CHECK(phone[3] == '(');
    CHECK(replacer.replacementOf("12345", "PIN") == "<PIN>");
    const Bytes key(16, 1);
    CHECK(applyFf1(Direction::Encrypt, {key, {}}, "12345", 10).error() ==
          "5 digits can be guessed: there must be a million possible texts");
    CHECK(applyFf1(Direction::Encrypt, {key, {}}, "12a456", 10).error() ==
          "\"a\" is no digit below 10");
    CHECK(applyFf1(Direction::Encrypt, {key, {}}, std::string(80, '1'), 10).error() ==
          "80 digits are too many");
    const std::string most(70, '9');
    CHECK(applyFf1(Direction::Decrypt, {key, {}},
                   *applyFf1(Direction::Encrypt, {key, {}}, most, 10), 10) == most);
}

TEST_CASE("nothing that is no number passes as one") {
    for (const NamedValidator& validator : validators()) {
        for (const std::string_view text : {"", " ", "-", "x", "1", "ÄÖÜ", ":::", "%", "000000000x",
                                            "99999999999999999999999999", "A\xFF"}) {
            INFO(validator.name, " ", text);
            CHECK_FALSE(validator.isValid(text));
        }
    }
    CHECK(findValidator("unknown") == nullptr);
}

TEST_CASE("addresses are read as their standards say") {
    CHECK(isIpAddress("::"));
    CHECK(isIpAddress("::ffff:192.168.0.1"));
    CHECK_FALSE(isIpAddress("1::2::3"));
    CHECK_FALSE(isIpAddress("1:2:3:4:5:6:7"));
    CHECK_FALSE(isIpAddress("1:2:3:4:5:6:7:8:9"));
    CHECK_FALSE(isIpAddress("1:2:3:4:5:6:7:"));
    CHECK_FALSE(isIpAddress("01.2.3.4"));
    CHECK(isItalianCodiceFiscale("RCCMNL83S18D969H"));
    CHECK(isBitcoinAddress("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
    CHECK_FALSE(isBitcoinAddress("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"));
}
