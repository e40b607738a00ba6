#include "cli/budget_file.h"

#include "cli/draft_file.h"
#include "cli/input.h"
#include "cli/json_stream.h"
#include "core/json/json.h"
#include "core/privacy/noise_calibration.h"

#include <cmath>
#include <filesystem>
#include <format>

namespace cartouche::cli {

namespace {

using json::Json;
using privacy::PrivacyBudget;

/// NaN, which no budget takes, if it is no number.
double numberIn(const Json& object, const char* key) {
    return object.is_object() && object.contains(key) && object[key].is_number()
               ? object[key].get<double>()
               : std::nan("");
}

std::optional<PrivacyBudget> budgetOf(const Json& json, std::string& problem) {
    const double epsilon = numberIn(json, "epsilon");
    const double delta = numberIn(json, "delta");
    if (auto found = privacy::problemOfBudget(epsilon, delta)) {
        problem = *found;
        return std::nullopt;
    }
    PrivacyBudget budget(epsilon, delta);
    const Json spent = json.value("spent", Json::array());
    for (const Json& entry : spent) {
        const double rho = numberIn(entry, "rho");
        auto refused =
            budget.spend({json::textMember(entry, "query"), json::textMember(entry, "mechanism"),
                          numberIn(entry, "epsilon"), numberIn(entry, "delta"), rho});
        if (refused || !(rho >= 0)) {
            problem = "an expense in it is none: " + refused.value_or("its rho");
            return std::nullopt;
        }
    }
    return budget;
}

} // namespace

std::optional<PrivacyBudget> readBudget(const std::string& path, double epsilon, double delta,
                                        std::vector<Finding>& findings) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return PrivacyBudget(epsilon, delta);
    }
    const auto input = readInput(path);
    const auto json = input ? json::parseJson(input->text) : std::unexpected(input.error());
    if (!json) {
        findings.push_back({path, json.error()});
        return std::nullopt;
    }
    std::string problem;
    auto budget = budgetOf(*json, problem);
    if (!budget) {
        findings.push_back(
            {path, {diagnostics::Code::BadValue, "This is no budget: " + problem, {}}});
    }
    return budget;
}

bool writeBudget(const std::string& path, const PrivacyBudget& budget) {
    DraftFile file(path);
    JsonStream json(file.stream());
    json.open('{');
    json.member("epsilon", budget.epsilon());
    json.member("delta", budget.delta());
    json.key("spent");
    json.open('[');
    for (const privacy::Expense& expense : budget.expenses()) {
        json.open('{');
        json.key("query");
        json.text(expense.query);
        json.key("mechanism");
        json.text(expense.mechanism);
        json.member("epsilon", expense.epsilon);
        json.member("delta", expense.delta);
        json.member("rho", expense.rho);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    file.stream() << '\n';
    return file.keep();
}

} // namespace cartouche::cli
