#include "core/quality/answer_table.h"
#include "core/quality/answers_csv.h"

#include <doctest/doctest.h>

#include <format>

using namespace cartouche::quality;

namespace {

struct Read {
    std::string rows;
    std::string problems;
};

/// In pieces of so many bytes.
Read read(std::string_view text, std::size_t piece = 1) {
    Read result;
    AnswersCsv csv([&result](const AnswerRow& row) {
        result.rows += std::format("{}/{}/{};", row.item, row.worker, row.label);
    });
    for (std::size_t at = 0; at < text.size(); at += piece) {
        csv.feed(text.substr(at, piece));
    }
    csv.finish();
    for (const auto& problem : csv.problems()) {
        result.problems += std::format("{}: {}\n", problem.where.line, problem.message);
    }
    return result;
}

} // namespace

TEST_CASE("answers are read from CSV in pieces of any size") {
    const std::string_view text = "\xEF\xBB\xBFlabel,\"item\",worker,more\r\n"
                                  "cat,1,ann,x\r\n\r\n"
                                  "\"a \"\"big\"\"\r\ncat, really\",2,bob,y\r\n"
                                  ",3,ann,left out\r\n"
                                  "5\" pipe,4,ann,z";
    for (const std::size_t piece : {1, 7, 1000}) {
        const Read result = read(text, piece);
        CHECK(result.rows == "1/ann/cat;2/bob/a \"big\"\r\ncat, really;4/ann/5\" pipe;");
        CHECK(result.problems.empty());
    }
    CHECK(read("task\tannotator\tanswer\r1\ta\tx\r2\tb\ty").rows == "1/a/x;2/b/y;");
}

TEST_CASE("what is wrong with CSV of answers is told with its line") {
    CHECK(read("").problems ==
          "1: This file is empty; it needs a header such as item,worker,label\n");
    CHECK(read("item,who,label\n1,a,x\n").problems ==
          "1: The header has no column \"worker\"; it has item, who, label. It must name item, "
          "worker and label\n");
    CHECK(read("item,worker,label\n1,a,x\n2;b;y\n\n,c,z\n4,,z\n").problems ==
          "3: This row has 1 of 3 cells; it is left out. Is a separator missing?\n"
          "5: This row names no item; it is left out\n"
          "6: This row names no worker; it is left out\n");
}

TEST_CASE("NaN is no label, and told; an empty cell is no answer") {
    CHECK(read("item,worker,label\n1,a,NaN\n1,b,\n1,c,x\n").problems ==
          "2: The label \"NaN\" means that there is none in what wrote this file; the row is left "
          "out\n");
}

TEST_CASE("JSON in place of CSV is recognized, and a long header is not told whole") {
    CHECK(read("[{\"id\": 1},\n{\"id\": 2}]").problems ==
          "1: This is JSON, not CSV with a header such as item,worker,label. Tasks with their "
          "annotations are read together with their config\n");
    CHECK(read(std::string(5000, 'x') + "\n1,2,3").problems.size() < 1000);
}

TEST_CASE("labels stand as numbers do, before texts") {
    AnswerTable table;
    for (const char* label : {"10", "b", "9", "a", "1.5"}) {
        table.add("item", "worker", label);
    }
    sortLabels(table);
    CHECK(std::vector<std::string>(table.labels.begin(), table.labels.end()) ==
          std::vector<std::string>{"1.5", "9", "10", "a", "b"});
    CHECK(table.answers.list[0].label == 2);
}
