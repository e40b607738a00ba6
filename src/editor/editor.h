#pragma once

#include "core/annotation/edit.h"
#include "core/annotation/history.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"
#include "core/json/json.h"
#include "core/task/task.h"
#include "editor/candidates.h"
#include "editor/commands.h"
#include "editor/image_workspace.h"
#include "editor/keymap.h"
#include "editor/regions.h"
#include "editor/sheet.h"
#include "editor/validation.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// What the editor needs of the world, given by whoever creates it.
struct Services {
    annotation::IdSource newId;
    /// Milliseconds since 1970, for lead_time and created_at.
    std::function<double()> nowMs;
    Platform platform = Platform::Other;
};

/// What the host is told. `detail` is JSON text in the shapes of shell/protocol.ts.
struct Event {
    enum class Kind { Change, Submit, Update, Error, Annotations, Delete, GroundTruth };
    Kind kind;
    std::string detail;
};

/// One task being labeled: the config, the task, its annotations and predictions, one of which is
/// shown with its history, and the commands that work on them. Knows no screen: the UI asks it what
/// to show and tells it what was clicked.
class Editor {
public:
    Editor(Services services, std::function<void(const Event&)> onEvent);

    /// Replaces config, task and annotations. `interfaces` are the peer's switches
    /// (spec/embedding.md 2); of these `submit`, `update`, `edit-history`, `controls` and
    /// `side-column` have an effect here. Everything wrong is in diagnostics() and goes out as
    /// Event::Error; nothing throws. The task `null` is none. What is shown first is the task's
    /// first annotation, or a new one.
    void load(std::string_view configXml, const json::CheckedText& task,
              const std::vector<std::string>& interfaces);

    /// The keys that the host wants, from the next load() on (keymap.h); `null`: the defaults.
    void setKeymap(const json::CheckedText& keys);
    const Keymap& keymap() const { return m_keymap; }

    /// Puts a new annotation, with these results (an array, may be empty), in the place of the one
    /// that is shown.
    void startAnnotation(const json::CheckedText& results);

    // The annotations and predictions of the task: editor_annotations.cpp.

    /// In the order of the reference: the latest first (spec/embedding.md 8).
    const std::vector<std::unique_ptr<Entry>>& entries() const { return m_entries; }
    const Entry& current() const { return *m_current; }
    /// By its id in this session, or its key on the server; nullptr: none.
    const Entry* findEntry(std::string_view id) const;
    /// Shows another one. False if there is none of that id.
    bool selectEntry(std::string_view id);
    /// Adds an annotation without showing it; of a record without results, with what the config
    /// preselects.
    const Entry& addAnnotation(annotation::Record record);
    /// An annotation that begins with what this one holds, under the same ids: how a prediction is
    /// taken over. Shows it. nullptr if there is none of that id.
    const Entry* copyEntry(std::string_view id);
    /// False if there is none of that id, or it is a prediction. Of several, the next one is shown
    /// then; of one, a new one.
    bool removeAnnotation(std::string_view id);
    /// Brings back what was removed last. False if nothing was.
    bool restoreAnnotation();
    bool canRestore() const { return !m_removed.empty(); }
    /// Puts other results (an array, may be empty) in the place of what an entry holds.
    void setResults(std::string_view id, const json::CheckedText& results);
    /// Of all annotations only one is the ground truth.
    void setGroundTruth(std::string_view id, bool isGroundTruth);
    /// What is called what, as JSON text: the detail of Event::Annotations.
    std::string describeEntries() const;
    /// Whether what is shown can only be looked at.
    bool isReadonly() const { return sheet().history.isReadonly(); }
    /// Pixels of the original that an image of what is shown has.
    void setImageSize(ImageWorkspace& image, geometry::Size size);

    // Regions of a prediction over the annotation: editor_candidates.cpp.

    /// Whether there are any to offer for what is shown.
    bool hasPredictions() const;
    /// Those that are offered; nullptr: none are asked for.
    Candidates* candidates();
    void toggleCandidates();
    /// Those of the next prediction.
    void nextCandidates();
    /// The least score of what is offered.
    void setThreshold(double threshold);
    /// Takes these over into the annotation, as one step.
    void accept(std::vector<annotation::AreaHandle> regions);

    const config::LabelingInterface& interface() const { return m_interface; }
    const task::Task& task() const { return m_task; }
    const annotation::Document& document() const { return history().document(); }
    const annotation::History& history() const { return sheet().history; }
    const diagnostics::Diagnostics& diagnostics() const { return m_diagnostics; }
    Platform platform() const { return m_services.platform; }
    bool hasInterface(std::string_view name) const;
    /// Whether this annotation went out once: the button then says Update.
    bool isSubmitted() const { return m_current->isSubmitted; }

    /// Regions, which of them are selected (what per-region controls are about, and some
    /// conditions), and the labels for the next one.
    Regions& regions() { return sheet().regions; }
    const Regions& regions() const { return sheet().regions; }
    /// Why a region cannot be seen; nullptr: it can be, or nobody knows yet how large its image is.
    const diagnostics::Diagnostic* findFault(annotation::AreaHandle region) const;
    /// Whether there is an image that regions can be drawn on, or a text that can be labeled.
    bool isDrawnOn() const;
    /// One a tag that shows an image; nullptr for other tags.
    ImageWorkspace* findImage(const config::Tag& tag);
    ImageWorkspace* findImage(std::string_view name);
    const ImageWorkspace* findImage(std::string_view name) const;
    const std::vector<std::unique_ptr<ImageWorkspace>>& images() const { return sheet().images; }
    /// One a tag that shows a text; nullptr for other tags.
    TextWorkspace* findText(const config::Tag& tag) { return sheet().findText(tag.name()); }
    const std::vector<std::unique_ptr<TextWorkspace>>& texts() const { return sheet().texts; }
    /// What was fetched for a text that is shown.
    void setTextContent(TextWorkspace& text, std::shared_ptr<const TextContent> content);
    /// What a region of a text covers, in one line and perhaps cut; "" of other regions.
    std::string excerptOf(const annotation::Area& area) const;
    /// A label is pressed: what is selected of a text gets it, or else regions do (regions.h).
    void pressLabel(const config::LabelsControl& control, const config::Label& label);
    /// Of an image tag with several images, the one to label now; regions of others are unselected.
    void showItem(ImageWorkspace& image, int item);
    /// The one that commands are about: where the pointer was last.
    ImageWorkspace* activeImage() { return sheet().activeImage; }
    void setActiveImage(ImageWorkspace* image) { sheet().activeImage = image; }

