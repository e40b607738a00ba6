#include "core/annotation/answer_json.h"
#include "core/annotation/result_json.h"
#include "core/annotation/shape_json.h"
#include "core/json/numbers.h"
#include "core/json/object_text.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace cartouche::annotation {

namespace {

using json::Json;
using json::Members;
using json::ObjectText;

std::string_view originName(Origin origin) {
    return origin == Origin::Prediction          ? "prediction"
           : origin == Origin::PredictionChanged ? "prediction-changed"
                                                 : "manual";
}

std::string_view directionName(Direction direction) {
    return direction == Direction::Left ? "left" : direction == Direction::Right ? "right" : "bi";
}

/// A list of bytes as text: the code of a mask would be a tree of many times its size.
std::string writeBytes(const std::vector<std::uint8_t>& bytes) {
    std::string text = "[";
    for (const std::uint8_t byte : bytes) {
        text += text.size() > 1 ? "," : "";
        text += std::to_string(byte);
    }
    return text + "]";
}

/// The value with another shape in it.
std::string writeShapeText(const geometry::Shape& shape, const std::string& value) {
    const auto* mask = std::get_if<geometry::BrushMask>(&shape);
    if (mask != nullptr && mask->strokes.empty() && mask->dataUrl.empty()) {
        ObjectText text(value);
        text.set("format", std::string(R"("rle")"));
        text.set("rle", writeBytes(mask->rle));
        text.erase("touches");
        text.erase("maskDataURL");
        return text.text();
    }
    Json tree = json::treeOf(value);
    writeShape(shape, tree);
    return json::writeJson(tree);
}

/// A span as a result tells it whose own answer is the member `text`; nothing for all others, which
/// tell their shape as it is.
std::optional<geometry::Shape> spanWithoutText(const Result& result, geometry::Shape shape) {
    if (resultTypeRow(result.type).valueKey != "text") {
        return std::nullopt;
    }
    if (auto* span = std::get_if<geometry::Span>(&shape)) {
        span->text.clear();
    } else if (auto* placed = std::get_if<geometry::PlacedSpan>(&shape)) {
        placed->text.clear();
    } else {
        return std::nullopt;
    }
    return shape;
}

/// `source` stays as it is if it says all; what is no object and does not is replaced by one.
std::string writeValue(const Area& area, const Result& result, std::string_view source) {
    const std::string object(source.starts_with('{') ? source : "{}");
    std::string text = object;
    const Members before(object);
    // What is said of a message shares its id alone.
    const bool isOfMessage = area.shape && std::holds_alternative<geometry::Message>(*area.shape) &&
                             result.type != ResultType::ChatMessage;
    if (area.shape && !isOfMessage) {
        const auto shape = readShape(before, result.type);
        const auto bare = spanWithoutText(result, *area.shape);
        const geometry::Shape& told = bare ? *bare : *area.shape;
        if (!shape || *shape != told) {
            text = writeShapeText(area.isOnPage ? inFractions(told) : told, text);
        }
        if (area.isOnPage && before.number("pageIndex") != area.item + 1) {
            ObjectText paged(text);
            paged.set("pageIndex", json::numberJson(area.item + 1));
            text = paged.text();
        }
    }
    const bool saysNothing = std::holds_alternative<std::monostate>(result.answer);
    const auto answer = readAnswer(before, result.type);
    if (!saysNothing && (!answer || *answer != result.answer)) {
        ObjectText changed(text);
        changed.set(resultTypeRow(result.type).valueKey, writeAnswer(result.answer));
        text = changed.text();
    }
    return text == object ? std::string(source) : text;
}

/// Only what differs is set, so that members keep the form in which they came.
class ResultWriter {
public:
    ResultWriter(const Area& area, const Result& result)
        : m_area(area), m_result(result), m_before(result.source.empty() ? "{}" : result.source),
          m_text(m_before.text()) {}

