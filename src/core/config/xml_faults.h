#pragma once

#include <pugixml.hpp>

#include <string>

namespace cartouche::config {

/// Why a text is not XML, in words that say what to look for at the place of the fault.
std::string describeXmlFault(pugi::xml_parse_status status);

} // namespace cartouche::config
