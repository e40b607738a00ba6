#include "editor/comparison.h"

#include "editor/assist.h"
#include "editor/visibility.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace cartouche::editor {

Comparison::Comparison(const config::LabelingInterface& interface, const json::Json& data,
                       annotation::IdSource newId, Reader read)
    : m_interface(interface), m_data(data), m_newId(std::move(newId)), m_read(std::move(read)) {}

void Comparison::restart(const Entries& entries, const Entry& shown) {
    m_columns.clear();
    m_pointed.reset();
    m_agreement.reset();
    m_openCount = 0;
    for (const auto& entry : entries) {
        m_leading = entry.get() == &shown ? m_columns.size() : m_leading;
        m_columns.push_back({.entry = entry.get(), .sheet = nullptr, .match = {}});
    }
    Sheet& first = open(m_leading);
    first.lookLike(*shown.sheet);
    m_activeImage = shown.sheet->activeImage == nullptr
                        ? nullptr
                        : first.findImage(shown.sheet->activeImage->tag().name());
}

Sheet& Comparison::open(std::size_t column) {
    std::unique_ptr<Sheet>& sheet = m_columns[column].sheet;
    if (sheet == nullptr) {
        sheet = std::make_unique<Sheet>(
            m_interface, kNoAssist, m_data, m_newId,
            RegionsListener{.onChanged = [] {},
                            .onSelected = [this, column] { lookAgain(column); },
                            .onProblem = [](diagnostics::Diagnostic) {},
                            .onPrompted = [](annotation::AreaHandle) {}});
        sheet->restart(m_read(*m_columns[column].entry));
        sheet->history.setReadonly(true);
        for (const auto& image : sheet->images) {
            image->setForShow();
        }
        lookAgain(column);
        if (const Sheet* leading = findSheet(m_leading); leading != sheet.get()) {
            sheet->lookLike(*leading);
        }
    }
    return *sheet;
}

/// Another region is selected there: what is said of it is seen.
void Comparison::lookAgain(std::size_t column) {
    Sheet& sheet = *m_columns[column].sheet;
    sheet.hidden = findHidden(m_interface, sheet.history.document(), sheet.regions.selection());
}

void Comparison::lead(ImageWorkspace& image) {
    const auto isThere = [&image](const auto& own) { return own.get() == &image; };
    const auto found = std::ranges::find_if(m_columns, [&isThere](const Column& column) {
        return column.sheet && std::ranges::any_of(column.sheet->images, isThere);
    });
    if (found != m_columns.end()) {
        m_leading = static_cast<std::size_t>(found - m_columns.begin());
        m_activeImage = &image;
    }
}

void Comparison::lead(std::size_t column) {
    const std::string_view name =
        m_activeImage == nullptr ? std::string_view() : m_activeImage->tag().name();
    m_activeImage = open(column).findImage(name);
    m_leading = column;
}

void Comparison::selectNext() {
    m_columns[m_leading].sheet->regions.selectNext();
}

void Comparison::showItem(ImageWorkspace& image, int item) {
    lead(image);
    m_columns[m_leading].sheet->regions.select({});
    image.showItem(item);
    lookAgain(m_leading);
}

void Comparison::follow() {
    for (std::size_t column = 0; m_isLinked && column < count(); ++column) {
        if (column != m_leading && m_columns[column].sheet) {
            m_columns[column].sheet->lookLike(*m_columns[m_leading].sheet);
        }
    }
}

std::optional<std::pair<Comparison::Pointed, ImageWorkspace*>> Comparison::findPointed() const {
    for (std::size_t column = 0; column < count(); ++column) {
        if (const Sheet* sheet = findSheet(column)) {
            const auto image = std::ranges::find_if(
                sheet->images, [](const auto& own) { return own->hovered().has_value(); });
            if (image != sheet->images.end()) {
                return std::pair(Pointed{column, *(*image)->hovered()}, image->get());
            }
        }
    }
    const Sheet& leading = *m_columns[m_leading].sheet;
    const auto& selection = leading.regions.selection();
    ImageWorkspace* image =
        selection.size() != 1
            ? nullptr
            : leading.findImage(
                  leading.history.document().areas().find(selection.front())->object.text());
    return image == nullptr
               ? std::nullopt
               : std::optional(std::pair(Pointed{m_leading, selection.front()}, image));
}

void Comparison::point() {
    const auto found = findPointed();
    const auto openCount = static_cast<std::size_t>(
        std::ranges::count_if(m_columns, [](const Column& column) { return !!column.sheet; }));
    const auto now = found ? std::optional(found->first) : std::nullopt;
    if (now == m_pointed && openCount == m_openCount) {
        return;
    }
    m_pointed = now;
    m_openCount = openCount;
    for (std::size_t index = 0; index < count(); ++index) {
        Column& column = m_columns[index];
        column.match.reset();
        ImageWorkspace* other = found && column.sheet && index != found->first.column
                                    ? column.sheet->findImage(found->second->tag().name())
                                    : nullptr;
        if (other != nullptr) {
            column.match = findMatch(*found->second, found->first.region, *other,
                                     column.sheet->history.document());
        }
    }
}

const Comparison::Agreement& Comparison::agreement() {
    if (!m_agreement) {
        std::vector<std::size_t> columns;
        std::vector<annotation::Document> documents;
        for (std::size_t column = 0; column < count(); ++column) {
            if (!entry(column).isPrediction() && !entry(column).record.isSkipped) {
                columns.push_back(column);
                documents.push_back(m_read(entry(column)));
            }
        }
        m_agreement = {std::move(columns), agreement::agreementOnTask(m_interface, documents)};
    }
    return *m_agreement;
}

void Comparison::selectRegion(std::size_t column, annotation::AreaHandle region) {
    lead(column);
    m_columns[column].sheet->regions.select({region});
    lookAgain(column);
}

} // namespace cartouche::editor
