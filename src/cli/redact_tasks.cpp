#include "cli/redact_tasks.h"

#include "core/json/json.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <format>
#include <ostream>
#include <set>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using json::Json;
using privacy::Replaced;
using privacy::Span;

/// A text of a task's data, as it was and as it is.
struct DataText {
    std::string before;
    Replaced after;
};

enum class Unit { CodePoints, CodeUnits };

std::size_t unitsOf(const text::Character& character, Unit unit) {
    return unit == Unit::CodePoints ? 1 : character.codeUnits;
}

/// The byte at which the character with this offset begins; the end of the text for all behind it.
std::size_t byteAt(std::string_view text, std::size_t offset, Unit unit) {
    std::size_t at = 0;
    for (std::size_t passed = 0; passed < offset && at < text.size();) {
        const text::Character character = text::characterAt(text, at);
        passed += unitsOf(character, unit);
        at += character.bytes;
    }
    return at;
}

std::size_t offsetOf(std::string_view text, std::size_t byte, Unit unit) {
    std::size_t offset = 0;
    for (std::size_t at = 0; at < byte;) {
        const text::Character character = text::characterAt(text, at);
        offset += unitsOf(character, unit);
        at += character.bytes;
    }
    return offset;
}

bool isAddress(std::string_view text) {
    const bool hasScheme = text.contains("://") || text.starts_with("/") ||
                           text.starts_with("data:") || text.starts_with("./");
    return hasScheme && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

/// Replaces in one task.
class TaskRedaction {
public:
    TaskRedaction(Redactor& redactor, std::string place)
        : m_redactor(redactor), m_place(std::move(place)) {}

    void run(Json& task) {
        if (!task.is_object()) {
            return;
        }
        const bool hasData = task.contains("data");
        redactData(hasData ? task["data"] : task, "", hasData ? "/data" : "");
        for (const char* key : {"annotations", "completions", "predictions", "drafts"}) {
            if (hasData && task.contains(key)) {
                redactAnswers(task[key], std::format("/{}", key));
            }
        }
    }

    const std::vector<std::string>& stuck() const { return m_stuck; }

private:
    void redactData(Json& value, const std::string& name, const std::string& pointer) {
        if (value.is_string()) {
            redactText(value, name, pointer);
            return;
        }
        std::size_t index = 0;
        for (auto item = value.begin(); value.is_structured() && item != value.end();
             ++item, ++index) {
            const std::string key = value.is_object() ? item.key() : name;
            const std::string step = value.is_object() ? key : std::format("{}", index);
            redactData(*item, key, pointer + "/" + step);
        }
    }

    void redactText(Json& value, const std::string& name, const std::string& pointer) {
        std::string before = value.get<std::string>();
        if (isAddress(before)) {
            return;
        }
        Replaced after = m_redactor.redact(before, name, m_place + pointer);
        value = after.text;
        for (const privacy::Change& change : after.changes) {
            m_private.insert({before.substr(change.begin, change.end - change.begin), change.type});
        }
        m_texts.push_back({std::move(before), std::move(after)});
    }

    /// Of what is answered only texts are copies of the data; labels and choices stay.
    void redactAnswers(Json& value, const std::string& pointer) {
        if (value.is_object() && value.contains("start") && value.contains("end")) {
            redactRegion(value, pointer);
            return;
        }
        std::size_t index = 0;
        for (auto item = value.begin(); value.is_structured() && item != value.end();
             ++item, ++index) {
            const std::string step = value.is_object() ? item.key() : std::format("{}", index);
            if (value.is_object() && step == "text") {
                redactCopies(*item, pointer + "/text");
            } else {
                redactAnswers(*item, pointer + "/" + step);
            }
        }
    }

    void redactCopies(Json& value, const std::string& pointer) {
        if (value.is_string()) {
            const std::string copy = value.get<std::string>();
            value = m_redactor.redact(copy, "", m_place + pointer, knownIn(copy)).text;
        } else if (value.is_array()) {
            for (Json& item : value) {
                redactCopies(item, pointer);
            }
        }
    }

    /// Where the text repeats what was private in the data.
    std::vector<Span> knownIn(std::string_view text) const {
        std::vector<Span> spans;
        for (const auto& [known, type] : m_private) {
            for (std::size_t at = text.find(known); at != std::string_view::npos;
                 at = text.find(known, at + known.size())) {
                spans.push_back({at, at + known.size(), type, 1.0});
            }
        }
        return spans;
    }

    void redactRegion(Json& value, const std::string& pointer) {
        if (value["start"].is_number_unsigned() && value["end"].is_number_unsigned() &&
            (moveRegion(value, Unit::CodePoints) || moveRegion(value, Unit::CodeUnits))) {
            return;
        }
        const bool isMoved = std::ranges::any_of(m_texts, [](const DataText& text) {
            return offsetOf(text.before, text.before.size(), Unit::CodeUnits) !=
                   offsetOf(text.after.text, text.after.text.size(), Unit::CodeUnits);
        });
        const bool isOfTime = value["start"].is_number() && !value.contains("text");
        if (isMoved && !isOfTime) {
            m_stuck.push_back(m_place + pointer);
        }
        if (value.contains("text")) {
            redactCopies(value["text"], pointer + "/text");
        }
    }

    /// Returns whether it is a region of one of the texts, by what it says its text is.
    bool moveRegion(Json& value, Unit unit) {
        const std::string copy = json::textMember(value, "text");
        const auto start = value["start"].get<std::size_t>();
        const auto end = value["end"].get<std::size_t>();
        for (const DataText& text : m_texts) {
            const std::size_t from = byteAt(text.before, start, unit);
            const std::size_t to = byteAt(text.before, end, unit);
            if (copy.empty() || from >= to || text.before.substr(from, to - from) != copy) {
                continue;
            }
            const std::size_t newFrom = text.after.movedBegin(from);
            const std::size_t newTo = std::max(newFrom, text.after.movedEnd(to));
            value["start"] = offsetOf(text.after.text, newFrom, unit);
            value["end"] = offsetOf(text.after.text, newTo, unit);
            value["text"] = text.after.text.substr(newFrom, newTo - newFrom);
            return true;
        }
        return false;
    }

    Redactor& m_redactor;
    std::string m_place;
    std::vector<DataText> m_texts;
    std::set<std::pair<std::string, std::string>> m_private; // text and type
    std::vector<std::string> m_stuck;
};

} // namespace

