// Commands on the image that was worked on last.

#include "core/json/numbers.h"
#include "editor/editor.h"

#include <optional>

namespace cartouche::editor {

namespace {

/// `zoomBy`, if the config has one that zooms.
double zoomStepOf(const config::Tag& image) {
    constexpr double kUsual = 1.25;
    const auto step =
        image.hasAttribute("zoomBy") ? json::parseNumber(image.text("zoomBy")) : std::nullopt;
    return step && *step > 1 ? *step : kUsual;
}

/// What the command does to the points that are chosen; nothing: it is about something else.
std::optional<PointEdit> pointEditOf(CommandId id) {
    switch (id) {
    case CommandId::RemovePoint:
        return PointEdit::Remove;
    case CommandId::InsertPoint:
        return PointEdit::Insert;
    case CommandId::BendPoint:
        return PointEdit::Bend;
    case CommandId::OpenPath:
        return PointEdit::Open;
    default:
        return std::nullopt;
    }
}

} // namespace

bool Editor::canExecuteOnImage(CommandId id, const ImageWorkspace& image) {
    switch (id) {
    case CommandId::PreviousImage:
        return image.item() > 0;
    case CommandId::NextImage:
        return image.item() + 1 < image.itemCount();
    case CommandId::GrowBrush:
    case CommandId::ShrinkBrush:
    case CommandId::TogglePressure:
        return image.hasBrush();
    default:
        break;
    }
    const auto edit = pointEditOf(id);
    return edit ? image.canEditPoints(*edit) : image.hasImage();
}

bool Editor::executeOnImage(CommandId id) {
    ImageWorkspace* image = activeImage();
    if (image == nullptr) {
        return false;
    }
    const double zoomStep = zoomStepOf(image->tag());
    Viewport& view = image->viewport();
    switch (id) {
    case CommandId::PreviousImage:
        showItem(*image, image->item() - 1);
        return true;
    case CommandId::NextImage:
        showItem(*image, image->item() + 1);
        return true;
    case CommandId::ZoomIn:
        view.zoomBy(zoomStep, view.center());
        return true;
    case CommandId::ZoomOut:
        view.zoomBy(1 / zoomStep, view.center());
        return true;
    case CommandId::ZoomToFit:
        view.fit();
        return true;
    case CommandId::ZoomToActual:
        view.zoomTo(1, view.center());
        return true;
    case CommandId::TurnLeft:
        view.turn(-1);
        return true;
    case CommandId::TurnRight:
        view.turn(1);
        return true;
    case CommandId::GrowBrush:
        image->stepBrushSize(1);
        return true;
    case CommandId::ShrinkBrush:
        image->stepBrushSize(-1);
        return true;
    case CommandId::TogglePressure:
        image->togglePressureSized();
        return true;
    default:
        break;
    }
    const auto edit = pointEditOf(id);
    if (edit) {
        image->editPoints(*edit);
    }
    return edit.has_value();
}

} // namespace cartouche::editor
