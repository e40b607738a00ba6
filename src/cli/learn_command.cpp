#include "cli/learn_command.h"

#include "cli/answers_input.h"
#include "cli/input.h"
#include "cli/json_stream.h"
#include "cli/number_check.h"
#include "cli/text_table.h"
#include "cli/training.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <iostream>
#include <memory>
#include <numeric>
#include <set>

namespace cartouche::cli {

namespace {

using learn::SavedModel;
using learn::SparseMatrix;
using quality::Matrix;

constexpr int kBadInput = 1;

struct Options {
    std::string data;
    std::string labels;
    std::string model; // empty: one is trained
    std::string save;
    FeatureOptions features;
    std::string group; // a field; empty: none
    TrainingOptions training;
    bool isJson = false;
};

struct Report {
    const RecordsInput& input;
    const SavedModel& saved;
    const Matrix& probabilities;
    const quality::Gold& labels;
    /// Nothing: the model was loaded.
    const Training* training = nullptr;
    /// Of the labels that are known, as a loaded model guesses them.
    std::optional<learn::PredictionScores> scores;
};

diagnostics::Diagnostic badValue(std::string message) {
    return {diagnostics::Code::BadValue, std::move(message), {}};
}

int fail(std::vector<Finding>& findings, const std::string& file, std::string message) {
    if (!message.empty()) {
        findings.push_back({file, badValue(std::move(message))});
    }
    printFindings(findings);
    return kBadInput;
}

void writeScores(JsonStream& json, const std::optional<learn::PredictionScores>& scores) {
    json.key("scores");
    if (!scores) {
        json.number(std::nullopt);
        return;
    }
    json.open('{');
    json.member("accuracy", scores->accuracy);
    json.member("macroF1", scores->macroF1);
    json.member("logLoss", scores->logLoss);
    json.member("brier", scores->brier);
    json.member("calibrationError", scores->calibrationError);
    json.close('}');
}

void writeDoubtful(JsonStream& json, const Report& report) {
    json.key("doubtful");
    json.open('[');
    for (const DoubtfulLabel& doubt : report.training->doubtful) {
        json.open('{');
        json.key("item");
        json.text(report.input.table.items[doubt.item]);
        json.key("label");
        json.text(report.saved.labels[*report.labels[doubt.item]]);
        json.key("guess");
        json.text(report.saved.labels[doubt.guess]);
        json.member("probability", doubt.probability);
        json.close('}');
    }
    json.close(']');
}

/// Those that are least probable, for people.
void writeDoubtful(std::ostream& out, const Report& report) {
    const auto& doubtful = report.training->doubtful;
    if (doubtful.empty()) {
        return;
    }
    out << std::format("\n{}  {}  {}  probability\n", cell("label in doubt"), cell("label"),
                       cell("guess"));
    for (std::size_t row = 0; row < std::min(doubtful.size(), kMostRows); ++row) {
        const DoubtfulLabel& doubt = doubtful[row];
        out << std::format("{}  {}  {}  {:11.4f}\n", cell(report.input.table.items[doubt.item]),
                           cell(report.saved.labels[*report.labels[doubt.item]]),
                           cell(report.saved.labels[doubt.guess]), doubt.probability);
    }
    if (doubtful.size() > kMostRows) {
        out << std::format("… and {} more; --json has all\n", doubtful.size() - kMostRows);
    }
}

void writeJson(std::ostream& out, const Report& report) {
    const auto guesses = quality::labelsOf(report.probabilities);
    JsonStream json(out);
    json.open('{');
    json.key("input");
    json.text(inputName(report.saved.input));
    json.key("items");
    json.count(report.input.table.items.size());
    if (report.training != nullptr) {
        json.key("trainedOn");
        json.count(report.training->items);
        if (report.training->groups > 0) {
            json.key("groups");
            json.count(report.training->groups);
        }
        json.member("loss", report.training->model.loss);
        writeDoubtful(json, report);
    }
    json.member("temperature", report.saved.model.temperature);
    writeScores(json, report.scores);
    json.key("labels");
    json.open('{');
    for (std::size_t item = 0; item < guesses.size(); ++item) {
        json.key(report.input.table.items[item]);
        json.text(report.saved.labels[guesses[item]]);
    }
    json.close('}');
    json.key("probabilities");
    json.open('{');
    for (std::size_t item = 0; item < guesses.size(); ++item) {
        json.key(report.input.table.items[item]);
        json.open('{');
        for (std::size_t label = 0; label < report.saved.labels.size(); ++label) {
            json.member(report.saved.labels[label], report.probabilities(item, label));
        }
        json.close('}');
    }
    json.close('}');
    json.close('}');
    out << '\n';
}

void writeText(std::ostream& out, const Report& report) {
    if (report.training != nullptr) {
        out << std::format("trained on {} of {} items\n", report.training->items,
                           report.input.table.items.size());
        if (report.training->groups > 0) {
            out << std::format("held back in {} groups\n", report.training->groups);
        }
    }
    if (report.scores) {
        out << std::format("on items that it had not seen: accuracy {:.4f}, macro F1 {:.4f}, log "
                           "loss {:.4f}, calibration error {:.4f}\n",
                           report.scores->accuracy, report.scores->macroF1, report.scores->logLoss,
                           report.scores->calibrationError);
    } else {
        out << "how good it is is undefined: too few labels of items that differ are known to hold "
               "some back\n";
    }
    const auto guesses = quality::labelsOf(report.probabilities);
    std::vector<std::size_t> order(guesses.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t item) { return report.labels[item].has_value(); });
    const auto sureness = [&](std::size_t item) {
        return report.probabilities(item, guesses[item]);
    };
    std::ranges::stable_sort(order, {}, sureness);
    out << std::format("\n{}  {}  probability\n", cell("item without a label"), cell("guess"));
    for (std::size_t row = 0; row < std::min(order.size(), kMostRows); ++row) {
        out << std::format("{}  {}  {:11.4f}\n", cell(report.input.table.items[order[row]]),
                           cell(report.saved.labels[guesses[order[row]]]), sureness(order[row]));
    }
    if (order.size() > kMostRows) {
        out << std::format("… and {} more, of which it is surer; --json has all\n",
                           order.size() - kMostRows);
    }
    if (report.training != nullptr) {
        writeDoubtful(out, report);
    }
}

void write(const Options& options, const Report& report) {
    if (options.isJson) {
        writeJson(std::cout, report);
    } else {
        writeText(std::cout, report);
    }
}

bool saveModel(const std::string& path, const SavedModel& saved) {
    std::ofstream file(path, std::ios::binary);
    file << json::writeJson(writeModel(saved)) << '\n';
    if (!file.flush()) {
        std::cerr << path << ": this file cannot be written\n";
        return false;
    }
    return true;
}

int runPredict(const Options& options, const RecordsInput& input, std::vector<Finding>& findings) {
    const auto source = readInput(options.model);
    const auto tree = source ? json::parseJson(source->text) : std::unexpected(source.error());
    const auto saved = tree ? learn::readModel(*tree) : std::unexpected(tree.error());
    if (!saved) {
        findings.push_back({options.model, saved.error()});
        return fail(findings, "", "");
    }
    const auto features = makeFeatures(options.data, input, *saved, findings);
    if (!features) {
        return fail(findings, "", "");
    }
    const Matrix probabilities = saved->model.predict(*features);
    ItemLabels labels{saved->labels, quality::Gold(input.table.items.size())};
    if (!options.labels.empty()) {
        labels = readItemLabels(options.labels, input.table.items, findings, saved->labels);
    }
    if (labels.names.size() > saved->labels.size()) {
        return fail(
            findings, options.labels,
            std::format("The model knows no label \"{}\"", labels.names[saved->labels.size()]));
    }
    Matrix known(0, saved->labels.size());
    std::vector<std::uint32_t> truths;
    for (std::size_t item = 0; item < labels.labels.size(); ++item) {
        truths.insert(truths.end(), labels.labels[item].has_value() ? 1 : 0,
                      labels.labels[item].value_or(0));
    }
    known = Matrix(truths.size(), saved->labels.size());
    for (std::size_t item = 0, row = 0; item < labels.labels.size(); ++item) {
        if (labels.labels[item]) {
            std::ranges::copy(probabilities.row(item), known.row(row++).begin());
        }
    }
    const bool isBad = printFindings(findings);
    write(options, {input, *saved, probabilities, labels.labels, nullptr,
                    learn::scorePredictions(known, truths)});
    return isBad ? kBadInput : 0;
}

/// Of each item the group by its field, if there is to be one; nothing, with findings, if a labeled
/// item has none, or there are fewer groups than folds.
std::optional<std::vector<std::uint32_t>> readGroups(const Options& options,
                                                     const RecordsInput& input,
                                                     const ItemLabels& labels,
                                                     std::vector<Finding>& findings) {
    const auto refuse = [&](std::string message) {
        findings.push_back({options.data, badValue(std::move(message))});
        return std::nullopt;
    };
    std::vector<std::uint32_t> groups;
    if (options.group.empty()) {
        return groups;
    }
    const auto column = input.table.columns.find(options.group);
    if (!column) {
        return refuse(std::format("No item has a field \"{}\"", options.group));
    }
    quality::Names names;
    groups.resize(input.table.items.size());
    for (std::size_t item = 0; item < groups.size(); ++item) {
        const std::string* name = input.table.records[item].find(*column);
        if (labels.labels[item] && name == nullptr) {
            return refuse(std::format("Item \"{}\" has nothing in \"{}\", so it is not known with "
                                      "which items it belongs",
                                      input.table.items[item], options.group));
        }
        groups[item] = labels.labels[item] ? names.indexOf(*name) : 0;
    }
    const std::size_t most = names.size();
    if (most < options.training.folds) {
        return refuse(std::format("Labeled items have {} different \"{}\", too few for {} parts{}",
                                  most, options.group, options.training.folds,
                                  most < 2 ? std::string("; name another field")
                                           : std::format(" to hold back; use --folds {}", most)));
    }
    return groups;
}

int runTrain(const Options& options, const RecordsInput& input, std::vector<Finding>& findings) {
    const ItemLabels labels = readItemLabels(options.labels, input.table.items, findings);
    if (labels.names.size() < 2) {
        return fail(findings, options.labels,
                    labels.names.empty()
                        ? std::string("No item of the data has a label here")
                        : std::format("All labels are \"{}\"; a model tells two or more apart",
                                      labels.names.front()));
    }
    auto groups = readGroups(options, input, labels, findings);
    auto made = groups ? makeFeatures(options.data, input, options.features, findings)
                       : std::optional<ItemFeatures>();
    if (!made) {
        return fail(findings, "", "");
    }
    TrainingOptions choices = options.training;
    choices.groups = std::move(*groups);
    const Training training = train(made->features, labels, choices);
    made->recipe.labels = labels.names;
    made->recipe.model = training.model;
    const bool isBad = printFindings(findings);
    if (!options.save.empty() && !saveModel(options.save, made->recipe)) {
        return kBadInput;
    }
    write(options, {input, made->recipe, training.model.predict(made->features), labels.labels,
                    &training, training.scores});
    return isBad ? kBadInput : 0;
}

int runLearn(const Options& options) {
    const RecordsInput input = readRecords(options.data);
    std::vector<Finding> findings = input.findings;
    if (input.isUnusable) {
        return fail(findings, "", "");
    }
    return options.model.empty() ? runTrain(options, input, findings)
                                 : runPredict(options, input, findings);
}

} // namespace

