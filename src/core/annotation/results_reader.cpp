#include "core/annotation/answer_json.h"
#include "core/annotation/result_json.h"
#include "core/annotation/shape_json.h"
#include "core/json/members.h"
#include "core/json/scan.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace cartouche::annotation {

namespace {

using diagnostics::Code;
using json::Cursor;
using json::Kind;
using json::Members;

Origin originOf(std::string_view text) {
    return text == "prediction"           ? Origin::Prediction
           : text == "prediction-changed" ? Origin::PredictionChanged
                                          : Origin::Manual;
}

/// The note of a region, which older versions called normalization (spec/results.md 7, rule 2).
std::string readNote(const Members& result) {
    const auto meta = result.find("meta");
    if (!meta) {
        return result.text("normalization");
    }
    const auto text = Members(*meta).find("text");
    std::string note;
    if (text && Cursor(*text).kind() == Kind::List) {
        Cursor(*text).readList(
            [&note](Cursor& item) { note = note.empty() ? item.readText().value_or("") : note; });
    } else if (text) {
        note = Cursor(*text).readText().value_or("");
    }
    return note.empty() ? result.text("normalization") : note;
}

int readWhole(const Members& result, std::string_view key, int absent) {
    constexpr double kMost = 1e9;
    const auto number = result.number(key);
    return number && *number >= 0 && *number < kMost ? static_cast<int>(*number) : absent;
}

MediumSize readMedium(const Members& result) {
    return {.width = readWhole(result, "original_width", 0),
            .height = readWhole(result, "original_height", 0),
            .rotation = readWhole(result, "image_rotation", 0),
            .length = result.number("original_length").value_or(0)};
}

Texts readLabels(const Members& relation) {
    Texts labels;
    const auto list = relation.find("labels");
    if (list && Cursor(*list).kind() == Kind::List) {
        Cursor(*list).readList([&labels](Cursor& item) {
            if (auto text = item.readText()) {
                labels.push_back(std::move(*text));
            }
        });
    }
    return labels;
}

class ResultsReader {
public:
    ResultsReader(const json::CheckedText& results, const IdSource& newId,
                  diagnostics::Diagnostics& diagnostics)
        : m_document(results), m_newId(newId), m_diagnostics(diagnostics) {}

    Document read() {
        Cursor(m_document.loaded()).readList([this](Cursor& item) {
            readEntry(item);
            ++m_position;
        });
        m_document.setLoadedCount(m_position);
        checkRelations();
        return std::move(m_document);
    }

private:
    void readEntry(Cursor& item) {
        if (item.kind() != Kind::Object) {
            report(std::format("A result must be an object, but this is {}; it is kept",
                               json::describeKind(item.kind())));
            keep(item.skip());
            return;
        }
        m_entry.read(item, "value", m_value);
        if (m_entry.view("type") == "relation") {
            readRelation(m_entry);
        } else {
            readResult(m_entry);
        }
    }

    void readRelation(const Members& entry) {
        Relation relation{.from = entry.text("from_id"),
                          .to = entry.text("to_id"),
                          .labels = readLabels(entry),
                          .position = m_position,
                          .source = entry.text()};
        const std::string direction = entry.text("direction");
        relation.direction = direction == "left" ? Direction::Left
                             : direction == "bi" ? Direction::Both
                                                 : Direction::Right;
        if (relation.from.empty() || relation.to.empty()) {
            report(
                "This relation does not say from where to where, by from_id and to_id; it is kept");
            keep(entry.text());
            return;
        }
        m_document.add(std::move(relation));
    }

    void readResult(Members& entry) {
        const std::string_view typeName = entry.view("type");
        const ResultType type = typeOf(typeName);
        auto shape = readShape(m_value, type);
        auto answer = readAnswer(m_value, type);
        if (!shape) {
            report(std::format("The shape of this region cannot be read: {}; it is kept",
                               shape.error()));
        } else if (!answer) {
            report(std::format("The answer of this result cannot be read: {}; it is kept",
                               answer.error()));
        } else if (type == ResultType::Unknown && !*shape) {
            report(typeName.empty()
                       ? "This result does not say its type; it is kept"
                       : std::format("Results of type \"{}\" are not known here; it is kept",
                                     typeName));
        } else {
            Area& area = ensureArea(entry, std::move(*shape));
            area.results.push_back({.control = nameOf(entry.view("from_name"), m_lastControl),
                                    .type = type,
                                    .answer = std::move(*answer),
                                    .score = entry.number("score"),
                                    .isReadonly = entry.flag("readonly").value_or(false),
                                    .position = m_position,
                                    .source = entry.text()});
            return;
        }
        keep(entry.text());
    }

