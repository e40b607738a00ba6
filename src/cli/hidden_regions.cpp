#include "cli/hidden_regions.h"

#include "cli/input.h"
#include "cli/region_records.h"
#include "core/geometry/coverage.h"
#include "core/image/bitmask.h"
#include "core/image/drafted_mask.h"

#include <algorithm>
#include <expected>
#include <format>
#include <optional>
#include <set>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace cartouche::cli {

namespace {

using annotation::Area;
using diagnostics::Code;
using diagnostics::Diagnostic;
using geometry::Mask;

/// Of one area, whatever its control.
std::vector<std::string> labelsOf(const Area& area) {
    std::set<std::string> labels;
    for (const annotation::Result& result : area.results) {
        labels.insert(result.labels().begin(), result.labels().end());
    }
    return {labels.begin(), labels.end()};
}

/// As people name the image that an area lies on: its object, and which item of it.
std::string imageOf(const Area& area) {
    const std::string object(area.object.text());
    return area.item == Area::kWholeObject ? object : std::format("{}/{}", object, area.item);
}

bool isOnImage(const geometry::Shape& shape) {
    return std::visit(
        []<typename Kind>(const Kind&) {
            return !(std::is_same_v<Kind, geometry::Span> ||
                     std::is_same_v<Kind, geometry::PlacedSpan> ||
                     std::is_same_v<Kind, geometry::SeriesSpan> ||
                     std::is_same_v<Kind, geometry::FrameRanges> ||
                     std::is_same_v<Kind, geometry::Track> ||
                     std::is_same_v<Kind, geometry::Message>);
        },
        shape);
}

std::string joined(const auto& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "\"" : ", \"") + text + "\"";
    }
    return all;
}

std::expected<Mask, std::string> decoded(std::expected<Mask, Diagnostic> mask) {
    return std::move(mask).transform_error(
        [](const Diagnostic& problem) { return problem.message; });
}

/// The pixels of a shape, or what is wrong with it.
std::expected<Mask, std::string> pixelsOf(const geometry::Shape& shape, int width, int height) {
    if (const auto* brush = std::get_if<geometry::BrushMask>(&shape)) {
        const bool isDraft = !brush->strokes.empty() || !brush->dataUrl.empty();
        const auto mask = isDraft ? image::flattened(*brush, width, height) : std::optional(*brush);
        return mask ? decoded(geometry::decode(*mask, width, height))
                    : std::unexpected<std::string>("This mask of a draft cannot be read");
    }
    if (const auto* bitmask = std::get_if<geometry::BitmaskImage>(&shape)) {
        return decoded(image::decode(*bitmask, width, height));
    }
    auto mask = geometry::coveredPixels(shape, width, height);
    return mask ? std::expected<Mask, std::string>(std::move(*mask))
                : std::unexpected("This region has no area: points and open lines hide nothing");
}

class Reader {
public:
    Reader(const RegionChoice& choice, const HiddenPicture& picture)
        : m_choice(choice), m_picture(picture) {}

    HiddenRegions run(const json::CheckedText& text) {
        auto records = findRegionRecords(text, m_choice.task, m_picture.name);
        if (!records) {
            report(records.error());
            return std::move(m_result);
        }
        for (RegionRecord& record : *records) {
            readRecord(record);
        }
        chooseImage();
        for (const Place& place : m_places) {
            readArea(place);
        }
        finishLabels();
        return std::move(m_result);
    }

    void report(Diagnostic diagnostic) {
        m_result.findings.push_back({m_choice.file, std::move(diagnostic)});
    }

private:
    /// An area on an image, and where its result stands.
    struct Place {
        Area area;
        std::string pointer;
    };

