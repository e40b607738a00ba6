// The images of a task: which are asked for, how they come along, and their pixels for tools.

#include "ui/app.h"
#include "ui/problems.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <ranges>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace cartouche::ui {

void App::setImage(ImageState state, diagnostics::Code failure) {
    touch();
    if (state.stage == ImageState::Stage::Ready) {
        m_damage.reset(); // its texture may have the name of one that is gone
    }
    if (state.stage == ImageState::Stage::Failed) {
        for (const auto& image : m_editor.images()) {
            if (std::ranges::contains(image->addresses(), state.url)) {
                m_editor.report({failure, state.problem, whereOfAddress(image->tag())});
            }
        }
    }
    dropTiles(state.url);
    if (state.levels > 0) {
        state.tiles = std::make_shared<ImageTiles>(
            geometry::Size{static_cast<double>(state.width), static_cast<double>(state.height)},
            state.levels);
    }
    m_images.put(std::move(state));
}

void App::setTile(std::string_view url, std::uint64_t texture) {
    touch();
    const ImageState* image = m_images.find(url);
    if (image != nullptr && image->tiles) {
        image->tiles->fill(texture);
    }
}

/// Of an image that another takes the place of.
void App::dropTiles(std::string_view url) {
    const ImageState* image = m_images.find(url);
    if (image != nullptr && image->tiles && m_layers) {
        for (const std::uint64_t texture : image->tiles->textures()) {
            m_layers->dropTile(texture);
        }
    }
}

/// As they came from the page, whatever is shown of them.
std::optional<geometry::Picture> App::readPixels(std::string_view address) const {
    const ImageState* image = m_images.find(address);
    if (image == nullptr || image->stage != ImageState::Stage::Ready || !m_layers) {
        return std::nullopt;
    }
    return image->tiles ? readPixelsInTiles(*image)
                        : m_layers->readImage(image->texture, image->width, image->height);
}

/// The page has them all; nothing if there are more than the module should hold.
std::optional<geometry::Picture> App::readPixelsInTiles(const ImageState& image) const {
    constexpr std::size_t kMostPixels = std::size_t{1} << 26U; // a quarter of a gigabyte
    constexpr std::size_t kChannels = 4;
    const auto pixels =
        static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (pixels > kMostPixels) {
        return std::nullopt;
    }
    geometry::Picture picture{image.width, image.height, {}};
    picture.rgba.resize(pixels * kChannels);
    return m_listener.onPixelsNeeded(image.url, picture.rgba) ? std::optional(std::move(picture))
                                                              : std::nullopt;
}

/// Of the images that are shown; their neighbours, and what is on the pages beside, once these are
/// there.
void App::requestImages() {
    editor::Comparison* comparison = m_editor.comparison();
    for (std::size_t column = 0; comparison != nullptr && column < comparison->count(); ++column) {
        if (const editor::Sheet* sheet = comparison->findSheet(column)) {
            for (const auto& image : sheet->images) {
                requestImage(*image, image->item());
            }
        }
    }
    const editor::RepeaterPages& pages = m_editor.pages();
    for (const auto& image : m_editor.images()) {
        if (!pages.isShown(image->tag())) {
            continue;
        }
        requestImage(*image, image->item());
        const ImageState* shown = m_images.find(image->address());
        if (shown == nullptr || shown->stage != ImageState::Stage::Ready) {
            continue;
        }
        for (const int item : {image->item() + 1, image->item() - 1}) {
            requestImage(*image, item);
        }
    }
    const bool isAwaited = awaitsShown();
    for (const auto& image : m_editor.images()) {
        if (!isAwaited && pages.isNear(image->tag())) {
            requestImage(*image, image->item());
        }
    }
    for (const std::string& address : m_pictures) {
        requestImage(address, 0);
    }
    if (comparison == nullptr) {
        dropFarImages();
    }
}

/// Whether what is shown itself still comes, or what is next to it.
bool App::awaitsShown() const {
    return std::ranges::any_of(m_editor.images(), [this](const auto& image) {
        const auto addresses = std::span(image->addresses());
        const auto shown = static_cast<std::size_t>(image->item());
        const std::size_t first = shown - std::min<std::size_t>(shown, 1);
        return std::ranges::any_of(addresses.subspan(std::min(first, addresses.size())) |
                                       std::views::take(shown + 2 - first),
                                   [this](const std::string& address) {
                                       const ImageState* state = m_images.find(address);
                                       return state != nullptr &&
                                              state->stage == ImageState::Stage::Loading;
                                   });
    });
}

/// Nothing is made small meanwhile.
void App::requestThumbnails() {
    if (const auto wishes = m_thumbnails.takeWishes(awaitsShown())) {
        m_listener.onThumbnailsNeeded(*wishes);
    }
    for (const std::uint64_t texture : m_thumbnails.dropUnseen()) {
        m_listener.onImageDropped(texture);
    }
}

void App::setThumbnail(std::string_view url, std::uint64_t texture, int width, int height) {
    touch();
    m_damage.reset(); // its texture may have the name of one that is gone
    if (const std::uint64_t before = m_thumbnails.put(url, texture, width, height); before != 0) {
        m_listener.onImageDropped(before);
    }
}

/// If there is one that is not known.
void App::requestImage(const editor::ImageWorkspace& image, int item) {
    if (item < 0 || item >= image.itemCount()) {
        return;
    }
    requestImage(image.addresses()[static_cast<std::size_t>(item)],
                 image.isDocument() ? item + 1 : 0);
}

void App::requestImage(const std::string& address, int page) {
    if (m_images.find(address) == nullptr) {
        m_images.put({.url = address});
        m_listener.onImageNeeded(address, page);
    }
}

/// Documents may have hundreds of pages, and lists as many images: only those around the shown one
/// stay. What is in tiles is the page's, and stays.
void App::dropFarImages() {
    constexpr int kKeptPages = 3;
    constexpr int kKeptImages = 8;
    std::set<std::string_view> kept(m_pictures.begin(), m_pictures.end());
    std::vector<std::string_view> far;
    for (const auto& image : m_editor.images()) {
        const bool isNear = m_editor.pages().isNear(image->tag());
        const int reach = image->isDocument() ? kKeptPages : kKeptImages;
        for (int item = 0; item < image->itemCount(); ++item) {
            const std::string& address = image->addresses()[static_cast<std::size_t>(item)];
            if (isNear && std::abs(item - image->item()) <= reach) {
                kept.insert(address);
            } else {
                far.push_back(address);
            }
        }
    }
    for (const std::string_view address : far) {
        const ImageState* state = kept.contains(address) ? nullptr : m_images.find(address);
        if (state != nullptr && state->stage == ImageState::Stage::Ready && !state->tiles) {
            m_listener.onImageDropped(state->texture);
            m_images.erase(address);
            touch(); // a strip may show it, and has a small one then
        }
    }
}

void App::requestTiles() {
    for (const auto& [url, image] : m_images.all()) {
        if (const auto wishes = image.tiles ? image.tiles->takeWishes() : std::nullopt) {
            m_listener.onTilesNeeded(url, *wishes);
        }
    }
}

void App::readPixelsForTools() {
    for (const auto& image : m_editor.images()) {
        image->setPixelSource([this, &shown = *image] { return readPixels(shown.address()); });
    }
}

} // namespace cartouche::ui
