#pragma once

#include "core/json/json.h"
#include "ui/text_messages.h"

#include <cstdint>
#include <span>

namespace cartouche::web {

// The details of the events of texts, as shell/protocol.ts has them.
json::Json writeShownText(std::uint32_t widget, const ui::ShownText& text);
json::Json writeTextSpans(std::uint32_t widget, const ui::TextSpans& spans);
json::Json writeTextRelations(std::uint32_t widget, std::span<const ui::TextRelation> relations);
json::Json writeTextState(std::uint32_t widget, const ui::TextState& state);
json::Json writeTextPlaces(std::span<const ui::TextPlace> places, const ui::Covers& covers);

} // namespace cartouche::web
