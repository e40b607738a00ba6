#pragma once

#include "cli/json_stream.h"
#include "cli/model_report.h"
#include "core/quality/answer_table.h"
#include "core/quality/category_agreement.h"

#include <iosfwd>
#include <vector>

namespace cartouche::cli {

/// `{"items", "workers", "answers", "coefficients": {name: {"value", "observed", "expected"}},
/// "labels": {label: alpha}, "pairs": [{"workers", "items", "agreement", "kappa", …}],
/// "itemAgreement": {item: share}}`, and what model_report.h says of models; null is undefined.
void writeJson(std::ostream& out, const quality::AnswerTable& table,
               const quality::CategoryAgreement& agreement,
               const std::vector<ModelAgreement>& models);

/// The same without models as members of an object that is open.
void writeMembers(JsonStream& json, const quality::AnswerTable& table,
                  const quality::CategoryAgreement& agreement);

/// Tables for people, without models.
void writeText(std::ostream& out, const quality::AnswerTable& table,
               const quality::CategoryAgreement& agreement);

} // namespace cartouche::cli
