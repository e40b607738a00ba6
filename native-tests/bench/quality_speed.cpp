// How long quality control takes by itself, natively and as WebAssembly under Node:
//   quality-speed answers FILE     Dawid-Skene on answers (item,worker,label); repeats are dropped
//   quality-speed synthetic COUNT  the same, 20 rounds, on so many made-up answers
//   quality-speed text BYTES       all recognisers of private data on a text of that length
// Prints one JSON object; reading and making up are not in its time.

#include "core/privacy/recognize.h"
#include "core/quality/answer_table.h"
#include "core/quality/answers_csv.h"
#include "core/quality/dawid_skene.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <format>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

using namespace cartouche;

namespace {

template <typename Action>
double secondsOf(Action action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(std::size_t count, double seconds, std::size_t found, std::size_t repeats = 0) {
    std::cout << std::format("{{\"count\":{},\"seconds\":{},\"found\":{},\"repeats\":{}}}\n", count,
                             seconds, found, repeats);
}

void measure(const quality::Answers& answers, const quality::DawidSkeneOptions& options,
             std::size_t repeats = 0) {
    int rounds = 0;
    const double seconds =
        secondsOf([&] { rounds = quality::dawidSkene(answers, options).consensus.iterations; });
    print(answers.list.size(), seconds, static_cast<std::size_t>(rounds), repeats);
}

int measureFile(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    quality::AnswerTable table;
    quality::AnswersCsv csv(
        [&table](const quality::AnswerRow& row) { table.add(row.item, row.worker, row.label); });
    csv.feed(text);
    csv.finish();
    if (table.answers.list.empty()) {
        std::cerr << path << " holds no answers\n";
        return 1;
    }
    const std::size_t rows = table.answers.list.size();
    quality::groupByItem(table.answers, quality::Repeats::Distinct);
    measure(table.answers, {}, rows - table.answers.list.size());
    return 0;
}

/// Five answers an item, one of four labels, workers who are right in 80 of 100.
quality::Answers madeUp(std::size_t count) {
    quality::Answers answers{.items = (count + 4) / 5,
                             .workers = std::max<std::size_t>(10, count / 1000),
                             .labels = 4,
                             .list = {}};
    std::uint64_t state = 1; // Knuth's linear congruential generator
    const auto draw = [&state](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>((state >> 33U) % below);
    };
    for (std::size_t index = 0; index < count; ++index) {
        const auto item = static_cast<std::uint32_t>(index / 5);
        answers.list.push_back({item, draw(answers.workers), draw(100) < 80 ? item % 4 : draw(4)});
    }
    return answers;
}

/// Sentences with something private in each second one.
std::string letters(std::size_t bytes) {
    constexpr std::string_view kSentences[] = {
        "The meeting about the new harbour is on Tuesday, and everybody is asked to come early. ",
        "Write to maria.lopez@example.org or call +49 30 1234567 before the end of the week. ",
        "Nothing in the report surprised those who had read the one of the year before. ",
        "Her card 4111 1111 1111 1111 and the account DE89 3704 0044 0532 0130 00 were named. ",
    };
    std::string text;
    for (std::size_t at = 0; text.size() < bytes; ++at) {
        text += kSentences[at % std::size(kSentences)];
    }
    return text;
}

int measureText(std::size_t bytes) {
    const std::string text = letters(bytes);
    const privacy::Recognizer recognizer(privacy::RecognizeOptions{});
    std::size_t found = 0;
    const double seconds = secondsOf([&] { found = recognizer.find(text).size(); });
    print(text.size(), seconds, found);
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    const std::string_view what = count == 3 ? arguments[1] : "";
    if (what == "answers") {
        return measureFile(arguments[2]);
    }
    const auto size = count == 3 ? std::strtoull(arguments[2], nullptr, 10) : 0;
    if (what == "synthetic" && size > 0) {
        measure(madeUp(size), {.limits = {.iterations = 20, .change = -1, .gain = -1}});
        return 0;
    }
    if (what == "text" && size > 0) {
        return measureText(size);
    }
    std::cerr << "quality-speed answers FILE | synthetic COUNT | text BYTES\n";
    return 2;
}
