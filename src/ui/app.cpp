#include "ui/app.h"

#include "core/language/locale.h"
#include "editor/validation.h"
#include "ui/panels/panels.h"
#include "ui/views/undrawn_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

/// A change shows in the frame after it: ImGui finds what is hovered from the frame before.
constexpr int kFramesToSettle = 2;
/// So long the last task stays in sight while the images of the next one come: most come sooner,
/// and the frame without them would only flicker, and delay the one with them.
constexpr double kAwaitingMs = 100;

void applyStyle(const Palette& palette) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 12;
    style.ScrollbarRounding = 6;
    style.CurveTessellationTol = 0.4F;
    style.CircleTessellationMaxError = 0.15F;
    const auto set = [&style](ImGuiCol_ item, Color color) {
        style.Colors[item] = ImGui::ColorConvertU32ToFloat4(color);
    };
    set(ImGuiCol_WindowBg, palette.surface);
    set(ImGuiCol_ScrollbarBg, palette.surface);
    set(ImGuiCol_ScrollbarGrab, palette.border);
    set(ImGuiCol_ScrollbarGrabHovered, palette.controlBorder);
    set(ImGuiCol_ScrollbarGrabActive, palette.textMuted);
}

} // namespace

void App::ContextDeleter::operator()(ImGuiContext* context) const {
    ImGui::DestroyContext(context);
}

App::App(editor::Services services, AppListener& listener, RendererFactory makeRenderer,
         LayersFactory makeLayers, std::unique_ptr<Typesetter> typesetter)
    : m_context(ImGui::CreateContext()), m_listener(listener),
      m_editor(std::move(services), [this](const editor::Event& event) { receive(event); }),
      m_fonts(std::move(typesetter)) {
    makeCurrent();
    ImGuiIO& io = ImGui::GetIO();
    io.UserData = &m_turning;
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {1, 1};
    io.ConfigErrorRecoveryEnableTooltip = false;
    m_context->TestEngineHookItems = true;
    applyStyle(paletteOf(m_theme));
    m_renderer = makeRenderer();
    m_layers = makeLayers == nullptr ? nullptr : makeLayers();
    makeStyles();
}

App::~App() {
    makeCurrent();
    observeItems(nullptr);
    m_renderer.reset();
}

void App::makeCurrent() {
    ImGui::SetCurrentContext(m_context.get());
}

void App::touch() {
    makeCurrent();
    m_framesToSettle = kFramesToSettle;
}

void App::touchOnce() {
    makeCurrent();
    m_framesToSettle = std::max(m_framesToSettle, 1);
}

void App::addFont(Weight weight, void* bytes, std::size_t length) {
    touch();
    m_fonts.add(weight, bytes, length);
}

void App::resize(float width, float height, float pixelRatio) {
    touch();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(width, 1.0F), std::max(height, 1.0F)};
    io.DisplayFramebufferScale = {pixelRatio, pixelRatio};
    m_damage.reset();
    m_isAwaiting = false; // the surface is empty
}

void App::setTheme(ThemeName theme) {
    touch();
    m_theme = theme;
    applyStyle(paletteOf(theme));
    m_damage.reset();
}

void App::setLocale(const json::Json& wanted) {
    touch();
    diagnostics::Diagnostics problems;
    language::Locale locale =
        wanted.is_null() ? language::Locale() : language::Locale::read(wanted, problems);
    for (diagnostics::Diagnostic& problem : problems) {
        m_editor.report(std::move(problem));
    }
    m_turning.set(locale.direction() == language::Direction::RightToLeft);
    language::speak(std::move(locale));
}

void App::setNotice(std::optional<Notice> notice) {
    touch();
    m_notice = std::move(notice);
}

void App::setUnsaved(std::string text) {
    touch();
    m_unsaved = std::move(text);
}

