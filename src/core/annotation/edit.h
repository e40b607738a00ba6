#pragma once

#include "core/annotation/history.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::annotation {

/// A control that answers: its name, and the `type` of its results.
struct Answerer {
    Name control;
    ResultType type = ResultType::Unknown;
};

/// One user action on the document of a History. Each change is done at once, so that a drag can be
/// seen while it lasts; commit() records all of them as one undo, and without it they are taken
/// back. One Edit at a time, and the history does nothing else meanwhile.
///
/// The rules of the peer are kept here: a prediction that is changed says so (spec/results.md 3.7),
/// what stood in an erased region moves up, and its relations go (spec/edge-cases.md 5.8). Areas
/// that are not there are left alone. Whether something may be changed (isReadonly, isLocked) is
/// for the caller to ask.
class Edit {
public:
    Edit(History& history, language::Later label);
    ~Edit();
    Edit(const Edit&) = delete;
    Edit& operator=(const Edit&) = delete;

    AreaHandle addArea(Area area);
    void removeAreas(std::span<const AreaHandle> areas);
    void setShape(AreaHandle area, geometry::Shape shape);
    /// What a control says about an area. monostate takes its result away, unless it has a type
    /// whose results say all by their shape; an area without any result goes.
    void setAnswer(AreaHandle area, const Answerer& by, Answer answer);
    /// What a control says about an object as a whole, or an item of it; monostate: nothing.
    /// `newId` is used if it said nothing before.
    void setAnswer(const Name& object, int item, const Answerer& by, Answer answer,
                   const IdSource& newId);
    /// Empty takes it away, here and in setNote.
    void setParent(AreaHandle area, std::string parent);
    void setNote(AreaHandle area, std::string note);
    void setOrder(AreaHandle area, int order);
    /// All that is said of it besides its shape.
    void setResults(AreaHandle area, std::vector<Result> results);

    /// Nothing if there is one from and to the same areas already, or they are the same.
    void addRelation(Relation relation);
    void removeRelation(RelationHandle relation);
    void setDirection(RelationHandle relation, Direction direction);
    void setLabels(RelationHandle relation, Texts labels);

    /// False if nothing was done, or the history is read-only: then nothing is recorded.
    bool commit();

private:
    template <auto Member, typename T, typename Value>
    void exchange(Handle<T> handle, Value value);
    void perform(std::unique_ptr<Step> step);
    void removeResult(AreaHandle area, std::string_view control);
    void markChanged(AreaHandle area);
    Document& document() { return m_history.m_document; }

    History& m_history;
    Transaction m_transaction;
    std::set<std::pair<const void*, std::uint32_t>> m_exchanged; // member and index of the thing
};

} // namespace cartouche::annotation
