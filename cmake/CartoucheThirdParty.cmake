# Third-party code: header-only packages of the system, and four libraries compiled from their
# packages' sources for native and WebAssembly alike.

# Headers stand alone under a root of their own: for WebAssembly, /usr/include itself must not be
# on the include path.
function(cartouche_header_package target folder)
    find_path(${target}_DIR ${folder} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
    if(NOT ${target}_DIR)
        message(FATAL_ERROR "The headers ${folder} were not found. Install their package, or set "
                            "${target}_DIR to the folder that holds ${folder}.")
    endif()
    set(root "${CMAKE_BINARY_DIR}/third-party/${target}")
    file(MAKE_DIRECTORY "${root}")
    file(CREATE_LINK "${${target}_DIR}/${folder}" "${root}/${folder}" SYMBOLIC)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE "${root}")
endfunction()

# The newest of the source folders, unless the cache variable says otherwise.
function(cartouche_source_package variable folders file)
    file(GLOB candidates LIST_DIRECTORIES true "${folders}/${file}")
    list(SORT candidates COMPARE NATURAL ORDER DESCENDING)
    set(default "$ENV{${variable}}")
    if(NOT default AND candidates)
        list(GET candidates 0 newest)
        string(REPLACE "/${file}" "" default "${newest}")
    endif()
    set(${variable} "${default}" CACHE PATH "Source folder that holds ${file}")
    if(NOT EXISTS "${${variable}}/${file}")
        unset(${variable} CACHE) # it is looked for again
        message(FATAL_ERROR "${file} was not found. Set ${variable} to the folder that holds it.")
    endif()
endfunction()

cartouche_header_package(nlohmann_json nlohmann)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0)
cartouche_header_package(fast_float fast_float)
cartouche_header_package(stb stb)
target_compile_definitions(stb INTERFACE STBI_NO_STDIO)
cartouche_header_package(doctest_headers doctest)
if(NOT EMSCRIPTEN)
    cartouche_header_package(cli11 CLI)
endif()

cartouche_source_package(CARTOUCHE_PUGIXML_DIR "/opt/src/pugixml-*" "src/pugixml.cpp")
add_library(pugixml STATIC "${CARTOUCHE_PUGIXML_DIR}/src/pugixml.cpp")
target_include_directories(pugixml SYSTEM PUBLIC "${CARTOUCHE_PUGIXML_DIR}/src")
target_compile_definitions(pugixml PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL)
target_compile_options(pugixml PRIVATE -fno-exceptions -fno-rtti)

cartouche_source_package(CARTOUCHE_IMGUI_DIR "/opt/src/imgui-*" "imgui.h")
add_library(imgui_core STATIC
    "${CARTOUCHE_IMGUI_DIR}/imgui.cpp" "${CARTOUCHE_IMGUI_DIR}/imgui_draw.cpp"
    "${CARTOUCHE_IMGUI_DIR}/imgui_tables.cpp" "${CARTOUCHE_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(imgui_core SYSTEM PUBLIC "${CARTOUCHE_IMGUI_DIR}")
target_compile_options(imgui_core PRIVATE -fno-exceptions -fno-rtti)
target_compile_definitions(imgui_core PUBLIC
    IMGUI_ENABLE_TEST_ENGINE IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
    IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS "ImDrawIdx=unsigned int")

# The parts of Mbed TLS that mbedtls_config.h names; what it does not, compiles to nothing.
cartouche_source_package(CARTOUCHE_MBEDTLS_DIR "/opt/src/mbedtls-*" "library/bignum.c")
set(mbedtls_sources aes aesni bignum bignum_core cipher cipher_wrap cmac constant_time ecp ecp_curves
    hkdf md pkcs5 platform_util sha256 sha512)
list(TRANSFORM mbedtls_sources REPLACE "(.+)" "${CARTOUCHE_MBEDTLS_DIR}/library/\\1.c")
add_library(mbedcrypto STATIC ${mbedtls_sources})
target_include_directories(mbedcrypto SYSTEM PUBLIC "${CARTOUCHE_MBEDTLS_DIR}/include")
target_include_directories(mbedcrypto PRIVATE "${CARTOUCHE_MBEDTLS_DIR}/library")
target_compile_definitions(mbedcrypto PUBLIC
    "MBEDTLS_CONFIG_FILE=\"${CMAKE_CURRENT_LIST_DIR}/mbedtls_config.h\"")

cartouche_source_package(CARTOUCHE_YOGA_DIR "${CMAKE_SOURCE_DIR}/node_modules/.yoga" "yoga/Yoga.h")
file(GLOB_RECURSE yoga_sources "${CARTOUCHE_YOGA_DIR}/yoga/*.cpp")
add_library(yoga STATIC ${yoga_sources})
target_include_directories(yoga SYSTEM PUBLIC "${CARTOUCHE_YOGA_DIR}")
target_compile_options(yoga PRIVATE -fno-exceptions -fno-rtti)
