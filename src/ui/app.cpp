#include "ui/app.h"

#include "editor/validation.h"
#include "ui/frame_hash.h"
#include "ui/panels/panels.h"
#include "ui/views/undrawn_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

namespace cartouche::ui {

namespace {

/// A change shows in the frame after it: ImGui finds what is hovered from the frame before.
constexpr int kFramesToSettle = 2;

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

ImGuiMouseSource sourceOf(PointerDevice device) {
    return device == PointerDevice::Touch ? ImGuiMouseSource_TouchScreen
           : device == PointerDevice::Pen ? ImGuiMouseSource_Pen
                                          : ImGuiMouseSource_Mouse;
}

} // namespace

void App::ContextDeleter::operator()(ImGuiContext* context) const {
    ImGui::DestroyContext(context);
}

App::App(editor::Services services, AppListener& listener, RendererFactory makeRenderer,
         LayersFactory makeLayers)
    : m_context(ImGui::CreateContext()), m_listener(listener),
      m_editor(std::move(services),
               [this](const editor::Event& event) { m_listener.onEditorEvent(event); }) {
    makeCurrent();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {1, 1};
    io.ConfigErrorRecoveryEnableTooltip = false;
    m_context->TestEngineHookItems = true;
    applyStyle(paletteOf(m_theme));
    m_renderer = makeRenderer();
    m_layers = makeLayers == nullptr ? nullptr : makeLayers();
    m_styles.emplace(m_editor.interface());
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

void App::addFont(Weight weight, void* bytes, std::size_t length) {
    touch();
    m_fonts.add(weight, bytes, length);
}

void App::resize(float width, float height, float pixelRatio) {
    touch();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(width, 1.0F), std::max(height, 1.0F)};
    io.DisplayFramebufferScale = {pixelRatio, pixelRatio};
    m_lastPicture = 0;
}

void App::setTheme(ThemeName theme) {
    touch();
    m_theme = theme;
    applyStyle(paletteOf(theme));
    m_lastPicture = 0;
}

void App::setNotice(std::optional<Notice> notice) {
    touch();
    m_notice = std::move(notice);
}

void App::load(std::string_view config, const json::CheckedText& task,
               const std::vector<std::string>& interfaces) {
    touch();
    m_images.clear();
    m_notice.reset();
    m_stages.clear();
    m_pointed = nullptr;
    m_isPressed = false;
    if (m_layers) {
        m_layers->clear();
    }
    m_editor.load(config, task, interfaces);
    m_styles.emplace(m_editor.interface());
    for (diagnostics::Diagnostic& undrawn : findUndrawn(m_editor.interface())) {
        m_editor.report(std::move(undrawn));
    }
    requestImages();
}

void App::startAnnotation(const json::CheckedText& results) {
    touch();
    m_editor.startAnnotation(results);
}

bool App::execute(editor::CommandId command) {
    touch();
    const bool done = m_editor.execute(command);
    if (!done && command == editor::CommandId::Submit) {
        const auto& problems = m_editor.diagnostics();
        const auto refusal = std::ranges::find_if(problems, editor::isRefusal);
        if (refusal != problems.end()) {
            m_requests.attention = refusal->where;
        }
    }
    return done;
}

bool App::pressKey(const editor::KeyPress& press) {
    touch();
    editor::ImageWorkspace* image = m_editor.activeImage();
    if (image != nullptr && image->pressKey(press, m_editor.platform())) {
        return true;
    }
    for (const editor::Command& command : editor::commandTable()) {
        if (editor::matchesHotkey(command.hotkey, press, m_editor.platform())) {
            // What cannot be done now leaves its key to labels and choices, and to the page.
            if (command.id <= editor::CommandId::Reset || m_editor.canExecute(command.id)) {
                execute(command.id);
                return true;
            }
        }
    }
    if (m_editor.pressKey(press)) {
        return true;
    }
    for (const editor::ImageToolRow& row : editor::imageTools()) {
        if (image != nullptr && image->canDraw() &&
            std::ranges::contains(image->tools(), row.tool) &&
            editor::matchesHotkey(row.hotkey, press, m_editor.platform())) {
            image->selectTool(row.tool);
            return true;
        }
    }
    return false;
}

bool App::holdSpace(bool isHeld) {
    touch();
    for (const Stage& stage : m_stages) {
        stage.image->holdSpace(isHeld);
    }
    return !m_stages.empty();
}

const Stage* App::stageAt(float x, float y) const {
    const auto found = std::ranges::find_if(m_stages, [x, y](const Stage& stage) {
        return x >= stage.visible.left && x < stage.visible.right() && y >= stage.visible.top &&
               y < stage.visible.bottom();
    });
    return found == m_stages.end() ? nullptr : &*found;
}

const Stage* App::stageOf(const editor::ImageWorkspace* image) const {
    const auto found = std::ranges::find(m_stages, image, &Stage::image);
    return found == m_stages.end() ? nullptr : &*found;
}

/// Events on images go to their workspaces at once, each by itself: a stroke needs them all.
bool App::pointerOnStage(const PointerEvent& event) {
    const Stage* stage = m_isPressed ? stageOf(m_pointed) : stageAt(event.x, event.y);
    const bool isLeaving = event.kind == PointerKind::Leave || event.kind == PointerKind::Cancel;
    if (m_pointed != nullptr && (stage == nullptr || stage->image != m_pointed || isLeaving)) {
        m_pointed->leave();
    }
    if (stage == nullptr || (isLeaving && !m_isPressed)) {
        m_isPressed = false;
        return false;
    }
    m_pointed = stage->image;
    const editor::ImageWorkspace::Pointer pointer{
        .at = {static_cast<double>(event.x - stage->box.left),
               static_cast<double>(event.y - stage->box.top)},
        .button = event.button,
        .control = event.control,
        .shift = event.shift,
        .alt = event.alt,
        .isTouch = event.device == PointerDevice::Touch,
        .timeMs = event.timeMs};
    switch (event.kind) {
    case PointerKind::Down:
        m_isPressed = true;
        m_editor.setActiveImage(stage->image);
        stage->image->press(pointer);
        m_listener.onFocusNeeded(stage->widget, false);
        break;
    case PointerKind::Up:
        stage->image->release(pointer);
        m_isPressed = false;
        break;
    case PointerKind::Cancel:
        stage->image->cancel();
        m_isPressed = false;
        break;
    case PointerKind::Leave:
        break;
    case PointerKind::Move:
        stage->image->move(pointer);
        break;
    }
    return m_isPressed;
}

bool App::pointer(const PointerEvent& event) {
    touch();
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, event.control);
    io.AddKeyEvent(ImGuiMod_Shift, event.shift);
    const bool wasPressed = m_isPressed;
    const bool isStages = pointerOnStage(event);
    if (wasPressed || isStages) {
        io.AddMousePosEvent(event.x, event.y);
        return true;
    }
    io.AddMouseSourceEvent(sourceOf(event.device));
    if (event.kind != PointerKind::Leave) {
        io.AddMousePosEvent(event.x, event.y);
    }
    if (event.kind == PointerKind::Down || event.kind == PointerKind::Up) {
        io.AddMouseButtonEvent(std::clamp(event.button, 0, ImGuiMouseButton_COUNT - 1),
                               event.kind == PointerKind::Down);
    }
    if (event.kind == PointerKind::Cancel) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(0, false);
    }
    // A finger that was lifted hovers over nothing.
    const bool isLifted = event.kind == PointerKind::Up && event.device == PointerDevice::Touch;
    if (event.kind == PointerKind::Leave || isLifted) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
    return false;
}

