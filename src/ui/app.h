#pragma once

#include "core/json/json.h"
#include "editor/editor.h"
#include "ui/answer_trees.h"
#include "ui/app_listener.h"
#include "ui/context.h"
#include "ui/fonts.h"
#include "ui/frame_damage.h"
#include "ui/frame_renderer.h"
#include "ui/image_store.h"
#include "ui/region_layers.h"
#include "ui/right_to_left.h"
#include "ui/semantics.h"
#include "ui/side_panel_state.h"
#include "ui/text_layers.h"
#include "ui/theme.h"
#include "ui/view_styles.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace cartouche::ui {

enum class PointerKind { Move, Down, Up, Leave, Cancel };
enum class PointerDevice { Mouse, Touch, Pen };

struct PointerEvent {
    PointerKind kind = PointerKind::Move;
    PointerDevice device = PointerDevice::Mouse;
    float x = 0; // CSS pixels from the canvas's corner
    float y = 0;
    int button = 0;       // as MouseEvent.button
    bool control = false; // or Command
    bool shift = false;
    bool alt = false;
    double pressure = 0.5; // of a pen, 0 to 1; half where nothing measures it
    double timeMs = 0;     // of any clock
};

/// One editor on one canvas: takes input, draws when something changed, and says what it showed.
/// Owns its ImGui context, which it makes current in every call.
class App {
public:
    /// `makeRenderer` is called once, with the App's ImGui context current.
    using RendererFactory = std::unique_ptr<FrameRenderer> (*)();
    /// `makeLayers` may be nullptr: then regions are not drawn.
    using LayersFactory = std::unique_ptr<RegionLayers> (*)();
    App(editor::Services services, AppListener& listener, RendererFactory makeRenderer,
        LayersFactory makeLayers, std::unique_ptr<Typesetter> typesetter = nullptr);
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    ~App();

    void addFont(Weight weight, void* bytes, std::size_t length);
    void resize(float width, float height, float pixelRatio);
    void setTheme(ThemeName theme);
    /// What the interface says, and which way it is read (core/language/locale.h); null: English.
    void setLocale(const json::Json& locale);
    void setNotice(std::optional<Notice> notice);
    /// How many annotations the host lacks, in words; it stays from task to task. Empty: none.
    void setUnsaved(std::string text);

    void load(std::string_view config, const json::CheckedText& task,
              const std::vector<std::string>& interfaces);
    void startAnnotation(const json::CheckedText& results);
    /// The keys that the host wants, from the next load() on.
    void setKeymap(const json::CheckedText& keys);
    /// The same at once; what is wrong with them is reported.
    void changeKeymap(const json::CheckedText& keys);
    /// Whether all can only be looked at.
    void setReadonly(bool isReadonly);
    void setNeighbors(editor::Editor::Neighbors neighbors);
    // Of the annotations of the task, as the editor does it (editor.h); ids in and out.
    bool selectAnnotation(std::string_view id);
    std::string addAnnotation(annotation::Record record);
    std::optional<std::string> copyAnnotation(std::string_view id);
    bool removeAnnotation(std::string_view id);
    void setResults(std::string_view id, const json::CheckedText& results);
    std::string takeJournal(std::span<const std::string> known, std::span<const std::string> renew);
    std::string resume(std::string_view id, annotation::Record record, bool isSubmitted);
    bool markSaved(std::string_view id, std::string key);
    bool markUnsaved(std::string_view id);
    void setGroundTruth(std::string_view id, bool isGroundTruth);
    std::size_t doToRegions(editor::Editor::RegionDeed deed, std::span<const std::string> ids);
    bool updateRegion(std::string_view id, const json::CheckedText& results);
    void setAssist(bool isOn, bool acceptsAll);
    void setSuggestions(const json::CheckedText& results);
    /// Whether private data in texts is marked or masked, from the next frame on.
    void setPrivateData(editor::PrivateData::Mode mode, std::vector<std::string> types);
    /// As readExpressions() has them; those that are wrong are reported, and change nothing.
    void setExpressions(const json::CheckedText& list);
    /// As a key or button does it: some commands ask first, and then are done when the answer
    /// comes.
    bool execute(editor::CommandId command);
    /// For the clipboard; what happened is said in the action bar.
    std::optional<std::string> copyRegions();
    std::size_t pasteRegions(std::string text);
    bool pressKey(const editor::KeyPress& press);
    /// A key pressed while a field has the focus that is no plain typing. True if it puts a text
    /// into the field.
    bool pressTypingKey(const editor::KeyPress& press);
    const editor::Editor& editor() const { return m_editor; }

