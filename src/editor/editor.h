#pragma once

#include "core/annotation/edit.h"
#include "core/annotation/history.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"
#include "core/json/json.h"
#include "core/task/task.h"
#include "editor/commands.h"
#include "editor/image_workspace.h"
#include "editor/regions.h"
#include "editor/validation.h"

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
    enum class Kind { Change, Submit, Update, Error };
    Kind kind;
    std::string detail;
};

/// One task being labeled: the config, the task, the annotation with its history, and the commands
/// that work on them. Knows no screen: the UI asks it what to show and tells it what was clicked.
class Editor {
public:
    Editor(Services services, std::function<void(const Event&)> onEvent);

    /// Replaces config, task and annotation. `interfaces` are the peer's switches
    /// (spec/embedding.md 2); of these `submit`, `update`, `edit-history`, `controls` and
    /// `side-column` have an effect here. Everything wrong is in diagnostics() and goes out as
    /// Event::Error; nothing throws. The task `null` is none. What is labeled first is the task's
    /// first annotation.
    void load(std::string_view configXml, const json::CheckedText& task,
              const std::vector<std::string>& interfaces);

    /// Starts another annotation of the same task, from `results` (an array, may be empty).
    void startAnnotation(const json::CheckedText& results);

    const config::LabelingInterface& interface() const { return m_interface; }
    const task::Task& task() const { return m_task; }
    const annotation::Document& document() const { return m_history.document(); }
    const diagnostics::Diagnostics& diagnostics() const { return m_diagnostics; }
    Platform platform() const { return m_services.platform; }
    bool hasInterface(std::string_view name) const;
    /// Whether this annotation went out once: the button then says Update.
    bool isSubmitted() const { return m_isSubmitted; }

    /// Regions, which of them are selected (what per-region controls are about, and some
    /// conditions), and the labels for the next one.
    Regions& regions() { return m_regions; }
    const Regions& regions() const { return m_regions; }
    /// Whether there is an image that regions can be drawn on.
    bool isDrawnOn() const;
    /// One a tag that shows an image; nullptr for other tags.
    ImageWorkspace* findImage(const config::Tag& tag);
    ImageWorkspace* findImage(std::string_view name);
    const ImageWorkspace* findImage(std::string_view name) const;
    const std::vector<std::unique_ptr<ImageWorkspace>>& images() const { return m_images; }
    /// Of an image tag with several images, the one to label now; regions of others are unselected.
    void showItem(ImageWorkspace& image, int item);
    /// The one that commands are about: where the pointer was last.
    ImageWorkspace* activeImage() { return m_activeImage; }
    void setActiveImage(ImageWorkspace* image) { m_activeImage = image; }

    /// Whether the tag's condition is met, and that of everything around it (spec/tags.md 2.5).
    bool isVisible(const config::Tag& tag) const { return !m_hidden.contains(&tag); }

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
    std::string writeAnnotation() const;
    /// Appends the result array as it stands, with all that is hidden, as JSON text.
    void appendResults(std::string& text) const;

    /// A problem found while working (a missing image, a refused submit): shown, and told the host.
    void report(diagnostics::Diagnostic diagnostic);

private:
    void start(const annotation::Record& record);
    void makeImages();
    void dropGestures();
    bool executeOnRegions(CommandId id);
    bool executeOnImage(CommandId id);
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
    annotation::Record m_record;
    annotation::History m_history;
    Regions m_regions;
    std::vector<std::unique_ptr<ImageWorkspace>> m_images;
    ImageWorkspace* m_activeImage = nullptr;
    std::set<const config::Tag*> m_hidden; // by the annotation as it stands
    diagnostics::Diagnostics m_diagnostics;
    std::set<std::string, std::less<>> m_interfaces;
    std::map<const config::Tag*, std::string> m_filters;
    std::string m_annotationId;
    double m_startedMs = 0;
    bool m_isSubmitted = false;
};

} // namespace cartouche::editor
