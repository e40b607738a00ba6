#include "editor/clipboard.h"

#include "core/annotation/binding.h"
#include "core/annotation/result_json.h"
#include "core/json/cursor.h"
#include "core/language/message.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using annotation::Document;
using annotation::Relation;
using annotation::Result;

/// Takes from a document what fits, and counts what does not.
class Sorter {
public:
    Sorter(const PasteTarget& target, ClippedRegions& clipped)
        : m_target(target), m_clipped(clipped) {}

    void take(Area area) {
        const std::string problem = problemOf(area);
        if (!problem.empty()) {
            leaveOut(area.results.size(), problem);
            return;
        }
        std::erase_if(area.results, [&](const Result& result) {
            const bool fits = hasControl(area, result);
            if (!fits) {
                leaveOut(1,
                         language::say("clipboard.no-control", {{"control", result.control.text()},
                                                                {"object", area.object.text()}}));
            }
            return !fits;
        });
        if (!area.results.empty()) {
            m_clipped.areas.push_back(std::move(area));
        }
    }

    void leaveOut(std::size_t results, std::string reason) {
        m_clipped.leftOut += results;
        if (m_clipped.reason.empty()) {
            m_clipped.reason = std::move(reason);
        }
    }

private:
    std::string problemOf(Area& area) const {
        if (!area.isRegion()) {
            return language::say("clipboard.not-of-region");
        }
        if (m_target.interface.findObject(area.object.text()) == nullptr) {
            return language::say("clipboard.no-object", {{"object", area.object.text()}});
        }
        const auto image = m_target.imageOf(area.object.text());
        return image ? fitTo(area, *image) : "";
    }

    /// Shapes are in percent and lie on any image, but masks are made of pixels.
    static std::string fitTo(Area& area, geometry::Size image) {
        const auto width = static_cast<int>(std::lround(image.width));
        const auto height = static_cast<int>(std::lround(image.height));
        const bool isMask = std::holds_alternative<geometry::BrushMask>(*area.shape) ||
                            std::holds_alternative<geometry::BitmaskImage>(*area.shape);
        if (isMask && (area.medium.width != width || area.medium.height != height)) {
            return language::say("clipboard.mask-of-other-size", {{"width", area.medium.width},
                                                                  {"height", area.medium.height},
                                                                  {"ownWidth", width},
                                                                  {"ownHeight", height}});
        }
        area.medium = {.width = width, .height = height};
        return "";
    }

    bool hasControl(const Area& area, const Result& result) const {
        const config::Control* control = annotation::findControl(m_target.interface, area, result);
        return control != nullptr && std::ranges::contains(control->toNames, area.object.text());
    }

    const PasteTarget& m_target;
    ClippedRegions& m_clipped;
};

} // namespace

std::string writeRegions(const Document& document, std::span<const AreaHandle> regions) {
    Document copy;
    std::set<std::string_view> ids;
    for (const AreaHandle region : regions) {
        if (const Area* area = document.areas().find(region)) {
            copy.add(Area(*area));
            ids.insert(area->id);
        }
    }
    for (const Relation& relation : document.relations().all()) {
        if (ids.contains(relation.from) && ids.contains(relation.to)) {
            copy.add(Relation(relation));
        }
    }
    return annotation::writeResults(copy);
}

std::expected<ClippedRegions, std::string> readRegions(std::string text, const PasteTarget& target,
                                                       const annotation::IdSource& newId) {
    const auto checked = json::checkJson(std::move(text));
    if (!checked || json::Cursor(checked->text()).kind() != json::Kind::List) {
        return std::unexpected(language::say("clipboard.no-regions"));
    }
    diagnostics::Diagnostics problems;
    const Document document = annotation::readResults(*checked, newId, problems);
    ClippedRegions clipped{.text = *checked};
    Sorter sorter(target, clipped);
    for (const Area& area : document.areas().all()) {
        sorter.take(area);
    }
    for (const annotation::KeptEntry& kept : document.kept()) {
        static_cast<void>(kept);
        sorter.leaveOut(1, language::say("clipboard.unreadable"));
    }
    for (const Relation& relation : document.relations().all()) {
        clipped.relations.push_back(relation);
    }
    if (clipped.areas.empty()) {
        return std::unexpected(
            clipped.reason.empty()
                ? language::say("clipboard.no-regions")
                : language::say("clipboard.nothing-pasted", {{"reason", clipped.reason}}));
    }
    return clipped;
}

} // namespace cartouche::editor
