// GOPARK_ASSERT(condition[, "what it means"]): a bug of ours stops the program, in every build.
//
// Never for a mistake in the learner's program (Diagnostic), for how a run ended (Outcome) or for
// host trouble (Result). The condition is evaluated exactly once and must be cheap.
#pragma once

namespace gopark {

// Writes "file:line: assertion failed: condition (meaning)" to standard error and aborts.
[[noreturn]] void fail_assertion(const char* file, int line, const char* condition,
                                 const char* meaning = "");

}  // namespace gopark

#define GOPARK_ASSERT(condition, ...)                                                      \
  do {                                                                                     \
    if (!(condition)) [[unlikely]]                                                         \
      ::gopark::fail_assertion(__FILE__, __LINE__, #condition __VA_OPT__(, ) __VA_ARGS__); \
  } while (false)
