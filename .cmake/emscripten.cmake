# The toolchain file of the preset `web`: whichever Emscripten is on the PATH, from emsdk or a
# distribution's package.
find_program(GOPARK_EM_CONFIG em-config)
if(NOT GOPARK_EM_CONFIG)
  message(FATAL_ERROR "Emscripten is not on the PATH: install it, or source emsdk_env.sh first")
endif()
execute_process(COMMAND ${GOPARK_EM_CONFIG} EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE GOPARK_EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE)
include(${GOPARK_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake)

# Debian keeps emcc's JavaScript parser where a node from elsewhere does not look for it.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
               "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()

# Its C++ library may be older than the C++ of the simulator.
string(APPEND CMAKE_CXX_FLAGS_INIT " -include ${CMAKE_CURRENT_LIST_DIR}/../web/standard_library.h")
