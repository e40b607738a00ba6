#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// How far one image is. Pixels live in a GL texture that the page filled.
struct ImageState {
    enum class Stage { Loading, Ready, Failed };
    Stage stage = Stage::Loading;
    std::string url;
    std::optional<double> progress; // 0 to 1, if the size is known
    std::uint64_t texture = 0;
    int width = 0; // pixels of the original
    int height = 0;
    std::string problem; // what to tell the person if it failed
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
    void clear() { m_images.clear(); }

    const auto& all() const { return m_images; }

private:
    std::map<std::string, ImageState, std::less<>> m_images;
};

} // namespace cartouche::ui
