#include "cli/anonymity_report.h"

#include "cli/json_stream.h"
#include "cli/text_table.h"

#include <format>
#include <ostream>

namespace cartouche::cli {

namespace {

using privacy::AttributeRisk;
using privacy::Generalization;
using privacy::IdentityRisk;

void line(std::ostream& out, std::string_view name, const std::string& value,
          std::string_view meaning) {
    out << cell(name) << cell(value, 14) << meaning << '\n';
}

void writeIdentity(std::ostream& out, const IdentityRisk& risk) {
    line(out, "rows", std::format("{}", risk.rows), "");
    line(out, "classes", std::format("{}", risk.classes), "of rows alike in the quasi-identifiers");
    line(out, "k", std::format("{}", risk.smallest), "rows in the smallest class");
    line(out, "average size", shown(risk.average), "");
    line(out, "unique rows", shown(risk.unique), "share of rows alone in their class");
    line(out, "highest risk", shown(risk.highest), "to find the row of somebody");
    line(out, "average risk", shown(risk.averageRisk), "the same, of all rows");
}

void writeAttribute(std::ostream& out, const AttributeRisk& risk) {
    line(out, "l", std::format("{}", risk.distinct), "different sensitive values in each class");
    line(out, "entropy l", shown(risk.entropyL), "as many, if they were equally frequent");
    line(out, "t", shown(risk.closeness), "distance of a class from the whole table");
    line(out, "alpha", shown(risk.alpha), "highest share of one value in a class");
    line(out, "beta", shown(risk.beta), "highest gain of a value's share");
    line(out, "delta", shown(risk.delta), "highest change of a value's log share");
}

void writeIdentity(JsonStream& json, const IdentityRisk& risk) {
    json.key("rows");
    json.count(risk.rows);
    json.key("classes");
    json.count(risk.classes);
    json.key("k");
    json.count(risk.smallest);
    json.key("largest");
    json.count(risk.largest);
    json.member("average", risk.average);
    json.member("unique", risk.unique);
    json.member("highest_risk", risk.highest);
    json.member("average_risk", risk.averageRisk);
    json.member("discernibility", risk.discernibility);
}

void writeAttribute(JsonStream& json, const AttributeRisk& risk) {
    json.key("l");
    json.count(risk.distinct);
    json.member("entropy_l", risk.entropyL);
    json.member("t", risk.closeness);
    json.member("alpha", risk.alpha);
    json.member("beta", risk.beta);
    json.member("delta", risk.delta);
    json.key("recursive_c"); // from l = 2 on
    json.open('[');
    for (const std::optional<double>& most : risk.recursive) {
        json.number(most);
    }
    json.close(']');
}

void writeGeneralization(JsonStream& json, const AnonymityReport& report) {
    const Generalization& generalization = *report.generalization;
    json.key("generalization");
    json.open('{');
    json.key("levels");
    json.open('{');
    for (std::size_t at = 0; at < generalization.levels.size(); ++at) {
        json.key(report.quasiIdentifiers[at]);
        json.count(generalization.levels[at]);
    }
    json.close('}');
    json.key("suppressed");
    json.count(generalization.suppressed);
    json.member("loss", generalization.loss);
    json.key("nodes");
    json.count(generalization.nodes);
    json.key("reached");
    json.count(generalization.reached);
    json.close('}');
}

} // namespace

void writeText(std::ostream& out, const AnonymityReport& report) {
    if (report.generalization) {
        out << "levels of generalisation:\n";
        for (std::size_t at = 0; at < report.quasiIdentifiers.size(); ++at) {
            line(out, report.quasiIdentifiers[at],
                 std::format("{}", report.generalization->levels[at]), "");
        }
        line(out, "suppressed rows", std::format("{}", report.generalization->suppressed),
             "their classes stay too small");
        line(out, "loss", shown(report.generalization->loss), "bits of entropy");
        out << '\n';
    }
    if (!report.identity) {
        out << "No rows are left: the rest is undefined.\n";
        return;
    }
    writeIdentity(out, *report.identity);
    if (report.attribute) {
        writeAttribute(out, *report.attribute);
    }
}

void writeJson(std::ostream& out, const AnonymityReport& report) {
    JsonStream json(out);
    json.open('{');
    if (report.generalization) {
        writeGeneralization(json, report);
    }
    if (report.identity) {
        writeIdentity(json, *report.identity);
    }
    if (report.attribute) {
        writeAttribute(json, *report.attribute);
    }
    json.close('}');
    out << '\n';
}

} // namespace cartouche::cli
