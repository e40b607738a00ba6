#include "cli/active_lab.h"

#include "cli/answers_input.h"
#include "cli/predictions_input.h"
#include "cli/text_table.h"
#include "cli/training.h"
#include "core/quality/crowdlab.h"
#include "core/sampling/committee.h"

#include <algorithm>
#include <format>
#include <map>
#include <span>
#include <utility>

namespace cartouche::cli {

namespace {

using quality::AnswerTable;
using quality::Matrix;

class Lab {
public:
    Lab(const ActiveLabOptions& options, const RecordsInput& input, std::vector<Finding>& findings)
        : m_options(options), m_input(input), m_items(input.table.items), m_findings(findings) {}

    std::optional<ActiveLab> run() {
        if (!readTable()) {
            return std::nullopt;
        }
        const auto model = askModel();
        return model ? std::optional(scoreBy(*model)) : std::nullopt;
    }

private:
    std::nullopt_t fail(const std::string& file, std::string message) {
        m_findings.push_back({file, {diagnostics::Code::BadValue, std::move(message), {}}});
        return std::nullopt;
    }

    /// The answers to items that are there, one of a worker to an item.
    bool readTable() {
        const bool isOfTasks = m_options.answers.empty();
        if (isOfTasks && m_options.control.empty() && m_input.choiceControls.size() > 1) {
            fail(m_options.data,
                 std::format("These tasks have choices of several controls, {}; name one of them "
                             "by --control",
                             quotedList(m_input.choiceControls)));
            return false;
        }
        if (isOfTasks) {
            addAnnotations();
        } else if (!addAnswers()) {
            return false;
        }
        if (m_table.answers.list.empty()) {
            fail(isOfTasks ? m_options.data : m_options.answers,
                 isOfTasks ? "active-lab looks at who answered what: name --answers, or as --data "
                             "tasks whose annotations are choices"
                           : "No item of the data has an answer here");
            return false;
        }
        sortLabels(m_table);
        groupByItem(m_table.answers, quality::Repeats::Last);
        return true;
    }

    bool addAnswers() {
        const AnswersInput input = readAnswers(m_options.answers, quality::Repeats::Last);
        m_findings.insert(m_findings.end(), input.findings.begin(), input.findings.end());
        const AnswerTable& read = input.table;
        for (const quality::Answer& answer : read.answers.list) {
            if (m_items.find(read.items[answer.item])) {
                m_table.add(read.items[answer.item], read.workers[answer.worker],
                            read.labels[answer.label]);
            }
        }
        return !input.isUnusable;
    }

    void addAnnotations() {
        for (std::size_t item = 0; item < m_items.size(); ++item) {
            for (const weak::GivenLabel& given : m_input.table.records[item].given) {
                if (!given.isByModel) {
                    m_table.add(m_items[item], given.by, given.label);
                }
            }
        }
    }

    /// Items of the data by the labels of the table.
    std::optional<Matrix> askModel() {
        if (!m_options.predictions.empty()) {
            return readModel(m_options.predictions, m_items, m_table, m_findings);
        }
        return m_options.features.isAny() ? learnModel() : readGiven();
    }

    std::optional<Matrix> readGiven() {
        std::map<std::string, std::vector<ScoredLabel>> byModel;
        quality::Names labels;
        for (std::uint32_t item = 0; item < m_items.size(); ++item) {
            for (const weak::GivenLabel& given : m_input.table.records[item].given) {
                if (given.isByModel) {
                    labels.indexOf(given.label);
                    byModel[given.by].push_back({item, given.label, given.score});
                }
            }
        }
        if (byModel.empty()) {
            return fail(m_options.data,
                        "active-lab asks a model: name --predictions, or features to learn from by "
                        "--text, --image or --numbers, or give tasks with predictions");
        }
        addLabels(m_table, labels);
        std::vector<Matrix> members;
        for (const auto& [model, scored] : byModel) {
            auto said = spreadScores(scored, m_items, m_table.labels);
            if (!said) {
                return fail(m_options.data,
                            std::format("The predictions of \"{}\" tell no probabilities: {}",
                                        model, said.error()));
            }
            members.push_back(std::move(*said));
        }
        return sampling::consensus(members);
    }

    std::optional<Matrix> learnModel() {
        const auto made = makeFeatures(m_options.data, m_input, m_options.features, m_findings);
        if (!made) {
            return std::nullopt;
        }
        ItemLabels labels{{m_table.labels.begin(), m_table.labels.end()},
                          quality::Gold(m_items.size())};
        const auto most = quality::majorityLabels(m_table.answers);
        for (std::size_t item = 0; item < most.size(); ++item) {
            labels.labels[*m_items.find(m_table.items[item])] = most[item];
        }
        if (labels.names.size() < 2) {
            return fail(m_options.data,
                        std::format("All answers are \"{}\"; a model tells two or more apart",
                                    labels.names.front()));
        }
        const Training training = train(made->features, labels, {.c = m_options.c});
        if (training.heldOut.rows() == 0) {
            return fail(m_options.data,
                        "Too few items that differ are answered to hold some back from the model: "
                        "ten are enough; or name --predictions");
        }
        Matrix said = training.model.predict(made->features);
        std::size_t row = 0;
        for (std::size_t item = 0; item < m_items.size(); ++item) {
            if (labels.labels[item]) {
                std::ranges::copy(training.heldOut.row(row++), said.row(item).begin());
            }
        }
        return said;
    }

    ActiveLab scoreBy(const Matrix& model) const {
        std::vector<std::uint32_t> order; // answered items, then the others
        std::vector<bool> isAnswered(m_items.size());
        for (const std::string& item : m_table.items) {
            order.push_back(*m_items.find(item));
            isAnswered[order.back()] = true;
        }
        const std::size_t answered = order.size();
        for (std::uint32_t item = 0; item < isAnswered.size(); ++item) {
            if (!isAnswered[item]) {
                order.push_back(item);
            }
        }
        const Matrix known = rowsOf(model, std::span(order).first(answered));
        const Matrix unknown = rowsOf(model, std::span(order).subspan(answered));
        const auto scores = quality::activeLabScores(
            m_table.answers, quality::crowdlab(m_table.answers, known), unknown);
        ActiveLab result{.scores = std::vector<double>(m_items.size()), .answered = answered};
        for (std::size_t at = 0; at < order.size(); ++at) {
            result.scores[order[at]] = scores[at];
        }
        return result;
    }

    static Matrix rowsOf(const Matrix& matrix, std::span<const std::uint32_t> rows) {
        Matrix part(rows.size(), matrix.columns());
        for (std::size_t at = 0; at < rows.size(); ++at) {
            std::ranges::copy(matrix.row(rows[at]), part.row(at).begin());
        }
        return part;
    }

    const ActiveLabOptions& m_options;
    const RecordsInput& m_input;
    const quality::Names& m_items;
    std::vector<Finding>& m_findings;
    AnswerTable m_table;
};

} // namespace

std::optional<ActiveLab> activeLab(const ActiveLabOptions& options, const RecordsInput& input,
                                   std::vector<Finding>& findings) {
    return Lab(options, input, findings).run();
}

} // namespace cartouche::cli
