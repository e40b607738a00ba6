#pragma once

#include "core/annotation/document.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::annotation {

enum class RecordKind : std::uint8_t { Annotation, Prediction, Draft };

/// What stands around a result array: one of a task's annotations, predictions or drafts
/// (spec/results.md 2). Of the members that both the server and the front end name, either is read.
struct Record {
    RecordKind kind = RecordKind::Annotation;
    /// What the server calls it; empty if it was never saved there.
    std::string pk;
    /// Who made it; of a prediction, the version of the model.
    std::string createdBy;
    std::string createdAt;
    double leadTime = 0; // seconds
    std::optional<double> score;
    bool isGroundTruth = false;
    bool isSkipped = false;
    bool isReadonly = false;
    /// The pk of what it was copied from; empty: of nothing.
    std::string parentPrediction;
    std::string parentAnnotation;
    /// What is labeled: an unfinished draft, if there is one, wins over what was submitted.
    json::CheckedText result;
    json::CheckedText source;
};

/// Anything but an object is a record whose result it is.
Record readRecord(const json::CheckedText& source, RecordKind kind);

/// Reads the record's results. Those of a prediction all come from one, whatever they say.
Document readDocument(const Record& record, const IdSource& newId,
                      diagnostics::Diagnostics& diagnostics);

/// The record as JSON text, with another result array; all else that was not changed is as it came.
std::string writeRecord(const Record& record, std::string_view result);

} // namespace cartouche::annotation