bool App::wheel(float x, float y, float deltaX, float deltaY, bool isZoom) {
    const Stage* stage = stageAt(x, y);
    if (stage != nullptr && isZoom && stage->image->tag().text("zoom") != "false") {
        constexpr double kPerPixel = 0.0022;
        touch();
        stage->image->viewport().zoomBy(
            std::exp(-kPerPixel * static_cast<double>(deltaY)),
            {static_cast<double>(x - stage->box.left), static_cast<double>(y - stage->box.top)});
        return true;
    }
    if (stage != nullptr && !isZoom && !stage->image->viewport().isFitted()) {
        touch();
        stage->image->viewport().panBy(-static_cast<double>(deltaX), -static_cast<double>(deltaY));
        return true;
    }
    if (isZoom) {
        return false;
    }
    const ImRect content(m_scroll.box.min(), m_scroll.box.max());
    const bool hasRoom = deltaY < 0 ? m_scroll.position > 0 : m_scroll.position < m_scroll.end;
    if (deltaY == 0 || !hasRoom || !content.Contains({x, y})) {
        return false;
    }
    touch();
    m_scroll.position = std::clamp(m_scroll.position + deltaY, 0.0F, m_scroll.end);
    if (ImGuiWindow* window = ImGui::FindWindowByID(m_contentWindow)) {
        ImGui::SetScrollY(window, m_scroll.position);
    }
    return true;
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

void App::setImage(std::string_view object, ImageState state, diagnostics::Code failure) {
    touch();
    if (state.stage == ImageState::Stage::Failed) {
        const config::Tag* tag = m_editor.interface().findObject(object);
        const diagnostics::Location where =
            tag == nullptr ? diagnostics::Location{} : tag->where("value");
        m_editor.report({failure, state.problem, where});
    }
    editor::ImageWorkspace* image = m_editor.findImage(object);
    if (image != nullptr && state.stage == ImageState::Stage::Ready) {
        image->setImageSize({static_cast<double>(state.width), static_cast<double>(state.height)});
    }
    m_images.put(std::string(object), std::move(state));
}

void App::contextRestored() {
    touch();
    m_renderer->restore();
    if (m_layers) {
        m_layers->restore();
    }
    m_images.clear();
    m_stages.clear();
    m_lastPicture = 0;
    requestImages();
}

void App::requestImages() {
    for (const config::Tag* tag : m_editor.interface().objects()) {
        if (tag->kind() != config::TagKind::Image) {
            continue;
        }
        const json::Json url = m_editor.resolve(tag->text("value"));
        if (url.is_string() && !url.get_ref<const std::string&>().empty()) {
            m_images.put(std::string(tag->name()), {.url = url.get<std::string>()});
            m_listener.onImageNeeded(tag->name(), url.get_ref<const std::string&>());
        }
    }
}

bool App::frame(double nowMs) {
    makeCurrent();
    if (m_framesToSettle <= 0) {
        return false;
    }
    --m_framesToSettle;
    ImGuiIO& io = ImGui::GetIO();
    const double elapsed = m_lastFrameMs > 0 ? nowMs - m_lastFrameMs : 0;
    io.DeltaTime = static_cast<float>(std::clamp(elapsed / 1000.0, 0.0001, 0.1));
    m_lastFrameMs = nowMs;
    Wishes wishes;
    build(wishes);
    if (paint()) {
        ++m_frameCount;
    }
    settleFrame(wishes);
    return m_framesToSettle > 0;
}

void App::build(Wishes& wishes) {
    observeItems(&m_semantics);
    ImGui::NewFrame();
    m_semantics.begin();
    m_stages.clear();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    Context context{.editor = m_editor,
                    .images = m_images,
                    .palette = paletteOf(m_theme),
                    .painter = Painter(m_fonts),
                    .semantics = m_semantics,
                    .requests = m_requests,
                    .wishes = wishes,
                    .stages = m_stages,
                    .styles = *m_styles,
                    .layers = m_layers.get(),
                    .notice = m_notice,
                    .focusedId = m_focusedId,
                    .isFocusVisible = m_isFocusVisible,
                    .isNarrow = size.x < metrics::kNarrowWidth};
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("editor", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse);
    layOut(context);
    ImGui::End();
    ImGui::Render();
}

void App::layOut(Context& context) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const float bar = hasActionBar(context) ? metrics::kActionBarHeight : 0;
    const float list = regionListWidth(context, size.x);
    const Box content{0, 0, size.x - list, std::max(size.y - bar, 1.0F)};
    const ContentScroll scroll = drawContentPanel(context, content);
    m_contentWindow = scroll.window;
    m_scroll = {content, scroll.position, scroll.end};
    if (list > 0) {
        drawRegionList(context, {content.right(), 0, list, content.height});
    }
    if (bar > 0) {
        drawActionBar(context, {0, content.bottom(), size.x, bar});
    }
}

