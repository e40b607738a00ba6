#include "core/annotation/annotation.h"

namespace cartouche::annotation {

const ChoicesResult* Annotation::findChoices(std::string_view fromName) const {
    for (const Result& result : results) {
        const auto* choices = std::get_if<ChoicesResult>(&result);
        if (choices != nullptr && choices->fromName == fromName) {
            return choices;
        }
    }
    return nullptr;
}

} // namespace cartouche::annotation
