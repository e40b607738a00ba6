#include "core/privacy/code_points.h"
#include "core/privacy/recognize_pieces.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace cartouche::privacy;

namespace {

/// What a text that comes in pieces of so many bytes is made of, and all of it.
struct Heard {
    std::string text;
    std::vector<Span> spans;
    bool isInOrder = true;
};

Heard hear(const Recognizer& recognizer, std::string_view text, std::size_t piece) {
    Heard heard;
    PieceRecognizer pieces(recognizer, [&](std::string_view part, const Span* span) {
        if (span != nullptr) {
            heard.isInOrder = heard.isInOrder && span->begin == heard.text.size() &&
                              span->length() == part.size();
            heard.spans.push_back(*span);
        }
        heard.text += part;
    });
    for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
        pieces.feed(text.substr(0, piece));
    }
    pieces.finish();
    return heard;
}

void checkPieces(const Recognizer& recognizer, std::string_view text, std::size_t piece) {
    const Heard heard = hear(recognizer, text, piece);
    INFO("pieces of ", piece, " of ", text.substr(0, 200));
    CHECK(heard.isInOrder);
    CHECK((heard.text == text));
    CHECK((heard.spans == recognizer.find(text)));
}

std::string repeated(std::string_view part, std::size_t count) {
    std::string text;
    while (count-- > 0) {
        text += part;
    }
    return text;
}

/// Sentences, numbers, names and debris, one beside the other as it happens.
std::string madeUp(std::mt19937& random, std::size_t bytes) {
    static const std::vector<std::string> kParts{
        "maria.lopez@example.org",
        "+49 30 901820",
        "(212) 555-0123",
        "DE89 3704 0044 0532 0130 00",
        "4111 1111 1111 1111",
        "social security number 078051121",
        "phone " + repeated("x ", 250),
        "https://example.org/" + repeated("ab/", 900),
        "http://http://",
        "Dr. Xanthippe van der Meer",
        "Maria de la Cruz",
        "Maria " + repeated("van ", 40),
        "Zbigniew " + repeated("Ó", 3000),
        "3rd of March 2020",
        "1980-02-29",
        "::1",
        "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "\xF0\x9F\x98\x88",
        "\xE2\x82",
        "\xFF",
        repeated("é", 100) + "@example.org",
        "www." + repeated("ö", 1500),
        "Maria " + repeated("Ö", 60),
        "word",
        "12",
    };
    static const std::vector<std::string> kJoints{" ", " ", ", ", "\n", "", ".", "-", "@", "/"};
    std::string text;
    while (text.size() < bytes) {
        text += kParts[random() % kParts.size()];
        text += kJoints[random() % kJoints.size()];
    }
    return text;
}

} // namespace

TEST_CASE("a text in pieces holds what the whole holds, wherever it is cut") {
    RecognizeOptions options;
    options.names.add("Zbigniew " + repeated("Ó", 3000)); // longer than any address
    const Recognizer recognizer(std::move(options));
    std::mt19937 random(1);
    for (int round = 0; round < 40; ++round) {
        const std::string text = madeUp(random, 40'000);
        checkPieces(recognizer, text, 1 + random() % 9'000);
    }
    const std::string text = madeUp(random, 20'000);
    for (const std::size_t piece : {1U, 7U, 4095U, 4096U, 4097U, 1'000'000U}) {
        checkPieces(recognizer, text, piece);
    }
    checkPieces(recognizer, "", 1);
    checkPieces(recognizer, "a@b.org", 1);
}

TEST_CASE("a private part that never ends goes through in pieces, too") {
    const Recognizer recognizer({});
    for (const std::string_view part : {"http://", "a@b.org/", "1 ", "Maria Lopez "}) {
        checkPieces(recognizer, repeated(part, 20'000), 1U << 12U);
    }
}

TEST_CASE("no character is cut by what is found") {
    const Recognizer recognizer({});
    for (const std::string& text : {"Maria O" + repeated("ö", 60), "www.a" + repeated("ö", 1500),
                                    "Oö" + repeated("é", 100) + "@b.org"}) {
        for (const Span& span : recognizer.find(text)) {
            INFO(text);
            CHECK((span.end == text.size() || (text[span.end] & 0xC0) != 0x80));
            CHECK((text[span.begin] & 0xC0) != 0x80);
        }
    }
}

TEST_CASE("code points are counted across pieces as in the whole") {
    const std::string text =
        "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x88\xE2\x82\xE2\x82\x41\xFF\x80\x80\xF0\x9F";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        CodePointCounter counter;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            counter.pass(std::string_view(text).substr(at, piece));
            const std::size_t end = std::min(text.size(), at + piece);
            INFO(piece, " ", end);
            CHECK(counter.count() == inCodePoints(text, {{0, end, "", 0}})[0].end);
        }
    }
}
