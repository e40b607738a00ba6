#pragma once

#include "core/agreement/task_agreement.h"
#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/json/json.h"
#include "editor/region_match.h"
#include "editor/sheet.h"

#include <cstddef>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// The annotations and predictions of a task beside each other (spec/embedding.md 8, "View all"):
/// copies of them, on sheets of their own, that can only be looked at. What is selected, zoomed or
/// turned here is so here alone.
class Comparison {
public:
    /// What an entry holds now.
    using Reader = std::function<annotation::Document(const Entry&)>;
    using Entries = std::vector<std::unique_ptr<Entry>>;

    /// `interface` and `data`, the task's, must outlive this.
    Comparison(const config::LabelingInterface& interface, const json::Json& data,
               annotation::IdSource newId, Reader read);

    /// A column for each of the entries, which must outlive this or the next restart(). It begins
    /// with the one that is shown, and looks where that looks.
    void restart(const Entries& entries, const Entry& shown);

    std::size_t count() const { return m_columns.size(); }
    const Entry& entry(std::size_t column) const { return *m_columns[column].entry; }
    /// Lays the column out, if it was not yet.
    Sheet& open(std::size_t column);
    /// nullptr: nobody has seen the column yet.
    const Sheet* findSheet(std::size_t column) const { return m_columns[column].sheet.get(); }

    /// Whether all columns show of their images what the leading one shows: the one that the
    /// labeler moved last.
    bool isLinked() const { return m_isLinked; }
    void setLinked(bool isLinked) { m_isLinked = isLinked; }
    void lead(ImageWorkspace& image);
    void lead(std::size_t column);
    /// Of the leading column.
    void selectNext();
    bool hasRegions() const { return !m_columns[m_leading].sheet->regions.list().empty(); }
    /// What commands are about; nullptr: there are no images.
    ImageWorkspace* activeImage() { return m_activeImage; }
    void showItem(ImageWorkspace& image, int item);
    /// If they are linked, moves the other images to where the leading ones are.
    void follow();

    /// The region that the pointer is on, else the one that is selected in the leading column.
    struct Pointed {
        std::size_t column = 0;
        annotation::AreaHandle region;

        bool operator==(const Pointed&) const = default;
    };
    /// Finds what is pointed at, and what that overlaps elsewhere.
    void point();
    const std::optional<Pointed>& pointed() const { return m_pointed; }
    /// The region of another column that overlaps most with the one that is pointed at.
    const std::optional<RegionMatch>& matchIn(std::size_t column) const {
        return m_columns[column].match;
    }

    /// How far the annotations agree: those that were not skipped, without predictions. Computed
    /// when it is first asked for.
    struct Agreement {
        std::vector<std::size_t> columns; // of the annotators that it names
        /// Or the number of pairs of regions, which are too many.
        std::expected<agreement::TaskAgreement, std::size_t> result;
    };
    const Agreement& agreement();
    /// Selects a region there, and makes that the leading column.
    void selectRegion(std::size_t column, annotation::AreaHandle region);

private:
    struct Column {
        const Entry* entry = nullptr;
        std::unique_ptr<Sheet> sheet; // once it was seen
        std::optional<RegionMatch> match;
    };

    void lookAgain(std::size_t column);
    std::optional<std::pair<Pointed, ImageWorkspace*>> findPointed() const;

    const config::LabelingInterface& m_interface;
    const json::Json& m_data;
    annotation::IdSource m_newId;
    Reader m_read;
    std::vector<Column> m_columns;
    std::size_t m_leading = 0;
    ImageWorkspace* m_activeImage = nullptr;
    bool m_isLinked = true;
    std::optional<Pointed> m_pointed;
    std::size_t m_openCount = 0; // columns that the matches are of
    std::optional<Agreement> m_agreement;
};

} // namespace cartouche::editor
