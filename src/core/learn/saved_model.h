#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/learn/logistic_regression.h"

#include <expected>
#include <string>
#include <vector>

namespace cartouche::learn {

/// What a model looks at.
enum class ModelInput { Text, Image, Numbers };

/// A model with all that it needs to be used elsewhere.
struct SavedModel {
    ModelInput input = ModelInput::Text;
    /// The field of a text or an image, or the fields of numbers.
    std::vector<std::string> fields;
    /// Of hashed texts.
    int bits = 13;
    /// What is taken off each number, and by what the rest is divided; of images and numbers.
    std::vector<double> means;
    std::vector<double> scales;
    std::vector<std::string> labels;
    LogisticRegression model;
};

std::string_view inputName(ModelInput input);

/// `{"format": "cartouche-model", "version": 1, ...}`; weights that are 0 are left out. All digits
/// are kept.
json::Json writeModel(const SavedModel& saved);

/// Code::BadValue with a pointer for what is no such model, of another version, or does not fit
/// together.
std::expected<SavedModel, diagnostics::Diagnostic> readModel(const json::Json& source);

} // namespace cartouche::learn
