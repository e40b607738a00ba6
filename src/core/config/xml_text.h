#pragma once

#include <string>
#include <string_view>

namespace pugi {
class xml_node;
} // namespace pugi

namespace cartouche::config {

std::string_view trimmed(std::string_view text);

bool isElement(const pugi::xml_node& node);
bool hasElements(const pugi::xml_node& node);

/// What stands between an element's tags, markup and all.
std::string innerMarkup(const pugi::xml_node& node);

/// The text between an element's tags, entities resolved, without markup and comments.
std::string innerText(const pugi::xml_node& node);

/// Where the first text begins that stands directly in the element; nullptr if it has none. The
/// address is in the buffer that was parsed.
const char* findText(const pugi::xml_node& node);

} // namespace cartouche::config