    /// The area of the result's id, which its first result makes (spec/results.md 7, rule 6).
    Area& ensureArea(Members& entry, std::optional<geometry::Shape>&& shape) {
        std::string id = entry.text("id");
        // Internally ids carry the annotation's behind a `#`, which is not part of them (3.3).
        id.resize(std::min(id.find('#'), id.size()));
        const Name object = nameOf(entry.view("to_name"), m_lastObject);
        const int page = pageOf(m_value);
        const int item = page > 0 ? page - 1 : readWhole(entry, "item_index", Area::kWholeObject);
        const auto handle =
            id.empty() ? std::nullopt : m_document.findArea(id, object.text(), item);
        if (handle) {
            Area& area = *m_document.slots(static_cast<const Area*>(nullptr)).find(*handle);
            if (shape && !area.shape) {
                area.shape = std::move(shape);
            }
            return area;
        }
        // Made in its place: moving an area costs as much as reading it.
        Area& area = m_document.addLoaded(id.empty() ? m_newId() : std::move(id), std::move(shape));
        area.object = object;
        area.item = item;
        area.isOnPage = page > 0;
        area.parent = entry.text("parentID");
        area.note = readNote(entry);
        area.origin = originOf(entry.view("origin"));
        area.medium = readMedium(entry);
        return area;
    }

    void checkRelations() {
        for (const Relation& relation : m_document.relations().all()) {
            for (const std::string& id : {relation.from, relation.to}) {
                if (!m_document.findArea(id)) {
                    m_diagnostics.push_back(
                        {Code::BadResult,
                         std::format(
                             "This relation leads to \"{}\", but no region has that id; it is "
                             "kept",
                             id),
                         {.pointer = std::format("/result/{}", relation.position)}});
                }
            }
        }
    }

    void keep(std::string_view source) { m_document.keep({source, m_position}); }

    void report(std::string message) {
        m_diagnostics.push_back({Code::BadResult,
                                 std::move(message),
                                 {.pointer = std::format("/result/{}", m_position)}});
    }

    // Neighbours mostly have one control, object and type.

    const Name& nameOf(std::string_view text, Name& last) {
        if (!json::scan::isSame(last.text(), text)) {
            last = m_names.try_emplace(std::string(text), Name(text)).first->second;
        }
        return last;
    }

    ResultType typeOf(std::string_view name) {
        if (!json::scan::isSame(name, m_lastTypeName)) {
            m_lastTypeName = name;
            m_lastType = findResultType(name);
        }
        return m_lastType;
    }

    Document m_document;
    const IdSource& m_newId;
    diagnostics::Diagnostics& m_diagnostics;
    std::map<std::string, Name> m_names;
    Name m_lastControl;
    Name m_lastObject;
    std::string m_lastTypeName;
    ResultType m_lastType = findResultType("");
    Members m_entry;
    Members m_value;
    std::uint32_t m_position = 0;
};

} // namespace

Document readResults(const json::CheckedText& results, const IdSource& newId,
                     diagnostics::Diagnostics& diagnostics) {
    const Cursor cursor(results.text());
    if (auto text = Cursor(cursor).readText()) {
        const auto list = json::checkJson(std::move(*text));
        if (list && Cursor(list->text()).kind() == Kind::List) {
            return readResults(*list, newId, diagnostics);
        }
    }
    switch (cursor.kind()) {
    case Kind::List:
        return ResultsReader(results, newId, diagnostics).read();
    case Kind::Null:
        break;
    default:
        diagnostics.push_back({Code::BadResult,
                               std::format("A result must be a list, but this is {}",
                                           json::describeKind(cursor.kind())),
                               {.pointer = "/result"}});
    }
    return {};
}

} // namespace cartouche::annotation
