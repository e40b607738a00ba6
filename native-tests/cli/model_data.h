#pragma once

#include "cli/workplace.h"
#include "core/json/json.h"
#include "core/quality/crowdlab.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <format>
#include <string>
#include <string_view>

/// Answers of annotators and what a model says of the same items, as files.
namespace cartouche::tests {

using json::Json;

inline Json reportOf(const Run& run) {
    const auto report = json::parseJson(run.output);
    REQUIRE_MESSAGE(report, run.output);
    return *report;
}

/// Of items a to e, the last of which only "cy" answered, who is mostly wrong.
inline constexpr std::string_view kAnswers = "item,worker,label\n"
                                             "a,ann,x\na,bob,x\na,cy,y\n"
                                             "b,ann,y\nb,bob,y\nb,cy,x\n"
                                             "c,ann,x\nc,bob,x\nc,cy,y\n"
                                             "d,ann,y\nd,bob,y\nd,cy,x\n"
                                             "e,cy,y\n";

/// What a model says of them, and of f and g, which nobody answered.
inline constexpr std::string_view kSaid = "item,label,probability\n"
                                          "a,x,0.8\na,y,0.2\nb,x,0.2\nb,y,0.8\nc,x,0.7\nc,y,0.3\n"
                                          "d,x,0.3\nd,y,0.7\ne,x,0.7\ne,y,0.3\nf,x,0.5\nf,y,0.5\n"
                                          "g,x,0.9\ng,y,0.1\n";

inline quality::Answers answersOfCsv() {
    quality::Answers answers{.items = 5, .workers = 3, .labels = 2, .list = {}};
    for (std::uint32_t item = 0; item < 4; ++item) {
        answers.list.push_back({item, 0, item % 2});
        answers.list.push_back({item, 1, item % 2});
        answers.list.push_back({item, 2, 1 - (item % 2)});
    }
    answers.list.push_back({4, 2, 1});
    return answers;
}

inline quality::Crowdlab crowdOfCsv() {
    return quality::crowdlab(answersOfCsv(),
                             matrix({{0.8, 0.2}, {0.2, 0.8}, {0.7, 0.3}, {0.3, 0.7}, {0.7, 0.3}}));
}

/// A choice of a control, as Label Studio writes it.
inline std::string choice(std::string_view control, std::string_view label) {
    return std::format(R"({{"id":"{}{}","from_name":"{}","to_name":"t","type":"choices",
        "value":{{"choices":["{}"]}}}})",
                       control, label, control, label);
}

inline std::string annotation(int who, const std::string& results) {
    return std::format(R"({{"completed_by":{},"result":[{}]}})", who, results);
}

inline std::string prediction(std::string_view model, std::string_view score,
                              const std::string& results) {
    return std::format(R"({{"model_version":"{}","score":{},"result":[{}]}})", model, score,
                       results);
}

inline std::string task(int id, const std::string& annotations, const std::string& predictions) {
    return std::format(R"({{"id":{},"data":{{"t":"x"}},"annotations":[{}],"predictions":[{}]}})",
                       id, annotations, predictions);
}

} // namespace cartouche::tests
