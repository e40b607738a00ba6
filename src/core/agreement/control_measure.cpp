#include "core/agreement/control_measure.h"

#include "core/quality/answer_table.h"
#include "core/quality/structured_agreement.h"
#include "core/quality/text_consensus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <utility>

namespace cartouche::agreement {

namespace {

using annotation::Answer;
using annotation::Columns;
using annotation::Path;
using annotation::Texts;

std::string joined(const Texts& texts, std::string_view between) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : std::string(between)) + text;
    }
    return out;
}

double setSimilarity(const Answer& first, const Answer& second) {
    const Texts one = choicesOf(first);
    const Texts other = choicesOf(second);
    Texts both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    const std::size_t all = one.size() + other.size() - both.size();
    return all == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(all);
}

double pathSimilarity(const Answer& first, const Answer& second) {
    const auto* one = std::get_if<std::vector<Path>>(&first);
    const auto* other = std::get_if<std::vector<Path>>(&second);
    return one != nullptr && other != nullptr ? quality::taxonomyF1(*one, *other) : 0;
}

double numberOf(const Answer& answer) {
    const auto* number = std::get_if<double>(&answer);
    return number != nullptr ? *number : 0;
}

std::string textOf(const Answer& answer) {
    const auto* texts = std::get_if<Texts>(&answer);
    const auto* text = std::get_if<std::string>(&answer);
    return texts != nullptr ? joined(*texts, "\n") : text != nullptr ? *text : "";
}

/// Where each thing stands in the columns of a ranker, by its name: columns behind one another.
std::map<std::string, double> ranksOf(const Answer& answer) {
    std::map<std::string, double> ranks;
    if (const auto* columns = std::get_if<Columns>(&answer)) {
        for (const auto& [name, things] : *columns) {
            for (const std::string& thing : things) {
                ranks.emplace(thing, static_cast<double>(ranks.size()));
            }
        }
    }
    return ranks;
}

/// Kendall's tau of the things that both ranked, from 0 for the opposite order to 1.
double rankingSimilarity(const Answer& first, const Answer& second) {
    const auto other = ranksOf(second);
    std::array<std::vector<double>, 2> ranks;
    for (const auto& [thing, rank] : ranksOf(first)) {
        if (const auto found = other.find(thing); found != other.end()) {
            ranks[0].push_back(rank);
            ranks[1].push_back(found->second);
        }
    }
    const auto tau = quality::kendallTau(ranks[0], ranks[1]);
    return tau ? (1 + *tau) / 2 : first == second ? 1 : 0;
}

/// Of all answers that are numbers; 0 if there are none.
double rangeOf(const ControlAnswers& control) {
    if (control.answers.empty()) {
        return 0;
    }
    const auto [least, most] = std::ranges::minmax_element(
        control.answers, {}, [](const ControlAnswer& answer) { return numberOf(answer.answer); });
    return numberOf(most->answer) - numberOf(least->answer);
}

quality::Units unitsOf(const ControlAnswers& control, std::size_t tasks,
                       const std::vector<std::uint32_t>& values) {
    quality::Units units(tasks);
    for (std::size_t index = 0; index < values.size(); ++index) {
        units[control.answers[index].task].push_back(values[index]);
    }
    return units;
}

quality::Alpha alphaOfNumbers(const ControlAnswers& control, std::size_t tasks,
                              const NumberMetric& metric) {
    const std::vector<double> numbers = numbersOf(control);
    std::vector<std::uint32_t> values;
    for (const ControlAnswer& answer : control.answers) {
        const auto place = std::ranges::lower_bound(numbers, numberOf(answer.answer));
        values.push_back(static_cast<std::uint32_t>(place - numbers.begin()));
    }
    return quality::krippendorffAlpha(unitsOf(control, tasks, values), numbers.size(),
                                      metric ? metric(numbers) : quality::IntervalMetric{numbers});
}

quality::Alpha alphaOfSets(const ControlAnswers& control, std::size_t tasks) {
    quality::Names labels;
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::uint32_t> values;
    for (const ControlAnswer& answer : control.answers) {
        std::vector<std::uint32_t> set;
        for (const std::string& label : choicesOf(answer.answer)) {
            set.push_back(labels.indexOf(label));
        }
        std::ranges::sort(set);
        const auto [place, isNew] = known.try_emplace(set, static_cast<std::uint32_t>(sets.size()));
        if (isNew) {
            sets.push_back(set);
        }
        values.push_back(place->second);
    }
    return quality::krippendorffAlpha(unitsOf(control, tasks, values), sets.size(),
                                      quality::setMetric(sets, quality::SetDistance::Masi));
}

