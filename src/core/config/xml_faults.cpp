#include "core/config/xml_faults.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cartouche::config {

namespace {

struct Fault {
    pugi::xml_parse_status status;
    std::string_view text;
};

constexpr std::array kFaults{
    Fault{pugi::status_no_document_element,
          "This is not XML: there is no element in it; a config begins with <View>"},
    Fault{pugi::status_end_element_mismatch,
          "This end tag does not belong to the element that is open here, or the text ends before "
          "every element is closed"},
    Fault{pugi::status_unrecognized_tag,
          "A \"<\" stands here that begins no tag; write &lt; for it"},
    Fault{pugi::status_bad_start_element,
          "This start tag is broken, or is never closed with \">\""},
    Fault{pugi::status_bad_end_element, "This end tag is broken, or is never closed with \">\""},
    Fault{pugi::status_bad_attribute,
          "An attribute is broken here; it must be written as name=\"value\""},
    Fault{pugi::status_bad_comment, "This comment is never closed with \"-->\""},
    Fault{pugi::status_bad_cdata, "This CDATA section is never closed with \"]]>\""},
    Fault{pugi::status_bad_doctype, "This document type declaration is broken"},
    Fault{pugi::status_bad_pi, "This processing instruction is never closed with \"?>\""},
};

} // namespace

std::string describeXmlFault(pugi::xml_parse_status status) {
    const auto found = std::ranges::find(kFaults, status, &Fault::status);
    return std::string(found == kFaults.end() ? "This is not XML" : found->text);
}

} // namespace cartouche::config
