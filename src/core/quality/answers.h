#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::quality {

/// One annotator's answer to one item, each as an index.
struct Answer {
    std::uint32_t item = 0;
    std::uint32_t worker = 0;
    std::uint32_t label = 0;

    bool operator==(const Answer&) const = default;
};

/// Categorical answers of a crowd. Indexes are below the numbers of items, workers and labels. What
/// an annotator left out is simply not there.
struct Answers {
    std::size_t items = 0;
    std::size_t workers = 0;
    std::size_t labels = 0;
    std::vector<Answer> list;
};

/// What to make of several answers of one worker to one item. Distinct drops those that are alike,
/// as published studies of crowd data do; First and Last keep one.
enum class Repeats { All, Distinct, First, Last };

/// Stands the answers item by item, in their order otherwise, and drops repeats. Linear in them.
void groupByItem(Answers& answers, Repeats repeats);

/// How often each item got each label belongs to a matrix; this is where each item's answers begin
/// in a list that is grouped, with one more for the end.
std::vector<std::size_t> itemStarts(const Answers& answers);

} // namespace cartouche::quality
