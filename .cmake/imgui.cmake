# The target imgui: Dear ImGui 1.92.2b, the sources without a backend; GOPARK_IMGUI_DIR is its folder.
# Where GOPARK_IMGUI_DIR is not given, the sources come once into build/deps, in this order: Debian's
# source package, through the mirror that apt is configured for and with apt's own checks; else the
# upstream tag by git.

set(GOPARK_IMGUI_DIR "" CACHE PATH "An unpacked Dear ImGui of version 1.92.2 or later")

# Sets `out` to the address of the Debian mirror that this machine's apt uses, or to "".
function(gopark_debian_mirror out)
  set(${out} "" PARENT_SCOPE)
  find_program(GOPARK_APT_GET apt-get)
  if(NOT GOPARK_APT_GET)
    return()
  endif()
  execute_process(
    COMMAND ${GOPARK_APT_GET} indextargets --format "$(ORIGIN)|$(COMPONENT)|$(SITE)"
            "Created-By: Packages"
    OUTPUT_VARIABLE targets ERROR_QUIET)
  # Before the first update of apt the origin is not known yet; then the first mirror is as good.
  foreach(pattern "\nDebian\\|main\\|([^\n]+)" "\n[^|\n]*\\|main\\|([^\n]+)")
    if("\n${targets}" MATCHES "${pattern}")
      set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# Downloads Debian's source package of the version into `folder`, with an apt whose lists and cache
# are in `folder` too. Leaves no tarball there when it cannot.
function(gopark_apt_source folder package version)
  gopark_debian_mirror(mirror)
  set(keyring /usr/share/keyrings/debian-archive-keyring.gpg)
  if(NOT mirror OR NOT EXISTS ${keyring})
    return()
  endif()
  message(STATUS "Fetching ${package} ${version} with apt-get source")
  set(apt ${folder}/apt)
  file(MAKE_DIRECTORY ${apt}/lists/partial ${apt}/cache/archives/partial)
  file(WRITE ${apt}/sources.list "deb-src [signed-by=${keyring}] ${mirror} forky main\n")
  set(options
    -q -o Dir::Etc::sourcelist=${apt}/sources.list -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::Lists=${apt}/lists -o Dir::Cache=${apt}/cache -o APT::Sandbox::User=
    -o Acquire::Languages=none)
  execute_process(COMMAND ${GOPARK_APT_GET} ${options} update RESULT_VARIABLE failed
                  OUTPUT_QUIET ERROR_QUIET)
  if(NOT failed)
    execute_process(COMMAND ${GOPARK_APT_GET} ${options} source --download-only ${package}
                    WORKING_DIRECTORY ${folder} OUTPUT_QUIET ERROR_QUIET)
  endif()
  file(REMOVE_RECURSE ${apt})
endfunction()

function(gopark_imgui_from_debian folder)
  set(download ${folder}.download)
  file(MAKE_DIRECTORY ${download})
  gopark_apt_source(${download} imgui 1.92)
  file(GLOB tarballs ${download}/imgui_1.92*.orig.tar.*)
  list(LENGTH tarballs found)
  if(found EQUAL 1)
    file(ARCHIVE_EXTRACT INPUT ${tarballs} DESTINATION ${download}/unpacked)
    file(GLOB unpacked ${download}/unpacked/imgui-*)
    file(REMOVE_RECURSE ${folder})
    file(RENAME ${unpacked} ${folder})
  endif()
  file(REMOVE_RECURSE ${download})
endfunction()

function(gopark_imgui_from_upstream folder)
  message(STATUS "Fetching Dear ImGui v1.92.2b from its upstream repository")
  include(FetchContent)
  set(FETCHCONTENT_QUIET OFF)
  FetchContent_Declare(imgui
    GIT_REPOSITORY https://github.com/ocornut/imgui.git
    GIT_TAG v1.92.2b
    GIT_SHALLOW ON
    SOURCE_DIR ${folder})
  FetchContent_Populate(imgui)
endfunction()

function(gopark_imgui_source)
  if(GOPARK_IMGUI_DIR)
    return()
  endif()
  set(folder ${CMAKE_SOURCE_DIR}/build/deps/imgui-1.92)
  file(MAKE_DIRECTORY ${CMAKE_SOURCE_DIR}/build/deps)
  file(LOCK ${CMAKE_SOURCE_DIR}/build/deps DIRECTORY GUARD FUNCTION TIMEOUT 600)
  if(NOT EXISTS ${folder}/imgui.h)
    gopark_imgui_from_debian(${folder})
  endif()
  if(NOT EXISTS ${folder}/imgui.h)
    gopark_imgui_from_upstream(${folder})
  endif()
  set(GOPARK_IMGUI_DIR ${folder} PARENT_SCOPE)
endfunction()

gopark_imgui_source()

add_library(imgui STATIC
  ${GOPARK_IMGUI_DIR}/imgui.cpp
  ${GOPARK_IMGUI_DIR}/imgui_draw.cpp
  ${GOPARK_IMGUI_DIR}/imgui_tables.cpp
  ${GOPARK_IMGUI_DIR}/imgui_widgets.cpp
)
target_include_directories(imgui SYSTEM PUBLIC ${GOPARK_IMGUI_DIR})
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS)
target_compile_options(imgui PRIVATE -w)
if(GOPARK_SANITIZE)
  # As for the parser: its memory errors would be ours to know, undefined behaviour is looked for in
  # our code. At -O1 it took 52 s of a processor to compile, so 8.
  target_compile_options(imgui PRIVATE -fno-sanitize=undefined -O0)
endif()
