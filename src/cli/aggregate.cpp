#include "cli/aggregate.h"

#include "cli/text_table.h"
#include "core/quality/honeypots.h"

#include <algorithm>
#include <format>
#include <numeric>
#include <ostream>
#include <ranges>

namespace cartouche::cli {

namespace {

using quality::Consensus;
using quality::Stop;

std::string_view stopName(Stop stop) {
    switch (stop) {
    case Stop::Settled:
        return "settled";
    case Stop::LikelihoodSettled:
        return "likelihood-settled";
    case Stop::Iterations:
        return "iterations";
    }
    return "";
}

/// What the report is made of, found out once.
class Report {
public:
    explicit Report(const Aggregate& aggregate)
        : m_aggregate(aggregate), m_consensus(aggregate.result.consensus),
          m_labels(labelsOf(aggregate.result)), m_answers(aggregate.table.workers.size()),
          m_checked(aggregate.table.workers.size()) {
        for (const quality::Answer& answer : aggregate.table.answers.list) {
            ++m_answers[answer.worker];
            if (const auto& truth = aggregate.truth[answer.item]) {
                m_checked[answer.worker].push_back(*truth == answer.label ? 1 : 0);
            }
        }
        for (std::size_t item = 0; item < m_labels.size(); ++item) {
            m_known += m_aggregate.truth[item] ? 1 : 0;
            m_right += m_aggregate.truth[item] == m_labels[item] ? 1 : 0;
        }
    }

    double confidence(std::size_t item) const {
        return m_consensus.probabilities(item, m_labels[item]);
    }
    const std::string& label(std::size_t item) const {
        return m_aggregate.table.labels[m_labels[item]];
    }
    std::size_t answers(std::size_t worker) const { return m_answers[worker]; }
    std::optional<double> skill(std::size_t worker) const {
        return m_consensus.skills.empty() ? std::nullopt
                                          : std::optional(m_consensus.skills[worker]);
    }
    /// Beside a model.
    std::optional<double> weight(std::size_t worker) const {
        const auto& model = m_aggregate.result.model;
        return model ? std::optional(model->workerWeights[worker]) : std::nullopt;
    }
    std::optional<double> accuracy() const {
        return m_known > 0
                   ? std::optional(static_cast<double>(m_right) / static_cast<double>(m_known))
                   : std::nullopt;
    }
    std::size_t known() const { return m_known; }
    /// Of each answer of a worker to an item whose truth is known, in their order: 1 for a right
    /// one.
    const std::vector<int>& checked(std::size_t worker) const { return m_checked[worker]; }

private:
    const Aggregate& m_aggregate;
    const Consensus& m_consensus;
    std::vector<std::uint32_t> m_labels;
    std::vector<std::size_t> m_answers;
    std::vector<std::vector<int>> m_checked;
    std::size_t m_known = 0;
    std::size_t m_right = 0;
};

void writeConfusion(JsonStream& json, const Aggregate& aggregate, std::size_t worker) {
    const auto& labels = aggregate.table.labels;
    json.key("confusion");
    json.open('{');
    for (std::size_t truth = 0; truth < labels.size(); ++truth) {
        json.key(labels[truth]);
        json.open('{');
        for (std::size_t answer = 0; answer < labels.size(); ++answer) {
            json.key(labels[answer]);
            json.number((*aggregate.result.confusions)((worker * labels.size()) + truth, answer));
        }
        json.close('}');
    }
    json.close('}');
}

/// How often a worker had the truth, between which shares that lies, and whether it changed.
void writeChecked(JsonStream& json, const std::vector<int>& isRight) {
    const auto right = std::ranges::count(isRight, 1);
    const auto interval =
        quality::wilsonInterval(static_cast<double>(right), static_cast<double>(isRight.size()));
    json.key("known");
    json.open('{');
    json.key("answers");
    json.count(isRight.size());
    json.key("right");
    json.count(static_cast<std::size_t>(right));
    json.key("interval");
    json.open('[');
    json.number(interval.low);
    json.number(interval.high);
    json.close(']');
    const auto drift = quality::findDrift(isRight);
    json.member("early", drift ? std::optional(drift->early) : std::nullopt);
    json.member("late", drift ? std::optional(drift->late) : std::nullopt);
    json.member("chance", drift ? std::optional(drift->chance) : std::nullopt);
    json.close('}');
}

void writeWorkers(JsonStream& json, const Aggregate& aggregate, const Report& report) {
    json.key("workers");
    json.open('{');
    for (std::size_t worker = 0; worker < aggregate.table.workers.size(); ++worker) {
        json.key(aggregate.table.workers[worker]);
        json.open('{');
        json.key("answers");
        json.count(report.answers(worker));
        json.key("skill");
        json.number(report.skill(worker));
        if (const auto weight = report.weight(worker)) {
            json.member("weight", weight);
        }
        if (report.known() > 0) {
            writeChecked(json, report.checked(worker));
        }
        if (aggregate.result.confusions) {
            writeConfusion(json, aggregate, worker);
        }
        json.close('}');
    }
    json.close('}');
}

void writeSummary(JsonStream& json, const Aggregate& aggregate, const Report& report) {
    const Consensus& consensus = aggregate.result.consensus;
    json.key("method");
    json.text(aggregate.method.name);
    json.key("items");
    json.count(aggregate.table.items.size());
    json.key("answers");
    json.count(aggregate.table.answers.list.size());
    json.key("ties");
    json.count(countTies(consensus.probabilities));
    json.key("iterations");
    json.count(static_cast<std::size_t>(consensus.iterations));
    json.key("stopped");
    json.text(stopName(consensus.stop));
    if (aggregate.result.logLikelihood) {
        json.key("logLikelihood");
        json.number(aggregate.result.logLikelihood);
    }
    if (aggregate.result.model) {
        json.member("modelWeight", aggregate.result.model->modelWeight);
    }
    if (report.accuracy()) {
        json.key("accuracy");
        json.number(report.accuracy());
        json.key("known");
        json.count(report.known());
    }
}

/// The indexes of the rows that a table shows, in the order of their scores.
template <typename Score>
std::vector<std::size_t> lowest(std::size_t count, std::size_t most, Score score) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, score);
    order.resize(std::min(count, most));
    return order;
}

