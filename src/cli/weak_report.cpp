#include "cli/weak_report.h"

#include "cli/json_stream.h"
#include "cli/text_table.h"
#include "core/quality/honeypots.h"
#include "core/quality/voting.h"

#include <algorithm>
#include <format>
#include <numeric>

namespace cartouche::cli {

namespace {

using quality::Matrix;
using weak::FunctionReport;
using Labels = std::vector<std::optional<std::uint32_t>>;

/// How often labels are right, among items with both a label and a truth, and F1 of each label
/// among all items with a truth.
struct Score {
    std::size_t known = 0;
    std::size_t labeled = 0;
    std::size_t right = 0;
    std::vector<double> hits;
    std::vector<double> given;
    std::vector<double> real;

    Score(const Labels& labels, const quality::Gold& truth, std::size_t count)
        : hits(count), given(count), real(count) {
        for (std::size_t item = 0; item < labels.size(); ++item) {
            if (!truth[item]) {
                continue;
            }
            ++known;
            ++real[*truth[item]];
            if (labels[item]) {
                ++labeled;
                ++given[*labels[item]];
                right += labels[item] == truth[item] ? 1 : 0;
                hits[*labels[item]] += labels[item] == truth[item] ? 1 : 0;
            }
        }
    }
    std::optional<double> accuracy() const {
        return labeled > 0
                   ? std::optional(static_cast<double>(right) / static_cast<double>(labeled))
                   : std::nullopt;
    }
    std::optional<double> f1(std::size_t label) const {
        const double all = given[label] + real[label];
        return all > 0 ? std::optional(2 * hits[label] / all) : std::nullopt;
    }
};

Labels labelsOf(const WeakResult& weak, const Matrix& probabilities) {
    Labels labels = weak::labelsOf(probabilities, weak.ties);
    for (std::size_t item = 0; item < labels.size(); ++item) {
        if (std::ranges::max(probabilities.row(item)) < weak.least) {
            labels[item].reset();
        }
    }
    return labels;
}

/// Of the item's most probable label, whether or not it counts.
double sureness(const WeakResult& weak, std::size_t item) {
    return std::ranges::max(weak.result.probabilities.row(item));
}

void writeInterval(JsonStream& json, std::size_t right, std::size_t count) {
    json.key("interval95");
    if (count == 0) {
        json.number(std::nullopt);
        return;
    }
    const auto interval =
        quality::wilsonInterval(static_cast<double>(right), static_cast<double>(count));
    json.open('[');
    json.number(interval.low);
    json.number(interval.high);
    json.close(']');
}

void writeCount(JsonStream& json, std::string_view name, std::size_t count) {
    json.key(name);
    json.count(count);
}

void writeFunction(JsonStream& json, const WeakResult& weak, std::size_t index) {
    const FunctionReport& function = weak.functions.functions[index];
    json.open('{');
    json.key("labels");
    json.open('[');
    for (const std::uint32_t label : function.polarity) {
        json.text(weak.votes.labels[label]);
    }
    json.close(']');
    writeCount(json, "votes", function.votes);
    json.member("coverage", function.coverage);
    json.member("overlaps", function.overlaps);
    json.member("conflicts", function.conflicts);
    writeCount(json, "known", function.known);
    json.member("accuracy", function.accuracy());
    writeInterval(json, function.right, function.known);
    json.member("estimatedAccuracy",
                weak.result.accuracies.empty() ? std::nullopt : weak.result.accuracies[index]);
    json.close('}');
}

void writeScore(JsonStream& json, const WeakResult& weak, const Score& score) {
    json.open('{');
    writeCount(json, "known", score.known);
    writeCount(json, "labeled", score.labeled);
    json.member("accuracy", score.accuracy());
    writeInterval(json, score.right, score.labeled);
    json.key("f1");
    json.open('{');
    for (std::size_t label = 0; label < weak.votes.labels.size(); ++label) {
        json.member(weak.votes.labels[label], score.f1(label));
    }
    json.close('}');
    json.close('}');
}

void writeSummary(JsonStream& json, const WeakResult& weak) {
    json.key("model");
    json.text(weak.model.name);
    writeCount(json, "items", weak.votes.items.size());
    json.member("coverage", weak.functions.coverage);
    json.member("overlap", weak.functions.overlap);
    json.member("conflict", weak.functions.conflict);
    writeCount(json, "rounds", static_cast<std::size_t>(weak.result.iterations));
    json.member("loss", weak.result.loss);
    json.key("functions");
    json.open('{');
    for (std::size_t index = 0; index < weak.votes.workers.size(); ++index) {
        json.key(weak.votes.workers[index]);
        writeFunction(json, weak, index);
    }
    json.close('}');
}

void writeLabels(JsonStream& json, const WeakResult& weak, const Labels& labels) {
    json.key("labels");
    json.open('{');
    for (std::size_t item = 0; item < labels.size(); ++item) {
        json.key(weak.labeled.items[item]);
        if (labels[item]) {
            json.text(weak.labeled.labels[*labels[item]]);
        } else {
            json.number(std::nullopt);
        }
    }
    json.close('}');
    json.key("probabilities");
    json.open('{');
    for (std::size_t item = 0; item < labels.size(); ++item) {
        json.key(weak.labeled.items[item]);
        json.open('{');
        for (std::size_t label = 0; label < weak.labeled.labels.size(); ++label) {
            json.member(weak.labeled.labels[label], weak.result.probabilities(item, label));
        }
        json.close('}');
    }
    json.close('}');
}

void writeFunctionTable(std::ostream& out, const WeakResult& weak) {
    out << std::format("\n{}    votes  overlaps  conflicts   accuracy (of)   estimate\n",
                       cell("function"));
    const std::size_t count = weak.votes.workers.size();
    for (std::size_t index = 0; index < std::min(count, kMostRows); ++index) {
        const FunctionReport& function = weak.functions.functions[index];
        const auto estimate =
            weak.result.accuracies.empty() ? std::nullopt : weak.result.accuracies[index];
        out << std::format("{}  {:7}  {:8.4f}  {:9.4f}  {:>9} {:>5}  {:>9}\n",
                           cell(weak.votes.workers[index]), function.votes, function.overlaps,
                           function.conflicts, shown(function.accuracy()),
                           std::format("({})", function.known), estimate ? shown(estimate) : "-");
    }
    if (count > kMostRows) {
        out << std::format("… and {} more; --json has all\n", count - kMostRows);
    }
}

void writeItemTable(std::ostream& out, const WeakResult& weak, const Labels& labels) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t rows = std::min(order.size(), kMostRows);
    std::ranges::stable_sort(order, {}, [&](std::size_t item) { return sureness(weak, item); });
    out << std::format("\n{}  {}  probability\n", cell("item"), cell("label"));
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t item = order[row];
        out << std::format(
            "{}  {}  {:11.4f}\n", cell(weak.labeled.items[item]),
            cell(labels[item] ? std::string_view(weak.labeled.labels[*labels[item]]) : "-"),
            sureness(weak, item));
    }
    if (order.size() > rows) {
        out << std::format("… and {} more, of which it is surer; --json has all\n",
                           order.size() - rows);
    }
}

} // namespace

