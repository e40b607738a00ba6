#include "core/task/object_value.h"

#include "core/task/value_checks.h"
#include "core/values/base64.h"
#include "core/values/csv.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <format>
#include <optional>
#include <string>
#include <utility>

namespace cartouche::task {

namespace {

using config::Tag;
using config::TagKind;
using diagnostics::Code;
using diagnostics::Diagnostic;
using json::Json;

/// `Paragraphs "d" reads $phrases, which is a text in the task`
std::string describeRead(const Tag& tag, const Json& value) {
    return std::format("{} \"{}\" reads {}, which is {} in the task", tag.spelling(), tag.name(),
                       tag.text(valueAttribute(tag)), json::describeType(value));
}

/// As JavaScript makes a text of a value, a list being its items with commas between them; nothing
/// for objects, which have no text worth showing.
std::optional<std::string> textOf(const Json& value) {
    if (value.is_object()) {
        return std::nullopt;
    }
    if (!value.is_array()) {
        return value.is_string() ? value.get<std::string>()
               : value.is_null() ? ""
                                 : json::writeJson(value);
    }
    std::string text;
    for (std::size_t index = 0; index < value.size(); ++index) {
        const auto item = textOf(value[index]);
        if (!item) {
            return std::nullopt;
        }
        text += (index > 0 ? "," : "") + *item;
    }
    return text;
}

std::expected<std::string, Diagnostic> decode(const std::string& text, Encoding encoding) {
    if (encoding == Encoding::None) {
        return text;
    }
    const bool isUnicode = encoding == Encoding::Base64Unicode;
    auto decoded = isUnicode ? values::decodeBase64Unicode(text) : values::decodeBase64(text);
    if (!decoded) {
        return std::unexpected(Diagnostic{
            Code::BadValue,
            std::format("This text is no Base64{}, which encoding=\"{}\" says it is",
                        isUnicode ? " of UTF-8" : "", isUnicode ? "base64unicode" : "base64"),
            {}});
    }
    return std::move(*decoded);
}

/// Without data of its own, a TimeSeries or a program gets the whole task (spec/tags.md 4.1).
bool takesWholeTask(const Tag& tag) {
    return tag.text(valueAttribute(tag)).empty() &&
           (tag.kind() == TagKind::ReactCode || tag.kind() == TagKind::CustomInterface ||
            (tag.kind() == TagKind::TimeSeries && tag.text("valueType") == "json"));
}

/// Reads what the variables stand for, by the format of the value.
class Reader {
public:
    Reader(const Tag& tag, SecureMode mode) : m_tag(tag) {
        m_result.format = findValueFormat(tag, mode);
    }

    ResolvedValue read(Json value) {
        if (m_tag.kind() == TagKind::Image && value.is_array()) {
            m_result.format.kind = ValueKind::UrlList; // as valueList says it, too
        }
        switch (m_result.format.kind) {
        case ValueKind::Nothing:
        case ValueKind::Media:
            break;
        case ValueKind::UrlList:
            readAddresses(std::move(value));
            break;
        case ValueKind::Json:
            readJson(std::move(value));
            break;
        case ValueKind::Url:
        case ValueKind::Text:
        case ValueKind::Html:
        case ValueKind::Csv:
            readText(value);
            break;
        }
        return std::move(m_result);
    }

private:
    void refuse(const Json& value, std::string_view why) {
        refuse(std::format("{}; {}", describeRead(m_tag, value), why));
    }
    void refuse(std::string message) {
        m_result.problems.push_back(
            {Code::BadValue, std::move(message), m_tag.where(valueAttribute(m_tag))});
    }

    void readAddresses(Json value) {
        const bool isList = value.is_array() && std::ranges::all_of(value, [](const Json& item) {
                                return item.is_string();
                            });
        if (isList) {
            m_result.value = std::move(value);
        } else {
            refuse(value, R"(it needs a list of addresses, such as ["1.png", "2.png"])");
        }
    }

    void readText(const Json& value) {
        const bool isAddress = m_result.format.kind == ValueKind::Url;
        const auto text = textOf(value);
        if (!text || (isAddress && !value.is_string())) {
            refuse(value, isAddress ? "it needs an address" : "it needs a text");
            return;
        }
        auto decoded = isAddress ? *text : decode(*text, m_result.format.encoding);
        if (decoded) {
            m_result.value = std::move(*decoded);
        } else {
            refuse(std::format("{} \"{}\" reads {}: {}", m_tag.spelling(), m_tag.name(),
                               m_tag.text("value"), decoded.error().message));
        }
    }

    void readJson(Json value) {
        // Only a Table reads JSON that stands in a text.
        if (m_tag.kind() == TagKind::Table && value.is_string()) {
            value = json::parseJson(value.get_ref<const std::string&>()).value_or(value);
        }
        if (const auto fault = findShapeFault(m_tag, value)) {
            refuse(value, *fault);
        } else {
            m_result.value = std::move(value);
        }
    }

    const Tag& m_tag;
    ResolvedValue m_result;
};

} // namespace

ResolvedValue resolveValue(const Tag& tag, const Json& data, SecureMode mode) {
    if (takesWholeTask(tag)) {
        return Reader(tag, mode).read(data);
    }
    Json value = variables::resolveVariables(tag.text(valueAttribute(tag)), data);
    if (value.is_string() && value.get_ref<const std::string&>().empty()) {
        return {};
    }
    return Reader(tag, mode).read(std::move(value));
}

std::expected<Json, Diagnostic> readFetched(const Tag& tag, const ValueFormat& format,
                                            std::string_view text) {
    const auto cell = format.cell ? values::readCsvCell(text, *format.cell) : std::string(text);
    if (!cell) {
        return std::unexpected(cell.error());
    }
    auto decoded = decode(*cell, format.encoding);
    if (!decoded) {
        return std::unexpected(decoded.error());
    }
    const bool isJson = format.content == ValueKind::Json ||
                        (tag.kind() == TagKind::TimeSeries && decoded->starts_with('{'));
    if (!isJson) {
        return Json(std::move(*decoded));
    }
    auto value = json::parseJson(*decoded);
    if (!value) {
        return std::unexpected(value.error());
    }
    if (const auto fault = findShapeFault(tag, *value)) {
        return std::unexpected(
            Diagnostic{Code::BadValue,
                       std::format("What {} \"{}\" shows is {}; {}", tag.spelling(), tag.name(),
                                   json::describeType(*value), *fault),
                       {}});
    }
    return std::move(*value);
}

} // namespace cartouche::task
