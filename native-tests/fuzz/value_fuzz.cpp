#include "core/values/base64.h"
#include "core/values/csv.h"
#include "core/values/value_type.h"

#include <cstdint>
#include <cstdlib>

/// The first line is a resolver, the rest what was fetched.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace cartouche::values;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::string_view rest = text.substr(line.size());
    if (const auto resolver = parseResolver(line)) {
        const auto cell = readCsvCell(rest, *resolver);
        if (!cell && cell.error().message.empty()) {
            std::abort();
        }
    }
    if (decodeBase64Unicode(rest) && !decodeBase64(rest)) {
        std::abort();
    }
    return 0;
}
