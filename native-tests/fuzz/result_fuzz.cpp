#include "core/annotation/result_json.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto value = cartouche::json::parseJson(text);
    if (!value) {
        return 0;
    }
    cartouche::diagnostics::Diagnostics problems;
    const auto newId = [] { return std::string("id"); };
    const auto document = cartouche::annotation::readResults(*value, newId, problems);
    // What was written once is read as the same, and written as the same again.
    const auto written = cartouche::annotation::writeResults(document);
    const auto again = cartouche::annotation::readResults(written, newId, problems);
    if (cartouche::annotation::writeResults(again) != written) {
        std::abort();
    }
    return 0;
}
