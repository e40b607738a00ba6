#include "core/weak/labeling_functions.h"

#include "core/diagnostics/suggestion.h"
#include "core/weak/function_types.h"

#include <algorithm>
#include <format>
#include <set>
#include <utility>

namespace cartouche::weak {

namespace {

using diagnostics::Code;
using json::Json;

class SourceReader {
public:
    explicit SourceReader(const RecordTable& table) : m_table(table) {}

    LabelingFunctions run(const Json& source) {
        readLabels(source);
        const auto list = source.is_object() ? source.find("functions") : source.end();
        if (!source.is_object() || list == source.end() || !list->is_array() || list->empty()) {
            report("/functions", "\"functions\" must be a list with a labeling function or more");
            return std::move(m_result);
        }
        std::size_t index = 0;
        for (const Json& function : *list) {
            readFunction(function, std::format("/functions/{}", index++));
        }
        return std::move(m_result);
    }

private:
    void report(std::string pointer, std::string message) {
        m_result.problems.push_back(
            {Code::BadValue, std::move(message), {.pointer = std::move(pointer)}});
    }

    void readLabels(const Json& source) {
        const auto labels = source.is_object() ? source.find("labels") : source.end();
        if (!source.is_object() || labels == source.end() || !labels->is_array() ||
            labels->size() < 2 ||
            !std::ranges::all_of(*labels, [](const Json& label) { return label.is_string(); })) {
            report("/labels", "\"labels\" must be a list of two texts or more");
            return;
        }
        m_result.labels = labels->get<std::vector<std::string>>();
        if (std::set(m_result.labels.begin(), m_result.labels.end()).size() <
            m_result.labels.size()) {
            report("/labels", "A label stands twice in \"labels\"");
        }
    }

    void readFunction(const Json& source, const std::string& pointer) {
        if (!source.is_object()) {
            report(pointer, std::format("A labeling function is an object, not {}",
                                        json::describeType(source)));
            return;
        }
        FunctionReader reader(source, m_result.labels, m_table, pointer, m_result.problems);
        const std::string name = reader.text("name");
        if (!name.empty() && !m_names.insert(name).second) {
            reader.report("name", std::format("Another function is called \"{}\", too", name));
        }
        const std::string typeName = reader.text("type");
        const auto type = std::ranges::find(allFunctionTypes(), typeName, &FunctionType::name);
        if (type == allFunctionTypes().end()) {
            reportType(reader, typeName);
            return;
        }
        checkMembers(reader, *type);
        VoteFunction vote = type->make(reader);
        if (reader.isGood()) {
            m_result.functions.push_back({name, std::move(vote)});
        }
    }

    static void reportType(FunctionReader& reader, const std::string& name) {
        std::vector<std::string> known;
        for (const FunctionType& type : allFunctionTypes()) {
            known.emplace_back(type.name);
        }
        if (!name.empty()) {
            reader.report("type", std::format("There is no type \"{}\" of labeling functions{}",
                                              name, diagnostics::suggestionText(name, known)));
        }
    }

    static void checkMembers(FunctionReader& reader, const FunctionType& type) {
        std::vector<std::string> known{"name", "type"};
        for (std::string_view rest = type.members; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            known.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        for (const auto& [key, value] : reader.source().items()) {
            if (!std::ranges::contains(known, key)) {
                reader.report(key, std::format("\"{}\" is nothing that {} functions know{}", key,
                                               type.name, diagnostics::suggestionText(key, known)));
            }
        }
    }

    const RecordTable& m_table;
    std::set<std::string> m_names;
    LabelingFunctions m_result;
};

} // namespace

LabelingFunctions readLabelingFunctions(const Json& source, const RecordTable& table) {
    return SourceReader(table).run(source);
}

quality::AnswerTable applyFunctions(const LabelingFunctions& functions, const RecordTable& table) {
    quality::AnswerTable votes;
    for (const std::string& label : functions.labels) {
        votes.labels.indexOf(label);
    }
    for (const LabelingFunction& function : functions.functions) {
        votes.workers.indexOf(function.name);
    }
    for (std::size_t item = 0; item < table.records.size(); ++item) {
        votes.items.indexOf(table.items[item]);
        for (std::uint32_t function = 0; function < functions.functions.size(); ++function) {
            if (const auto label = functions.functions[function].vote(table.records[item])) {
                votes.answers.list.push_back({static_cast<std::uint32_t>(item), function, *label});
            }
        }
    }
    votes.answers.items = votes.items.size();
    votes.answers.workers = votes.workers.size();
    votes.answers.labels = votes.labels.size();
    return votes;
}

std::vector<FunctionTypeInfo> functionTypes() {
    std::vector<FunctionTypeInfo> types;
    for (const FunctionType& type : allFunctionTypes()) {
        types.push_back({type.name, type.about});
    }
    return types;
}

} // namespace cartouche::weak
