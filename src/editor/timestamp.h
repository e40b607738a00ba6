#pragma once

#include <string>

namespace cartouche::editor {

/// A moment (milliseconds since 1970) as ISO 8601 in UTC: 2026-11-24T10:49:19.250Z.
std::string writeTime(double ms);

} // namespace cartouche::editor
