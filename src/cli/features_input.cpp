#include "cli/features_input.h"

#include "cli/answers_input.h"
#include "cli/input.h"
#include "core/image/decode.h"
#include "core/learn/image_features.h"
#include "core/learn/text_features.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using learn::ModelInput;
using learn::SavedModel;
using learn::SparseMatrix;
using quality::Matrix;
using weak::RecordTable;

class Maker {
public:
    Maker(const std::string& dataPath, const RecordTable& table, std::vector<Finding>& findings)
        : m_dataPath(dataPath), m_table(table), m_findings(findings) {}

    std::optional<SparseMatrix> textsOf(const SavedModel& recipe) {
        const auto column = columnOf(recipe.fields.front());
        SparseMatrix features(std::size_t{1} << static_cast<unsigned>(recipe.bits));
        for (std::size_t item = 0; column && item < m_table.records.size(); ++item) {
            const std::string* text = m_table.records[item].find(*column);
            features.addRow(learn::textFeatures(text != nullptr ? *text : "", {recipe.bits}));
        }
        return column ? std::optional(std::move(features)) : std::nullopt;
    }

    /// As they are in the items.
    std::optional<Matrix> numbersOf(const std::vector<std::string>& fields) {
        Matrix numbers(m_table.records.size(), fields.size());
        for (std::size_t field = 0; field < fields.size(); ++field) {
            const auto column = columnOf(fields[field]);
            for (std::size_t item = 0; column && item < m_table.records.size(); ++item) {
                const std::string* text = m_table.records[item].find(*column);
                const auto number = text != nullptr ? quality::numberOf(*text) : std::nullopt;
                if (!number) {
                    report(std::format(
                        "Item \"{}\" has {} in place of a number in \"{}\"", m_table.items[item],
                        text != nullptr ? "\"" + *text + "\"" : "nothing", fields[field]));
                    break;
                }
                numbers(item, field) = *number;
            }
        }
        return m_isGood ? std::optional(std::move(numbers)) : std::nullopt;
    }

    std::optional<Matrix> imagesOf(const std::string& field) {
        const auto column = columnOf(field);
        Matrix features(m_table.records.size(), learn::kImageFeatures);
        for (std::size_t item = 0; column && item < m_table.records.size(); ++item) {
            const std::string* path = m_table.records[item].find(*column);
            if (path == nullptr) {
                report(std::format("Item \"{}\" names no image in \"{}\"", m_table.items[item],
                                   field));
            } else if (const auto row = imageOf(*path)) {
                std::ranges::copy(*row, features.row(item).begin());
            }
        }
        return m_isGood ? std::optional(std::move(features)) : std::nullopt;
    }

    /// The fields that are numbers in every item.
    std::vector<std::string> numberFields() const {
        std::vector<std::string> fields;
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
            const bool isNumber = std::ranges::all_of(m_table.records, [&](const auto& record) {
                const std::string* text = record.find(column);
                return text != nullptr && quality::numberOf(*text).has_value();
            });
            const std::string& name = m_table.columns[column];
            if (isNumber && name != "item" && name != "id" && name != "task") {
                fields.push_back(name);
            }
        }
        return fields;
    }

    void report(std::string message) {
        m_isGood = false;
        m_findings.push_back({m_dataPath, {Code::BadValue, std::move(message), {}}});
    }

private:
    std::optional<std::size_t> columnOf(const std::string& name) {
        const auto column = m_table.columns.find(name);
        if (!column) {
            report(std::format("No item has a field \"{}\"", name));
        }
        return column ? std::optional<std::size_t>(*column) : std::nullopt;
    }

    std::optional<std::vector<double>> imageOf(const std::string& name) {
        const auto path = std::filesystem::path(m_dataPath).parent_path() / name;
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            report(std::format("The image \"{}\" cannot be read", name));
            return std::nullopt;
        }
        const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
        const auto picture = image::decode(bytes);
        if (!picture) {
            report(std::format("\"{}\" is no image that can be decoded", name));
            return std::nullopt;
        }
        return learn::imageFeatures(*picture);
    }

    const std::string& m_dataPath;
    const RecordTable& m_table;
    std::vector<Finding>& m_findings;
    bool m_isGood = true;
};

void learnScales(SavedModel& recipe, const Matrix& features) {
    const auto count = static_cast<double>(std::max<std::size_t>(1, features.rows()));
    for (std::size_t column = 0; column < features.columns(); ++column) {
        double mean = 0;
        double square = 0;
        for (std::size_t item = 0; item < features.rows(); ++item) {
            mean += features(item, column) / count;
        }
        for (std::size_t item = 0; item < features.rows(); ++item) {
            square += (features(item, column) - mean) * (features(item, column) - mean) / count;
        }
        recipe.means.push_back(mean);
        recipe.scales.push_back(square > 0 ? std::sqrt(square) : 1);
    }
}

