// Computes the reference vectors of spans, masks and boxes that are compared or merged.

#include "core/quality/box_consensus.h"
#include "core/quality/mask_consensus.h"
#include "core/quality/spans.h"
#include "core/quality/special_functions.h"
#include "core/quality/text_consensus.h"
#include "quality/reference_kinds.h"

#include <array>
#include <memory>

namespace cartouche::tests {

namespace {

using namespace quality;

/// Labels as indexes, the same in all lists of a vector.
class SpanReader {
public:
    std::vector<LabeledSpan> read(const Json& list) {
        std::vector<LabeledSpan> spans;
        for (const Json& span : list) {
            spans.push_back({span[0].get<double>(), span[1].get<double>(), indexOf(span[2])});
        }
        return spans;
    }
    std::uint32_t indexOf(const Json& label) {
        const auto known = std::ranges::find(m_labels, label);
        const auto index = static_cast<std::uint32_t>(known - m_labels.begin());
        if (known == m_labels.end()) {
            m_labels.push_back(label);
        }
        return index;
    }
    const Json& labelAt(std::uint32_t index) const { return m_labels[index]; }

private:
    std::vector<Json> m_labels;
};

Json spanIou(const Vector& vector) {
    const auto spanOf = [](const Json& span) {
        return LabeledSpan{span[0].get<double>(), span[1].get<double>()};
    };
    return iou(spanOf(vector.input["a"]), spanOf(vector.input["b"]));
}

Json writeScore(const PrecisionRecall& score) {
    return {score.precision, score.recall, score.f1};
}

Json exactAndCovered(const Vector& vector) {
    SpanReader reader;
    const auto predicted = reader.read(vector.input["pred"]);
    const auto expected = reader.read(vector.input["gold"]);
    return {{"exact", writeScore(exactSpans(predicted, expected))},
            {"char", writeScore(coveredLengths(predicted, expected))}};
}

Json semeval(const Vector& vector) {
    SpanReader reader;
    const auto predicted = reader.read(vector.input["pred"]);
    const auto expected = reader.read(vector.input["gold"]);
    Json out;
    for (const auto& [name, scheme] : {std::pair{"strict", SpanScheme::Strict},
                                       {"exact", SpanScheme::Exact},
                                       {"partial", SpanScheme::Partial},
                                       {"ent_type", SpanScheme::Type}}) {
        const SpanCounts counts = semevalSpans(predicted, expected, scheme);
        out[name] = {{"cor", counts.correct},    {"inc", counts.incorrect},
                     {"par", counts.partial},    {"mis", counts.missed},
                     {"spu", counts.spurious},   {"p", counts.score.precision},
                     {"r", counts.score.recall}, {"f1", counts.score.f1}};
    }
    return out;
}

/// Rows behind one another, if there are rows.
std::vector<int> pixelsOf(const Json& mask) {
    if (!mask[0].is_array()) {
        return mask.get<std::vector<int>>();
    }
    std::vector<int> pixels;
    for (const Json& row : mask) {
        const auto part = row.get<std::vector<int>>();
        pixels.insert(pixels.end(), part.begin(), part.end());
    }
    return pixels;
}

struct Masks {
    std::vector<RunMask> masks;
    std::size_t pixels = 0;
};

Masks masksOf(const Json& input) {
    Masks result;
    for (const Json& mask : input["masks"]) {
        const auto pixels = pixelsOf(mask);
        result.pixels = pixels.size();
        const auto flags = std::make_unique<bool[]>(pixels.size());
        std::ranges::copy(pixels, flags.get());
        result.masks.push_back(runsOf({flags.get(), pixels.size()}));
    }
    return result;
}

Json writeMask(const RunMask& mask, std::size_t pixels) {
    std::vector<int> out(pixels);
    for (const Run& run : mask) {
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(run.begin),
                  out.begin() + static_cast<std::ptrdiff_t>(run.end), 1);
    }
    return out;
}

Json majorityOfMasks(const Vector& vector) {
    const Masks given = masksOf(vector.input);
    const auto weights = vector.input.contains("skills")
                             ? vector.input["skills"].get<std::vector<double>>()
                             : std::vector<double>(given.masks.size(), 1);
    return writeMask(maskMajority(given.masks, weights), given.pixels);
}

Json rasaOfMasks(const Vector& vector) {
    const Masks given = masksOf(vector.input);
    const WeightedMask result = maskRasa(given.masks, given.pixels);
    return {{"mask", writeMask(result.mask, given.pixels)}, {"weights", result.weights}};
}

Json stapleOf(const Vector& vector) {
    const Masks given = masksOf(vector.input);
    const Staple result = staple(given.masks, given.pixels);
    std::vector<double> pixels;
    for (const Stretch& stretch : result.stretches) {
        pixels.insert(pixels.end(), stretch.run.end - stretch.run.begin, stretch.probability);
    }
    return {{"prob", pixels}, {"sens", result.sensitivities}, {"spec", result.specificities}};
}

Json fusedBoxes(const Vector& vector) {
    SpanReader labels;
    std::vector<std::vector<LabeledBox>> annotators;
    for (const Json& boxes : vector.input["annotators"]) {
        annotators.emplace_back();
        for (const Json& box : boxes) {
            const auto [x, y, width, height] = box[0].get<std::array<double, 4>>();
            annotators.back().push_back(
                {{{x + (width / 2), y + (height / 2)}, width, height}, labels.indexOf(box[1])});
        }
    }
    Json out = Json::array();
    for (const FusedBox& fused : fuseBoxes(annotators, std::vector<double>(annotators.size(), 1),
                                           vector.input["thr"].get<double>())) {
        const auto& box = fused.mean.box;
        out.push_back({{box.center.x - (box.width / 2), box.center.y - (box.height / 2), box.width,
                        box.height},
                       labels.labelAt(fused.mean.label),
                       fused.support});
    }
    return out;
}

Json majorityOfSpans(const Vector& vector) {
    SpanReader reader;
    std::vector<std::vector<LabeledSpan>> annotators;
    for (const Json& spans : vector.input["annotators"]) {
        annotators.push_back(reader.read(spans));
    }
    Json out = Json::array();
    for (const LabeledSpan& span : majoritySpans(annotators)) {
        out.push_back({span.begin, span.end, reader.labelAt(span.label)});
    }
    return out;
}

Json wordsOf(const Vector& vector) {
    return rover(vector.input["texts"].get<std::vector<std::string>>());
}

Json editDistance(const Vector& vector) {
    return normalizedEditDistance(vector.input["a"].get<std::string>(),
                                  vector.input["b"].get<std::string>());
}

Json medoidOf(const Vector& vector) {
    return medoid(vector.input["texts"].get<std::vector<std::string>>());
}

Json chiSquared(const Vector& vector) {
    Json out = Json::array();
    for (const Json& degrees : vector.input["df"]) {
        out.push_back(chiSquaredQuantile(vector.input["q"].get<double>(), degrees.get<double>()));
    }
    return out;
}

constexpr std::array kKinds{
    Kind{"spans_sequences", "span_iou", spanIou},
    Kind{"spans_sequences", "exact_and_char", exactAndCovered},
    Kind{"spans_sequences", "semeval13", semeval},
    Kind{"spans_sequences", "segmentation_majority", majorityOfMasks},
    Kind{"spans_sequences", "segmentation_rasa", rasaOfMasks},
    Kind{"spans_sequences", "staple", stapleOf},
    Kind{"spans_sequences", "box_fusion", fusedBoxes},
    Kind{"spans_sequences", "span_char_majority", majorityOfSpans},
    Kind{"spans_sequences", "chi2_isf", chiSquared},
    Kind{"spans_sequences", "rover", wordsOf},
    Kind{"spans_sequences", "levenshtein", editDistance},
    Kind{"spans_sequences", "medoid", medoidOf},
};

} // namespace

std::span<const Kind> spanKinds() {
    return kKinds;
}

} // namespace cartouche::tests
