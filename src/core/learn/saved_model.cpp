#include "core/learn/saved_model.h"

#include "core/learn/image_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace cartouche::learn {

namespace {

using json::Json;
using quality::Matrix;

constexpr std::string_view kFormat = "cartouche-model";
constexpr int kVersion = 1;
constexpr std::array<std::string_view, 3> kInputs{"text", "image", "numbers"};
constexpr int kFewestBits = 8;
constexpr int kMostBits = 22;
/// Of a gigabyte; a file of a few lines can ask for any number.
constexpr std::size_t kMostWeights = std::size_t{1} << 27U;

/// Reads members; the first problem counts.
class Reader {
public:
    explicit Reader(const Json& source) : m_source(source) {}

    std::expected<SavedModel, diagnostics::Diagnostic> run() {
        if (!m_source.is_object() || json::textMember(m_source, "format") != kFormat) {
            return fail("", "This is no model that `cartouche learn --save` wrote");
        }
        const Json& version = member("version");
        if (version != kVersion) {
            return fail("/version", std::format("This model is of version {}; this program reads "
                                                "version {}",
                                                json::writeJson(version), kVersion));
        }
        readHead();
        if (m_problem.message.empty()) {
            readWeights();
        }
        if (!m_problem.message.empty()) {
            return std::unexpected(m_problem);
        }
        return std::move(m_model);
    }

private:
    static std::unexpected<diagnostics::Diagnostic> fail(std::string pointer, std::string message) {
        return std::unexpected(diagnostics::Diagnostic{
            diagnostics::Code::BadValue, std::move(message), {.pointer = std::move(pointer)}});
    }

    void report(std::string_view key, std::string message) {
        if (m_problem.message.empty()) {
            m_problem = fail("/" + std::string(key), std::move(message)).error();
        }
    }

    const Json& member(std::string_view key) const {
        static const Json kNothing;
        const auto found = m_source.find(key);
        return found == m_source.end() ? kNothing : *found;
    }

    std::vector<std::string> texts(std::string_view key, std::size_t fewest) {
        const Json& list = member(key);
        if (!list.is_array() || list.size() < fewest ||
            !std::ranges::all_of(list, [](const Json& item) { return item.is_string(); })) {
            report(key, std::format("\"{}\" must be a list of {} texts or more", key, fewest));
            return {};
        }
        return list.get<std::vector<std::string>>();
    }

    /// `list` must be so many finite numbers.
    std::vector<double> numbers(std::string_view key, const Json& list, std::size_t count) {
        if (!list.is_array() || list.size() != count ||
            !std::ranges::all_of(list, [](const Json& item) {
                return item.is_number() && std::isfinite(item.get<double>());
            })) {
            report(key, std::format("\"{}\" must be {} numbers", key, count));
            return std::vector<double>(count);
        }
        return list.get<std::vector<double>>();
    }

    void readHead() {
        const auto input = std::ranges::find(kInputs, json::textMember(m_source, "input"));
        if (input == kInputs.end()) {
            report("input", "\"input\" must be text, image or numbers");
            return;
        }
        m_model.input = static_cast<ModelInput>(input - kInputs.begin());
        m_model.fields = texts("fields", 1);
        m_model.labels = texts("labels", 2);
        if (m_model.input == ModelInput::Text) {
            const Json& bits = member("bits");
            if (!bits.is_number_integer() || bits < kFewestBits || bits > kMostBits) {
                report("bits",
                       std::format("\"bits\" must be from {} to {}", kFewestBits, kMostBits));
                return;
            }
            m_model.bits = bits.get<int>();
            return;
        }
        m_model.means = numbers("means", member("means"), width());
        m_model.scales = numbers("scales", member("scales"), width());
        if (std::ranges::any_of(m_model.scales, [](double scale) { return scale <= 0; })) {
            report("scales", "\"scales\" must be above 0");
        }
    }

    std::size_t width() const {
        return m_model.input == ModelInput::Text    ? std::size_t{1} << unsigned(m_model.bits)
               : m_model.input == ModelInput::Image ? kImageFeatures
                                                    : m_model.fields.size();
    }

    void readWeights() {
        const std::size_t classes = m_model.labels.size();
        const Json& temperature = member("temperature");
        if (classes * width() > kMostWeights) {
            report("labels", std::format("A model of {} labels and {} features is too large",
                                         classes, width()));
            return;
        }
        m_model.model.biases = numbers("biases", member("biases"), classes);
        if (!temperature.is_number() || !(temperature > 0)) {
            report("temperature", "\"temperature\" must be a number above 0");
            return;
        }
        m_model.model.temperature = temperature.get<double>();
        m_model.model.weights = Matrix(classes, width());
        const Json& columns = member("columns");
        const Json& weights = member("weights");
        if (!columns.is_array() || !weights.is_array() || weights.size() != columns.size()) {
            report("weights", "\"columns\" and \"weights\" must be lists of one length");
            return;
        }
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (!columns[at].is_number_unsigned() || columns[at].get<std::size_t>() >= width()) {
                report("columns",
                       std::format("A column must be a number from 0 below {}", width()));
                return;
            }
            const auto values = numbers("weights", weights[at], classes);
            for (std::size_t label = 0; label < classes; ++label) {
                m_model.model.weights(label, columns[at].get<std::size_t>()) = values[label];
            }
        }
    }

    const Json& m_source;
    SavedModel m_model;
    diagnostics::Diagnostic m_problem;
};

} // namespace

std::string_view inputName(ModelInput input) {
    return kInputs.at(static_cast<std::size_t>(input));
}

Json writeModel(const SavedModel& saved) {
    Json columns = Json::array();
    Json weights = Json::array();
    const Matrix& all = saved.model.weights;
    for (std::size_t column = 0; column < all.columns(); ++column) {
        Json values = Json::array();
        bool isAny = false;
        for (std::size_t label = 0; label < all.rows(); ++label) {
            values.push_back(all(label, column));
            isAny = isAny || all(label, column) != 0;
        }
        if (isAny) {
            columns.push_back(column);
            weights.push_back(std::move(values));
        }
    }
    Json written{{"format", kFormat},
                 {"version", kVersion},
                 {"input", inputName(saved.input)},
                 {"fields", saved.fields},
                 {"labels", saved.labels}};
    if (saved.input == ModelInput::Text) {
        written["bits"] = saved.bits;
    } else {
        written["means"] = saved.means;
        written["scales"] = saved.scales;
    }
    written["temperature"] = saved.model.temperature;
    written["biases"] = saved.model.biases;
    written["columns"] = std::move(columns);
    written["weights"] = std::move(weights);
    return written;
}

std::expected<SavedModel, diagnostics::Diagnostic> readModel(const Json& source) {
    return Reader(source).run();
}

} // namespace cartouche::learn