    /// True if a press is an image's: it then has the pointer until the release, and the page must
    /// not scroll by it.
    bool pointer(const PointerEvent& event);
    /// True if the content scrolls that way, or an image is zoomed (`isZoom`: with Control), and so
    /// the page must not.
    bool wheel(float x, float y, float deltaX, float deltaY, bool isZoom);
    /// Two fingers, now around this place, move and spread (`factor`) the image there: what the
    /// first of them began is taken back. False if no image is there that can be zoomed.
    bool pinch(float x, float y, double deltaX, double deltaY, double factor);
    /// Space is held: images can be dragged by the pointer. False if there is none.
    bool holdSpace(bool isHeld);

    void activate(std::uint32_t widget);
    void focus(std::uint32_t widget, bool isVisible);
    void setText(std::uint32_t widget, std::string text);
    /// A slider or a splitter moves by so many steps, and by a hundred to its end.
    void step(std::uint32_t widget, double by);
    void commitText(std::uint32_t widget);
    /// Draws at once if something was typed since the last frame: what happens next finds it where
    /// it belongs.
    void takeTyped();

    /// How the image at the address `state.url` is coming along.
    void setImage(ImageState state, diagnostics::Code failure);
    /// The small picture of an image that was needed, of this size in pixels; 0: there is none.
    void setThumbnail(std::string_view url, std::uint64_t texture, int width, int height);
    /// A tile that was needed of the image at this address is in its texture.
    void setTile(std::string_view url, std::uint64_t texture);
    /// Items of a Taxonomy, as they stand at their address; nothing: they could not be had, and
    /// why.
    void setFetchedItems(const editor::FetchedItems::Place& place,
                         const std::optional<std::string>& text, std::string problem);
    // Of the texts that the page shows, by their widgets (text_messages.h).

    /// Of a text at an address; nothing: it could not be had, and why.
    void setFetchedText(std::string_view url, const std::optional<std::string>& text,
                        const std::string& problem);
    /// HTML as the page has read and cleaned it, by the number that it was asked for under.
    void setMarkup(std::uint32_t markup, const text::MarkupNode& root);
    void setTextHeight(std::uint32_t widget, float height);
    /// Nothing: nothing is selected any more.
    editor::TextWorkspace::Outcome
    selectText(std::uint32_t widget,
               const std::optional<editor::TextWorkspace::Selection>& selection,
               editor::TextWorkspace::Intent intent);
    /// A click on these regions, the innermost first.
    void pressText(std::uint32_t widget, std::span<const annotation::AreaHandle> regions,
                   bool isToggling);
    /// A click on what is offered takes it over.
    void acceptOffer(annotation::AreaHandle offer);
    /// What of a text is seen without scrolling.
    void setTextInView(std::uint32_t widget, const editor::TextWorkspace::Range& range);
    bool setTextEnds(std::uint32_t widget, annotation::AreaHandle region,
                     const editor::TextWorkspace::Selection& selection);

    /// The GL context is new: everything on it is made again, images are asked for again.
    void contextRestored();

    /// Draws if anything changed since the last frame. True: call again soon.
    bool frame(double nowMs);

    const Semantics& semantics() const { return m_semantics; }
    /// How often the surface was drawn to.
    std::uint64_t frameCount() const { return m_frameCount; }

private:
    struct ContextDeleter {
        void operator()(ImGuiContext* context) const;
    };