void writeJson(std::ostream& out, const WeakResult& weak) {
    const Labels labels = labelsOf(weak, weak.result.probabilities);
    const std::size_t count = weak.votes.labels.size();
    JsonStream json(out);
    json.open('{');
    writeSummary(json, weak);
    if (const Score score(labels, weak.truth, count); score.known > 0) {
        json.key("score");
        writeScore(json, weak, score);
        json.key("majorityScore"); // no model beats it reliably
        const auto majority = quality::majorityVote(weak.labeled.answers).probabilities;
        writeScore(json, weak, Score(labelsOf(weak, majority), weak.truth, count));
    }
    writeLabels(json, weak, labels);
    json.close('}');
    out << '\n';
}

void writeText(std::ostream& out, const WeakResult& weak) {
    const Labels labels = labelsOf(weak, weak.result.probabilities);
    const std::size_t count = weak.votes.labels.size();
    out << std::format("{}: {} functions, {} items, {} of which have a vote, {} several, {} "
                       "different ones\n",
                       weak.model.name, weak.votes.workers.size(), weak.votes.items.size(),
                       shown(weak.functions.coverage), shown(weak.functions.overlap),
                       shown(weak.functions.conflict));
    out << std::format("{} of {} items are labeled\n",
                       std::ranges::count_if(labels, [](const auto& label) { return !!label; }),
                       labels.size());
    if (const Score score(labels, weak.truth, count); score.known > 0) {
        const auto majority = quality::majorityVote(weak.labeled.answers).probabilities;
        const Score plain(labelsOf(weak, majority), weak.truth, count);
        out << std::format("accuracy {} on {} items whose truth is known; majority has {}\n",
                           shown(score.accuracy()), score.labeled, shown(plain.accuracy()));
    }
    writeFunctionTable(out, weak);
    writeItemTable(out, weak, labels);
}

} // namespace cartouche::cli
