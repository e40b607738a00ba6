#include "core/annotation/record.h"
#include "support/results.h"

#include <doctest/doctest.h>

using namespace cartouche;
using namespace cartouche::annotation;

namespace {

Record read(std::string_view text, RecordKind kind = RecordKind::Annotation) {
    return readRecord(*json::checkJson(std::string(text)), kind);
}

} // namespace

TEST_CASE("a record is read in the server's words and in the front end's") {
    const Record server = read(
        R"({"id":7,"completed_by":3,"created_at":"2024-01-01","lead_time":2.5,"was_cancelled":true,"ground_truth":true,"parent_prediction":9,"result":[]})");
    CHECK(server.pk == "7");
    CHECK(server.createdBy == "3");
    CHECK(server.createdAt == "2024-01-01");
    CHECK(server.leadTime == 2.5);
    CHECK(server.isSkipped);
    CHECK(server.isGroundTruth);
    CHECK(server.parentPrediction == "9");
    CHECK_FALSE(server.isReadonly);
    const Record page = read(
        R"({"pk":"8","createdBy":"Ann","createdDate":"today","leadTime":1,"skipped":true,"editable":false,"result":null})");
    CHECK(page.pk == "8");
    CHECK(page.createdBy == "Ann");
    CHECK(page.leadTime == 1);
    CHECK(page.isSkipped);
    CHECK(page.isReadonly);
    CHECK(page.result.text() == "null");
}

TEST_CASE("a draft with results wins over what was submitted, the id of a draft does not") {
    CHECK(read(R"({"result":[1],"draft":[2]})").result.text() == "[2]");
    CHECK(read(R"({"result":[1],"draft":5})").result.text() == "[1]");
    CHECK(read("[3]").result.text() == "[3]");
}

TEST_CASE("all that a prediction holds comes from a prediction, whatever it says") {
    const Record record = read(
        R"({"model_version":"v2","score":0.5,"result":[{"id":"a","type":"rating","from_name":"r","to_name":"t","value":{"rating":3},"origin":"manual"}]})",
        RecordKind::Prediction);
    CHECK(record.createdBy == "v2");
    CHECK(record.score == 0.5);
    CHECK(record.isReadonly);
    diagnostics::Diagnostics problems;
    const Document document = readDocument(record, tests::countingIds(), problems);
    CHECK(document.areas().all().front().origin == Origin::Prediction);
    CHECK(tests::saved(document).contains(R"("origin":"prediction")"));
}

TEST_CASE("a record is written to the letter, but for what was changed") {
    constexpr std::string_view kText =
        R"({ "id": 7, "x": [1.0], "lead_time":2.50, "result":[ ], "was_cancelled":false, "skipped":true})";
    Record record = read(kText);
    const std::string same = writeRecord(record, "[ ]");
    CHECK(
        same ==
        R"({"id":7,"x":[1.0],"lead_time":2.50,"result":[ ],"was_cancelled":false,"skipped":true})");
    record.leadTime = 4;
    record.isGroundTruth = true;
    record.isSkipped = false;
    CHECK(
        writeRecord(record, "[1]") ==
        R"({"id":7,"x":[1.0],"lead_time":4,"result":[1],"was_cancelled":false,"skipped":false,"ground_truth":true})");
    CHECK(writeRecord(read(R"({"result":"[]"})"), "[1]") == R"({"result":"[1]"})");
    CHECK(writeRecord(read("[3]"), "[4]") == "[4]");
}
