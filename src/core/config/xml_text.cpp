#include "core/config/xml_text.h"

#include <pugixml.hpp>

#include <algorithm>
#include <utility>

namespace cartouche::config {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Collects what pugixml prints.
struct MarkupWriter final : pugi::xml_writer {
    void write(const void* data, std::size_t size) override {
        markup.append(static_cast<const char*>(data), size);
    }
    std::string markup;
};

bool isText(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool isElement(const pugi::xml_node& node) {
    return node.type() == pugi::node_element;
}

bool hasElements(const pugi::xml_node& node) {
    return std::ranges::any_of(node.children(), isElement);
}

std::string innerMarkup(const pugi::xml_node& node) {
    MarkupWriter writer;
    for (const pugi::xml_node& child : node.children()) {
        child.print(writer, "", pugi::format_raw | pugi::format_no_declaration,
                    pugi::encoding_utf8);
    }
    return std::move(writer.markup);
}

std::string innerText(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node.children()) {
        text += isText(part) ? part.value() : "";
    }
    return text;
}

const char* findText(const pugi::xml_node& node) {
    for (const pugi::xml_node& part : node.children()) {
        const std::string_view text = isText(part) ? part.value() : "";
        if (const std::size_t first = text.find_first_not_of(kSpace); first < text.size()) {
            return text.data() + first;
        }
    }
    return nullptr;
}

} // namespace cartouche::config
