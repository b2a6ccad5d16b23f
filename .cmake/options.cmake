# The switches of a build, and gopark_options: the compile flags of all of our own code.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release or Debug" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
# The page is fetched before it is run: small first. gopark_fast() names what must not be slow.
if(EMSCRIPTEN)
  # emcc leaves inlining to wasm-opt once it has seen -Oz or -Os, and then each one-line function of
  # the standard library is a function of its own: half as large again, and several times slower.
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -finline-functions -DNDEBUG -fno-exceptions -fno-rtti")
  set(CMAKE_C_FLAGS_RELEASE "-Oz -finline-functions -DNDEBUG")
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Warnings are errors with the compilers that the code is kept free of warnings for; a newer one may
# know new warnings, and those must not keep anyone from building.
set(strict OFF)
if((CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
   (CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15 AND
    NOT EMSCRIPTEN))
  set(strict ON)
endif()
option(GOPARK_WERROR "Warnings are errors" ${strict})
option(GOPARK_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(GOPARK_FUZZ "Build the libFuzzer targets (clang)" OFF)
option(GOPARK_BENCH "Build the benchmarks" OFF)

# The tests are part of a build wherever GoogleTest is; ./dev test insists on them.
if(NOT EMSCRIPTEN)
  find_package(GTest QUIET)
endif()
option(GOPARK_TESTS "Build the tests" ${GTest_FOUND})

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(GOPARK_CCACHE ccache)
  if(GOPARK_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${GOPARK_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${GOPARK_CCACHE})
  endif()
endif()
# A precompiled header names the folder that it was made in, so that ccache would share nothing
# between checkouts: with ccache there is none. Under Emscripten some files are compiled with flags of
# their own, for which another's header does not do.
set(precompile ON)
if(CMAKE_CXX_COMPILER_LAUNCHER OR EMSCRIPTEN)
  set(precompile OFF)
endif()
option(GOPARK_PRECOMPILE "Precompile the headers of the standard library" ${precompile})

# A dozen files of a folder are compiled as one: a build from nothing takes two thirds of the time. So
# the files of a folder share their unnamed namespaces, and what two of them need is written once.
option(GOPARK_UNITY "Compile the files of a folder together" ON)
set(CMAKE_UNITY_BUILD ${GOPARK_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

# Sanitizers go on everything, third-party C code included; warnings only on our own code.
if(GOPARK_SANITIZE)
  # A report names lines; the rest of what a debugger wants would cost compile time.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer
                      $<$<C_COMPILER_ID:Clang>:-gline-tables-only>)
  add_link_options(-fsanitize=address,undefined)
endif()
# What fuzzing learns from: our own code and the parser, not the tests and not Dear ImGui.
add_library(gopark_fuzzed INTERFACE)
if(GOPARK_FUZZ)
  target_compile_options(gopark_fuzzed INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(gopark_options INTERFACE)
target_include_directories(gopark_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(gopark_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${GOPARK_WERROR}>:-Werror>)
if(GOPARK_UNITY)
  # It takes the files that are compiled together for headers.
  target_compile_options(gopark_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_compile_definitions(gopark_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# Reading the standard library's headers is 40 % of what a file of ours costs to compile; here they
# are read once. Every file still includes what it uses: a build with ccache finds one that does not.
# gopark_precompile(TARGET headers…) makes a target that others reuse by gopark_reuse(TARGET of).
function(gopark_precompile target)
  if(NOT GOPARK_PRECOMPILE)
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/${target}.cc)
  file(GENERATE OUTPUT ${source} CONTENT "// Generated: a target must have a source.\n")
  add_library(${target} OBJECT ${source})
  target_link_libraries(${target} PRIVATE gopark_options)
  target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

function(gopark_reuse target of)
  if(GOPARK_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${of})
  endif()
endfunction()

set(GOPARK_STANDARD_HEADERS
  <algorithm> <array> <bit> <cstddef> <cstdint> <deque> <functional> <map> <memory> <optional> <set>
  <span> <string> <string_view> <utility> <variant> <vector>)
gopark_precompile(gopark_standard ${GOPARK_STANDARD_HEADERS})
if(TARGET gopark_standard)
  target_link_libraries(gopark_standard PRIVATE gopark_fuzzed)
endif()
