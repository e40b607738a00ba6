// Computes the reference vectors of private parts of texts: their numbers, and what replaces them.

#include "core/privacy/cipher.h"
#include "core/privacy/code_points.h"
#include "core/privacy/context.h"
#include "core/privacy/format_preserving.h"
#include "core/privacy/operators.h"
#include "core/privacy/validators.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace cartouche::tests {

namespace {

using namespace privacy;

std::string textIn(const Json& object, const char* key) {
    return object[key].get<std::string>();
}

/// What the table asks stands in what it expects: [text, whether it is valid, source].
Json validate(const Vector& vector) {
    Json table;
    for (const auto& [name, rows] : vector.expect.items()) {
        const Validator isValid = findValidator(name);
        if (isValid == nullptr) {
            continue; // so that the walk says that it is missing
        }
        table[name] = Json::array();
        for (const Json& row : rows) {
            table[name].push_back({row[0], isValid(row[0].get<std::string>()), row[2]});
        }
    }
    return table;
}

std::vector<Span> spansOf(const Json& rows) {
    std::vector<Span> spans;
    for (const Json& row : rows) {
        spans.push_back({row[0].get<std::size_t>(), row[1].get<std::size_t>(),
                         row[2].get<std::string>(), row[3].get<double>()});
    }
    return spans;
}

Operator operatorOf(const Json& json) {
    const std::string type = json.value("type", "replace");
    if (type == "redact") {
        return Redact{};
    }
    if (type == "keep") {
        return Keep{};
    }
    if (type == "mask") {
        return Mask{json.value("masking_char", "*"), json["chars_to_mask"].get<std::int64_t>(),
                    json.value("from_end", false)};
    }
    return json.contains("new_value") ? Replace{textIn(json, "new_value")} : Replace{};
}

Json anonymize(const Vector& vector) {
    const std::string text = textIn(vector.input, "text");
    Operators operators;
    for (const auto& [type, json] : vector.input["operators"].items()) {
        (type == "DEFAULT" ? operators.otherwise : operators.byType[type]) = operatorOf(json);
    }
    const auto spans = mergeSimilarOrContained(inBytes(text, spansOf(vector.input["spans"])), text);
    return Replacer(std::move(operators)).replace(text, spans).text;
}

Json merge(const Vector& vector) {
    Json rows = Json::array();
    for (const Span& span : mergeOverlapping(spansOf(vector.input["spans"]))) {
        rows.push_back({span.begin, span.end, span.type, span.score});
    }
    return rows;
}

Json separate(const Vector& vector) {
    Json rows = Json::array();
    for (const Span& span : removeIntersections(spansOf(vector.input["spans"]))) {
        rows.push_back({span.begin, span.end});
    }
    return rows;
}

Json mask(const Vector& vector) {
    const Json& input = vector.input;
    Replacer replacer({.otherwise = Mask{textIn(input, "ch"), input["n"].get<std::int64_t>(),
                                         input["from_end"].get<bool>()}});
    return replacer.replacementOf(textIn(input, "text"), "X");
}

Json hash(const Vector& vector) {
    const auto digest = textIn(vector.input, "hash") == "sha512" ? Digest::Sha512 : Digest::Sha256;
    Replacer replacer({.otherwise = SaltedHash{digest, textIn(vector.input, "salt")}});
    return replacer.replacementOf(textIn(vector.input, "text"), "X");
}

Json preserveFormat(const Vector& vector) {
    const Bytes key = parseHex(textIn(vector.input, "key")).value();
    const Bytes tweak = parseHex(textIn(vector.input, "tweak_hex")).value();
    const std::string plain = textIn(vector.input, "plaintext");
    const auto radix = vector.input["radix"].get<unsigned>();
    const auto encrypted = applyFf1(Direction::Encrypt, {key, tweak}, plain, radix);
    REQUIRE(encrypted);
    CHECK(applyFf1(Direction::Decrypt, {key, tweak}, *encrypted, radix) == plain);
    return *encrypted;
}

Json boost(const Vector& vector) {
    const Json& input = vector.input;
    const std::string text = textIn(input, "text");
    const auto words = input["context_words"].get<std::vector<std::string>>();
    const std::vector<std::string_view> views(words.begin(), words.end());
    const ContextRules rules{.factor = input.value("factor", 0.35),
                             .minimum = input.value("minimum", 0.4),
                             .wordsBefore = input.value("prefix_words", std::size_t{5}),
                             .wordsAfter = input.value("suffix_words", std::size_t{0})};
    const auto [begin, end] = input["span"].get<std::array<std::size_t, 2>>();
    const auto spans = inBytes(text, {{begin, end, "X", input["base_score"].get<double>()}});
    return scoreInContext(text, spans[0], views, rules);
}

Json encryptCbc(const Vector& vector) {
    Block iv{};
    std::ranges::copy(parseHex(textIn(vector.input, "iv_hex")).value(), iv.begin());
    const Aes aes(bytesOf(textIn(vector.input, "key")));
    return hexOf(aes.encryptCbc(iv, bytesOf(textIn(vector.input, "plaintext"))));
}

Json stretch(const Vector& vector) {
    return hexOf(stretchPassword(bytesOf(textIn(vector.input, "password")),
                                 parseHex(textIn(vector.input, "salt_hex")).value(),
                                 vector.input["iterations"].get<unsigned>(),
                                 vector.input["dklen"].get<std::size_t>()));
}

constexpr std::array kKinds{
    Kind{"pii_validators", "", validate},
    Kind{"pii_redaction", "hull_resolution", merge},
    Kind{"pii_redaction", "remove_intersections", separate},
    Kind{"pii_redaction", "mask_op", mask},
    Kind{"pii_redaction", "hash_", hash},
    Kind{"pii_redaction", "ff1", preserveFormat},
    Kind{"pii_redaction", "context_", boost},
    Kind{"pii_redaction", "_cbc_", encryptCbc},
    Kind{"pii_redaction", "pbkdf2", stretch},
    Kind{"pii_redaction", "", anonymize},
};

} // namespace

std::span<const Kind> piiKinds() {
    return kKinds;
}

} // namespace cartouche::tests
