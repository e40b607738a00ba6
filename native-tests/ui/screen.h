#pragma once

#include "ui/app.h"

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::tests {

/// Everything the page would have been told.
class RecordingListener final : public ui::AppListener {
public:
    void onEditorEvent(const editor::Event& event) override { events.push_back(event); }
    void onImageNeeded(std::string_view url, int page) override {
        images.emplace_back(url);
        pages.push_back(page);
    }
    void onThumbnailsNeeded(std::span<const std::string> urls) override {
        thumbnails.assign(urls.begin(), urls.end());
    }
    void onImageDropped(std::uint64_t texture) override { dropped.push_back(texture); }
    void onTilesNeeded(std::string_view, std::span<const ui::TileWish>) override {}
    bool onPixelsNeeded(std::string_view, std::span<std::uint8_t>) override { return false; }
    void onSemantics(const ui::Semantics&) override {}
    void onFocusNeeded(std::uint32_t id, bool) override { focused = id; }
    void onInsertion(const ui::Insertion& wanted) override { insertions.push_back(wanted); }
    void onCursor(ui::Cursor changed) override { cursor = changed; }
    void onNoticeAction() override { ++noticeActions; }
    void onTextNeeded(std::string_view url) override { neededTexts.emplace_back(url); }
    void onItemsNeeded(const editor::FetchedItems::Place& place) override {
        neededItems.push_back(place);
    }
    void onMarkupNeeded(std::uint32_t, const ui::Markup& markup) override {
        neededMarkups.push_back(markup.source);
    }
    void onTextShown(std::uint32_t widget, const ui::ShownText& text) override {
        textWidget = widget;
        shownText = text.mask != nullptr      ? text.mask->masked()
                    : text.content == nullptr ? ""
                                              : text.content->text();
    }
    void onTextSpans(std::uint32_t, const ui::TextSpans& told) override {
        (told.kind == ui::TextSpans::Kind::Region    ? spans
         : told.kind == ui::TextSpans::Kind::Private ? privateSpans
                                                     : otherSpans) = told;
    }
    void onTextState(std::uint32_t, const ui::TextState& told) override { textState = told; }
    void onTextRelations(std::uint32_t, std::span<const ui::TextRelation> told) override {
        textRelations.assign(told.begin(), told.end());
    }
    void onTextPlaces(std::span<const ui::TextPlace> places, const ui::Covers& told) override {
        textCount = places.size();
        covers = told;
    }

    std::vector<editor::Event> events;
    std::vector<std::string> images;
    std::vector<int> pages;              // of each of them
    std::vector<std::string> thumbnails; // that are needed now
    std::vector<std::uint64_t> dropped;  // textures
    std::uint32_t focused = 0;
    ui::Cursor cursor = ui::Cursor::Default;
    std::vector<ui::Insertion> insertions;
    int noticeActions = 0;
    std::vector<std::string> neededTexts;
    std::vector<std::string> neededMarkups;
    std::vector<editor::FetchedItems::Place> neededItems;
    std::uint32_t textWidget = 0;
    std::string shownText;
    ui::TextSpans spans; // as they were told last
    ui::TextSpans otherSpans;
    ui::TextSpans privateSpans;
    ui::TextState textState;
    std::vector<ui::TextRelation> textRelations;
    std::size_t textCount = 0;
    ui::Covers covers;
};

/// An editor on a surface that shows nothing, used as a labeler would: widgets are found by role
/// and name in the accessibility tree and clicked where they stand.
class Screen {
public:
    explicit Screen(std::string_view config, std::string_view task = "{\"data\":{}}");

    /// Makes the surface 1000 x 700, and gives the image at this address a picture of 200 x 100.
    void showImage(std::string_view url = "a.png");
    /// Draws until nothing wants to be drawn any more.
    void settle();
    const ui::SemanticsNode* find(std::string_view role, std::string_view name) const;
    void click(std::string_view role, std::string_view name);
    void tap(std::string_view role, std::string_view name);
    bool press(std::string_view key, bool control = false, bool shift = false);
    /// The stored answers of the first result, or nothing.
    std::vector<std::string> answers() const;

    RecordingListener listener;
    ui::App app;
    double nowMs = 1000;

private:
    void clickAt(const ui::SemanticsNode& node, ui::PointerDevice device);
};

} // namespace cartouche::tests
