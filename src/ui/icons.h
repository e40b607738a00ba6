#pragma once

#include "ui/draw.h"

namespace cartouche::ui {

enum class Icon {
    Undo,
    Redo,
    Reset,
    Check,
    Alert,
    Search,
    Picture,
    Close,
    Arrow,
    Hand,
    Rectangle,
    Ellipse,
    Polygon,
    KeyPoint,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    Eye,
    EyeClosed,
    Lock,
    LockOpen,
    Trash,
    Brush,
    Eraser,
    Link,
    ArrowRight,
    ArrowLeft,
    ArrowBoth,
    TurnedRectangle,
    Vector,
    Bitmask,
    MagicWand,
    Person,
    Sparkle,
    Star,
    Copy,
    Plus,
    Clock,
    ArrowUp,
    ArrowDown,
    List,
    Front,
    Back,
    Columns,
    Text,
    TurnLeft,
    TurnRight,
    SelectSeveral,
    RemovePoint,
    InsertPoint,
    BendPoint,
    OpenPath,
    Pressure,
};

/// Draws an icon of `size` CSS pixels with lines, so that it is sharp at every pixel ratio.
void drawIcon(Icon icon, ImVec2 center, float size, Color color);

} // namespace cartouche::ui
