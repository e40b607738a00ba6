#include "cli/sample_report.h"

#include "cli/json_stream.h"
#include "cli/text_table.h"

#include <cstdint>
#include <format>
#include <optional>
#include <ostream>

namespace cartouche::cli {

void writePicksJson(std::ostream& out, const quality::Names& items, std::size_t labeled,
                    const Picks& picks) {
    JsonStream json(out);
    json.open('{');
    json.key("strategy");
    json.text(picks.strategy);
    json.key("items");
    json.count(items.size());
    json.key("labeled");
    json.count(labeled);
    json.key("next");
    json.open('[');
    for (const std::uint32_t item : picks.items) {
        json.open('{');
        json.key("item");
        json.text(items[item]);
        json.member("score",
                    picks.scores.empty() ? std::nullopt : std::optional(picks.scores[item]));
        json.close('}');
    }
    json.close(']');
    json.close('}');
    out << '\n';
}

void writePicksText(std::ostream& out, const quality::Names& items, std::size_t labeled,
                    const Picks& picks) {
    out << std::format("{}: {} of {} items are labeled; next\n\n{}      score\n", picks.strategy,
                       labeled, items.size(), cell("item"));
    for (const std::uint32_t item : picks.items) {
        out << std::format("{}  {:>9}\n", cell(items[item]),
                           picks.scores.empty() ? "-" : shown(picks.scores[item]));
    }
}

void writeCurveJson(std::ostream& out, std::string_view strategy,
                    std::span<const CurvePoint> curve) {
    JsonStream json(out);
    json.open('{');
    json.key("strategy");
    json.text(strategy);
    json.key("curve");
    json.open('[');
    for (const CurvePoint& point : curve) {
        json.open('{');
        json.key("labels");
        json.count(point.labels);
        json.member("accuracy", point.accuracy);
        json.member("accuracyDeviation", point.accuracyDeviation);
        json.member("f1", point.f1);
        json.member("f1Deviation", point.f1Deviation);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    out << '\n';
}

void writeCurveText(std::ostream& out, std::span<const CurvePoint> curve) {
    out << " labels   accuracy      (sd)  F1 of last      (sd)\n";
    for (const CurvePoint& point : curve) {
        out << std::format("{:7}  {:9.4f}  {:8.4f}  {:10.4f}  {:8.4f}\n", point.labels,
                           point.accuracy, point.accuracyDeviation, point.f1, point.f1Deviation);
    }
}

} // namespace cartouche::cli