void addLearnCommand(CLI::App& app, std::function<int()>& run) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "learn", "Train a small model of labels, or label items by one that was saved");
    command
        ->add_option("--data", options->data,
                     "Items with fields: CSV with a header, or tasks, JSON; - reads standard input")
        ->required();
    command->add_option("--labels", options->labels,
                        "CSV with the columns item and label: what is known");
    addFeatureOptions(*command, options->features);
    command
        ->add_option("--strength", options->training.c,
                     "How far it follows the labels (C of logistic regression)")
        ->check(CLI::PositiveNumber)
        ->check(checkFinite)
        ->capture_default_str();
    command
        ->add_option("--folds", options->training.folds,
                     "How many parts are held back in turn, to see how good it is")
        ->check(CLI::Range(2, 100))
        ->capture_default_str();
    auto* group = command->add_option(
        "--group", options->group,
        "Items with the same in this field are held back together, such as those of a patient");
    command->add_option("--save", options->save, "Write the model to this file");
    command->add_option("--model", options->model, "Use the model of this file")->excludes(group);
    command->add_flag("--json", options->isJson, "Print all there is as JSON");
    command->final_callback([options, &run] {
        if (options->model.empty() && (options->labels.empty() || !options->features.isAny())) {
            throw CLI::ValidationError(
                "learn needs --model, or --labels and one of --text, --image and --numbers");
        }
        run = [options] { return runLearn(*options); };
    });
}

} // namespace cartouche::cli
