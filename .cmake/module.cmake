# gopark_module(NAME [STATIC] SOURCES a.cc … DEPENDS other …): the library gopark_NAME of one folder.
# SOURCES lists every .cc file of the folder (the tidy test finds one that is missing). DEPENDS are
# the arrows of DESIGN.md. A folder of headers alone becomes an interface library; STATIC says that
# generated sources follow.
function(gopark_module name)
  cmake_parse_arguments(arg "STATIC" "" "SOURCES;DEPENDS" ${ARGN})
  if(arg_SOURCES OR arg_STATIC)
    add_library(gopark_${name} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    gopark_reuse(gopark_${name} gopark_standard)
    target_link_libraries(gopark_${name} PRIVATE gopark_fuzzed)
  else()
    add_library(gopark_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  list(TRANSFORM arg_DEPENDS PREPEND gopark_)
  target_link_libraries(gopark_${name} ${scope} gopark_options ${arg_DEPENDS})
endfunction()

# gopark_fast(a.cc …): files of this folder in which a run spends its time; they stay fast where the
# rest is built small.
function(gopark_fast)
  if(EMSCRIPTEN)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS $<$<CONFIG:Release>:-O2>)
  endif()
endfunction()

# gopark_compile_lightly(a.cc …): files of this folder that run for a moment and are all templates.
function(gopark_compile_lightly)
  set_source_files_properties(${ARGN} PROPERTIES
    COMPILE_OPTIONS "$<$<CONFIG:Release>:-O1>;$<$<BOOL:${GOPARK_SANITIZE}>:-O0>"
    SKIP_PRECOMPILE_HEADERS ON)  # whose flags must be the same
endfunction()