/// For numbers of one unit, such as pixels or embeddings: what is near stays near.
void learnOneScale(SavedModel& recipe, const Matrix& features) {
    double most = 0;
    for (std::size_t item = 0; item < features.rows(); ++item) {
        for (const double number : features.row(item)) {
            most = std::max(most, std::abs(number));
        }
    }
    recipe.means.assign(features.columns(), 0);
    recipe.scales.assign(features.columns(), most > 0 ? most : 1);
}

SparseMatrix scaled(const SavedModel& recipe, Matrix features) {
    for (std::size_t item = 0; item < features.rows(); ++item) {
        for (std::size_t column = 0; column < features.columns(); ++column) {
            features(item, column) =
                (features(item, column) - recipe.means[column]) / recipe.scales[column];
        }
    }
    return SparseMatrix(features);
}

} // namespace

void addFeatureOptions(CLI::App& command, FeatureOptions& options) {
    auto* text = command.add_option("--text", options.text, "Learn of the words of this field");
    auto* image = command.add_option("--image", options.image,
                                     "Learn of the images whose files this field names");
    auto* numbers = command
                        .add_option("--numbers", options.numbers,
                                    "Learn of the numbers of these fields, or of all")
                        ->delimiter(',');
    command
        .add_option("--scale", options.scale,
                    "Of numbers: \"each\" by its own mean and spread, or all \"alike\" by the "
                    "largest, as fits pixels and embeddings")
        ->check(CLI::IsMember({"each", "alike"}))
        ->capture_default_str()
        ->needs(numbers);
    text->excludes(image)->excludes(numbers);
    image->excludes(numbers);
    command.add_option("--bits", options.bits, "Of texts: words share so many bits of features")
        ->check(CLI::Range(8, 22))
        ->capture_default_str();
}

std::optional<ItemFeatures> makeFeatures(const std::string& dataPath, const RecordsInput& input,
                                         const FeatureOptions& options,
                                         std::vector<Finding>& findings) {
    Maker maker(dataPath, input.table, findings);
    ItemFeatures made;
    made.recipe.bits = options.bits;
    if (!options.text.empty()) {
        made.recipe.fields = {options.text};
        auto texts = maker.textsOf(made.recipe);
        made.features = texts ? std::move(*texts) : SparseMatrix();
        return texts ? std::optional(std::move(made)) : std::nullopt;
    }
    const bool isImage = !options.image.empty();
    made.recipe.input = isImage ? ModelInput::Image : ModelInput::Numbers;
    made.recipe.fields = isImage ? std::vector{options.image}
                         : options.numbers == std::vector<std::string>{"all"} ? maker.numberFields()
                                                                              : options.numbers;
    if (made.recipe.fields.empty()) {
        maker.report("No field is a number in every item");
        return std::nullopt;
    }
    const auto dense =
        isImage ? maker.imagesOf(options.image) : maker.numbersOf(made.recipe.fields);
    if (!dense) {
        return std::nullopt;
    }
    isImage || options.scale == "each" ? learnScales(made.recipe, *dense)
                                       : learnOneScale(made.recipe, *dense);
    made.features = scaled(made.recipe, *dense);
    return made;
}

std::optional<SparseMatrix> makeFeatures(const std::string& dataPath, const RecordsInput& input,
                                         const SavedModel& recipe, std::vector<Finding>& findings) {
    Maker maker(dataPath, input.table, findings);
    if (recipe.input == ModelInput::Text) {
        return maker.textsOf(recipe);
    }
    auto dense = recipe.input == ModelInput::Image ? maker.imagesOf(recipe.fields.front())
                                                   : maker.numbersOf(recipe.fields);
    return dense ? std::optional(scaled(recipe, std::move(*dense))) : std::nullopt;
}

ItemLabels readItemLabels(const std::string& path, const quality::Names& items,
                          std::vector<Finding>& findings, const std::vector<std::string>& known) {
    quality::AnswerTable table;
    readTruthRows(
        path,
        [&](const quality::AnswerRow& row) {
            if (items.find(row.item)) {
                table.add(row.item, "", row.label);
            }
        },
        findings);
    sortLabels(table);
    ItemLabels result{.names = known, .labels = quality::Gold(items.size())};
    for (const std::string& name : table.labels) {
        if (!std::ranges::contains(result.names, name)) {
            result.names.push_back(name);
        }
    }
    for (const quality::Answer& answer : table.answers.list) {
        const auto name = std::ranges::find(result.names, table.labels[answer.label]);
        result.labels[*items.find(table.items[answer.item])] =
            static_cast<std::uint32_t>(name - result.names.begin());
    }
    return result;
}

} // namespace cartouche::cli
