# The dependency rule of src/README.md, made of include paths.
#
# A target sees, under an include root of its own in the build tree, its own folder and the folders
# of the targets it links. A source that includes from a layer above it does not compile.

# cartouche_layer(<target> <folder>): folder is relative to src/, as it stands in #include lines.
function(cartouche_layer target folder)
    set(root "${CMAKE_BINARY_DIR}/include/${target}")
    get_filename_component(parent "${root}/${folder}" DIRECTORY)
    file(MAKE_DIRECTORY "${parent}")
    file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${folder}" "${root}/${folder}" SYMBOLIC)
    target_include_directories(${target} PUBLIC "${root}")
    target_link_libraries(${target} PRIVATE cartouche_options)
endfunction()
