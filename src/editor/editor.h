#pragma once

#include "core/annotation/edit.h"
#include "core/annotation/history.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"
#include "core/json/json.h"
#include "core/language/later.h"
#include "core/task/task.h"
#include "editor/actions.h"
#include "editor/candidates.h"
#include "editor/commands.h"
#include "editor/comparison.h"
#include "editor/fetched_items.h"
#include "editor/image_workspace.h"
#include "editor/keymap.h"
#include "editor/regions.h"
#include "editor/repeater_pages.h"
#include "editor/sheet.h"
#include "editor/text_finder.h"
#include "editor/text_search.h"
#include "editor/validation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    /// Comparison is for the screen alone: what a comparison showed so far goes.
    enum class Kind {
        Change,
        Submit,
        Update,
        Error,
        Annotations,
        Delete,
        GroundTruth,
        Prompt,
        Expressions,
        Skip,
        CancelSkip,
        Accept,
        Reject,
        NextTask,
        PreviousTask,
        Regions,
        Comparison
    };
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
    /// (spec/embedding.md 2). Everything wrong is in
    /// diagnostics() and goes out as Event::Error; nothing throws. The task `null` is none. What is
    /// shown first is the task's first annotation, or a new one.
    void load(std::string_view configXml, const json::CheckedText& task,
              const std::vector<std::string>& interfaces);

    /// The keys that the host wants, from the next load() on (keymap.h); `null`: the defaults.
    void setKeymap(const json::CheckedText& keys);
    /// The same at once; what is wrong with them is reported.
    void changeKeymap(const json::CheckedText& keys);
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
    /// Shows another one, and no more a comparison. False if there is none of that id.
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
    bool isReadonly() const { return m_comparison || sheet().history.isReadonly(); }
    /// Whether all that there is, also after the next load(), can only be looked at.
    void setReadonly(bool isReadonly);
    /// Pixels of the original that an image of what is shown has.
    void setImageSize(ImageWorkspace& image, geometry::Size size);

    // What ends the work on the one that is shown: editor_actions.cpp.

    /// The buttons for it.
    std::vector<Action> actions() const;
    /// What a key of this command does: in a review that of Submit accepts, that of Skip rejects
    /// (spec/embedding.md 6).
    CommandId commandByKeyOf(CommandId id) const;
    /// The key that does it, in the notation of Command::hotkey; empty: none does.
    std::string_view keyOf(CommandId id) const;
    /// Whether the host wants to know why a command is done: `comments:skip`, `comments:reject`
    /// (spec/embedding.md 2); with `comments:optional` nobody has to say.
    enum class CommentWish : std::uint8_t { None, Optional, Required };
    CommentWish commentWish(CommandId id) const;
    /// Whether it must have a comment, and this says nothing.
    bool lacksComment(CommandId id, std::string_view comment) const;
    /// Skip or Reject, with a comment for the host; blanks around it are left out, and one of
    /// nothing else is none. False if the command cannot be executed now, or lacks its comment.
    bool executeWithComment(CommandId id, std::string_view comment);
    /// Whether there are tasks before and behind this one; until that is said, there are.
    struct Neighbors {
        bool hasPrevious = true;
        bool hasNext = true;
    };
    void setNeighbors(Neighbors neighbors) { m_neighbors = neighbors; }

    // All of them beside each other: editor_comparison.cpp.

    /// nullptr: one is shown by itself. Meanwhile nothing can be changed, and commands are about
    /// the images of the comparison.
    Comparison* comparison() { return m_comparison.get(); }
    const Comparison* comparison() const { return m_comparison.get(); }
    /// While it lives, the editor answers for a sheet of the comparison as it does for the one that
    /// is shown, so that views draw both alike.
    class Glance {
    public:
        Glance(Editor& editor, Sheet& sheet);
        Glance(const Glance&) = delete;
        Glance& operator=(const Glance&) = delete;
        ~Glance();

    private:
        Editor& m_editor;
        Sheet* m_before;
    };

    // What a page keeps, so that nothing labeled is lost: editor_journal.cpp.

    /// What labelers changed since this was last asked, as JSON text in the shape of the reply
    /// `journal` of shell/protocol.ts. Of an annotation that is not among `known`, all that was
    /// changed since it was loaded, and what it then held.
    /// Of those to `renew`, as if it had never been asked.
    std::string takeJournal(std::span<const std::string> known,
                            std::span<const std::string> renew = {});
    /// Puts what a journal held (`record.result`) in the place of what the annotation `id` holds,
    /// as its loaded state; without such an annotation, adds one. Gives its id.
    std::string resume(std::string_view id, annotation::Record record, bool isSubmitted);
    /// The server has the annotation, under this key if that is not empty. False if there is none.
    bool markSaved(std::string_view id, std::string key);
    /// The server has it no more: what is submitted of it next is new there. False if there is
    /// none.
    bool markUnsaved(std::string_view id);

    // Single regions, by their ids: editor_regions.cpp.

    /// The results of a region as they stand, as JSON text; of one that is gone, as they last
    /// stood. `handle` says which one it is in its document, as Event::Regions has it; without it,
    /// it is looked up by the id. "null": there is none.
    std::string writeRegion(const Entry& entry, std::string_view id,
                            std::optional<annotation::AreaHandle> handle) const;
    enum class RegionDeed : std::uint8_t { Select, Delete, Hide, Show };
    /// What the host does to regions of what is shown; to those that it may be done to, and one
    /// undo if it is one. Gives to how many.
    std::size_t doToRegions(RegionDeed deed, std::span<const std::string> ids);
    /// Puts other results, of one region of the same object, in the place of those of a region;
    /// one undo. False if there is none, it may not be changed, or they are no such results; what
    /// is wrong with them is reported.
    bool updateRegion(std::string_view id, const json::CheckedText& results);

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

    /// Offers it no more, for this session.
    void reject(annotation::AreaHandle region);

    // A model that is asked: editor_assist.cpp.

    const Assist& assist() const { return m_assist; }
    /// Whether the host has a model, and what is shown can be drawn on.
    bool canAssist() const;
    /// Stays as it is from task to task.
    void setAssist(bool isOn, bool acceptsAll);
    /// What the model answered (an array): offered as the regions of a prediction are, until all
    /// of them are accepted or rejected. The first of both takes away the prompts.
    void setSuggestions(const json::CheckedText& results);

    // Messages that are written into a Chat: editor_chat.cpp.

    bool canAddMessage(const TextWorkspace& chat) const;
    /// Behind all others. Nothing happens if there may be no other one, or nothing is said.
    void addMessage(TextWorkspace& chat, std::string role, std::string content);
    /// The one that is selected, if it may be changed.
    std::optional<annotation::AreaHandle> editableMessage(const TextWorkspace& chat) const;
    void setMessage(annotation::AreaHandle message, std::string content);

    // Phrases that are looked for in texts: editor_search.cpp.

    const TextSearch& search() const { return m_search; }
    void searchTexts(std::string phrase);

    /// What is private in texts.
    const PrivateData& privateData() const { return m_privateData; }
    void setPrivateData(PrivateData::Mode mode, std::vector<std::string> types) {
        m_privateData.set(mode, std::move(types));
    }

    // Expressions that are looked for in texts: editor_finder.cpp.

    const TextFinder& finder() const { return m_finder; }
    /// Offers what they find, in this task and the next ones.
    void setExpressions(std::vector<Expression> expressions);
    /// The same, and the host hears of it.
    void changeExpressions(std::vector<Expression> expressions);

    /// Where what is offered comes from.
    enum class Offer : std::uint8_t { Predicted, Suggested, Found };
    Offer offer() const { return m_offer; }

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
    TextWorkspace* findText(const config::Tag& tag) { return sheet().findText(tag); }
    const std::vector<std::unique_ptr<TextWorkspace>>& texts() const { return sheet().texts; }
    /// What was fetched for a text that is shown.
    void setTextContent(TextWorkspace& text, std::shared_ptr<const TextContent> content);
    /// What a region of a text covers, or what was transcribed of another one, in one line and
    /// perhaps cut; "" if that is nothing.
    std::string excerptOf(const annotation::Area& area) const;
    /// A label is pressed: what is selected of a text gets it, or else regions do (regions.h).
    void pressLabel(const RegionLabel& label);
    /// Of an image tag with several images, the one to label now; regions of others are unselected.
    void showItem(ImageWorkspace& image, int item);
    /// The one that commands are about: where the pointer was last.
    ImageWorkspace* activeImage() {
        return m_comparison ? m_comparison->activeImage() : sheet().activeImage;
    }
    void setActiveImage(ImageWorkspace& image);

    /// Whether the tag's condition is met, and that of everything around it (spec/tags.md 2.5), and
    /// it is on no page that is not shown.
    bool isVisible(const config::Tag& tag) const {
        return !sheet().hidden.contains(&tag) && m_pages.isShown(tag);
    }

    // Pages of Repeaters: editor_pages.cpp.

    const RepeaterPages& pages() const { return m_pages; }
    void showPage(const config::Tag& repeater, std::size_t page);
    /// Stays as it is from task to task.
    void setPageSize(std::size_t size);

    /// The value of an attribute with this task's variables filled in.
    json::Json resolve(std::string_view expression) const;

    // Items of Taxonomies that stand at an address: editor_items.cpp.

    /// Those within the item of that path are to be seen. The first ones are needed from the start.
    void needItems(const config::TaxonomyControl& taxonomy, annotation::Path path);
    FetchedItems& fetchedItems() { return m_fetchedItems; }
    const FetchedItems& fetchedItems() const { return m_fetchedItems; }
    /// What the page fetched; without a text, `problem` says why it could not.
    void setItems(const FetchedItems::Place& place, const std::optional<std::string>& text,
                  std::string problem);

    // Answers of controls that draw nothing on the object: editor_forms.cpp.

    /// Whether there is something to answer about: the object, or the one region that is selected.
    bool canAnswer(const config::Control& control) const;
    /// What is answered about that; nullptr: nothing.
    const annotation::Answer* answerOf(const config::Control& control) const;
    /// One undo, called `label`, or as the control. An answer without anything takes it back.
    void answer(const config::Control& control, annotation::Answer answer,
                language::Later label = {});
    /// What is typed into a control and is no answer yet; nothing: nothing was typed. It waits in
    /// its annotation, at the region that it is about. Of a TextArea it is a new text, which begins
    /// with the control's value, or a change of the text at `index`.
    std::optional<std::string> typed(const config::Control& control,
                                     std::optional<std::size_t> index = std::nullopt) const;
    void type(const config::Control& control, std::optional<std::string> text,
              std::optional<std::size_t> index = std::nullopt);
    /// The texts of a TextArea.
    annotation::Texts textsOf(const config::Control& control) const;
    bool canAddText(const config::Control& control) const;
    /// Whether the text is there already, where none may be twice.
    bool isRepeated(const config::Control& control, std::string_view text) const;
    /// Adds what is typed. False if there is nothing to add, or it may not be.
    bool addText(const config::Control& control);
    /// In the place of one of them; empty: it goes.
    void setText(const config::Control& control, std::size_t index, std::string text);
    /// What was typed in the place of a text becomes that text.
    void finishText(const config::Control& control, std::size_t index);

    /// What the control of answers is among all controls.
    const config::Control& controlOf(const config::ChoicesControl& choices) const {
        return *m_interface.findControl(*choices.tag);
    }
    bool isChosen(const config::ChoicesControl& control, const config::Choice& choice) const;
    /// Chooses or takes back an answer, by the rules of the control's mode; one undo.
    void toggleChoice(const config::ChoicesControl& control, const config::Choice& choice);
    /// Takes back an answer by its path, of which the config need not know; one undo.
    void dropChoice(const config::ChoicesControl& control, const annotation::Path& path);

    /// The Filter or TextArea whose field the key gives the focus (spec/tags.md 2.7); nullptr:
    /// none.
    const config::Tag* focusedBy(const KeyPress& press) const;
    /// The first control that keeps the annotation from being submitted; nullptr: none does.
    const config::Control* refusedControl() const;
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
    /// False if the command cannot be executed now. Submit and Accept are refused, with
    /// Event::Error, while a required control is empty.
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
    Sheet& sheet() { return m_glanced == nullptr ? *m_current->sheet : *m_glanced; }
    const Sheet& sheet() const { return m_glanced == nullptr ? *m_current->sheet : *m_glanced; }
    annotation::Document readEntry(const annotation::Record& record,
                                   diagnostics::Diagnostics& problems) const;
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
    double leadTimeOf(const Entry& entry) const; // seconds
    void dropGestures() { sheet().dropGestures(); }
    bool executeOnRegions(CommandId id);
    static bool canExecuteOnImage(CommandId id, const ImageWorkspace& image);
    bool executeOnImage(CommandId id);
    bool executeOnEntries(CommandId id);
    bool executeOnCandidates(CommandId id);
    bool executeOnAssist(CommandId id);
    void prompted(annotation::AreaHandle prompt);
    void removePrompts(annotation::Edit& edit);
    void endSuggestions();
    void dropSuggestions();
    void offerFound();
    std::string phraseInHand() const;
    bool canLabelFound() const;
    void labelFound();
    void showUnlabeled();
    bool canExecuteOnTexts(CommandId id) const;
    bool executeOnTexts(CommandId id);
    bool canExecuteInComparison(CommandId id) const;
    bool executeInComparison(CommandId id);
    void toggleComparison();
    void closeComparison();
    void renewComparison();
    void step(int by);
    void stepSpan(int by);
    bool pressLabelKey(const KeyPress& press);
    void selectionChanged();
    /// A labeler did something, or went through the history.
    enum class Cause : std::uint8_t { Edit, History };
    void changed(Cause cause = Cause::Edit);
    void tellRegions(std::span<const annotation::AreaHandle> touched, Cause cause);
    std::vector<annotation::AreaHandle> regionsOf(std::span<const std::string> ids) const;
    void sendChange();
    void updateHidden();
    int itemOf(const config::Control& control) const;
    const annotation::Area* onlySelected() const;
    TypedPlace placeOf(const config::Control& control, std::optional<std::size_t> index) const;
    void addTyped();
    diagnostics::Diagnostics findTypedFaults() const;
    void restartItems();
    void noteItems(const config::TaxonomyControl& taxonomy, const std::string& problem);
    void forgetItemsProblem(const config::TaxonomyControl& taxonomy);
    void rankAsGiven(const config::Control& control);
    bool pressFormKey(const KeyPress& press);
    const config::Tag* findFocused(const config::Tag& tag, const KeyPress& press) const;
    bool submit();
    bool isComplete();
    void setSkipped(bool isSkipped, std::string_view comment = {});
    bool review(CommandId id, std::string_view comment = {});
    std::string describeAnnotation(std::string_view comment) const;
    bool canPostpone() const;
    bool isDenied() const;
    bool canExecuteAction(CommandId id) const;
    bool executeAction(CommandId id);
    ItemCounter itemCounter() const;
    void showUnanswered(const diagnostics::Diagnostics& refusals);
    void showSelected();
    void reveal(const config::Tag& tag);
    void followPage();
    bool canTurnPage(CommandId id) const;
    bool executeOnPages(CommandId id);

    Services m_services;
    std::function<void(const Event&)> m_onEvent;
    config::LabelingInterface m_interface;
    task::Task m_task;
    Assist m_assist;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::vector<std::unique_ptr<Entry>> m_removed; // the last one last
    std::unique_ptr<Entry> m_suggestions;          // nullptr: the candidates are of a prediction
    Offer m_offer = Offer::Predicted;
    TextFinder m_finder{m_services.newId};
    TextSearch m_search;
    PrivateData m_privateData;
    std::unique_ptr<Candidates> m_candidates;
    std::unique_ptr<Comparison> m_comparison;
    Sheet* m_glanced = nullptr; // nullptr: what is shown is the current one's
    Entry* m_current = nullptr; // never, once made
    diagnostics::Diagnostics m_diagnostics;
    std::set<std::string, std::less<>> m_interfaces;
    bool m_isReadonly = false;
    Neighbors m_neighbors;
    Keymap m_keymap;
    diagnostics::Diagnostics m_keymapProblems;
    std::map<const config::Tag*, std::string> m_filters;
    RepeaterPages m_pages;
    FetchedItems m_fetchedItems;
};

} // namespace cartouche::editor
