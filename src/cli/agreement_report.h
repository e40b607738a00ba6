#pragma once

#include "cli/json_stream.h"
#include "core/quality/answer_table.h"
#include "core/quality/category_agreement.h"

#include <iosfwd>

namespace cartouche::cli {

/// `{"items", "workers", "answers", "coefficients": {name: {"value", "observed", "expected"}},
/// "labels": {label: alpha}, "pairs": [{"workers", "items", "agreement", "kappa", …}],
/// "itemAgreement": {item: share}}`; null is undefined.
void writeJson(std::ostream& out, const quality::AnswerTable& table,
               const quality::CategoryAgreement& agreement);

/// The same as members of an object that is open.
void writeMembers(JsonStream& json, const quality::AnswerTable& table,
                  const quality::CategoryAgreement& agreement);

/// Tables for people.
void writeText(std::ostream& out, const quality::AnswerTable& table,
               const quality::CategoryAgreement& agreement);

} // namespace cartouche::cli