void App::load(std::string_view config, const json::CheckedText& task,
               const std::vector<std::string>& interfaces) {
    touch();
    m_isAwaiting = hasImage(ImageState::Stage::Ready); // which is in sight
    m_awaitingSinceMs.reset();
    m_images.clear();
    m_thumbnails.clear();
    m_notice.reset();
    m_stages.clear();
    m_pointed = nullptr;
    m_isPressed = false;
    m_requests = {}; // of widgets of the last task
    if (m_layers) {
        m_layers->clear();
    }
    m_workbench = {};
    m_textPlaces.clear();
    m_textLayers.restart();
    m_requestedTexts.clear();
    m_markups.clear();
    m_answerTrees.clear();
    m_tableGrids.clear();
    m_rankBoard = {};
    m_editor.load(config, task, interfaces);
    m_sidePanel.restart(m_editor.regions());
    makeStyles();
    readPixelsForTools();
    for (diagnostics::Diagnostic& undrawn : findUndrawn(m_editor.interface())) {
        m_editor.report(std::move(undrawn));
    }
    requestImages();
    requestTexts();
    requestItems();
}

/// What belongs to the annotation that was shown before goes.
void App::receive(const editor::Event& event) {
    if (event.kind == editor::Event::Kind::Comparison) {
        forgetComparison();
        return;
    }
    const bool isAboutEntries = event.kind == editor::Event::Kind::Annotations;
    if (isAboutEntries && &m_editor.current() != m_shownEntry) {
        m_shownEntry = &m_editor.current();
        m_workbench.typedComment.clear();
        if (m_workbench.comment) { // it was about the other one
            closeDialog();
        }
        m_stages.clear();
        m_textPlaces.clear();
        m_pointed = nullptr;
        m_isPressed = false;
        m_sidePanel.restart(m_editor.regions());
        readPixelsForTools();
    }
    m_listener.onEditorEvent(event);
}

bool App::executeNow(editor::CommandId command) {
    const bool done = m_editor.execute(command);
    const bool isChecked =
        command == editor::CommandId::Submit || command == editor::CommandId::Accept;
    if (!done && isChecked) {
        const auto& problems = m_editor.diagnostics();
        const auto refusal = std::ranges::find_if(problems, editor::isRefusal);
        if (refusal != problems.end()) {
            const config::Control* refused = m_editor.refusedControl();
            const bool isKnown = refused != nullptr && refused->tag->where() == refusal->where;
            m_requests.attention =
                isKnown ? attentionFor(*refused->tag) : Attention{refusal->where, ""};
        }
    }
    return done;
}

void App::activate(std::uint32_t widget) {
    touch();
    m_requests.activated = widget;
}

void App::focus(std::uint32_t widget, bool isVisible) {
    touch();
    m_focusedId = widget;
    m_isFocusVisible = isVisible;
    m_requests.revealed = isVisible ? widget : 0;
}

void App::setText(std::uint32_t widget, std::string text) {
    touch();
    m_requests.texts.insert_or_assign(widget, std::move(text));
}

void App::commitText(std::uint32_t widget) {
    touch();
    m_requests.committed = widget;
}

void App::takeTyped() {
    if (!m_requests.texts.empty() || m_requests.committed != 0) {
        frame(m_lastFrameMs);
        frame(m_lastFrameMs); // tells what became of it
    }
}

void App::contextRestored() {
    touch();
    m_renderer->restore();
    if (m_layers) {
        m_layers->restore();
    }
    m_images.clear();
    m_thumbnails.clear();
    m_stages.clear();
    m_damage.reset();
    m_isAwaiting = false;
    requestImages();
}

