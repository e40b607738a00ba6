#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "editor/sheet.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cartouche::editor {

/// The regions of a prediction as they are offered to whoever labels: those that are sure enough
/// and not taken over yet. Accepting them is the editor's.
class Candidates {
public:
    using Handle = annotation::AreaHandle;

    /// Lays out what the prediction says; `interface` and `prediction` must outlive this.
    Candidates(const config::LabelingInterface& interface, const json::Json& data,
               annotation::IdSource newId, const Entry& prediction);
    /// The same of regions, which no prediction holds; `prediction` stands for what found them.
    Candidates(const config::LabelingInterface& interface, const json::Json& data,
               annotation::IdSource newId, const Entry& prediction,
               std::vector<annotation::Area> regions);

    const Entry& prediction() const { return *m_prediction; }
    const annotation::Document& document() const { return m_sheet.history.document(); }
    /// Its picture of an image, looking where that one looks; nullptr: that has no size yet.
    ImageWorkspace* findImage(const ImageWorkspace& image);
    /// Its picture of a text; nullptr: that is not there yet.
    TextWorkspace* findText(const TextWorkspace& text);

    /// Of a region, that of its surest result; without one, that of the whole prediction; else 1.
    double scoreOf(Handle region) const;
    double threshold() const { return m_threshold; }
    /// Offers what has at least this score, 0 to 1.
    void setThreshold(double threshold, const annotation::Document& over);
    /// What is in `over` already, under its id or as the same part of a text with the same labels,
    /// is not offered any more.
    void refresh(const annotation::Document& over);

    const std::vector<Handle>& offered() const { return m_offered; }
    /// Those of them that can be seen now of this sheet's images and texts.
    std::vector<Handle> inView(const Sheet& sheet);
    /// The one that the keyboard is at.
    std::optional<Handle> current() const { return m_current; }
    /// The next one that is offered, or the one before, round and round.
    void step(int by);
    /// Does not offer it any more.
    void reject(Handle region, const annotation::Document& over);
    /// A copy of a region as it becomes part of an annotation.
    annotation::Area copyOf(Handle region, const annotation::Document& over,
                            const annotation::IdSource& newId) const;

private:
    bool isInView(const Sheet& sheet, Handle region);

    const Entry* m_prediction;
    Sheet m_sheet;
    double m_threshold = 0;
    std::vector<Handle> m_offered;
    std::set<Handle> m_rejected;
    std::optional<Handle> m_current;
};

} // namespace cartouche::editor
