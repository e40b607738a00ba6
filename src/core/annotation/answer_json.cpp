#include "core/annotation/answer_json.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <format>
#include <string_view>
#include <utility>

namespace cartouche::annotation {

namespace {

using json::Cursor;
using json::Json;
using json::Kind;

/// Nothing unless it is a list of texts.
std::optional<Texts> readTexts(Cursor cursor) {
    if (cursor.kind() != Kind::List) {
        return std::nullopt;
    }
    Texts texts;
    bool isGood = true;
    cursor.readList([&](Cursor& item) {
        auto text = item.readText();
        isGood = isGood && text;
        texts.push_back(std::move(text).value_or(""));
    });
    return isGood ? std::optional(std::move(texts)) : std::nullopt;
}

/// A path that is a single text has one part.
std::optional<std::vector<Path>> readPaths(Cursor cursor) {
    if (cursor.kind() != Kind::List) {
        return std::nullopt;
    }
    std::vector<Path> paths;
    bool isGood = true;
    cursor.readList([&](Cursor& item) {
        auto text = item.readText();
        auto path = text ? std::optional(Path{std::move(*text)}) : readTexts(item);
        isGood = isGood && path && !path->empty();
        paths.push_back(std::move(path).value_or(Path()));
    });
    return isGood ? std::optional(std::move(paths)) : std::nullopt;
}

/// Older rankings are one list, which is its only column (spec/results.md 4.20).
std::optional<Columns> readColumns(Cursor cursor) {
    if (cursor.kind() == Kind::List) {
        auto items = readTexts(cursor);
        return items ? std::optional(Columns{{"", std::move(*items)}}) : std::nullopt;
    }
    if (cursor.kind() != Kind::Object) {
        return std::nullopt;
    }
    Columns columns;
    bool isGood = true;
    const json::Members members(cursor);
    for (const auto& [key, value] : members.all()) {
        auto items = readTexts(Cursor(value));
        isGood = isGood && items;
        columns.emplace_back(key, std::move(items).value_or(Texts()));
    }
    return isGood ? std::optional(std::move(columns)) : std::nullopt;
}

template <typename Value>
std::expected<Answer, std::string> orFault(std::optional<Value> value, std::string_view expected) {
    if (!value) {
        return std::unexpected(std::string(expected));
    }
    return Answer(std::move(*value));
}

std::expected<Answer, std::string> readChoices(Cursor cursor) {
    constexpr std::string_view kExpected = "a list of texts or of paths, with something in it";
    if (auto texts = readTexts(cursor)) {
        return orFault(texts->empty() ? std::nullopt : std::optional(std::move(texts)), kExpected);
    }
    return orFault(readPaths(cursor), kExpected);
}

std::expected<Answer, std::string> readKind(Cursor cursor, AnswerKind kind) {
    switch (kind) {
    case AnswerKind::Labels:
        return orFault(readTexts(cursor), "a list of texts");
    case AnswerKind::Choices:
        return readChoices(cursor);
    case AnswerKind::Paths:
        return orFault(readPaths(cursor), "a list of paths");
    case AnswerKind::Texts:
        if (auto text = Cursor(cursor).readText()) {
            return Answer(Texts{std::move(*text)});
        }
        return orFault(readTexts(cursor), "a list of texts");
    case AnswerKind::Number:
        return orFault(cursor.readNumber(), "a number");
    case AnswerKind::Text:
        return orFault(cursor.readText(), "a text");
    case AnswerKind::Columns:
        return orFault(readColumns(cursor), "an object of lists of texts");
    case AnswerKind::None:
    case AnswerKind::Opaque:
        break;
    }
    return Answer();
}

struct Writer {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(double number) const { return json::numberJson(number); }
    Json operator()(const Columns& columns) const {
        Json out = Json::object();
        for (const auto& [key, items] : columns) {
            out[key] = items;
        }
        return out;
    }
    template <typename Value>
    Json operator()(const Value& value) const {
        return value;
    }
};

} // namespace

std::expected<Answer, std::string> readAnswer(const json::Members& value, ResultType type) {
    const ResultTypeRow& row = resultTypeRow(type);
    auto member = value.find(row.valueKey);
    if (!member && type == ResultType::HyperTextLabels) {
        member = value.find("htmllabels");
    }
    const bool mayBeMissing = row.answer == AnswerKind::Labels || row.answer == AnswerKind::None ||
                              row.answer == AnswerKind::Opaque;
    if (!member) {
        return mayBeMissing ? std::expected<Answer, std::string>()
                            : std::unexpected(std::format("{} is missing", row.valueKey));
    }
    auto answer = readKind(Cursor(*member), row.answer);
    if (!answer) {
        return std::unexpected(std::format("{} must be {}", row.valueKey, answer.error()));
    }
    return answer;
}

Json writeAnswer(const Answer& answer) {
    return std::visit(Writer{}, answer);
}

} // namespace cartouche::annotation
