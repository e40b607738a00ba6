#pragma once

#include "core/weak/function_reader.h"
#include "core/weak/labeling_functions.h"

#include <span>
#include <string_view>

namespace cartouche::weak {

using Vote = std::optional<std::uint32_t>;
using VoteFunction = std::function<Vote(const Record& record)>;

/// One type of labeling functions a row of the table in function_types_table.cpp.
struct FunctionType {
    std::string_view name;
    std::string_view about;
    /// The members beside `name` and `type` that it knows, with spaces between them.
    std::string_view members;
    /// What is wrong goes to the reader; then the result is not used.
    VoteFunction (*make)(FunctionReader& reader);
};

std::span<const FunctionType> allFunctionTypes();

/// The makers of those that look for words.
VoteFunction makeKeyword(FunctionReader& reader);
VoteFunction makeDictionary(FunctionReader& reader);
VoteFunction makeBetween(FunctionReader& reader);
VoteFunction makeRegex(FunctionReader& reader);

} // namespace cartouche::weak
