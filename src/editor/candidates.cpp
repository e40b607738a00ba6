#include "editor/candidates.h"

#include "editor/region_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using annotation::Document;

/// Nobody edits what is only offered.
RegionsListener nobody() {
    return {.onChanged = [] {},
            .onSelected = [] {},
            .onProblem = [](diagnostics::Diagnostic) {},
            .onPrompted = [](AreaHandle) {}};
}

} // namespace

Candidates::Candidates(const config::LabelingInterface& interface, const json::Json& data,
                       annotation::IdSource newId, const Entry& prediction)
    : m_prediction(&prediction), m_sheet(interface, kNoAssist, data, newId, nobody()) {
    diagnostics::Diagnostics problems; // are told when the prediction itself is shown
    m_sheet.restart(annotation::readDocument(prediction.record, newId, problems));
}

Candidates::Candidates(const config::LabelingInterface& interface, const json::Json& data,
                       annotation::IdSource newId, const Entry& prediction,
                       std::vector<Area> regions)
    : m_prediction(&prediction), m_sheet(interface, kNoAssist, data, std::move(newId), nobody()) {
    Document document;
    for (Area& region : regions) {
        document.add(std::move(region));
    }
    m_sheet.restart(std::move(document));
}

ImageWorkspace* Candidates::findImage(const ImageWorkspace& image) {
    ImageWorkspace* own = m_sheet.findImage(image.tag().name());
    if (own == nullptr || !image.hasImage()) {
        return nullptr;
    }
    own->showItem(image.item());
    if (!own->hasImage()) {
        own->setImageSize(image.viewport().image());
    }
    own->viewport() = image.viewport();
    return own;
}

TextWorkspace* Candidates::findText(const TextWorkspace& text) {
    TextWorkspace* own = m_sheet.findText(text.tag().name());
    if (own == nullptr || !text.content()) {
        return nullptr;
    }
    if (own->content() != text.content()) {
        own->setContent(text.content());
    }
    return own;
}

double Candidates::scoreOf(AreaHandle region) const {
    const Area* area = document().areas().find(region);
    std::optional<double> score;
    for (const annotation::Result& result :
         area == nullptr ? std::vector<annotation::Result>() : area->results) {
        score = std::max(score, result.score);
    }
    return score ? *score : m_prediction->record.score.value_or(1);
}

void Candidates::setThreshold(double threshold, const Document& over) {
    m_threshold = std::clamp(threshold, 0.0, 1.0);
    refresh(over);
}

void Candidates::refresh(const Document& over) {
    const config::LabelingInterface& interface = m_sheet.regions.interface();
    const std::set<std::string> spans = spanKeysOf(interface, over);
    m_offered.clear();
    for (const AreaHandle handle : document().areas().handles()) {
        const Area& area = *document().areas().find(handle);
        const bool isOffered = area.isRegion() && !m_rejected.contains(handle) &&
                               scoreOf(handle) >= m_threshold &&
                               !over.findArea(area.id, area.object.text(), area.item) &&
                               !spans.contains(spanKeyOf(interface, area));
        if (isOffered) {
            m_offered.push_back(handle);
        }
        if (area.isHidden == isOffered) {
            m_sheet.history.setHidden(handle, !isOffered);
        }
    }
    m_sheet.update();
    if (m_current && !std::ranges::binary_search(m_offered, *m_current)) {
        m_current.reset();
    }
}

std::vector<AreaHandle> Candidates::inView(const Sheet& sheet) {
    std::vector<AreaHandle> seen;
    std::ranges::copy_if(m_offered, std::back_inserter(seen),
                         [&](AreaHandle region) { return isInView(sheet, region); });
    return seen;
}

bool Candidates::isInView(const Sheet& sheet, AreaHandle region) {
    const std::string_view object = document().areas().find(region)->object.text();
    if (const TextWorkspace* text = sheet.findText(object)) {
        const TextWorkspace* own = findText(*text);
        const auto range = own == nullptr ? std::nullopt : own->rangeOf(region);
        return range && range->start < text->inView().end && text->inView().start < range->end;
    }
    const ImageWorkspace* image = sheet.findImage(object);
    ImageWorkspace* own = image == nullptr ? nullptr : findImage(*image);
    const geometry::Bounds* bounds = own == nullptr ? nullptr : own->index().find(region.index);
    return bounds != nullptr && bounds->intersects(own->viewport().visible());
}

void Candidates::step(int by) {
    if (m_offered.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(m_offered.size());
    const auto at = m_current ? std::ranges::lower_bound(m_offered, *m_current) - m_offered.begin()
                              : (by > 0 ? std::ptrdiff_t{-1} : std::ptrdiff_t{0});
    m_current = m_offered[static_cast<std::size_t>((at + by + count) % count)];
}

void Candidates::reject(AreaHandle region, const Document& over) {
    m_rejected.insert(region);
    refresh(over);
}

Area Candidates::copyOf(AreaHandle region, const Document& over,
                        const annotation::IdSource& newId) const {
    Area copy = *document().areas().find(region);
    if (over.findArea(copy.id)) { // of another object
        copy.id = newId();
    }
    copy.origin = annotation::Origin::Prediction;
    copy.isHidden = false;
    copy.isLocked = false;
    copy.isTouched = true; // it is written with what its results came with, in another place
    for (annotation::Result& result : copy.results) {
        result.position = annotation::Result::kNew;
        result.isReadonly = false;
    }
    return copy;
}

} // namespace cartouche::editor
