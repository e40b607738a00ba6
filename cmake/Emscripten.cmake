# Finds the toolchain file of whatever Emscripten has its emcc on the path.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE emscriptenRoot
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT emscriptenRoot)
    message(FATAL_ERROR "Emscripten was not found: em-config is not on the path.")
endif()
include("${emscriptenRoot}/cmake/Modules/Platform/Emscripten.cmake")
