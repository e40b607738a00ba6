#pragma once

#include "core/annotation/edit.h"
#include "core/annotation/history.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/language/later.h"
#include "editor/assist.h"
#include "editor/region_label.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// What Regions tell their owner.
struct RegionsListener {
    std::function<void()> onChanged;  // the document, by an edit that is done
    std::function<void()> onSelected; // another selection, or other armed labels
    std::function<void(diagnostics::Diagnostic)> onProblem;
    std::function<void(annotation::AreaHandle)> onPrompted; // a prompt was drawn
};

/// What a labeler does to regions of any object: selecting, labeling, making and removing them
/// (spec/tags.md 5.1, 5.2; spec/edge-cases.md 5 and 7). Shapes are the concern of the tools.
class Regions {
public:
    using Handle = annotation::AreaHandle;

    /// `interface`, `assist` and `history` must outlive this.
    Regions(const config::LabelingInterface& interface, const Assist& assist,
            annotation::History& history, annotation::IdSource newId, RegionsListener listener);

    /// Another document: nothing is selected, and armed is what the config says is.
    void restart();

    const annotation::Document& document() const { return m_history.document(); }
    const config::LabelingInterface& interface() const { return m_interface; }
    const Assist& assist() const { return m_assist; }

    const std::vector<Handle>& selection() const { return m_selection; }
    bool isSelected(Handle region) const;
    /// Those that are there. The rest of the selection is forgotten.
    void select(std::vector<Handle> regions);
    void toggleSelected(Handle region);
    /// Whether clicks and boxes add to the selection without a key that is held, as fingers need
    /// it, and draw nothing. Of the session; it ends when a label is armed.
    bool selectsSeveral() const { return m_selectsSeveral; }
    void selectSeveral(bool isOn) { m_selectsSeveral = isOn; }
    /// The next one in the order of the list, round and round.
    void selectNext();
    /// Another number whenever the document is another.
    std::uint64_t revision() const { return m_revision; }
    /// The document changed: what is not there any more is not selected.
    void takeChanges();
    /// The regions in the order of the list: as they were made.
    const std::vector<Handle>& list() const;

    /// Whether drawing gives this label; with regions selected, whether one of them has it.
    bool isActive(const RegionLabel& label) const;
    bool isArmed(const RegionLabel& label) const;
    /// The items of a Taxonomy that labels for which isActive() is true.
    std::vector<annotation::Path> activeItems(const config::Tag& taxonomy) const;
    /// A click on a label: with regions selected it gives or takes it, else it arms the label for
    /// what will be drawn, or disarms it.
    void press(const RegionLabel& label);
    void disarmAll();
    bool isAnyArmed() const { return !m_armed.empty(); }
    /// What is armed for an object, in the order of arming.
    std::vector<RegionLabel> armedFor(std::string_view object) const;

    /// Whether a region drawn by this control now would be kept: one whose labels are part of it
    /// needs an armed one, or `allowEmpty`.
    bool canCreate(const config::Control& control) const;
    /// What is said of a region drawn by this control now: by the control first, since that says
    /// what kind of region it is, and by the labels that are armed for the object.
    std::vector<annotation::Result> nextResults(const config::Control& control,
                                                std::string_view object) const;
    /// Adds a region with the labels that are armed for its object. Nothing if it would have none
    /// but needs one, or if all of them are used up, which is reported.
    std::optional<Handle> create(const config::Control& control, annotation::Area area);

    /// Nothing here can be changed, but selected, hidden and locked.
    bool isReadonly() const { return m_history.isReadonly(); }
    /// Neither read-only nor locked.
    bool isEditable(Handle region) const;
    /// One undo; `shapes` of regions that may not be changed are left out. `isContinued`: in place
    /// of the step before, which was one towards the same end.
    void setShapes(language::Later label, std::vector<std::pair<Handle, geometry::Shape>> shapes,
                   bool isContinued = false);
    /// How many steps are done.
    std::size_t doneCount() const { return m_history.doneCount(); }
    /// Of a region that may be changed; one undo. Empty: none.
    void setNote(Handle region, std::string note);
    void remove(std::span<const Handle> regions);
    /// Adds copies of regions with new ids, and selects them: those that were filed under each
    /// other still are, and have the relations that were between them (spec/edge-cases.md 5.2).
    void insert(language::Later label, std::vector<annotation::Area> areas,
                std::span<const annotation::Relation> relations);
    enum class Stack : std::uint8_t { Front, Back };
    /// Above or below all others, in their own order; one undo, and saved as the order of results.
    void restack(std::span<const Handle> regions, Stack stack);
    // Regions that are filed under others (spec/tags.md 5.7): region_nesting.cpp.

