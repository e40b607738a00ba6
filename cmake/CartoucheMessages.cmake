# The English catalogue as a table of C++, so that a message that is not in it does not compile.

# Writes core/language/english_messages.h below `folder`: the keys of assets/locales/en.json, in order.
function(cartouche_english_messages folder)
    set(source "${CMAKE_SOURCE_DIR}/assets/locales/en.json")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
    file(READ "${source}" locale)
    string(JSON messages GET "${locale}" messages)
    string(JSON count LENGTH "${messages}")
    math(EXPR last "${count} - 1")
    set(rows "")
    foreach(index RANGE ${last})
        string(JSON key MEMBER "${messages}" ${index})
        if(key MATCHES "^page[.]") # the shell's own (shell/language.ts)
            continue()
        endif()
        string(JSON type TYPE "${messages}" "${key}")
        if(type STREQUAL "OBJECT")
            string(JSON one GET "${messages}" "${key}" one)
            string(JSON other GET "${messages}" "${key}" other)
        else()
            set(one "")
            string(JSON other GET "${messages}" "${key}")
        endif()
        string(APPEND rows "    {R\"~(${key})~\", R\"~(${one})~\", R\"~(${other})~\"},\n")
    endforeach()
    file(CONFIGURE OUTPUT "${folder}/core/language/english_messages.h" @ONLY NEWLINE_STYLE UNIX CONTENT
"// Made of assets/locales/en.json by cmake/CartoucheMessages.cmake.
#pragma once

#include <array>
#include <string_view>

namespace cartouche::language {

struct EnglishMessage {
    std::string_view key;
    std::string_view one; // of a message with a count of 1; empty: it has no such form
    std::string_view other;
};

inline constexpr auto kEnglishMessages = std::to_array<EnglishMessage>({
@rows@});

} // namespace cartouche::language
")
endfunction()
