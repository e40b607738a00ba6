#pragma once

#include "core/text/markup_map.h"
#include "core/text/markup_tree.h"

#include <string>

namespace cartouche::text {

/// What a browser shows of a span of HTML, as its selection gives it: white space collapsed but in
/// `pre`, lines broken at each `br` and between blocks, tabs between the cells of a table. By the
/// names of elements alone: styles are the browser's.
std::string displayedText(const MarkupNode& root, const GlobalSpan& span);

} // namespace cartouche::text
