#include "render/program.h"

#include <GLES3/gl3.h>

namespace cartouche::render {

namespace {

void attachShader(GLuint program, GLenum kind, ShaderSource source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, static_cast<GLsizei>(source.size()), source.begin(), nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
    glDeleteShader(shader); // once the program lets go of it
}

} // namespace

std::uint32_t linkProgram(ShaderSource vertexShader, ShaderSource fragmentShader) {
    const GLuint program = glCreateProgram();
    attachShader(program, GL_VERTEX_SHADER, vertexShader);
    attachShader(program, GL_FRAGMENT_SHADER, fragmentShader);
    glLinkProgram(program);
    return program;
}

} // namespace cartouche::render
