#pragma once

#include <cstddef>
#include <string_view>

namespace cartouche::privacy {

/// How many characters an IBAN of a country has (SWIFT, IBAN Registry); 0 for what is none.
std::size_t ibanLengthOf(std::string_view country);

} // namespace cartouche::privacy