    /// The region that it is filed under; nothing: none that is there.
    std::optional<Handle> holderOf(Handle region) const;
    /// Those that do not lie under another of them.
    std::vector<Handle> topmost(std::span<const Handle> regions) const;
    /// Whether all of them may be filed under `holder` (nothing: stand at the top), and one of them
    /// is not yet. What lies under them comes along. Not under themselves, nor where `groupDepth`
    /// or `groupCanContain` of the holder's labels keep them out.
    bool canNest(std::span<const Handle> regions, std::optional<Handle> holder) const;
    /// One undo; nothing happens unless canNest().
    void nest(std::span<const Handle> regions, std::optional<Handle> holder);
    bool canUnnest(Handle region) const;
    /// Each to where its holder stands, if it may; one undo.
    void unnest(std::span<const Handle> regions);

    /// With new ids, in the same place; the copies are selected (spec/edge-cases.md 5.2).
    void duplicate(std::span<const Handle> regions);

    /// The next region that is clicked gets a relation from the one that is selected
    /// (spec/tags.md 5.6). Nothing happens unless one is.
    void startRelation();
    bool isRelating() const { return m_relationFrom.has_value(); }
    void stopRelation();
    /// From where startRelation() was. The two are then no more being related.
    void relateTo(Handle region);
    /// Left, then both ways, then right again.
    void turnRelation(annotation::RelationHandle relation);
    void removeRelation(annotation::RelationHandle relation);
    /// Gives or takes what it is called; if it can have only one, that takes the place of others.
    void toggleRelationLabel(annotation::RelationHandle relation, std::string_view label,
                             bool isMultiple);
    /// Of the session, as regions are hidden.
    bool isHidden(annotation::RelationHandle relation) const {
        return m_hiddenRelations.contains(relation);
    }
    void setHidden(annotation::RelationHandle relation, bool isHidden);

    /// For a part of a shape that has a name of its own.
    std::string newId() { return m_newId(); }
    /// Something went wrong while a region was worked on.
    void report(diagnostics::Diagnostic problem) { m_listener.onProblem(std::move(problem)); }

    /// Of the session: neither saved nor undone.
    void setHidden(std::span<const Handle> regions, bool isHidden);
    void setLocked(std::span<const Handle> regions, bool isLocked);

private:
    void arm(const RegionLabel& label);
    bool mayLabel(const config::Tag& control, const annotation::Area& region) const;
    void label(const RegionLabel& label);
    bool isFull(std::span<const annotation::Path> items, const RegionLabel& label) const;
    bool isUsedUp(const RegionLabel& label) const;
    void finish(annotation::Edit& edit);

    bool isUnder(std::optional<Handle> region, Handle holder) const;
    bool mayHold(Handle holder, Handle region) const;
    std::size_t depthOf(Handle region) const;
    std::size_t heightOf(Handle region) const;
    bool mayNest(Handle region, std::optional<Handle> holder) const;

    int topOrder() const;
    void setSelection(std::vector<Handle> regions);

    const config::LabelingInterface& m_interface;
    const Assist& m_assist;
    annotation::History& m_history;
    annotation::IdSource m_newId;
    RegionsListener m_listener;
    std::vector<Handle> m_selection;
    bool m_selectsSeveral = false;
    std::vector<bool> m_isSelected;     // by handle
    mutable std::vector<Handle> m_list; // once it was asked for
    mutable bool m_isListStale = true;
    std::uint64_t m_revision = 0;
    std::optional<Handle> m_relationFrom;
    std::set<annotation::RelationHandle> m_hiddenRelations;
    std::vector<RegionLabel> m_armed; // in the order of arming
};

} // namespace cartouche::editor