    /// Whether the tag's condition is met, and that of everything around it (spec/tags.md 2.5).
    bool isVisible(const config::Tag& tag) const { return !sheet().hidden.contains(&tag); }

    /// The value of an attribute with this task's variables filled in.
    json::Json resolve(std::string_view expression) const;

    /// Whether there is something to answer about: the object, or the one region that is selected.
    bool canAnswer(const config::ChoicesControl& control) const;
    bool isChosen(const config::ChoicesControl& control, const config::Choice& choice) const;
    /// Chooses or takes back an answer, by the rules of the control's mode; one undo.
    void toggleChoice(const config::ChoicesControl& control, const config::Choice& choice);

    /// What is typed into a Filter tag, and whether it hides an answer.
    std::string_view filterText(const config::Tag& filter) const;
    void setFilterText(const config::Tag& filter, std::string text);
    bool isFilteredOut(const config::ChoicesControl& control, const config::Choice& choice) const;
    /// Enter in a Filter: toggles the first answer that is left and, by `cleanup`, clears the text.
    void applyFilter(const config::Tag& filter);

    /// Back or forth to when so many steps of the history were done.
    void jumpTo(std::size_t doneCount);

    /// The selected regions as JSON text of a result array; nothing if none is.
    std::optional<std::string> copyRegions() const;
    struct Pasted {
        std::size_t count = 0;
        std::string message; // what was done, and what was left out and why
    };
    /// Adds the regions of a result array, with new ids, and selects them. Nothing else changes,
    /// whatever the text is.
    Pasted pasteRegions(std::string text);

    /// The first control that asks something about the region that is selected; nullptr: none.
    const config::Tag* findRegionControl() const;

    /// EditNote and FocusRegion are the screen's: here they do nothing.
    bool canExecute(CommandId id) const;
    /// False if the command cannot be executed now. Submit is refused, with Event::Error, while a
    /// required control is empty.
    bool execute(CommandId id);
    /// A key pressed while nothing is being typed: the hotkeys of answers (spec/tags.md 2.7). True
    /// if it was one. Command hotkeys are the caller's, by commandTable().
    bool pressKey(const KeyPress& press);

    /// The annotation as the host gets it, as JSON text: {id, task, result, lead_time, created_at,
    /// was_cancelled}, without what is not to be submitted (spec/results.md 3.6).
    std::string writeAnnotation() const { return writeAnnotation(*m_current); }
    std::string writeAnnotation(const Entry& entry) const;
    /// Appends the result array as it stands, with all that is hidden, as JSON text.
    void appendResults(std::string& text) const;

    /// A problem found while working (a missing image, a refused submit): shown, and told the host.
    void report(diagnostics::Diagnostic diagnostic);

private:
    Sheet& sheet() { return *m_current->sheet; }
    const Sheet& sheet() const { return *m_current->sheet; }
    RegionsListener regionsListener();
    void loadEntries();
    Entry& addEntry(annotation::Record record);
    void sortEntries();
    std::unique_ptr<Sheet> makeSheet(const annotation::Record& record);
    void fill(Sheet& sheet, const annotation::Record& record);
    void show(Entry& entry);
    Entry* find(std::string_view id) const;
    void refill(Entry& entry, const json::CheckedText& results);
    void sendEntries();
    void reportFaults();
    std::string writeResultsOf(const Entry& entry) const;
    void dropGestures() { sheet().dropGestures(); }
    bool executeOnRegions(CommandId id);
    bool executeOnImage(CommandId id);
    bool executeOnEntries(CommandId id);
    bool executeOnCandidates(CommandId id);
    void step(int by);
    void stepSpan(int by);
    bool pressLabelKey(const KeyPress& press);
    void selectionChanged();
    void changed();
    void sendChange();
    void updateHidden();
    int itemOf(const config::ChoicesControl& control) const;
    const annotation::Result* answerOf(const config::ChoicesControl& control) const;
    void setAnswer(annotation::Edit& edit, const config::ChoicesControl& control,
                   annotation::Answer answer);
    bool submit();
    ItemCounter itemCounter() const;
    void showUnanswered(const diagnostics::Diagnostics& refusals);
    void showSelected();

    Services m_services;
    std::function<void(const Event&)> m_onEvent;
    config::LabelingInterface m_interface;
    task::Task m_task;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::vector<std::unique_ptr<Entry>> m_removed; // the last one last
    std::unique_ptr<Candidates> m_candidates;
    Entry* m_current = nullptr; // never, once made
    diagnostics::Diagnostics m_diagnostics;
    std::set<std::string, std::less<>> m_interfaces;
    Keymap m_keymap;
    diagnostics::Diagnostics m_keymapProblems;
    std::map<const config::Tag*, std::string> m_filters;
};

} // namespace cartouche::editor
