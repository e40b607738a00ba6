#pragma once

#include "core/quality/answer_table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::weak {

/// A label that an item has already, by somebody or by a model.
struct GivenLabel {
    std::string by; // the annotator, or the version of the model
    std::string label;
    bool isByModel = false;
    /// Of a model, how sure it is.
    std::optional<double> score;
};

/// What labeling functions see of one item.
struct Record {
    /// By the table's columns; shorter, or nothing, where it has no such field.
    std::vector<std::optional<std::string>> cells;
    std::vector<GivenLabel> given;

    /// nullptr: it has no such field, or nothing in it.
    const std::string* find(std::size_t column) const {
        return column < cells.size() && cells[column] && !cells[column]->empty() ? &*cells[column]
                                                                                 : nullptr;
    }
};

/// Items with fields; a record for each item name.
struct RecordTable {
    quality::Names items;
    quality::Names columns;
    std::vector<Record> records;
};

} // namespace cartouche::weak
