#include "core/config/labeling_interface.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto data =
        cartouche::json::parseJson(R"({"list":[1,{"value":"a"},{"value":"b"}],"text":"x"})");
    for (const cartouche::json::Json* task :
         {static_cast<const cartouche::json::Json*>(nullptr), &*data}) {
        const auto interface = cartouche::config::parseLabelConfig(text, task);
        for (const auto& diagnostic : interface.diagnostics()) {
            if (diagnostic.message.empty()) {
                std::abort();
            }
        }
    }
    return 0;
}
