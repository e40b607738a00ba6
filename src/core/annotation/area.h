#pragma once

#include "core/annotation/name.h"
#include "core/annotation/result_types.h"
#include "core/geometry/shapes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::annotation {

using Texts = std::vector<std::string>;
/// From the root of a tree of choices to the one that is chosen.
using Path = std::vector<std::string>;
/// The items of a Ranker in each of its columns, best first, columns in the order of the JSON.
using Columns = std::vector<std::pair<std::string, Texts>>;

/// What a control says. monostate: nothing beyond the shape, or something that is not understood
/// and stays as it came.
using Answer = std::variant<std::monostate, double, std::string, Texts, std::vector<Path>, Columns>;

/// What one control says about an area: one object of the array `result` (spec/results.md 3).
struct Result {
    static constexpr std::uint32_t kNew = 0xFFFFFFFF;

    Name control; // from_name
    ResultType type = ResultType::Unknown;
    Answer answer;
    std::optional<double> score;
    bool isReadonly = false;
    /// Where it stood in the array that was loaded.
    std::uint32_t position = kNew;
    /// The JSON that it was loaded from, in the text that its Document keeps; empty if it is new.
    std::string_view source;

    /// None, unless it is of a control whose answers are labels.
    std::span<const std::string> labels() const;

    bool operator==(const Result&) const = default;
};

enum class Origin : std::uint8_t { Manual, Prediction, PredictionChanged };

/// What a region tells a model that is asked (spec/tags.md 2.2): there, or not there.
enum class Prompt : std::uint8_t { Positive, Negative };

/// Of the medium that an area lies on, as results repeat it. 0: not known.
struct MediumSize {
    int width = 0;     // pixels
    int height = 0;    // pixels
    int rotation = 0;  // degrees of the view when it was saved; only ever written
    double length = 0; // seconds

    bool operator==(const MediumSize&) const = default;
};

/// What all results with one id are about: a region of an object, or an object as a whole.
struct Area {
    static constexpr int kWholeObject = -1;

    std::string id;
    Name object; // to_name
    /// Of an object with several items, the one that it lies on, from 0.
    int item = kWholeObject;
    /// The item is a page, and results say the place as spec/results.md 4.23 has it.
    bool isOnPage = false;
    /// Nothing: the results are about the object as a whole.
    std::optional<geometry::Shape> shape;
    std::vector<Result> results;
    /// The id of the area that it is filed under; empty: none. It need not exist.
    std::string parent;
    /// What a labeler noted on it: meta.text.
    std::string note;
    Origin origin = Origin::Manual;
    MediumSize medium;
    /// Of the session: never saved, never undone (spec/edge-cases.md 5.7).
    bool isHidden = false;
    bool isLocked = false;
    /// Its results are no longer written as they came.
    bool isTouched = false;
    /// Of areas that lie over each other the one with the higher number lies above, among equals
    /// the later one. Saved as the order of the results.
    int order = 0;

    /// It was drawn to ask a model, and goes when the model's answer is taken or refused.
    std::optional<Prompt> prompt;

    bool isRegion() const { return shape.has_value(); }
    /// Whether any of its results is: then none of it may be changed.
    bool isReadonly() const;
    const Result* find(std::string_view control) const;

    bool operator==(const Area&) const = default;
};

enum class Direction : std::uint8_t { Left, Right, Both };

/// An arrow from one region to another (spec/results.md 6).
struct Relation {
    std::string from;
    std::string to;
    Direction direction = Direction::Right;
    Texts labels;
    bool isTouched = false;
    std::uint32_t position = Result::kNew;
    std::string_view source; // as a Result's

    bool operator==(const Relation&) const = default;
};

} // namespace cartouche::annotation