    void makeCurrent();
    void touch();
    /// For what shows in one frame.
    void touchOnce();
    void receive(const editor::Event& event);
    bool open(editor::CommandId command);
    bool executeNow(editor::CommandId command);
    bool scrollHistory(float x, float y, float deltaY);
    bool pressKeyInDialog(const editor::KeyPress& press);
    void openDialog();
    void closeDialog();
    void drawDialogs(Context& context);
    void makeStyles();
    std::optional<annotation::AreaHandle>
    candidateAt(const Stage& stage, const editor::ImageWorkspace::Pointer& pointer);
    bool pressCandidate(const Stage& stage, PointerKind kind,
                        const editor::ImageWorkspace::Pointer& pointer);
    const Stage* stageAt(float x, float y) const;
    const Stage* stageOf(const editor::ImageWorkspace* image) const;
    bool pointerOnStage(const PointerEvent& event);
    void openSideTab(SideTab tab);
    bool executeOnScreen(editor::CommandId command);
    bool pressCommandKey(const editor::KeyPress& press);
    bool pressKeyInComparison(const editor::KeyPress& press);
    bool toggleComparison();
    void forgetComparison();
    void countClick(const PointerEvent& event);
    editor::ImageWorkspace::Pointer pointerOn(const Stage& stage, const PointerEvent& event) const;
    geometry::Point placeOn(const Stage& stage, float x, float y) const;
    editor::KeyPress turned(const editor::KeyPress& press) const;
    void readPixelsForTools();
    bool pressPanelKey(const editor::KeyPress& press);
    bool scroll(float x, float y, ImVec2 by);
    bool scroll(ScrollArea& area, ImVec2 by);
    void requestImages();
    void requestImage(const editor::ImageWorkspace& image, int item);
    void requestImage(const std::string& address, int page);
    void dropFarImages();
    bool awaitsShown() const;
    void requestThumbnails();
    void requestTiles();
    void requestTexts();
    void requestItems();
    void requestMarkups();
    void dropTiles(std::string_view url);
    std::optional<geometry::Picture> readPixels(std::string_view address) const;
    std::optional<geometry::Picture> readPixelsInTiles(const ImageState& image) const;
    void build(Wishes& wishes);
    void turnOver();
    void layOut(Context& context);
    void settleFrame(const Wishes& wishes);
    bool hasImage(ImageState::Stage stage) const;
    bool awaitsImages(double nowMs);
    bool paint();

    std::unique_ptr<ImGuiContext, ContextDeleter> m_context;
    AppListener& m_listener;
    std::unique_ptr<FrameRenderer> m_renderer;
    std::unique_ptr<RegionLayers> m_layers;
    editor::Editor m_editor;
    std::optional<editor::RegionStyles> m_styles; // of the config
    std::optional<editor::RegionStyles> m_faintStyles;
    std::optional<ViewStyles> m_viewStyles;      // the same
    std::vector<Stage> m_stages;                 // of the last frame
    editor::ImageWorkspace* m_pointed = nullptr; // the image that was pressed, or hovered
    bool m_isPressed = false;                    // and it has the pointer
    bool m_isGripHeld = false;                   // a finger drags a card
    Turning m_turning;
    Fonts m_fonts;
    ImageStore m_images;
    Thumbnails m_thumbnails;
    Semantics m_semantics;
    Requests m_requests;
    std::optional<Notice> m_notice;
    std::string m_unsaved;
    Workbench m_workbench;
    std::optional<annotation::AreaHandle> m_pressedCandidate;
    const editor::Entry* m_shownEntry = nullptr;
    std::vector<ScrollArea> m_scrollAreas; // of the last frame
    std::vector<TypingKey> m_typingKeys;   // the same
    std::vector<std::string> m_pictures;   // the same
    std::vector<TextPlace> m_textPlaces;   // the same
    Covers m_covers;                       // the same
    TextLayers m_textLayers;
    std::set<std::string, std::less<>> m_requestedTexts; // by their addresses
    std::vector<Markup> m_markups;                       // what the page reads, or has read
    SidePanelState m_sidePanel{m_editor.regions()};
    AnswerTrees m_answerTrees;
    TableGrids m_tableGrids;
    RankBoard m_rankBoard;
    ThemeName m_theme = ThemeName::Light;
    Cursor m_cursor = Cursor::Default;
    PointerEvent m_lastDown;
    int m_clickCount = 0; // of the press that was last
    std::uint32_t m_focusedId = 0;
    std::uint32_t m_focusBack = 0; // gets the focus with the next frame
    bool m_isFocusVisible = false;
    int m_framesToSettle = 0;
    double m_lastFrameMs = 0;
    bool m_isAwaiting = false; // images of a new task: the surface still shows the last one
    std::optional<double> m_awaitingSinceMs;
    FrameDamage m_damage; // between what the surface shows and the next frame
    std::uint64_t m_frameCount = 0;
};

} // namespace cartouche::ui
