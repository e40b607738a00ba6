#include "ui/frame_damage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr std::size_t kMostBoxes = 6;

long long areaOf(const PixelBox& box) {
    return static_cast<long long>(box.right - box.left) * (box.bottom - box.top);
}

PixelBox around(const PixelBox& one, const PixelBox& other) {
    return {std::min(one.left, other.left), std::min(one.top, other.top),
            std::max(one.right, other.right), std::max(one.bottom, other.bottom)};
}

/// What drawing both as one would draw in vain.
long long wasteOf(const PixelBox& one, const PixelBox& other) {
    return areaOf(around(one, other)) - areaOf(one) - areaOf(other);
}

/// A few boxes that do not overlap and cover what was added.
class Boxes {
public:
    void add(PixelBox box) {
        if (box.isEmpty()) {
            return;
        }
        // What overlaps, or costs next to nothing more, becomes one; which may overlap another.
        constexpr long long kWaste = 4096; // pixels
        const auto joins = [&](const PixelBox& other) {
            return !intersection(box, other).isEmpty() || wasteOf(box, other) < kWaste;
        };
        absorb(box, joins);
        m_boxes.push_back(box);
        if (m_boxes.size() > kMostBoxes) {
            joinCheapest();
        }
    }
    std::vector<PixelBox> take() { return std::move(m_boxes); }

private:
    void absorb(PixelBox& box, auto joins) {
        for (auto found = m_boxes.begin();
             (found = std::ranges::find_if(m_boxes, joins)) != m_boxes.end();) {
            box = around(box, *found);
            m_boxes.erase(found);
        }
    }

    void joinCheapest() {
        std::pair<std::size_t, std::size_t> best{0, 1};
        for (std::size_t one = 0; one < m_boxes.size(); ++one) {
            for (std::size_t other = one + 1; other < m_boxes.size(); ++other) {
                if (wasteOf(m_boxes[one], m_boxes[other]) <
                    wasteOf(m_boxes[best.first], m_boxes[best.second])) {
                    best = {one, other};
                }
            }
        }
        PixelBox joined = around(m_boxes[best.first], m_boxes[best.second]);
        m_boxes.erase(m_boxes.begin() + static_cast<std::ptrdiff_t>(best.second));
        m_boxes.erase(m_boxes.begin() + static_cast<std::ptrdiff_t>(best.first));
        absorb(joined,
               [&joined](const PixelBox& other) { return !intersection(joined, other).isEmpty(); });
        m_boxes.push_back(joined);
    }

    std::vector<PixelBox> m_boxes;
};

