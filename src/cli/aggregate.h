#pragma once

#include "cli/json_stream.h"
#include "core/quality/answer_table.h"
#include "core/quality/methods.h"

#include <iosfwd>

namespace cartouche::cli {

/// What `cartouche aggregate` found out, and how to name it.
struct Aggregate {
    const quality::Method& method;
    const quality::AnswerTable& table;
    const quality::MethodResult& result;
    /// Where the truth is known, to tell how often the result has it.
    const quality::Gold& truth;
};

/// `{"method", "labels": {item: label}, "confidence": {item: probability}, "workers": {worker:
/// {"answers", "skill", "confusion"}}, …}`, written as it goes: for millions of items, too. Where
/// the truth of some items is known, workers have `known`: `answers` to these, how many were
/// `right`, Wilson's `interval`, shares of the `early` and the `late` half, and the `chance` of
/// halves as far apart. Beside a model workers have a `weight`, and the model has `modelWeight`.
void writeJson(std::ostream& out, const Aggregate& aggregate);

/// The same as members of an object that is open.
void writeMembers(JsonStream& json, const Aggregate& aggregate);

/// A table for people: the workers, then the items about which there is most doubt.
void writeText(std::ostream& out, const Aggregate& aggregate);

} // namespace cartouche::cli
