#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"

#include <functional>
#include <optional>
#include <set>
#include <string_view>

namespace cartouche::editor {

/// How many items the object of that name shows; at least 1.
using ItemCounter = std::function<int(std::string_view)>;

/// Everything that keeps the annotation from being submitted (spec/edge-cases.md 6): all gaps at
/// once, in document order, of controls that are not among `hidden`, each at the place of its
/// control in the config.
diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden,
                                  const ItemCounter& countItems);

/// The first control that keeps it from that; nullptr: none does.
const config::Control* findRefused(const config::LabelingInterface& interface,
                                   const annotation::Document& document,
                                   const std::set<const config::Tag*>& hidden,
                                   const ItemCounter& countItems);

/// Of a required control that is about each item, the first item without an answer.
std::optional<int> findUnanswered(const config::LabelingInterface& interface,
                                  const config::Control& control,
                                  const annotation::Document& document, int itemCount);

/// Of a required control that is asked of each region, the first region that it is asked of and
/// that has no answer (spec/edge-cases.md 6.2).
std::optional<annotation::AreaHandle>
findUnansweredRegion(const config::LabelingInterface& interface, const config::Control& control,
                     const annotation::Document& document);

/// Whether every control that is not among `hidden` is one that a single key or click answers, and
/// is answered: there is nothing left but to submit.
bool isDecided(const config::LabelingInterface& interface, const annotation::Document& document,
               const std::set<const config::Tag*>& hidden);

/// Whether the diagnostic is one of those that validate() finds.
bool isRefusal(const diagnostics::Diagnostic& diagnostic);

} // namespace cartouche::editor