bool hasTextureWork(const ImDrawData& frame) {
    return frame.Textures != nullptr &&
           std::ranges::any_of(*frame.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

bool isSame(const auto& one, const auto& other) {
    return one.size() == other.size() &&
           (one.empty() || std::memcmp(one.data(), other.data(), one.size() * sizeof one[0]) == 0);
}

} // namespace

PixelBox intersection(const PixelBox& one, const PixelBox& other) {
    return {std::max(one.left, other.left), std::max(one.top, other.top),
            std::min(one.right, other.right), std::min(one.bottom, other.bottom)};
}

bool FrameDamage::Command::pairsWith(const Command& other) const {
    return texture == other.texture && std::memcmp(&clip, &other.clip, sizeof clip) == 0;
}

/// Collects the boxes of what one frame has and the other has not.
class FrameDamage::Comparison {
public:
    Comparison(ImVec2 origin, ImVec2 scale, const PixelBox& surface)
        : m_origin(origin), m_scale(scale), m_surface(surface) {}

    void compare(const List& old, const List& now) {
        const std::size_t most = std::min(old.commands.size(), now.commands.size());
        if (isSame(old.vertices, now.vertices) && isSame(old.indices, now.indices) &&
            old.commands.size() == now.commands.size() &&
            std::ranges::equal(old.commands, now.commands, isSameCommand)) {
            return;
        }
        // Commands pair up from both ends; those in between came or went.
        std::size_t front = 0;
        while (front < most && now.commands[front].pairsWith(old.commands[front])) {
            compare(old, old.commands[front], now, now.commands[front]);
            ++front;
        }
        std::size_t back = 0;
        while (back < most - front && behind(now, back).pairsWith(behind(old, back))) {
            compare(old, behind(old, back), now, behind(now, back));
            ++back;
        }
        addAll(old, front, old.commands.size() - back);
        addAll(now, front, now.commands.size() - back);
    }

    void addAll(const List& list) { addAll(list, 0, list.commands.size()); }
    std::vector<PixelBox> take() { return m_boxes.take(); }

private:
    static bool isSameCommand(const Command& one, const Command& other) {
        return one.pairsWith(other) && one.state.revision == other.state.revision &&
               one.firstIndex == other.firstIndex && one.indexCount == other.indexCount;
    }
    static const Command& behind(const List& list, std::size_t back) {
        return list.commands[list.commands.size() - 1 - back];
    }
    static const ImDrawVert& corner(const List& list, const Command& command, unsigned index) {
        return list.vertices[list.indices[command.firstIndex + index]];
    }

    /// Of two commands that pair up: their triangles do so from both ends, too, and in between one
    /// by one if they are as many.
    void compare(const List& old, const Command& before, const List& now, const Command& after) {
        if (before.state.revision != after.state.revision) {
            addTexture(now, after, after.state.revision == before.state.revision + 1);
        }
        const unsigned oldCount = before.indexCount / 3;
        const unsigned nowCount = after.indexCount / 3;
        const unsigned most = std::min(oldCount, nowCount);
        const auto same = [&](unsigned oldTriangle, unsigned nowTriangle) {
            for (unsigned index = 0; index < 3; ++index) {
                if (std::memcmp(&corner(old, before, 3 * oldTriangle + index),
                                &corner(now, after, 3 * nowTriangle + index),
                                sizeof(ImDrawVert)) != 0) {
                    return false;
                }
            }
            return true;
        };
        unsigned front = 0;
        while (front < most && same(front, front)) {
            ++front;
        }
        unsigned back = 0;
        while (back < most - front && same(oldCount - 1 - back, nowCount - 1 - back)) {
            ++back;
        }
        for (unsigned triangle = front; triangle < oldCount - back; ++triangle) {
            if (oldCount != nowCount || !same(triangle, triangle)) {
                addTriangle(old, before, triangle);
            }
        }
        for (unsigned triangle = front; triangle < nowCount - back; ++triangle) {
            if (oldCount != nowCount || !same(triangle, triangle)) {
                addTriangle(now, after, triangle);
            }
        }
    }

    void addAll(const List& list, std::size_t first, std::size_t last) {
        for (std::size_t index = first; index < last; ++index) {
            addAll(list, list.commands[index]);
        }
    }

    void addAll(const List& list, const Command& command) {
        for (unsigned triangle = 0; triangle < command.indexCount / 3; ++triangle) {
            addTriangle(list, command, triangle);
        }
    }

    /// What its texture shows now: where it changed last, or all of it.
    void addTexture(const List& list, const Command& command, bool isNext) {
        if (command.indexCount == 0 || !isNext || !command.state.changed) {
            addAll(list, command);
            return;
        }
        ImVec2 origin = corner(list, command, 0).pos;
        for (unsigned index = 1; index < command.indexCount; ++index) {
            const ImVec2 place = corner(list, command, index).pos;
            origin = {std::min(origin.x, place.x), std::min(origin.y, place.y)};
        }
        const PixelBox& changed = *command.state.changed;
        const auto place = [&](int x, int y) {
            return ImVec2(origin.x + static_cast<float>(x) / m_scale.x,
                          origin.y + static_cast<float>(y) / m_scale.y);
        };
        const ImVec2 from = place(changed.left, changed.top);
        const ImVec2 to = place(changed.right, changed.bottom);
        addSeen({from.x, from.y, to.x, to.y}, command.clip);
    }

    void addTriangle(const List& list, const Command& command, unsigned triangle) {
        const ImVec2 one = corner(list, command, 3 * triangle).pos;
        const ImVec2 two = corner(list, command, 3 * triangle + 1).pos;
        const ImVec2 three = corner(list, command, 3 * triangle + 2).pos;
        const auto [left, right] = std::minmax({one.x, two.x, three.x});
        const auto [top, bottom] = std::minmax({one.y, two.y, three.y});
        addSeen({left, top, right, bottom}, command.clip);
    }

    void addSeen(const ImVec4& box, const ImVec4& clip) {
        const ImVec4 seen{std::max(box.x, clip.x), std::max(box.y, clip.y), std::min(box.z, clip.z),
                          std::min(box.w, clip.w)};
        if (seen.x < seen.z && seen.y < seen.w) {
            m_boxes.add(intersection(pixelsOf(seen), m_surface));
        }
    }

    PixelBox pixelsOf(const ImVec4& box) const {
        const auto floor = [](float value) { return static_cast<int>(std::floor(value)); };
        const auto ceil = [](float value) { return static_cast<int>(std::ceil(value)); };
        return {floor((box.x - m_origin.x) * m_scale.x), floor((box.y - m_origin.y) * m_scale.y),
                ceil((box.z - m_origin.x) * m_scale.x), ceil((box.w - m_origin.y) * m_scale.y)};
    }

    ImVec2 m_origin;
    ImVec2 m_scale;
    PixelBox m_surface;
    Boxes m_boxes;
};

FrameDamage::List FrameDamage::copyOf(const ImDrawList& list, const TextureStates& stateOf) {
    List copy{.vertices = {list.VtxBuffer.begin(), list.VtxBuffer.end()},
              .indices = {list.IdxBuffer.begin(), list.IdxBuffer.end()}};
    for (const ImDrawCmd& command : list.CmdBuffer) {
        // ImGui's own textures may not be made yet: what stands for them is where they are kept.
        const ImTextureData* own = command.TexRef._TexData;
        const ImTextureID texture =
            own != nullptr ? static_cast<ImTextureID>(reinterpret_cast<std::uintptr_t>(own))
                           : command.TexRef._TexID;
        copy.commands.push_back({command.ClipRect, texture,
                                 own != nullptr ? TextureState() : stateOf(texture),
                                 command.IdxOffset, command.ElemCount});
    }
    return copy;
}

std::vector<PixelBox> FrameDamage::update(const ImDrawData& frame, const TextureStates& stateOf) {
    const ImVec2 scale = frame.FramebufferScale;
    const PixelBox surface{0, 0, static_cast<int>(std::lround(frame.DisplaySize.x * scale.x)),
                           static_cast<int>(std::lround(frame.DisplaySize.y * scale.y))};
    const bool isKnown = m_isKnown && surface == m_surface && !hasTextureWork(frame);
    std::vector<List> lists;
    for (const ImDrawList* list : frame.CmdLists) {
        lists.push_back(copyOf(*list, stateOf));
    }
    Comparison comparison(frame.DisplayPos, scale, surface);
    for (std::size_t index = 0; isKnown && index < std::max(lists.size(), m_lists.size());
         ++index) {
        if (index < std::min(lists.size(), m_lists.size())) {
            comparison.compare(m_lists[index], lists[index]);
        } else {
            comparison.addAll(index < lists.size() ? lists[index] : m_lists[index]);
        }
    }
    m_lists = std::move(lists);
    m_surface = surface;
    m_isKnown = true;
    return isKnown ? comparison.take() : std::vector{surface};
}

} // namespace cartouche::ui
