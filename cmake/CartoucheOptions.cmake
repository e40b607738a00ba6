# Language, warnings and speed of compilation, for our own targets and the third-party ones alike.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF) # there are none, and scanning costs time

find_program(CARTOUCHE_CCACHE ccache)
if(CARTOUCHE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CARTOUCHE_CCACHE}")
endif()

if(EMSCRIPTEN)
    add_compile_options(-msimd128)
endif()

# Warnings are errors, in our own code only. No exceptions and no run-time type information, except
# in a target that says so with the property CARTOUCHE_EXCEPTIONS.
add_library(cartouche_options INTERFACE)
target_compile_options(cartouche_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    -Wno-missing-field-initializers # designated initializers leave members at their defaults
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CARTOUCHE_EXCEPTIONS>>>:-fno-exceptions>
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:CARTOUCHE_EXCEPTIONS>>>:-fno-rtti>)
