#pragma once

#include <cstdint>
#include <initializer_list>

namespace cartouche::render {

/// The parts of a shader's source, one after another; the first starts with the version.
using ShaderSource = std::initializer_list<const char*>;

/// A new program of these two shaders. Whether they compile is not asked: a fault in them would be
/// ours, and the answer is waited for until the browser has compiled them.
std::uint32_t linkProgram(ShaderSource vertexShader, ShaderSource fragmentShader);

} // namespace cartouche::render
