#include "core/json/json.h"

#include <algorithm>
#include <format>
#include <string>

namespace cartouche::json {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// Runs over the text only to learn where the parser stops, and why.
class FaultFinder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        m_position = position;
        m_reason = error.what();
        return false;
    }

    std::size_t position() const { return m_position; }
    /// What the parser says, without its own numbering and position.
    std::string reason() const {
        const std::size_t dash = m_reason.find(" - ");
        return dash == std::string::npos ? m_reason : m_reason.substr(dash + 3);
    }

private:
    std::size_t m_position = 0;
    std::string m_reason;
};

diagnostics::Location locate(std::string_view text, std::size_t offset) {
    diagnostics::Location where{.line = 1, .column = 1};
    for (const char byte : text.substr(0, std::min(offset, text.size()))) {
        const bool continuesCharacter = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (byte == '\n') {
            ++where.line;
            where.column = 1;
        } else if (!continuesCharacter) {
            ++where.column;
        }
    }
    return where;
}

/// The offset at which brackets are nested too deep, or npos.
std::size_t findTooDeep(std::string_view text) {
    int depth = 0;
    bool isInString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (isInString) {
            at += byte == '\\' ? 1 : 0;
            isInString = byte != '"';
        } else if (byte == '"') {
            isInString = true;
        } else if (byte == '[' || byte == '{') {
            if (++depth > kDeepest) {
                return at;
            }
        } else if (byte == ']' || byte == '}') {
            --depth;
        }
    }
    return std::string_view::npos;
}

} // namespace

Diagnostic describeJsonFault(std::string_view text) {
    if (const std::size_t at = findTooDeep(text); at != std::string_view::npos) {
        return {Code::JsonSyntax,
                std::format("This JSON is nested deeper than {} levels", kDeepest),
                locate(text, at)};
    }
    FaultFinder finder;
    Json::sax_parse(text, &finder);
    const std::size_t offset = finder.position() > 0 ? finder.position() - 1 : 0;
    return {Code::JsonSyntax, "This is not valid JSON: " + finder.reason(), locate(text, offset)};
}

std::expected<Json, Diagnostic> parseJson(std::string_view text) {
    if (findTooDeep(text) == std::string_view::npos) {
        Json value = Json::parse(text, nullptr, false);
        if (!value.is_discarded()) {
            return value;
        }
    }
    return std::unexpected(describeJsonFault(text));
}

Json treeOf(std::string_view checked) {
    return Json::parse(checked, nullptr, false);
}

std::string_view describeType(const Json& value) {
    return value.is_object()    ? "an object"
           : value.is_array()   ? "a list"
           : value.is_string()  ? "a text"
           : value.is_number()  ? "a number"
           : value.is_boolean() ? "true or false"
                                : "null";
}

std::string textMember(const Json& object, std::string_view key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string writeJson(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace cartouche::json
