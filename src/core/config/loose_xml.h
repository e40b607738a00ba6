#pragma once

#include "core/diagnostics/diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// A place where a text that our parser reads is no XML; `offset` in bytes. Code::LooseXml if it is
/// read as it was meant, Code::XmlSyntax if something is lost.
struct LooseSpot {
    std::size_t offset = 0;
    diagnostics::Code code = diagnostics::Code::LooseXml;
    std::string message;
};

/// The usual slips that browsers, and so the reference, refuse: a bare "&", an entity of HTML, a
/// "<" in an attribute, text outside of the outermost element. Reports at most 50.
std::vector<LooseSpot> findLooseXml(std::string_view text);

} // namespace cartouche::config