bool App::paint() {
    ImDrawData& frame = *ImGui::GetDrawData();
    // A layer's texture keeps its name while it shows something else.
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
    const std::uint64_t layers = m_layers ? m_layers->revision() : 0;
    const std::uint64_t picture = hashFrame(frame) ^ (layers * kOdd);
    if (picture == m_lastPicture) {
        return false;
    }
    m_renderer->render(frame, paletteOf(m_theme).surface);
    m_lastPicture = picture;
    return true;
}

void App::settleFrame(const Wishes& wishes) {
    if (wishes.needsFrame || !m_context->InputEventsQueue.empty()) {
        m_framesToSettle = std::max(m_framesToSettle, 1);
    }
    // What was asked of a widget that is not there must not wait for another one with its id.
    m_requests = Requests{.revealed = m_requests.revealed, .attention = m_requests.attention};
    m_listener.onSemantics(m_semantics);
    if (wishes.cursor != m_cursor) {
        m_cursor = wishes.cursor;
        m_listener.onCursor(m_cursor);
    }
    if (wishes.focused != 0) {
        m_listener.onFocusNeeded(wishes.focused, m_context->IO.MouseDown[0] == false);
    }
    if (wishes.isNoticeActionPressed) {
        m_listener.onNoticeAction();
    }
    if (wishes.command) {
        execute(*wishes.command);
    }
}

} // namespace cartouche::ui