TasksRedaction::TasksRedaction(std::string file, Redactor& redactor, std::ostream& out,
                               std::vector<Finding>& findings)
    : m_file(std::move(file)), m_redactor(redactor), m_out(out), m_findings(findings),
      m_values([this](const JsonValues::Item& item) { redactItem(item); }) {}

void TasksRedaction::report(diagnostics::Diagnostic diagnostic) {
    m_findings.push_back({m_file, std::move(diagnostic)});
}

void TasksRedaction::redactItem(const JsonValues::Item& item) {
    if (m_hasFailed) {
        return;
    }
    const bool isList = m_values.isList();
    auto parsed = json::parseJson(item.text);
    if (!parsed) {
        m_hasFailed = true;
        diagnostics::Location& where = parsed.error().where;
        where.column += where.line <= 1 ? item.where.column - 1 : 0;
        where.line += item.where.line - 1;
        report(std::move(parsed.error()));
        return;
    }
    const std::string place = isList || m_count > 0 ? std::format("/{}", m_count) : "";
    TaskRedaction redaction(m_redactor, place);
    redaction.run(*parsed);
    m_out << (!isList        ? ""
              : m_count == 0 ? "[\n"
                             : ",\n")
          << json::writeJson(*parsed) << (isList ? "" : "\n");
    ++m_count;
    for (const std::string& pointer : redaction.stuck()) {
        report({Code::BadResult,
                "The text that this region is on has changed its length, and its place could "
                "not be moved along. With --with mask texts keep their length",
                {.pointer = pointer}});
    }
}

void TasksRedaction::finish() {
    auto problem = m_values.finish();
    if (problem && !m_hasFailed) {
        m_hasFailed = true;
        report(std::move(*problem));
    }
    if (m_values.isList() && !m_hasFailed) {
        m_out << (m_count == 0 ? "[]\n" : "\n]\n");
    }
}

} // namespace cartouche::cli
