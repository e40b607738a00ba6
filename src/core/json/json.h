#pragma once

#include "core/diagnostics/diagnostic.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <string_view>

namespace cartouche::json {

/// JSON values keep the order of their members, so that what came in goes out in the same order.
using Json = nlohmann::ordered_json;

/// Deeper values could exhaust the stack when they are written again.
constexpr int kDeepest = 512;

/// Parses one JSON text (RFC 8259, UTF-8). A failure is Code::JsonSyntax with line and column.
std::expected<Json, diagnostics::Diagnostic> parseJson(std::string_view text);

/// As parseJson, of a checked text (checked_text.h) or a part of one.
Json treeOf(std::string_view checked);

/// What is wrong with a text that parseJson refuses, and where.
diagnostics::Diagnostic describeJsonFault(std::string_view text);

/// What a value is, in the words of messages: "an object", "a list", "a text", "a number".
std::string_view describeType(const Json& value);

/// A member that is a text; "" if there is none, or `object` is no object.
std::string textMember(const Json& object, std::string_view key);

/// Compact JSON text; bytes that are not UTF-8 become U+FFFD rather than an error.
std::string writeJson(const Json& value);

} // namespace cartouche::json
