#pragma once

#include "core/privacy/spans.h"

#include <string_view>
#include <vector>

namespace cartouche::privacy {

/// The same spans, which count bytes of `text`, in code points. One past its end is its end.
std::vector<Span> inCodePoints(std::string_view text, std::vector<Span> spans);

/// The other way round.
std::vector<Span> inBytes(std::string_view text, std::vector<Span> spans);

} // namespace cartouche::privacy
