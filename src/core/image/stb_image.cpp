// The one place where stb_image is compiled; CMake turns warnings off for this file alone. It reads
// what decode.h promises and nothing else: no files, no Softimage PIC, no floating-point results.
// Portable maps are read by portable_map.h.

#define STB_IMAGE_IMPLEMENTATION
#define STBI_NO_PIC
#define STBI_NO_PNM
#define STBI_NO_LINEAR
#define STBI_FAILURE_USERMSG
#define STBI_MAX_DIMENSIONS 100000

#include <stb/stb_image.h>
