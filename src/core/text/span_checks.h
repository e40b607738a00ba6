#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/text/markup_map.h"
#include "core/text/phrases.h"
#include "core/text/text_index.h"

namespace cartouche::text {

/// Whether the `value` of a stored span agrees with the text it is about. What is wrong comes as
/// Code::BadResult with a pointer from `value`; empty if nothing is. A missing `text` is not wrong
/// (it may be switched off), and a `text` that is a list belongs to another control.

/// Of Text: `start` and `end` in code points, and the text between them. Says so if the text agrees
/// with offsets of another unit, as programs write them that count differently.
diagnostics::Diagnostics checkTextSpan(const json::Json& value, const TextIndex& text);

/// Of HyperText: whether it can be found, and white space apart the text there.
diagnostics::Diagnostics checkMarkupSpan(const json::Json& value, const MarkupMap& map);

/// Of Paragraphs: phrases and offsets that exist, and white space apart the text there.
diagnostics::Diagnostics checkPhraseSpan(const json::Json& value, const Phrases& phrases);

} // namespace cartouche::text
