// Which tools an image has, and which of them is in hand: by button, by key, by the armed labels.

#include "editor/image_workspace.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace cartouche::editor {

void ImageWorkspace::takeToolInHand() {
    if (m_tool == ImageTool::Move && !m_isForShow &&
        !std::ranges::contains(tools(), ImageTool::Move)) {
        m_tool = *toolOf(m_controls.front()->tag->kind());
    }
}

std::vector<ImageTool> ImageWorkspace::tools() const {
    const auto hasControl = [this](ImageTool tool) {
        return !m_regions.isReadonly() &&
               std::ranges::any_of(m_controls, [tool](const config::Control* control) {
                   return toolOf(control->tag->kind()) == firstToolLike(tool);
               });
    };
    const bool hasMove =
        m_tag->text("selectionControl") != "false" || !canDraw() || m_regions.isReadonly();
    std::vector<ImageTool> tools;
    for (const ImageToolRow& row : imageTools()) {
        const bool isAlways =
            row.tool == ImageTool::Pan || (row.tool == ImageTool::Move && hasMove);
        const bool isEraser = row.tool == ImageTool::Eraser &&
                              (hasControl(ImageTool::Brush) || hasControl(ImageTool::Bitmask) ||
                               hasControl(ImageTool::MagicWand));
        if (isAlways || isEraser || hasControl(row.tool)) {
            tools.push_back(row.tool);
        }
    }
    return tools;
}

void ImageWorkspace::selectTool(ImageTool tool) {
    if (std::ranges::contains(tools(), tool)) {
        if (draftOf<geometry::Polygon>() != nullptr) {
            closePolygon(); // if it has corners enough: what was drawn is not lost
        }
        cancel();
        m_tool = tool;
        if (tool != ImageTool::Move && tool != ImageTool::Pan) {
            m_regions.selectSeveral(false);
        }
    }
}

bool ImageWorkspace::pressToolKey(const KeyPress& press, Platform platform, const Keymap& keymap) {
    std::vector<ImageTool> matching;
    for (const ImageTool tool : tools()) {
        if (matchesHotkey(keymap.keyOf(imageToolRow(tool).name), press, platform)) {
            matching.push_back(tool);
        }
    }
    if (matching.empty() || !canDraw()) {
        return false;
    }
    const auto current = std::ranges::find(matching, m_tool);
    if (current != matching.end() && m_tool == ImageTool::MagicWand && takeNextWand()) {
        return true;
    }
    const bool hasNext = current != matching.end() && std::next(current) != matching.end();
    selectTool(hasNext ? *std::next(current) : matching.front());
    return true;
}

std::vector<const config::Control*> ImageWorkspace::wands() const {
    std::vector<const config::Control*> wands;
    std::ranges::copy_if(m_controls, std::back_inserter(wands), [](const config::Control* control) {
        return toolOf(control->tag->kind()) == ImageTool::MagicWand;
    });
    return wands;
}

void ImageWorkspace::selectWand(const config::Control& wand) {
    if (std::ranges::contains(wands(), &wand)) {
        selectTool(ImageTool::MagicWand);
        m_wandInHand = &wand;
    }
}

/// False if there is none behind the one in hand: then the first one is.
bool ImageWorkspace::takeNextWand() {
    const auto all = wands();
    const auto next = std::next(std::ranges::find(all, m_wandInHand));
    m_wandInHand = next == all.end() ? all.front() : *next;
    return next != all.end();
}

std::vector<const config::Label*> ImageWorkspace::armedLabels() const {
    std::vector<const config::Label*> armed;
    for (const config::LabelsControl& labels : m_regions.interface().labels()) {
        for (const config::Label& label : labels.labels) {
            if (labels.toName == m_tag->name() && m_regions.isArmed({labels, label})) {
                armed.push_back(&label);
            }
        }
    }
    return armed;
}

void ImageWorkspace::takeArmed() {
    m_chosen.clear();
    m_activeVertex.reset();
    std::vector<const config::Label*> armed = armedLabels();
    if (armed == m_armed) {
        return; // a region was selected: the tool in hand was chosen since
    }
    m_armed = std::move(armed);
    bool isDrawing = false;
    for (const config::LabelsControl& labels : m_regions.interface().labels()) {
        if (!std::ranges::any_of(labels.labels, [this](const config::Label& label) {
                return std::ranges::contains(m_armed, &label);
            })) {
            continue;
        }
        isDrawing = true;
        const auto tool = toolOf(labels.tag->kind());
        if (tool && std::ranges::contains(tools(), *tool)) {
            // What draws for these labels, too, stays in hand.
            const bool isAsGood = firstToolLike(m_tool) == *tool ||
                                  (m_tool == ImageTool::MagicWand && *tool == ImageTool::Brush);
            m_tool = isAsGood ? m_tool : *tool;
            return;
        }
    }
    const bool hasHand = m_tool == ImageTool::Move || m_tool == ImageTool::Pan;
    if (isDrawing && hasHand && m_regions.selection().empty() && !m_controls.empty()) {
        m_tool = *toolOf(m_controls.front()->tag->kind());
    }
}

/// Of several controls with the tool in hand, the one with an armed label, else the first that may
/// draw without.
const config::Control* ImageWorkspace::drawingControl() const {
    const config::Control* bare = nullptr;
    for (const config::Control* control : m_controls) {
        const bool isOtherWand = m_tool == ImageTool::MagicWand && control != m_wandInHand;
        if (toolOf(control->tag->kind()) != firstToolLike(m_tool) || isOtherWand ||
            !m_regions.canCreate(*control)) {
            continue;
        }
        const config::LabelsControl* labels = m_regions.interface().findLabels(*control->tag);
        const bool isArmed = labels != nullptr &&
                             std::ranges::any_of(labels->labels, [&](const config::Label& label) {
                                 return m_regions.isArmed({*labels, label});
                             });
        if (isArmed) {
            return control;
        }
        bare = bare == nullptr ? control : bare;
    }
    return bare;
}

} // namespace cartouche::editor
