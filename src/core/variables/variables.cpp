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

/// The keys of a path. As in lodash, which the reference uses, a dot or [] that nothing follows
/// makes an empty key, so that `price.` is not `price`.
std::vector<std::string_view> keysOf(std::string_view path) {
    const auto delimiterLength = [](std::string_view rest) -> std::size_t {
        return rest.starts_with("[]") ? 2 : rest.starts_with('.') ? 1 : 0;
    };
    std::vector<std::string_view> keys;
    if (path.starts_with('.')) {
        keys.emplace_back();
    }
    while (!path.empty()) {
        if (const std::size_t length = delimiterLength(path)) {
            path.remove_prefix(length);
            if (path.empty() || delimiterLength(path) > 0) {
                keys.emplace_back();
            }
        } else if (path.front() == '[' || path.front() == ']') {
            path.remove_prefix(1);
        } else {
            keys.push_back(path.substr(0, path.find_first_of(".[]")));
            path.remove_prefix(keys.back().size());
        }
    }
    return keys;
}

/// What stands for a reference within text; `$` and all.
std::string textOf(std::string_view reference, const Json& data) {
    const std::string_view path = reference.substr(1);
    if (isPlainText(path, data)) {
        return std::string(reference);
    }
    const Json* value = findVariable(path, data);
    return value == nullptr || value->is_null() ? std::string()
           : value->is_string()                 ? value->get<std::string>()
                                                : json::writeJson(*value);
}

} // namespace

const Json* findVariable(std::string_view path, const Json& data) {
    // A key with dots or brackets in it wins over the path that it looks like.
    if (const Json* whole = member(data, path)) {
        return whole;
    }
    const Json* value = &data;
    for (const std::string_view key : keysOf(path)) {
        value = value == nullptr ? nullptr : member(*value, key);
    }
    return value;
}

bool isPlainText(std::string_view variable, const Json& data) {
    return !variable.empty() && variable.front() >= '0' && variable.front() <= '9' &&
           findVariable(variable, data) == nullptr;
}

Json resolveVariables(std::string_view expression, const Json& data) {
    if (isVariable(expression) && !isPlainText(expression.substr(1), data)) {
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
        text += textOf(rest.substr(0, length), data);
        at += length;
    }
    return text;
}

bool isVariable(std::string_view expression) {
    return expression.starts_with('$') && referenceLength(expression) == expression.size();
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