bool App::frame(double nowMs) {
    makeCurrent();
    const bool isFirst = !m_awaitingSinceMs.has_value();
    const bool wasAwaiting = m_isAwaiting;
    m_isAwaiting = awaitsImages(nowMs);
    if (m_isAwaiting && !isFirst) {
        return true; // the first one told the page what there is
    }
    if (wasAwaiting && !m_isAwaiting) {
        touch();
    }
    if (m_framesToSettle <= 0) {
        return false;
    }
    --m_framesToSettle;
    ImGuiIO& io = ImGui::GetIO();
    const double elapsed = m_lastFrameMs > 0 ? nowMs - m_lastFrameMs : 0;
    io.DeltaTime = static_cast<float>(std::clamp(elapsed / 1000.0, 0.0001, 0.1));
    m_lastFrameMs = nowMs;
    Wishes wishes;
    wishes.focused = std::exchange(m_focusBack, 0);
    build(wishes);
    if (!m_isAwaiting && paint()) {
        ++m_frameCount;
    }
    settleFrame(wishes);
    return m_framesToSettle > 0 || m_isAwaiting;
}

bool App::hasImage(ImageState::Stage stage) const {
    return std::ranges::any_of(m_images.all(),
                               [stage](const auto& image) { return image.second.stage == stage; });
}

/// Texts are the page's: they are there at once, and must not lie over another task's images.
bool App::awaitsImages(double nowMs) {
    if (!m_isAwaiting) {
        return false;
    }
    m_awaitingSinceMs = m_awaitingSinceMs.value_or(nowMs);
    return nowMs - *m_awaitingSinceMs < kAwaitingMs && m_textPlaces.empty() &&
           std::ranges::any_of(
               m_images.all(),
               [](const auto& image) { return image.second.stage == ImageState::Stage::Loading; });
}

void App::build(Wishes& wishes) {
    observeItems(&m_semantics);
    ImGui::NewFrame();
    m_semantics.begin();
    m_stages.clear();
    m_scrollAreas.clear();
    m_typingKeys.clear();
    m_pictures.clear();
    m_thumbnails.beginFrame();
    m_textPlaces.clear();
    m_covers = {};
    if (std::exchange(m_sidePanel.listWidget, 0) == 0) {
        m_sidePanel.drag.reset(); // the list was not there in the last frame
    }
    m_sidePanel.grips.clear();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Context context{.editor = m_editor,
                    .images = m_images,
                    .palette = paletteOf(m_theme),
                    .painter = Painter(m_fonts),
                    .semantics = m_semantics,
                    .requests = m_requests,
                    .wishes = wishes,
                    .workbench = m_workbench,
                    .stages = m_stages,
                    .textPlaces = m_textPlaces,
                    .covers = m_covers,
                    .textLayers = m_textLayers,
                    .scrollAreas = m_scrollAreas,
                    .typingKeys = m_typingKeys,
                    .pictures = m_pictures,
                    .thumbnails = m_thumbnails,
                    .sidePanel = m_sidePanel,
                    .answerTrees = m_answerTrees,
                    .tableGrids = m_tableGrids,
                    .viewStyles = *m_viewStyles,
                    .rankBoard = m_rankBoard,
                    .styles = *m_styles,
                    .faintStyles = *m_faintStyles,
                    .layers = m_layers.get(),
                    .notice = m_notice,
                    .unsaved = m_unsaved,
                    .pointed = m_sidePanel.pointed,
                    .focusedId = m_focusedId,
                    .isFocusVisible = m_isFocusVisible,
                    .isNarrow = size.x < metrics::kNarrowWidth,
                    .isForShow = false,
                    .clickCount = m_clickCount};
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    // The renderer's ground shows through.
    ImGui::Begin("editor", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    layOut(context);
    ImGui::End();
    drawDialogs(context);
    m_sidePanel.pointed = std::exchange(m_sidePanel.nextPointed, {});
    ImGui::Render();
    turnOver();
    m_fonts.endFrame();
}

/// All that is seen, and told of where it is seen.
void App::turnOver() {
    m_turning.turnOver(*ImGui::GetDrawData());
    m_semantics.turnOver(m_turning);
    for (TextPlace& place : m_textPlaces) {
        place.box = m_turning.across(place.box);
        place.visible = m_turning.across(place.visible);
    }
    for (Box& box : m_covers.boxes) {
        box = m_turning.across(box);
    }
}

void App::layOut(Context& context) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const float bar = actionBarHeight(context);
    const float side = sidePanelWidth(context, size.x);
    const float history = historyListWidth(context, size.x);
    const float tabs = annotationBarHeight(context);
    const float top = tabs + candidateBarHeight(context);
    const Box content{history, top, size.x - side - history, std::max(size.y - bar - top, 1.0F)};
    const bool isCovered = m_sidePanel.isSheetOpen && side == 0 && hasSidePanel(context);
    const bool hasDialog = m_workbench.hasDialog();
    m_sidePanel.isListShown = side > 0 && m_sidePanel.tab == SideTab::Regions;
    m_semantics.setCovered(hasDialog);
    if (tabs > 0) {
        drawAnnotationBar(context, {0, 0, size.x, tabs});
    }
    if (top > tabs) {
        drawCandidateBar(context, {0, tabs, size.x, top - tabs});
    }
    if (history > 0) {
        drawHistoryList(context, {0, top, history, content.height});
    }
    m_semantics.setCovered(isCovered || hasDialog);
    m_editor.comparison() != nullptr ? drawComparePanel(context, content)
                                     : drawContentPanel(context, content);
    m_semantics.setCovered(hasDialog);
    if (isCovered) {
        m_stages.clear();
        m_scrollAreas.clear();
        context.wishes.cursor = Cursor::Default;
        drawSideSheet(context, content);
    } else if (side > 0) {
        m_sidePanel.isSheetOpen = false;
        const Box panel{content.right(), top, side, content.height};
        drawSideSplitter(context, panel);
        drawSidePanel(context, panel);
    }
    if (bar > 0) {
        drawActionBar(context, {0, content.bottom(), size.x, bar});
    }
    m_semantics.setCovered(false);
}

