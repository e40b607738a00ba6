#include "core/variables/variables.h"

#include <algorithm>
#include <charconv>

namespace cartouche::variables {

namespace {

using json::Json;

bool isVariableCharacter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || std::string_view("_.[]{}").contains(letter);
}

/// Length of the reference that begins at the `$` with which the text begins; 0: it is a plain `$`.
std::size_t referenceLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && isVariableCharacter(text[length])) {
        ++length;
    }
    return length > 1 ? length : 0;
}

const Json* member(const Json& value, std::string_view key) {
    if (value.is_array()) {
        std::size_t index = 0;
        const auto parsed = std::from_chars(key.data(), key.data() + key.size(), index);
        const bool isIndex = parsed.ec == std::errc() && parsed.ptr == key.data() + key.size();
        return isIndex && index < value.size() ? &value[index] : nullptr;
    }
    if (!value.is_object()) {
        return nullptr;
    }
    const auto found = value.find(key);
    return found == value.end() ? nullptr : &*found;
}

} // namespace

const Json* findVariable(std::string_view path, const Json& data) {
    // A key with dots or brackets in it wins over the path that it looks like.
    if (const Json* whole = member(data, path)) {
        return whole;
    }
    const Json* value = &data;
    std::size_t at = 0;
    while (value != nullptr && at < path.size()) {
        const std::size_t start = path.find_first_not_of(".[]", at);
        if (start == std::string_view::npos) {
            return at == 0 ? nullptr : value;
        }
        const std::size_t end = std::min(path.find_first_of(".[]", start), path.size());
        value = member(*value, path.substr(start, end - start));
        at = end;
    }
    return value;
}

Json resolveVariables(std::string_view expression, const Json& data) {
    if (expression.starts_with('$') && referenceLength(expression) == expression.size()) {
        const Json* value = findVariable(expression.substr(1), data);
        return value == nullptr || value->is_null() ? Json("") : *value;
    }
    std::string text;
    for (std::size_t at = 0; at < expression.size();) {
        const std::string_view rest = expression.substr(at);
        const std::size_t length = rest.front() == '$' ? referenceLength(rest) : 0;
        if (length == 0) {
            text += rest.front();
            ++at;
            continue;
        }
        const Json* value = findVariable(rest.substr(1, length - 1), data);
        if (value != nullptr && !value->is_null()) {
            text += value->is_string() ? value->get<std::string>() : json::writeJson(*value);
        }
        at += length;
    }
    return text;
}

std::vector<std::string> variablesOf(std::string_view expression) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < expression.size();) {
        const std::string_view rest = expression.substr(at);
        const std::size_t length = rest.front() == '$' ? referenceLength(rest) : 0;
        if (length > 0) {
            names.emplace_back(rest.substr(1, length - 1));
        }
        at += std::max<std::size_t>(length, 1);
    }
    return names;
}

} // namespace cartouche::variables
