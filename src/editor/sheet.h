#pragma once

#include "core/annotation/history.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "editor/change_log.h"
#include "editor/image_workspace.h"
#include "editor/region_news.h"
#include "editor/regions.h"
#include "editor/text_workspace.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// Where something is typed that is no answer yet: at a control, about the one region or else the
/// object, in the place of a text that is there already or else of a new one.
struct TypedPlace {
    const config::Tag* control = nullptr;
    std::optional<annotation::AreaHandle> region;
    std::optional<std::size_t> index;

    auto operator<=>(const TypedPlace&) const = default;
};

/// An annotation laid out to be seen: what is labeled with its history, what of it is selected, and
/// the images and texts that it lies on. It never moves: its parts know each other.
struct Sheet {
    /// `interface` and `assist` must outlive this. Of `data`, the task's, come the images
    /// and texts.
    Sheet(const config::LabelingInterface& interface, const Assist& assist, const json::Json& data,
          annotation::IdSource newId, RegionsListener listener);
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    /// Lays out another document in the place of this one.
    void restart(annotation::Document document);
    /// Brings images and texts up to date with what came, changed or went; gives that.
    std::vector<annotation::AreaHandle> update();
    /// Looks for regions that cannot be seen, among these or all (shape_faults.h), as far as the
    /// sizes of their images are known, and their texts are there.
    void findFaults(std::span<const annotation::AreaHandle> among);
    void findFaults();
    /// What is under way on images has no meaning on another document.
    void dropGestures();
    /// nullptr: no tag of that name shows an image.
    ImageWorkspace* findImage(std::string_view name) const;
    /// nullptr: it shows no text.
    TextWorkspace* findText(const config::Tag& tag) const;
    /// nullptr: no tag of that name shows a text.
    TextWorkspace* findText(std::string_view name) const;
    /// Shows the images and texts that the other one shows, and looks where it looks, with its
    /// tools.
    void lookLike(const Sheet& other);

    annotation::History history;
    /// For the journal (editor_journal.cpp).
    ChangeLog<annotation::Area> changedAreas;
    ChangeLog<annotation::Relation> changedRelations;
    /// For the host (editor_regions.cpp).
    RegionNews news;
    Regions regions;
    std::vector<std::unique_ptr<ImageWorkspace>> images;
    std::vector<std::unique_ptr<TextWorkspace>> texts;
    ImageWorkspace* activeImage = nullptr; // where the pointer was last
    std::set<const config::Tag*> hidden;   // by the annotation as it stands
    std::map<TypedPlace, std::string> typed;
    /// What is wrong with a region, by the index of its handle.
    std::map<std::uint32_t, diagnostics::Diagnostic> faults;
    diagnostics::Diagnostics problems; // of the annotation, while another one is shown
};

/// One of the annotations and predictions of a task.
struct Entry {
    /// Fresh in each session, as the reference has it (spec/results.md 2.1).
    std::string id;
    annotation::Record record;
    double startedMs = 0;     // when this session began with it
    bool isSubmitted = false; // or saved before
    /// Made when it is first shown, so that a task with many is loaded as fast as one with few.
    std::unique_ptr<Sheet> sheet;

    bool isPrediction() const { return record.kind == annotation::RecordKind::Prediction; }
};

} // namespace cartouche::editor
