#include "core/annotation/record.h"

#include "core/annotation/result_json.h"
#include "core/json/numbers.h"
#include "core/json/object_text.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace cartouche::annotation {

namespace {

using json::Cursor;
using json::Json;
using json::Kind;
using json::Members;

/// A text, or a number as text: the front end has ids as texts, the server as numbers.
std::string readKey(const Members& members, std::string_view key) {
    const auto member = members.find(key);
    if (!member) {
        return "";
    }
    return Cursor(*member).kind() == Kind::Number ? std::string(*member) : members.text(key);
}

std::string firstOf(const Members& members, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (std::string text = readKey(members, key); !text.empty()) {
            return text;
        }
    }
    return "";
}

bool isAny(const Members& members, std::initializer_list<std::string_view> keys) {
    return std::ranges::any_of(
        keys, [&](std::string_view key) { return members.flag(key).value_or(false); });
}

/// The server gives the id of a draft; only the front end gives the results themselves.
std::string_view loadedMember(const Members& members) {
    const auto draft = members.find("draft");
    return draft && Cursor(*draft).kind() == Kind::List ? "draft" : "result";
}

/// Under the first of these names that the record has, else under the last.
void setMember(json::ObjectText& text, const Members& before,
               std::initializer_list<std::string_view> names, const Json& value) {
    const auto found =
        std::ranges::find_if(names, [&before](std::string_view name) { return before.has(name); });
    text.set(found == names.end() ? *(names.end() - 1) : *found, value);
}

} // namespace

Record readRecord(const json::CheckedText& source, RecordKind kind) {
    Record record{.kind = kind, .source = source};
    const Members members{Cursor(source)};
    if (Cursor(source.text()).kind() != Kind::Object) {
        record.result = source;
        return record;
    }
    record.pk = firstOf(members, {"pk", "id"});
    record.createdBy =
        firstOf(members, {"model_version", "createdBy", "created_username", "completed_by"});
    record.createdAt = firstOf(members, {"createdDate", "draft_created_at", "created_at"});
    record.leadTime = members.number("leadTime").value_or(members.number("lead_time").value_or(0));
    record.score = members.number("score");
    record.isGroundTruth = isAny(members, {"ground_truth"});
    record.isSkipped = isAny(members, {"skipped", "was_cancelled"});
    record.isReadonly = kind == RecordKind::Prediction || isAny(members, {"readonly"}) ||
                        members.flag("editable") == false;
    record.parentPrediction = readKey(members, "parent_prediction");
    record.parentAnnotation = readKey(members, "parent_annotation");
    if (const auto result = members.find(loadedMember(members))) {
        record.result = source.part(*result);
    }
    return record;
}

Document readDocument(const Record& record, const IdSource& newId,
                      diagnostics::Diagnostics& diagnostics) {
    Document document = readResults(record.result, newId, diagnostics);
    if (record.kind == RecordKind::Prediction) {
        document.setOrigin(Origin::Prediction);
    }
    return document;
}

std::string writeRecord(const Record& record, std::string_view result) {
    const Members before(record.source.text());
    if (Cursor(record.source.text()).kind() != Kind::Object) {
        return std::string(result);
    }
    json::ObjectText text(record.source.text());
    const std::string_view member = loadedMember(before);
    if (before.find(member) != result) {
        const bool wasText =
            before.has(member) && Cursor(*before.find(member)).kind() == Kind::Text;
        text.set(member, wasText ? json::writeJson(Json(result)) : std::string(result));
    }
    const Record loaded = readRecord(record.source, record.kind);
    if (record.leadTime != loaded.leadTime) {
        setMember(text, before, {"leadTime", "lead_time"}, json::numberJson(record.leadTime));
    }
    if (record.isGroundTruth != loaded.isGroundTruth) {
        setMember(text, before, {"ground_truth"}, Json(record.isGroundTruth));
    }
    if (record.isSkipped != loaded.isSkipped) {
        setMember(text, before, {"skipped", "was_cancelled"}, Json(record.isSkipped));
    }
    return text.text();
}

} // namespace cartouche::annotation