    std::string write() {
        writeMedium();
        const std::string_view value = m_before.find("value").value_or("{}");
        setText("value", writeValue(m_area, m_result, value));
        writeNote();
        setName("parentID", m_area.parent);
        setName("id", m_area.id);
        setName("from_name", m_result.control.text());
        setName("to_name", m_area.object.text());
        if (m_result.source.empty()) {
            m_text.set("type", Json(resultTypeRow(m_result.type).name));
        }
        writeOrigin();
        if (m_area.prompt && m_area.shape &&
            std::holds_alternative<geometry::KeyPoint>(*m_area.shape)) {
            setText("is_positive", *m_area.prompt == Prompt::Positive ? "true" : "false");
        }
        if (m_result.isReadonly) {
            setText("readonly", "true");
        } else if (m_before.flag("readonly").value_or(false)) {
            m_text.erase("readonly");
        }
        if (!m_result.score && m_before.number("score")) {
            m_text.erase("score");
        }
        if (m_area.item >= 0 && !m_area.isOnPage) {
            setNumber("item_index", m_area.item);
        }
        return m_text.text();
    }

private:
    void setText(std::string_view key, std::string text) {
        if (m_before.find(key) != text) {
            m_text.set(key, std::move(text));
        }
    }

    void setName(std::string_view key, std::string_view name) {
        if (m_before.text(key) == name) {
            return;
        }
        if (name.empty()) {
            m_text.erase(key);
        } else {
            m_text.set(key, Json(name));
        }
    }

    void setNumber(std::string_view key, double number) {
        if (m_before.number(key) != number) {
            m_text.set(key, json::numberJson(number));
        }
    }

    void writeMedium() {
        const MediumSize& medium = m_area.medium;
        if (medium.width > 0 && medium.height > 0) {
            setNumber("original_width", medium.width);
            setNumber("original_height", medium.height);
            if (m_result.source.empty() ||
                m_before.number("image_rotation").value_or(0) != medium.rotation) {
                m_text.set("image_rotation", json::numberJson(medium.rotation));
            }
        }
        if (medium.length > 0) {
            setNumber("original_length", medium.length);
        }
    }

    void writeNote() {
        const auto meta = m_before.find("meta");
        ObjectText text(meta.value_or("{}"));
        const bool hadNote = meta && Members(*meta).has("text");
        if (m_area.note.empty() && hadNote) {
            text.erase("text");
        } else if (!m_area.note.empty()) {
            text.set("text", Json::array({m_area.note}));
        }
        const std::string written = text.text();
        if (written != "{}") {
            setText("meta", written);
        } else if (hadNote) {
            m_text.erase("meta");
        }
    }

    void writeOrigin() {
        const std::string before = m_before.text("origin");
        if (before.empty() ? m_result.source.empty() || m_area.origin != Origin::Manual
                           : before != originName(m_area.origin)) {
            m_text.set("origin", Json(originName(m_area.origin)));
        }
    }

    const Area& m_area;
    const Result& m_result;
    const Members m_before;
    ObjectText m_text;
};

std::string writeRelation(const Relation& relation) {
    const Members before(relation.source.empty() ? "{}" : relation.source);
    ObjectText text(before.text());
    const auto setText = [&](std::string_view key, std::string_view value,
                             std::string_view absent) {
        if (relation.source.empty() || (before.has(key) ? before.text(key) : absent) != value) {
            text.set(key, Json(value));
        }
    };
    setText("from_id", relation.from, "");
    setText("to_id", relation.to, "");
    setText("type", "relation", "relation");
    setText("direction", directionName(relation.direction), directionName(Direction::Right));
    const Json labels = relation.labels;
    const auto written = before.find("labels");
    if (written ? json::treeOf(*written) != labels : !labels.empty()) {
        text.set("labels", labels);
    }
    return text.text();
}

/// One entry of the array: where it belongs, and what it is.
struct Entry {
    int order = 0; // before the place
    std::uint64_t place = 0;
    std::string_view source; // if it comes out as it came in
    const Area* area = nullptr;
    const Result* result = nullptr;
    const Relation* relation = nullptr;
};

class ResultsWriter {
public:
    ResultsWriter(const Document& document, const ResultFilter& filter)
        : m_document(document), m_filter(filter) {
        collect();
    }

