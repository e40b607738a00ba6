#include "quality/crowd_data.h"

#include "core/quality/answers_csv.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace cartouche::tests {

namespace {

using namespace quality;
namespace fs = std::filesystem;

std::string textOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, path.string() << " cannot be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

void readAnswers(const fs::path& path, const AnswersCsv::OnAnswer& onAnswer) {
    AnswersCsv csv(onAnswer);
    csv.feed(textOf(path));
    csv.finish();
    REQUIRE(csv.problems().empty());
}

/// The item and its truth, in each row behind the header.
template <typename OnTruth>
void readTruth(const fs::path& path, OnTruth onTruth) {
    bool isHeader = true;
    CsvRecords records([&](const std::vector<std::string_view>& cells, int) {
        if (!std::exchange(isHeader, false)) {
            onTruth(cells[0], cells[1]);
        }
    });
    records.feed(textOf(path));
    records.finish();
}

} // namespace

CrowdData readCrowdData(const fs::path& folder) {
    CrowdData data;
    readAnswers(folder / "label.csv",
                [&data](const AnswerRow& row) { data.table.add(row.item, row.worker, row.label); });
    sortLabels(data.table);
    groupByItem(data.table.answers, Repeats::Distinct);
    data.truth.resize(data.table.answers.items);
    readTruth(folder / "truth.csv", [&data](std::string_view item, std::string_view label) {
        if (const auto index = data.table.items.find(item)) {
            // A truth that nobody answered is no label; every answer is wrong then.
            data.truth[*index] =
                data.table.labels.find(label).value_or(static_cast<std::uint32_t>(-1));
        }
    });
    return data;
}

NumericCrowdData readNumericCrowdData(const fs::path& folder) {
    NumericCrowdData data;
    Names items;
    Names workers;
    readAnswers(folder / "answer.csv", [&](const AnswerRow& row) {
        data.answers.list.push_back(
            {items.indexOf(row.item), workers.indexOf(row.worker), numberOf(row.label).value()});
    });
    data.answers.items = items.size();
    data.answers.workers = workers.size();
    data.truth.resize(items.size());
    readTruth(folder / "truth.csv", [&](std::string_view item, std::string_view value) {
        if (const auto index = items.find(item)) {
            data.truth[*index] = numberOf(value);
        }
    });
    return data;
}

double accuracyOf(const CrowdData& data, const Matrix& probabilities) {
    const auto labels = labelsOf(probabilities);
    double right = 0;
    double known = 0;
    for (std::size_t item = 0; item < labels.size(); ++item) {
        known += data.truth[item] ? 1 : 0;
        right += data.truth[item] == labels[item] ? 1 : 0;
    }
    return right / known;
}

} // namespace cartouche::tests