MeasureKind measureOfAnswer(const Answer& answer, bool isText) {
    if (std::holds_alternative<double>(answer)) {
        return MeasureKind::Number;
    }
    if (std::holds_alternative<std::vector<Path>>(answer)) {
        return MeasureKind::Paths;
    }
    if (std::holds_alternative<Columns>(answer)) {
        return MeasureKind::Ranking;
    }
    if (std::holds_alternative<Texts>(answer)) {
        return isText ? MeasureKind::Text : MeasureKind::Set;
    }
    return MeasureKind::Category;
}

} // namespace

MeasureKind measureOf(const config::LabelingInterface& interface, const ControlAnswers& control) {
    if (control.isOfRegions) {
        return MeasureKind::Regions;
    }
    const auto* choices = interface.findChoices(control.control->name);
    if (choices != nullptr && choices->mode != config::ChoiceMode::Multiple) {
        return MeasureKind::Category;
    }
    const bool isText = control.control->tag->spelling() == "TextArea";
    return control.answers.empty() ? MeasureKind::Category
                                   : measureOfAnswer(control.answers.front().answer, isText);
}

std::string_view measureName(MeasureKind kind) {
    constexpr std::array<std::string_view, 7> kNames{"category", "jaccard", "taxonomy-f1", "number",
                                                     "edits",    "kendall", "region-f1"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::string categoryOf(const Answer& answer) {
    if (const auto* number = std::get_if<double>(&answer)) {
        return std::format("{}", *number);
    }
    const auto* text = std::get_if<std::string>(&answer);
    return text != nullptr ? *text : joined(choicesOf(answer), ", ");
}

Texts choicesOf(const Answer& answer) {
    Texts texts;
    if (const auto* list = std::get_if<Texts>(&answer)) {
        texts = *list;
    } else if (const auto* paths = std::get_if<std::vector<Path>>(&answer)) {
        for (const Path& path : *paths) {
            texts.push_back(joined(path, " / "));
        }
    }
    std::ranges::sort(texts);
    return texts;
}

std::function<double(std::size_t, std::size_t)> similarityOf(const ControlAnswers& control,
                                                             MeasureKind kind, double threshold) {
    using Compare = double (*)(const Answer&, const Answer&);
    const auto byAnswers = [&control](Compare compare) {
        return [&control, compare](std::size_t first, std::size_t second) {
            return compare(control.answers[first].answer, control.answers[second].answer);
        };
    };
    switch (kind) {
    case MeasureKind::Category:
    case MeasureKind::Set:
        return byAnswers(setSimilarity);
    case MeasureKind::Paths:
        return byAnswers(pathSimilarity);
    case MeasureKind::Text:
        return byAnswers([](const Answer& first, const Answer& second) {
            return 1 - quality::normalizedEditDistance(textOf(first), textOf(second));
        });
    case MeasureKind::Ranking:
        return byAnswers(rankingSimilarity);
    case MeasureKind::Number:
        return [&control, range = rangeOf(control)](std::size_t first, std::size_t second) {
            const double apart = std::abs(numberOf(control.answers[first].answer) -
                                          numberOf(control.answers[second].answer));
            return range > 0 ? 1 - (apart / range) : 1;
        };
    case MeasureKind::Regions:
        return [&control, threshold](std::size_t first, std::size_t second) {
            return matchRegions(control.answers[first], control.answers[second], threshold).f1;
        };
    }
    return nullptr;
}

quality::Matrix overlapsOf(const ControlAnswer& first, const ControlAnswer& second) {
    quality::Matrix similarities(first.regions.size(), second.regions.size());
    for (std::size_t row = 0; row < first.regions.size(); ++row) {
        for (std::size_t column = 0; column < second.regions.size(); ++column) {
            const ComparedRegion& one = first.regions[row];
            const ComparedRegion& other = second.regions[column];
            similarities(row, column) =
                one.label == other.label ? quality::shapeSimilarity(one.shape, other.shape) : 0;
        }
    }
    return similarities;
}

quality::MatchScore matchRegions(const ControlAnswer& first, const ControlAnswer& second,
                                 double threshold) {
    return quality::scoreMatch(overlapsOf(first, second), threshold);
}

std::optional<quality::Alpha> alphaOf(const ControlAnswers& control, MeasureKind kind,
                                      std::size_t tasks, const NumberMetric& metric) {
    constexpr std::size_t kMostSets = 3000; // each two have a distance
    if (kind == MeasureKind::Number) {
        return alphaOfNumbers(control, tasks, metric);
    }
    return kind == MeasureKind::Set && control.answers.size() <= kMostSets
               ? std::optional(alphaOfSets(control, tasks))
               : std::nullopt;
}

std::vector<double> numbersOf(const ControlAnswers& control) {
    std::vector<double> numbers;
    for (const ControlAnswer& answer : control.answers) {
        numbers.push_back(numberOf(answer.answer));
    }
    std::ranges::sort(numbers);
    const auto repeated = std::ranges::unique(numbers);
    numbers.erase(repeated.begin(), repeated.end());
    return numbers;
}

} // namespace cartouche::agreement