    void readRecord(RegionRecord& record) {
        diagnostics::Diagnostics problems;
        const annotation::Document document =
            annotation::readDocument(record.record, [] { return std::string(); }, problems);
        std::set<std::string> harmless; // relations that lead nowhere
        for (const annotation::Relation& relation : document.relations().all()) {
            harmless.insert(std::format("/result/{}", relation.position));
        }
        for (Diagnostic& problem : problems) {
            if (!harmless.contains(problem.where.pointer)) {
                problem.message += ", and cannot be hidden";
                problem.where.pointer = record.pointerTo(problem.where.pointer);
                report(std::move(problem));
            }
        }
        for (const annotation::AreaHandle handle : document.areas().handles()) {
            const Area& area = *document.areas().find(handle);
            if (area.isRegion() && isOnImage(*area.shape)) {
                const auto position = area.results.empty() ? 0 : area.results.front().position;
                m_places.push_back({area, record.pointerTo(std::format("/result/{}", position))});
            }
        }
    }

    /// Drops what lies on other images than the one that is meant.
    void chooseImage() {
        std::set<std::string> images;
        for (const Place& place : m_places) {
            images.insert(imageOf(place.area));
        }
        if (!m_choice.object.empty()) {
            std::erase_if(m_places, [this](const Place& place) {
                return imageOf(place.area) != m_choice.object;
            });
            if (m_places.empty() && !images.empty()) {
                report({Code::BadValue,
                        std::format("No region lies on \"{}\", but on {}", m_choice.object,
                                    joined(images)),
                        {}});
            }
        } else if (images.size() > 1) {
            report({Code::BadValue,
                    std::format("The regions lie on several images, {}: name the one with --object",
                                joined(images)),
                    {}});
            m_places.clear();
        }
    }

    void readArea(const Place& place) {
        const Area& area = place.area;
        std::vector<std::string> labels = labelsOf(area);
        m_seen.insert(labels.begin(), labels.end());
        const bool isWanted =
            m_choice.labels.empty() || std::ranges::any_of(labels, [this](const auto& label) {
                return std::ranges::contains(m_choice.labels, label);
            });
        if (!isWanted) {
            ++m_result.others;
            return;
        }
        auto mask = pixelsOn(area);
        if (!mask) {
            report({Code::BadResult, std::move(mask.error()), {.pointer = place.pointer}});
            return;
        }
        m_result.regions.push_back({area.id, std::move(labels), std::move(*mask)});
    }

    std::expected<Mask, std::string> pixelsOn(const Area& area) const {
        const auto& [width, height, rotation, length] = area.medium;
        const bool isSizeKnown = width > 0 && height > 0;
        if (isSizeKnown && (width != m_picture.width || height != m_picture.height)) {
            return std::unexpected(
                std::format("This region is of an image of {} x {} pixels, but {} has {} x {}",
                            width, height, m_picture.name, m_picture.width, m_picture.height));
        }
        auto mask = pixelsOf(*area.shape, m_picture.width, m_picture.height);
        return mask && mask->alpha.empty()
                   ? std::unexpected<std::string>("This region covers no pixel of the picture")
                   : std::move(mask);
    }

    void finishLabels() {
        for (const std::string& label : m_choice.labels) {
            if (!m_seen.contains(label)) {
                m_result.unusedLabels.push_back(label);
            }
        }
        if (m_result.others > 0 && m_result.regions.empty() && m_result.findings.empty()) {
            report({Code::BadValue,
                    std::format("No region has one of the labels {}; they have {}",
                                joined(m_choice.labels), m_seen.empty() ? "none" : joined(m_seen)),
                    {}});
        }
    }

    const RegionChoice& m_choice;
    const HiddenPicture& m_picture;
    std::vector<Place> m_places;
    std::set<std::string> m_seen; // labels
    HiddenRegions m_result;
};

} // namespace

HiddenRegions readHiddenRegions(const RegionChoice& choice, const HiddenPicture& picture) {
    const auto input = readInput(choice.file);
    const auto text = input ? json::checkJson(input->text) : std::unexpected(input.error());
    if (!text) {
        return {.findings = {{choice.file, text.error()}}};
    }
    return Reader(choice, picture).run(*text);
}

} // namespace cartouche::cli