bool App::paint() {
    ImDrawData& frame = *ImGui::GetDrawData();
    const auto damage = m_damage.update(frame, [this](ImTextureID texture) {
        return m_layers ? m_layers->stateOf(texture) : TextureState();
    });
    if (damage.empty()) {
        return false;
    }
    m_renderer->render(frame, paletteOf(m_theme).surface, damage);
    return true;
}

void App::settleFrame(const Wishes& wishes) {
    if (wishes.needsFrame || !m_context->InputEventsQueue.empty()) {
        m_framesToSettle = std::max(m_framesToSettle, 1);
    }
    // What was asked of a widget that is not there must not wait for another one with its id.
    m_requests = Requests{.revealed = m_requests.revealed, .attention = m_requests.attention};
    m_listener.onSemantics(m_semantics);
    m_listener.onTextPlaces(m_textPlaces, m_covers);
    m_textLayers.tell(m_listener, *m_styles, m_textPlaces, m_sidePanel.pointed);
    requestTiles();
    if (wishes.cursor != m_cursor) {
        m_cursor = wishes.cursor;
        m_listener.onCursor(m_cursor);
    }
    if (wishes.focused != 0) {
        m_listener.onFocusNeeded(wishes.focused, m_context->IO.MouseDown[0] == false);
    }
    if (wishes.insertion) {
        m_listener.onInsertion(*wishes.insertion);
    }
    if (wishes.isNoticeActionPressed) {
        m_listener.onNoticeAction();
    }
    if (wishes.focusBack != 0) {
        touch();
        m_focusBack = wishes.focusBack;
    }
    if (wishes.command) {
        execute(*wishes.command);
    }
    if (wishes.confirmed) {
        touch();
        executeNow(*wishes.confirmed);
    }
    if (wishes.change) {
        touch();
        if (const auto* command = std::get_if<editor::CommandId>(&*wishes.change)) {
            execute(*command);
        } else {
            std::get<std::function<void(editor::Editor&)>> (*wishes.change)(m_editor);
        }
    }
    requestImages();
    requestThumbnails();
    requestTexts();
    requestItems();
}

} // namespace cartouche::ui
