#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cartouche::editor {

enum class Grouping : std::uint8_t { Tree, Label, Type };
enum class Ordering : std::uint8_t { Creation, Score };
enum class ListDirection : std::uint8_t { Up, Down };

/// What the list of regions shows, and how (spec/embedding.md 8, Regions).
struct ListSettings {
    Grouping grouping = Grouping::Tree;
    Ordering ordering = Ordering::Creation;
    ListDirection direction = ListDirection::Up;
    /// What is looked for in labels, texts, notes and ids, whatever its case; a number is also that
    /// of a region. Empty: everything is shown.
    std::string search;
    /// As it was typed: regions with a lower score, or with none, are not shown. What is no number
    /// hides nothing.
    std::string leastScore;

    bool isFiltering() const { return !search.empty() || leastScoreNumber(); }
    std::optional<double> leastScoreNumber() const;
    bool operator==(const ListSettings&) const = default;
};

/// Regions that have something in common.
struct ListGroup {
    std::string title;
    std::vector<std::uint32_t> members; // places in the list that they were taken from, in order
};

/// The places in `regions` of those that are to be shown, in the order in which they are. Regions
/// without a score come behind those that have one, whichever way they are ordered.
std::vector<std::uint32_t> shownInOrder(const annotation::Document& document,
                                        std::span<const annotation::AreaHandle> regions,
                                        const ListSettings& settings);

/// By the first label of each, in the order of the config, those without one last; or by the kind
/// of their shapes. `shown` are places in `regions`.
std::vector<ListGroup> groupRegions(const config::LabelingInterface& interface,
                                    const annotation::Document& document,
                                    std::span<const annotation::AreaHandle> regions,
                                    std::span<const std::uint32_t> shown, Grouping grouping);

} // namespace cartouche::editor
