#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace cartouche::editor {

/// The labels of a region, or "No label".
std::string describeLabels(const config::LabelingInterface& interface,
                           const annotation::Area& area);

/// With the kind of its shape: "Car, rectangle".
std::string describeRegion(const config::LabelingInterface& interface,
                           const annotation::Area& area);

/// "rectangle", "key point"; of an area without a shape, "region".
std::string shapeName(const annotation::Area& area);

/// The beginning of a text with a blank in the place of blanks and line ends.
std::string singleLine(std::string_view text, std::size_t mostCodePoints);

/// Says which part of which text has which labels; "" of other regions.
std::string spanKeyOf(const config::LabelingInterface& interface, const annotation::Area& area);
std::set<std::string> spanKeysOf(const config::LabelingInterface& interface,
                                 const annotation::Document& document);

/// Of the first result that has one.
std::optional<double> scoreOf(const annotation::Area& area);

} // namespace cartouche::editor
