#include "core/json/json.h"
#include "core/privacy/code_points.h"
#include "core/privacy/operators.h"
#include "core/privacy/recognize.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace cartouche::privacy;

namespace {

/// With types in place of what is found.
std::string shown(std::string_view text, const RecognizeOptions& options = {}) {
    return Replacer({}).replace(text, Recognizer(options).find(text)).text;
}

} // namespace

TEST_CASE("finds addresses, numbers and dates in a text, and leaves the rest as it was") {
    CHECK(shown("Mail jane.doe+x@example.co.uk, or see https://example.org/a?b=c.") ==
          "Mail <EMAIL_ADDRESS>, or see <URL>.");
    CHECK(shown("Paid with 4111 1111 1111 1111 from DE89 3704 0044 0532 0130 00.") ==
          "Paid with <CREDIT_CARD> from <IBAN_CODE>.");
    CHECK(shown("Call +49 30 901820 or (212) 555-0123, host 192.168.0.1:80, ::1 too") ==
          "Call <PHONE_NUMBER> or <PHONE_NUMBER>, host <IP_ADDRESS>:80, <IP_ADDRESS> too");
    CHECK(shown("born 1980-02-29, on 3 March 2020, March 3rd, 2020 and 31/12/1999") ==
          "born <DATE_TIME>, on <DATE_TIME>, <DATE_TIME> and <DATE_TIME>");
    CHECK(shown("send to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT, MAC 01:23:45:67:89:ab") ==
          "send to <CRYPTO>, MAC <MAC_ADDRESS>");
}

TEST_CASE("finds nothing in numbers that are none of these") {
    for (const std::string_view text :
         {"4111 1111 1111 1112", "DE88370400440532013000", "version 1.2.3.4.5", "3.14159265",
          "12 of 34", "2020-13-45", "a@b", "@home", "1,234,567", "file.txt", "I saw 5 of them",
          "1BoatSLRHtKNngkdXEeobR76b53LETtpyU"}) {
        CHECK(shown(text) == text);
    }
}

TEST_CASE("a word before it decides about a number that could be anything") {
    CHECK(shown("it has 078051121 parts") == "it has 078051121 parts");
    CHECK(shown("her social security number is 078051121") ==
          "her social security number is <US_SSN>");
    CHECK(shown("driver license AC432223") == "driver license <US_DRIVER_LICENSE>");
    CHECK(shown("license plate AB12 CDE") == "license plate <LICENSE_PLATE>");
}

TEST_CASE("finds names behind titles, given names, and those that are listed") {
    CHECK(shown("Dr. Xanthippe van der Meer met Frau Müller.") ==
          "Dr. <PERSON> met Frau <PERSON>.");
    CHECK(shown("Maria Lopez's dog, and Thomas") == "<PERSON>'s dog, and <PERSON>");
    CHECK(shown("Will you? In May. A rose.") == "Will you? In May. A rose.");
    RecognizeOptions options;
    options.names.add("Zbigniew Ó Súilleabháin");
    options.names.add("Zbigniew");
    CHECK(shown("zbigniew Ó Súilleabháin and ZBIGNIEW", options) == "<PERSON> and <PERSON>");
    CHECK(shown("Zbigniewski", options) == "Zbigniewski");
}

TEST_CASE("looks only for the types that are asked for, from the threshold on") {
    const std::string_view text = "Thomas: a@b.org";
    CHECK(shown(text, {.types = {"EMAIL_ADDRESS"}}) == "Thomas: <EMAIL_ADDRESS>");
    CHECK(shown(text, {.threshold = 0.5}) == "Thomas: <EMAIL_ADDRESS>");
}

TEST_CASE("any bytes are searched, in time that grows with their number") {
    std::string bytes;
    for (int round = 0; round < 64; ++round) {
        for (int byte = 0; byte < 256; ++byte) {
            bytes += static_cast<char>(byte * (round + 1));
        }
    }
    CHECK_NOTHROW(Recognizer({}).find(bytes));
    for (const std::string_view hostile : {"1", "a", "@", "(", "1 ", "a.", "A ", ":", "<", "+1-"}) {
        std::string text;
        while (text.size() < 300'000) {
            text += hostile;
        }
        const auto start = std::chrono::steady_clock::now();
        Recognizer({}).find(text);
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        INFO(hostile);
        CHECK(passed.count() < 8);
    }
}

TEST_CASE("most of the characters that are private in real sentences are found") {
    namespace fs = std::filesystem;
    const fs::path path = fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "quality" /
                          "datasets" / "pii" / "presidio_research_synth_v2.json";
    if (!fs::exists(path)) {
        MESSAGE("skipped: the sentences are not beside this checkout");
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const auto sentences =
        *cartouche::json::parseJson(std::string{std::istreambuf_iterator<char>(file), {}});
    // What is found without a model.
    const std::set<std::string> asked{"CREDIT_CARD", "PHONE_NUMBER", "EMAIL_ADDRESS", "IBAN_CODE",
                                      "US_SSN",      "IP_ADDRESS",   "PERSON"};
    std::map<std::string, std::pair<double, double>> counts; // found, all; by type
    const Recognizer recognizer({});
    for (const auto& sentence : sentences) {
        const auto text = sentence["full_text"].get<std::string>();
        std::vector<bool> isFound(text.size() + 1);
        for (const Span& span : inCodePoints(text, recognizer.find(text))) {
            std::fill(isFound.begin() + static_cast<long>(span.begin),
                      isFound.begin() + static_cast<long>(span.end), true);
        }
        for (const auto& span : sentence["spans"]) {
            auto& [hits, all] = counts[span["entity_type"].get<std::string>()];
            for (auto at = span["start_position"].get<std::size_t>();
                 at < span["end_position"].get<std::size_t>(); ++at) {
                hits += isFound[at] ? 1 : 0;
                all += 1;
            }
        }
    }
    for (const auto& [type, count] : counts) {
        const double recall = count.first / count.second;
        MESSAGE(type << ": " << recall << " of " << count.second << " characters found");
        if (asked.contains(type)) {
            CHECK(recall > (type == "PERSON" ? 0.25 : type == "PHONE_NUMBER" ? 0.8 : 0.9));
        }
    }
}
