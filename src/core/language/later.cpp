#include "core/language/later.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace cartouche::language {

std::string Later::said() const {
    if (!m_key) {
        return m_text;
    }
    std::vector<Argument> arguments;
    std::ranges::transform(m_arguments, std::back_inserter(arguments), [](const Kept& kept) {
        return kept.number ? Argument(kept.name, *kept.number) : Argument(kept.name, kept.text);
    });
    return say(*m_key, std::span<const Argument>(arguments));
}

Later later(Key key, std::initializer_list<Argument> arguments) {
    Later later;
    later.m_key = key;
    std::ranges::transform(arguments, std::back_inserter(later.m_arguments),
                           [](const Argument& argument) {
                               return Later::Kept{std::string(argument.name()),
                                                  std::string(argument.text()), argument.number()};
                           });
    return later;
}

} // namespace cartouche::language
