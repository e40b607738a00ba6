#pragma once

#include "core/annotation/record.h"
#include "core/annotation/result_json.h"

#include <format>
#include <string>
#include <string_view>

namespace cartouche::tests {

/// Ids that tests can foresee: new-1, new-2, …
inline annotation::IdSource countingIds() {
    return [next = 0]() mutable { return std::format("new-{}", ++next); };
}

/// A result array that was read, and what was said about it.
struct Loaded {
    annotation::Document document;
    diagnostics::Diagnostics problems;
};

inline Loaded load(std::string_view results) {
    Loaded loaded;
    loaded.document = annotation::readResults(*json::checkJson(std::string(results)), countingIds(),
                                              loaded.problems);
    return loaded;
}

inline std::string saved(const annotation::Document& document) {
    return annotation::writeResults(document);
}

} // namespace cartouche::tests
