#pragma once

#include "core/language/message.h"

#include <span>
#include <string_view>

namespace cartouche::editor {

/// What one type of private data (privacy::recognizedTypes) is called in the interface.
struct PrivateType {
    std::string_view type;
    language::Key name;
};

std::span<const PrivateType> privateTypes();

} // namespace cartouche::editor
