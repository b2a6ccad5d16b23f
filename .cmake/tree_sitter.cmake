# The target tree_sitter_go: tree-sitter's core and its Go grammar, compiled from the C sources that
# their npm packages ship. The sources come from GOPARK_TREE_SITTER_DIR and
# GOPARK_TREE_SITTER_GO_DIR (unpacked packages) where given, else `npm pack` fetches them once into
# build/deps, from whichever registry npm is configured for; checksums decide whether they are used.

set(GOPARK_DEPS_DIR ${CMAKE_SOURCE_DIR}/build/deps)

# Checks the tarball's sum; a wrong or a missing file is fetched anew.
function(gopark_npm_pack package version sha256)
  set(tarball ${GOPARK_DEPS_DIR}/${package}-${version}.tgz)
  if(EXISTS ${tarball})
    file(SHA256 ${tarball} actual)
    if(actual STREQUAL sha256)
      return()
    endif()
  endif()
  find_program(GOPARK_NPM npm)
  if(NOT GOPARK_NPM)
    message(FATAL_ERROR "npm is needed once to fetch ${package}@${version}; install it (Debian: "
                        "npm), or put ${package}-${version}.tgz into build/deps")
  endif()
  message(STATUS "Fetching ${package}@${version} with npm pack")
  execute_process(COMMAND ${GOPARK_NPM} pack --ignore-scripts --silent ${package}@${version}
                  WORKING_DIRECTORY ${GOPARK_DEPS_DIR}
                  RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    message(FATAL_ERROR "npm pack ${package}@${version} failed:\n${output}")
  endif()
  file(SHA256 ${tarball} actual)
  if(NOT actual STREQUAL sha256)
    file(REMOVE ${tarball})
    message(FATAL_ERROR "${package}-${version}.tgz has SHA-256 ${actual}, expected ${sha256}")
  endif()
endfunction()

# Sets the cache variable `out` to the folder of the unpacked package, unless the caller gave one.
function(gopark_npm_source out package version sha256)
  if(${out})
    return()
  endif()
  set(folder ${GOPARK_DEPS_DIR}/${package}-${version})
  file(MAKE_DIRECTORY ${GOPARK_DEPS_DIR})
  file(LOCK ${GOPARK_DEPS_DIR} DIRECTORY GUARD FUNCTION)
  if(NOT EXISTS ${folder}/package/package.json)
    gopark_npm_pack(${package} ${version} ${sha256})
    file(REMOVE_RECURSE ${folder} ${folder}.part)
    file(ARCHIVE_EXTRACT INPUT ${GOPARK_DEPS_DIR}/${package}-${version}.tgz
         DESTINATION ${folder}.part)
    file(RENAME ${folder}.part ${folder})
  endif()
  set(${out} ${folder}/package PARENT_SCOPE)
endfunction()

set(GOPARK_TREE_SITTER_DIR "" CACHE PATH "The unpacked npm package tree-sitter 0.25.0")
set(GOPARK_TREE_SITTER_GO_DIR "" CACHE PATH "The unpacked npm package tree-sitter-go 0.25.0")
gopark_npm_source(GOPARK_TREE_SITTER_DIR tree-sitter 0.25.0
  016448ee8e2c23aed7e1155c118cd66cd026e6436f7394b3f3606d30bf9aaa4a)
gopark_npm_source(GOPARK_TREE_SITTER_GO_DIR tree-sitter-go 0.25.0
  f7265544d6b297797dc3675c02b76fb182c177ce29fda10ac1f36e9ab33fd90e)

set(core ${GOPARK_TREE_SITTER_DIR}/vendor/tree-sitter/lib)
add_library(tree_sitter_go STATIC ${core}/src/lib.c ${GOPARK_TREE_SITTER_GO_DIR}/src/parser.c)
target_include_directories(tree_sitter_go SYSTEM PUBLIC ${core}/include)
target_include_directories(tree_sitter_go PRIVATE ${core}/src ${GOPARK_TREE_SITTER_GO_DIR}/src)
target_compile_options(tree_sitter_go PRIVATE -std=c11 -w)
target_link_libraries(tree_sitter_go PRIVATE gopark_fuzzed)
if(GOPARK_SANITIZE)
  # Undefined behaviour is looked for in our code; its memory errors would be ours to know, too.
  target_compile_options(tree_sitter_go PRIVATE -fno-sanitize=undefined)
endif()
target_compile_definitions(tree_sitter_go PRIVATE _DEFAULT_SOURCE)
