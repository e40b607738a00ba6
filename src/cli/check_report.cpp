#include "cli/check_report.h"

#include "core/json/diagnostic_json.h"

#include <algorithm>
#include <format>

namespace cartouche::cli {

namespace {

using diagnostics::Severity;
using json::Json;

std::string counted(std::ptrdiff_t count, std::string_view noun) {
    return std::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary(const CheckResult& result) {
    if (result.findings.empty()) {
        return "No problems.";
    }
    const auto errors = std::ranges::count_if(result.findings, [](const Finding& finding) {
        return severityOf(finding.diagnostic.code) == Severity::Error;
    });
    const auto warnings = static_cast<std::ptrdiff_t>(result.findings.size()) - errors;
    return std::format("{}, {}.", counted(errors, "error"), counted(warnings, "warning"));
}

Json writeObject(const config::Tag& tag) {
    return {{"name", tag.name()}, {"type", tag.spelling()}, {"value", tag.text("value")}};
}

Json writeChoice(const config::Choice& choice) {
    Json out{{"value", choice.display}};
    if (choice.stored != choice.display) {
        out["alias"] = choice.stored;
    }
    if (!choice.hotkey.empty()) {
        out["hotkey"] = choice.hotkey;
    }
    if (choice.selected) {
        out["selected"] = true;
    }
    return out;
}

Json writeLabel(const config::Label& label) {
    Json out{{"value", label.display}, {"color", label.color}};
    if (label.stored != label.display) {
        out["alias"] = label.stored;
    }
    if (!label.hotkey.empty()) {
        out["hotkey"] = label.hotkey;
    }
    if (label.selected) {
        out["selected"] = true;
    }
    return out;
}

template <typename Items, typename Writer>
Json writeAll(const Items& items, Writer write) {
    Json out = Json::array();
    for (const auto& item : items) {
        out.push_back(write(item));
    }
    return out;
}

Json writeControl(const config::LabelingInterface& interface, const config::Control& control) {
    Json out{{"name", control.name},
             {"type", control.tag->spelling()},
             {"resultType", config::findTag(control.tag->kind())->resultType},
             {"toName", control.toNames}};
    for (const std::string_view attribute : {"required", "perRegion", "perItem"}) {
        if (control.tag->flag(attribute)) {
            out[std::string(attribute)] = true;
        }
    }
    if (const auto* choices = interface.findChoices(*control.tag)) {
        out["choice"] = control.tag->text("choice");
        out["choices"] = writeAll(choices->choices, writeChoice);
    } else if (const auto* labels = interface.findLabels(*control.tag)) {
        out["choice"] = control.tag->text("choice");
        out["labels"] = writeAll(labels->labels, writeLabel);
    }
    return out;
}

} // namespace

std::string writeText(const CheckResult& result) {
    std::string text;
    for (const Finding& finding : result.findings) {
        text += formatDiagnostic(finding.file, finding.diagnostic) + "\n";
    }
    return text + summary(result) + "\n";
}

Json writeReport(const CheckResult& result) {
    Json out{{"ok", !result.hasErrors()},
             {"objects", Json::array()},
             {"controls", Json::array()},
             {"diagnostics", Json::array()}};
    for (const config::Tag* tag : result.interface.objects()) {
        out["objects"].push_back(writeObject(*tag));
    }
    for (const config::Control& control : result.interface.controls()) {
        out["controls"].push_back(writeControl(result.interface, control));
    }
    for (const Finding& finding : result.findings) {
        Json diagnostic{{"file", finding.file}};
        diagnostic.update(json::writeDiagnostic(finding.diagnostic));
        out["diagnostics"].push_back(std::move(diagnostic));
    }
    return out;
}

} // namespace cartouche::cli
