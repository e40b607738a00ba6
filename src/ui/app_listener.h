#pragma once

#include "editor/editor.h"
#include "ui/context.h"
#include "ui/image_tiles.h"
#include "ui/semantics.h"
#include "ui/text_messages.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// What the editor on the canvas tells the page. Called from within App's functions; an
/// implementation must not call back into the App before they return.
class AppListener {
public:
    AppListener() = default;
    AppListener(const AppListener&) = delete;
    AppListener& operator=(const AppListener&) = delete;
    virtual ~AppListener() = default;

    virtual void onEditorEvent(const editor::Event& event) = 0;
    /// Of a document, the page from 1, whose mark the address ends with; 0: it is an image.
    virtual void onImageNeeded(std::string_view url, int page) = 0;
    /// Small pictures of the images at these addresses are to be made, and of no others any more.
    virtual void onThumbnailsNeeded(std::span<const std::string> urls) = 0;
    /// The texture that the page filled with an image, or a small one, is not shown any more.
    virtual void onImageDropped(std::uint64_t texture) = 0;
    /// Takes the place of what the image at this address lacked before.
    virtual void onTilesNeeded(std::string_view url, std::span<const TileWish> tiles) = 0;
    /// Writes all pixels of an image in tiles: red, green, blue and alpha, row by row from the top.
    /// False if they are not there.
    virtual bool onPixelsNeeded(std::string_view url, std::span<std::uint8_t> rgba) = 0;
    virtual void onSemantics(const Semantics& semantics) = 0;
    virtual void onFocusNeeded(std::uint32_t id, bool isVisible) = 0;
    virtual void onInsertion(const Insertion& insertion) = 0;
    virtual void onCursor(Cursor cursor) = 0;
    virtual void onNoticeAction() = 0;
    /// An object tag shows the text at this address.
    virtual void onTextNeeded(std::string_view url) = 0;
    /// This is to be read and cleaned; it is known by the number from then on.
    virtual void onMarkupNeeded(std::uint32_t number, const Markup& markup) = 0;
    /// A Taxonomy shows the items at this address, those within the item of that path.
    virtual void onItemsNeeded(const editor::FetchedItems::Place& place) = 0;
    // Of the texts that the page lays over the canvas (text_messages.h), by their widgets.
    virtual void onTextShown(std::uint32_t widget, const ShownText& text) = 0;
    virtual void onTextSpans(std::uint32_t widget, const TextSpans& spans) = 0;
    /// All that are shown.
    virtual void onTextRelations(std::uint32_t widget, std::span<const TextRelation> relations) = 0;
    virtual void onTextState(std::uint32_t widget, const TextState& state) = 0;
    /// After each frame.
    virtual void onTextPlaces(std::span<const TextPlace> places, const Covers& covers) = 0;
};

} // namespace cartouche::ui