void writeWorkerTable(std::ostream& out, const Aggregate& aggregate, const Report& report) {
    const std::size_t count = aggregate.table.workers.size();
    const auto order = lowest(count, kMostRows, [&report](std::size_t worker) {
        return report.skill(worker).value_or(-static_cast<double>(report.answers(worker)));
    });
    const bool isWeighed = aggregate.result.model.has_value();
    out << '\n' << cell("worker") << "  answers    skill" << (isWeighed ? "   weight\n" : "\n");
    for (const std::size_t worker : order) {
        const auto skill = report.skill(worker);
        const auto weight = report.weight(worker);
        out << std::format("{}  {:7}  {:>7}{}\n", cell(aggregate.table.workers[worker]),
                           report.answers(worker), skill ? std::format("{:.4f}", *skill) : "-",
                           weight ? std::format("  {:7.4f}", *weight) : "");
    }
    if (count > order.size()) {
        out << std::format("… and {} more\n", count - order.size());
    }
}

void writeItemTable(std::ostream& out, const Aggregate& aggregate, const Report& report) {
    const std::size_t count = aggregate.table.items.size();
    const auto order =
        lowest(count, kMostRows, [&report](std::size_t item) { return report.confidence(item); });
    out << '\n' << cell("item") << "  " << cell("label") << "  confidence\n";
    for (const std::size_t item : order) {
        out << std::format("{}  {}  {:10.4f}\n", cell(aggregate.table.items[item]),
                           cell(report.label(item)), report.confidence(item));
    }
    if (count > order.size()) {
        out << std::format("… and {} more, of which it is surer; --json has all\n",
                           count - order.size());
    }
}

} // namespace

void writeMembers(JsonStream& json, const Aggregate& aggregate) {
    const Report report(aggregate);
    writeSummary(json, aggregate, report);
    json.key("labels");
    json.open('{');
    for (std::size_t item = 0; item < aggregate.table.items.size(); ++item) {
        json.key(aggregate.table.items[item]);
        json.text(report.label(item));
    }
    json.close('}');
    json.key("confidence");
    json.open('{');
    for (std::size_t item = 0; item < aggregate.table.items.size(); ++item) {
        json.key(aggregate.table.items[item]);
        json.number(report.confidence(item));
    }
    json.close('}');
    writeWorkers(json, aggregate, report);
}

void writeJson(std::ostream& out, const Aggregate& aggregate) {
    JsonStream json(out);
    json.open('{');
    writeMembers(json, aggregate);
    json.close('}');
    out << '\n';
}

void writeText(std::ostream& out, const Aggregate& aggregate) {
    const Report report(aggregate);
    const Consensus& consensus = aggregate.result.consensus;
    out << std::format("{}: {} answers of {} workers to {} items, {} labels\n",
                       aggregate.method.name, aggregate.table.answers.list.size(),
                       aggregate.table.workers.size(), aggregate.table.items.size(),
                       aggregate.table.labels.size());
    if (consensus.iterations > 0) {
        out << std::format("{} rounds, ended as {}\n", consensus.iterations,
                           consensus.stop == Stop::Settled ? "nothing changed any more"
                           : consensus.stop == Stop::LikelihoodSettled
                               ? "the likelihood did not grow any more"
                               : "that is how many there are");
    }
    out << std::format("{} items without a single best label; {} counts\n",
                       countTies(consensus.probabilities),
                       aggregate.result.model ? "the majority's" : "the first label");
    if (aggregate.result.model) {
        out << std::format("the model counts {:.4f}\n", aggregate.result.model->modelWeight);
    }
    if (const auto accuracy = report.accuracy()) {
        out << std::format("accuracy {:.4f} on {} items whose truth is known\n", *accuracy,
                           report.known());
    }
    writeWorkerTable(out, aggregate, report);
    writeItemTable(out, aggregate, report);
}

} // namespace cartouche::cli
