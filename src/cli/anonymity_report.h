#pragma once

#include "core/privacy/disclosure.h"
#include "core/privacy/generalization.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// What `cartouche anonymity` found out.
struct AnonymityReport {
    std::optional<privacy::IdentityRisk> identity;
    std::optional<privacy::AttributeRisk> attribute; // of the sensitive column, if one is named
    std::optional<privacy::Generalization> generalization;
    std::vector<std::string> quasiIdentifiers;
};

void writeText(std::ostream& out, const AnonymityReport& report);
void writeJson(std::ostream& out, const AnonymityReport& report);

} // namespace cartouche::cli
