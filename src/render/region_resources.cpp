#include "render/region_resources.h"

#include "render/region_shaders.h"

#include <GLES3/gl3.h>

#include <array>
#include <vector>

namespace cartouche::render {

namespace {

using namespace region_attribute;

/// By RegionResources::Program.
constexpr std::array kLinkers{linkUprightRectangles,
                              linkRectangles,
                              linkEllipses,
                              linkLines,
                              linkFills,
                              linkImages,
                              linkMasks};

std::vector<std::uint16_t> quadIndices() {
    constexpr std::array<unsigned, RegionResources::kIndicesPerQuad> kCorners{0, 1, 2, 0, 2, 3};
    std::vector<std::uint16_t> indices;
    indices.reserve(RegionResources::kQuadsAtOnce * RegionResources::kIndicesPerQuad);
    for (unsigned quad = 0; quad < RegionResources::kQuadsAtOnce; ++quad) {
        for (const unsigned corner : kCorners) {
            indices.push_back(static_cast<std::uint16_t>((quad * 4) + corner));
        }
    }
    return indices;
}

/// A vertex array that reads so many attributes, from the first on; left bound.
GLuint makeVertexArray(GLuint attributeCount) {
    GLuint array = 0;
    glGenVertexArrays(1, &array);
    glBindVertexArray(array);
    for (GLuint location = 0; location < attributeCount; ++location) {
        glEnableVertexAttribArray(location);
    }
    return array;
}

/// For images that are not shrunk: on software rendering, levels of detail cost twice the time even
/// where only the first one shows.
GLuint makeSampler(GLint filter) {
    GLuint sampler = 0;
    glGenSamplers(1, &sampler);
    glSamplerParameteri(sampler, GL_TEXTURE_MIN_FILTER, filter);
    glSamplerParameteri(sampler, GL_TEXTURE_MAG_FILTER, filter);
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glSamplerParameteri(sampler, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return sampler;
}

} // namespace

void RegionResources::create() {
    const std::vector<std::uint16_t> indices = quadIndices();
    m_programs = {};
    glGenBuffers(1, &m_quadIndices);
    m_emptyArray = makeVertexArray(0);
    m_fillArray = makeVertexArray(kColor + 1);
    m_lineArray = makeVertexArray(kWidth + 1);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_quadIndices);
    m_shapeArray = makeVertexArray(kSizeUnit + 1);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_quadIndices);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint16_t)), indices.data(),
                 GL_STATIC_DRAW);
    m_smoothSampler = makeSampler(GL_LINEAR);
    m_pixelatedSampler = makeSampler(GL_NEAREST);
}

RegionResources::~RegionResources() {
    for (const GLuint program : m_programs) {
        glDeleteProgram(program);
    }
    for (const GLuint array : {m_shapeArray, m_lineArray, m_fillArray, m_emptyArray}) {
        glDeleteVertexArrays(1, &array);
    }
    glDeleteBuffers(1, &m_quadIndices);
    glDeleteSamplers(1, &m_smoothSampler);
    glDeleteSamplers(1, &m_pixelatedSampler);
}

void RegionResources::use(Program program) {
    const auto index = static_cast<std::size_t>(program);
    if (m_programs[index] == 0) {
        m_programs[index] = kLinkers[index]();
    }
    glUseProgram(m_programs[index]);
}

} // namespace cartouche::render