    void write(std::string& text) const {
        constexpr std::size_t kSlack = 64; // for what the caller has to add
        text.reserve(text.size() + m_document.loaded().text().size() + kSlack);
        if (isUntouched()) {
            text += m_document.loaded().text();
            return;
        }
        text += '[';
        for (const Entry& entry : m_entries) {
            text += &entry == m_entries.data() ? "" : ",";
            if (!entry.source.empty()) {
                text += entry.source;
            } else if (entry.relation != nullptr) {
                text += writeRelation(*entry.relation);
            } else {
                text += ResultWriter(*entry.area, *entry.result).write();
            }
        }
        text += ']';
    }

private:
    /// Whether all of it is as it was loaded.
    bool isUntouched() const {
        return m_document.loaded().text().starts_with('[') &&
               m_document.loadedCount() == m_entries.size() &&
               std::ranges::none_of(m_entries,
                                    [](const Entry& entry) { return entry.source.empty(); });
    }

    // A loaded entry is followed by as many new ones as its area has.
    static constexpr std::uint64_t kRoom = 1U << 16U;

    void collect() {
        for (const Area& area : m_document.areas().all()) {
            collectArea(area);
            m_isReordered = m_isReordered || area.order != 0;
        }
        constexpr int kLast = std::numeric_limits<int>::max();
        const int relationOrder = m_isReordered ? kLast : 0; // behind all regions
        for (const Relation& relation : m_document.relations().all()) {
            const bool isNew = relation.position == Result::kNew;
            m_entries.push_back(
                {.order = relationOrder,
                 .place = isNew ? m_next += kRoom : relation.position * kRoom,
                 .source = relation.isTouched ? std::string_view() : relation.source,
                 .relation = &relation});
        }
        for (const KeptEntry& kept : m_document.kept()) {
            m_entries.push_back({.place = kept.position * kRoom, .source = kept.source});
        }
        const auto rank = [](const Entry& entry) { return std::pair(entry.order, entry.place); };
        if (!std::ranges::is_sorted(m_entries, {}, rank)) {
            std::ranges::stable_sort(m_entries, {}, rank);
        }
    }

    void collectArea(const Area& area) {
        std::uint64_t place = 0;
        for (const Result& result : area.results) {
            if (m_filter && !m_filter(area, result)) {
                continue;
            }
            const bool isNew = result.position == Result::kNew;
            place = !isNew ? result.position * kRoom : place > 0 ? place + 1 : m_next += kRoom;
            m_entries.push_back({.order = area.order,
                                 .place = place,
                                 .source = area.isTouched ? std::string_view() : result.source,
                                 .area = &area,
                                 .result = &result});
        }
    }

    const Document& m_document;
    const ResultFilter& m_filter;
    std::vector<Entry> m_entries;
    bool m_isReordered = false;
    std::uint64_t m_next = std::uint64_t{Result::kNew} * kRoom; // behind all that were loaded
};

} // namespace

std::string writeResults(const Document& document, const ResultFilter& filter) {
    std::string text;
    appendResults(text, document, filter);
    return text;
}

void appendResults(std::string& text, const Document& document, const ResultFilter& filter) {
    ResultsWriter(document, filter).write(text);
}

std::string writeResults(const Area& area) {
    std::string text = "[";
    for (const Result& result : area.results) {
        text += text.size() > 1 ? "," : "";
        text += area.isTouched || result.source.empty() ? ResultWriter(area, result).write()
                                                        : std::string(result.source);
    }
    return text + "]";
}

std::string writeResult(const Relation& relation) {
    return relation.isTouched || relation.source.empty() ? writeRelation(relation)
                                                         : std::string(relation.source);
}

} // namespace cartouche::annotation
