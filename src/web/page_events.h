#pragma once

#include "core/json/json.h"
#include "render/image_textures.h"
#include "ui/app.h"

#include <span>
#include <string>
#include <string_view>

namespace cartouche::web {

/// Sends what happens in the editor to the page, as the CoreEvent messages of shell/protocol.ts.
class PageEvents final : public ui::AppListener {
public:
    /// `textures` holds the images that are shown, and must outlive this.
    explicit PageEvents(render::ImageTextures& textures) : m_textures(textures) {}

    void onEditorEvent(const editor::Event& event) override;
    void onImageNeeded(std::string_view url, int page) override;
    void onThumbnailsNeeded(std::span<const std::string> urls) override;
    void onImageDropped(std::uint64_t texture) override;
    void onTilesNeeded(std::string_view url, std::span<const ui::TileWish> tiles) override;
    bool onPixelsNeeded(std::string_view url, std::span<std::uint8_t> rgba) override;
    void onSemantics(const ui::Semantics& semantics) override;
    void onFocusNeeded(std::uint32_t id, bool isVisible) override;
    void onInsertion(const ui::Insertion& insertion) override;
    void onCursor(ui::Cursor cursor) override;
    void onNoticeAction() override;
    void onTextNeeded(std::string_view url) override;
    void onItemsNeeded(const editor::FetchedItems::Place& place) override;
    void onMarkupNeeded(std::uint32_t number, const ui::Markup& markup) override;
    void onTextShown(std::uint32_t widget, const ui::ShownText& text) override;
    void onTextSpans(std::uint32_t widget, const ui::TextSpans& spans) override;
    void onTextRelations(std::uint32_t widget,
                         std::span<const ui::TextRelation> relations) override;
    void onTextState(std::uint32_t widget, const ui::TextState& state) override;
    void onTextPlaces(std::span<const ui::TextPlace> places, const ui::Covers& covers) override;

private:
    static void sendText(std::string_view event, std::string_view detail); // detail is JSON text
    static void send(std::string_view event, const json::Json& detail);

    render::ImageTextures& m_textures;
    std::string m_lastPlaces;    // as below
    std::string m_lastSemantics; // what the page has, so that only differences are sent
};

} // namespace cartouche::web
