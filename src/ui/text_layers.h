#pragma once

#include "editor/editor.h"
#include "editor/region_style.h"
#include "ui/text_messages.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace cartouche::ui {

class AppListener;

/// Keeps the page's texts up to date: tells it what changed since it was told last.
class TextLayers {
public:
    /// Another task.
    void restart();

    /// After a frame: `places` are the texts that it shows, `pointed` the regions of the row under
    /// the pointer. Regions that were selected elsewhere are revealed.
    void tell(AppListener& listener, editor::RegionStyles& styles,
              std::span<const TextPlace> places, std::span<const annotation::AreaHandle> pointed);

    /// Of the texts of the last frame that can be worked on.
    editor::TextWorkspace* find(std::uint32_t widget) const;

    /// The page measured how high a text is, in CSS pixels.
    void setHeight(std::uint32_t widget, float height) { m_heights[widget] = height; }
    /// 0: not known yet.
    float heightOf(std::uint32_t widget) const;

private:
    /// What the page has of one text.
    struct Told {
        const editor::TextWorkspace* text = nullptr; // another sheet has another one
        std::shared_ptr<const editor::TextContent> content;
        const editor::TextWorkspace* offered = nullptr;
        std::uint64_t searched = 0; // the revision of the search
        std::uint64_t spot = 0;     // its serial
        TextState state;
        std::vector<TextRelation> relations;
    };

    void tellOffered(AppListener& listener, editor::RegionStyles& styles, const TextPlace& place);
    void tellFound(AppListener& listener, const TextPlace& place, bool isOther);
    void tellRelations(AppListener& listener, const TextPlace& place,
                       std::span<const annotation::AreaHandle> pointed);
    void tellState(AppListener& listener, const TextPlace& place,
                   std::span<const annotation::AreaHandle> pointed);

    std::vector<TextPlace> m_places;
    std::map<std::uint32_t, Told> m_told;
    std::map<std::uint32_t, float> m_heights;
};

/// Whether the names of labels are written on the spans of a text: unless it says not to.
bool showsNames(const config::Tag& text);

} // namespace cartouche::ui
