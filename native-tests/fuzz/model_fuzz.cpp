#include "core/json/json.h"
#include "core/learn/saved_model.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A saved model that is read says the same once it is written and read again, and labels what it
/// is shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace cartouche;
    const auto source = json::parseJson({reinterpret_cast<const char*>(bytes), size});
    const auto model = source ? learn::readModel(*source) : std::unexpected(source.error());
    if (!model || model->model.weights.values().size() > std::size_t{1} << 16U) {
        return 0;
    }
    const json::Json written = learn::writeModel(*model);
    const auto again = learn::readModel(written);
    if (!again || learn::writeModel(*again) != written) {
        std::abort();
    }
    const quality::Matrix nothing(1, model->model.weights.columns());
    if (model->model.predict(nothing).columns() != model->labels.size()) {
        std::abort();
    }
    return 0;
}
