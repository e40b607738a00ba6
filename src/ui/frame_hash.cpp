#include "ui/frame_hash.h"

#include <cstddef>
#include <cstring>

namespace cartouche::ui {

namespace {

/// FNV-1a over words of eight bytes rather than single ones: much faster, and chance collisions
/// stay as rare as 64 bits make them.
class Hash {
public:
    void add(const void* data, std::size_t length) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        for (; length >= sizeof(std::uint64_t); length -= sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes, sizeof word);
            mix(word);
            bytes += sizeof word;
        }
        for (; length > 0; --length) {
            mix(*bytes++);
        }
    }
    std::uint64_t value() const { return m_value == 0 ? 1 : m_value; }

private:
    void mix(std::uint64_t word) {
        m_value = (m_value ^ word) * 0x100000001B3ULL;
        m_value ^= m_value >> 29U;
    }
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

bool hasTextureWork(const ImDrawData& frame) {
    if (frame.Textures == nullptr) {
        return false;
    }
    for (const ImTextureData* texture : *frame.Textures) {
        if (texture->Status != ImTextureStatus_OK) {
            return true;
        }
    }
    return false;
}

void addList(Hash& hash, const ImDrawList& list) {
    hash.add(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
    hash.add(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImTextureID texture = command.GetTexID();
        hash.add(&command.ClipRect, sizeof command.ClipRect);
        hash.add(&texture, sizeof texture);
        hash.add(&command.ElemCount, sizeof command.ElemCount);
    }
}

} // namespace

std::uint64_t hashFrame(const ImDrawData& frame) {
    Hash hash;
    if (hasTextureWork(frame)) {
        static std::uint64_t count = 0;
        ++count;
        hash.add(&count, sizeof count);
        return hash.value();
    }
    hash.add(&frame.DisplaySize, sizeof frame.DisplaySize);
    hash.add(&frame.FramebufferScale, sizeof frame.FramebufferScale);
    for (const ImDrawList* list : frame.CmdLists) {
        addList(hash, *list);
    }
    return hash.value();
}

} // namespace cartouche::ui
