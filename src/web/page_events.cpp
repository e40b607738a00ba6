#include "web/page_events.h"

#include "web/page.h"
#include "web/semantics_json.h"
#include "web/text_json.h"

#include <array>
#include <format>
#include <utility>

namespace cartouche::web {

namespace {

/// In the order of editor::Event::Kind.
constexpr std::array<std::string_view, 16> kEditorEvents{
    "change",      "submit",   "update",       "error",  "annotations", "deleteAnnotation",
    "groundTruth", "prompt",   "expressions",  "skip",   "cancelSkip",  "accept",
    "reject",      "nextTask", "previousTask", "regions"};

/// In the order of ui::Cursor.
constexpr std::array<std::string_view, 9> kCursors{"default",   "pointer",     "text",
                                                   "crosshair", "move",        "grab",
                                                   "grabbing",  "nwse-resize", "ew-resize"};

} // namespace

void PageEvents::sendText(std::string_view event, std::string_view detail) {
    sendToPage(std::format("{{\"event\":\"{}\",\"detail\":{}}}", event, detail));
}

void PageEvents::send(std::string_view event, const json::Json& detail) {
    sendText(event, json::writeJson(detail));
}

void PageEvents::onEditorEvent(const editor::Event& event) {
    sendText(kEditorEvents[static_cast<std::size_t>(event.kind)], event.detail);
}

void PageEvents::onImageNeeded(std::string_view url, int page) {
    send("imageNeeded", {{"url", url}, {"page", page}});
}

void PageEvents::onThumbnailsNeeded(std::span<const std::string> urls) {
    send("thumbnailsNeeded", {{"urls", std::vector<std::string>(urls.begin(), urls.end())}});
}

void PageEvents::onImageDropped(std::uint64_t texture) {
    m_textures.drop(static_cast<std::uint32_t>(texture));
}

void PageEvents::onTilesNeeded(std::string_view url, std::span<const ui::TileWish> tiles) {
    json::Json list = json::Json::array();
    for (const ui::TileWish& tile : tiles) {
        list.push_back({{"texture", tile.texture},
                        {"left", tile.held.left},
                        {"top", tile.held.top},
                        {"width", tile.held.width()},
                        {"height", tile.held.height()},
                        {"widthPx", tile.texels.width},
                        {"heightPx", tile.texels.height}});
    }
    send("tilesNeeded", {{"url", url}, {"tiles", std::move(list)}});
}

bool PageEvents::onPixelsNeeded(std::string_view url, std::span<std::uint8_t> rgba) {
    return readPixelsFromPage(std::string(url), rgba);
}

void PageEvents::onSemantics(const ui::Semantics& semantics) {
    std::string text = writeSemantics(semantics);
    if (text != m_lastSemantics) {
        m_lastSemantics = std::move(text);
        sendText("semantics", std::format("{{\"nodes\":{}}}", m_lastSemantics));
    }
}

void PageEvents::onFocusNeeded(std::uint32_t id, bool isVisible) {
    send("focusNeeded", {{"id", id}, {"visible", isVisible}});
}

void PageEvents::onInsertion(const ui::Insertion& insertion) {
    send("insertion", {{"id", insertion.field}, {"text", insertion.text}});
}

void PageEvents::onCursor(ui::Cursor cursor) {
    send("cursor", {{"cursor", kCursors[static_cast<std::size_t>(cursor)]}});
}

void PageEvents::onNoticeAction() {
    send("noticeAction", json::Json::object());
}

void PageEvents::onTextNeeded(std::string_view url) {
    send("textNeeded", {{"url", url}});
}

void PageEvents::onItemsNeeded(const editor::FetchedItems::Place& place) {
    send("itemsNeeded", {{"url", place.address}, {"path", place.path}});
}

void PageEvents::onMarkupNeeded(std::uint32_t number, const ui::Markup& markup) {
    send("markupNeeded",
         {{"markup", number}, {"source", markup.source}, {"isMarkdown", markup.isMarkdown}});
}

void PageEvents::onTextShown(std::uint32_t widget, const ui::ShownText& text) {
    send("textShown", writeShownText(widget, text));
}

void PageEvents::onTextSpans(std::uint32_t widget, const ui::TextSpans& spans) {
    sendText("textSpans", json::writeJson(writeTextSpans(widget, spans)));
}

void PageEvents::onTextRelations(std::uint32_t widget,
                                 std::span<const ui::TextRelation> relations) {
    send("textRelations", writeTextRelations(widget, relations));
}

void PageEvents::onTextState(std::uint32_t widget, const ui::TextState& state) {
    send("textState", writeTextState(widget, state));
}

void PageEvents::onTextPlaces(std::span<const ui::TextPlace> places, const ui::Covers& covers) {
    if (places.empty() && m_lastPlaces.empty()) {
        return; // there never was a text
    }
    std::string text = json::writeJson(writeTextPlaces(places, covers));
    if (text != m_lastPlaces) {
        m_lastPlaces = std::move(text);
        sendText("textPlaces", m_lastPlaces);
    }
}

} // namespace cartouche::web
