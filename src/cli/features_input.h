#pragma once

#include "cli/records_input.h"
#include "core/learn/saved_model.h"
#include "core/quality/answer_table.h"
#include "core/quality/consensus.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// Which fields of items a model looks at; one kind of them.
struct FeatureOptions {
    std::string text;
    std::string image;
    std::vector<std::string> numbers; // "all": every field that is a number in every item
    std::string scale = "each";       // of numbers; or "alike"
    int bits = 13;

    bool isAny() const { return !text.empty() || !image.empty() || !numbers.empty(); }
};

/// Adds `--text`, `--image`, `--numbers`, `--scale` and `--bits`.
void addFeatureOptions(CLI::App& command, FeatureOptions& options);

/// Features of all items of a table, and how they were made: a model without labels and weights.
/// Numbers and images are shifted and scaled to mean 0 and variance 1, constant ones to 0; numbers
/// that are to be scaled alike, only divided by the largest of all.
struct ItemFeatures {
    learn::SavedModel recipe;
    learn::SparseMatrix features;
};

/// Images are files, named from the folder of `dataPath`. Nothing, with findings, if a field is not
/// there, is no number or no image.
std::optional<ItemFeatures> makeFeatures(const std::string& dataPath, const RecordsInput& input,
                                         const FeatureOptions& options,
                                         std::vector<Finding>& findings);

/// The same of other items, as a model wants them.
std::optional<learn::SparseMatrix> makeFeatures(const std::string& dataPath,
                                                const RecordsInput& input,
                                                const learn::SavedModel& recipe,
                                                std::vector<Finding>& findings);

/// Labels of some items, as CSV with the columns item and label or truth says.
struct ItemLabels {
    std::vector<std::string> names; // in the order of quality::sortLabels
    quality::Gold labels;           // of each item
};

/// Of two labels of an item the last one counts. A label of an item that is not there is ignored.
/// `known` are labels that stand first, such as those of a model.
ItemLabels readItemLabels(const std::string& path, const quality::Names& items,
                          std::vector<Finding>& findings,
                          const std::vector<std::string>& known = {});

} // namespace cartouche::cli
