# What tests and their precompiled header are compiled with, after the build's own -O2 or -O1.
set(GOPARK_TEST_OPTIONS $<$<CONFIG:Release>:-O1> $<$<BOOL:${GOPARK_SANITIZE}>:-O0>)

# gopark_test(NAME SOURCES a_test.cc … LIBRARIES gopark_x … [LABELS oracle]): the program test_NAME and
# its ctest test NAME, run from the repository's root. Without sources there is nothing to build.
# The label `oracle` is for what runs real Go: the sanitizers' build does without.
function(gopark_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  if(NOT arg_SOURCES OR (GOPARK_SANITIZE AND "oracle" IN_LIST arg_LABELS))
    return()
  endif()
  add_executable(test_${name} ${arg_SOURCES})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${arg_LIBRARIES} gopark_options GTest::gmock
                                             GTest::gtest_main)
  # A test's own code is compiled once and run once: compiling it well costs more than it gives.
  target_compile_options(test_${name} PRIVATE ${GOPARK_TEST_OPTIONS})
  gopark_reuse(test_${name} gopark_test_standard)
  target_compile_definitions(test_${name} PRIVATE
    GOPARK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GOPARK_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND test_${name} --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
endfunction()

# gopark_fuzz(NAME SOURCE file.cc [SEEDS folder …] LIBRARIES …): the libFuzzer program and ctest test
# fuzz_NAME, labelled `fuzz`. It runs for GOPARK_FUZZ_SECONDS of the environment (60); what it learns
# stays in the build folder. SEEDS are folders of inputs to start from.
function(gopark_fuzz name)
  cmake_parse_arguments(arg "" "SOURCE" "SEEDS;LIBRARIES" ${ARGN})
  add_executable(fuzz_${name} ${arg_SOURCE})
  set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  target_link_libraries(fuzz_${name} PRIVATE ${arg_LIBRARIES} gopark_options)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  list(TRANSFORM arg_SEEDS PREPEND ${CMAKE_SOURCE_DIR}/)
  string(REPLACE ";" "|" seeds "${arg_SEEDS}")
  add_test(NAME fuzz_${name}
    COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:fuzz_${name}> "-DSEEDS=${seeds}"
            -P ${CMAKE_SOURCE_DIR}/.cmake/run_fuzz.cmake)
  set_tests_properties(fuzz_${name} PROPERTIES LABELS fuzz TIMEOUT 0)
  add_dependencies(fuzz fuzz_${name})
endfunction()
