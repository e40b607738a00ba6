#pragma once

#include "ui/image_tiles.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// How far one image is. Pixels live in GL textures that the page filled: one, or an overview and
/// tiles of what is seen.
struct ImageState {
    enum class Stage { Loading, Ready, Failed };
    Stage stage = Stage::Loading;
    std::string url;
    std::optional<double> progress; // 0 to 1, if the size is known
    std::uint64_t texture = 0;
    int width = 0; // pixels of the original
    int height = 0;
    int pages = 0;                     // of the document that it is a page of; 0: it is no page
    int levels = 0;                    // of tiles; 0: there are none, and the texture is the image
    std::shared_ptr<ImageTiles> tiles; // made when the image is put into its store
    std::string problem;               // what to tell the person if it failed
};

/// The images of the task by their addresses.
class ImageStore {
public:
    const ImageState* find(std::string_view url) const {
        const auto found = m_images.find(url);
        return found == m_images.end() ? nullptr : &found->second;
    }
    void put(ImageState state) {
        std::string url = state.url;
        m_images.insert_or_assign(std::move(url), std::move(state));
    }
    void erase(std::string_view url) { m_images.erase(m_images.find(url)); }
    void clear() { m_images.clear(); }

    const auto& all() const { return m_images; }

private:
    std::map<std::string, ImageState, std::less<>> m_images;
};

} // namespace cartouche::ui
