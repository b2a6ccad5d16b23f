// Repairs: edits of a source that are often the fix of a goroutine leak. They are found by the
// shape of the text alone, and claim nothing: explore/suggest.h checks each of them.
//
//   a slot more             make(chan T)  ->  make(chan T, 1), make(chan T, len(items))
//   a close                 defer close(c) after the statement that made c
//   the missing receive     <-c before a return, or at the end, of the function that made c
//   a way out for the send  c <- v  ->  a select with <-ctx.Done(), with <-quit, or with default
//   the forgotten end       defer x.Close() after x := f(), where the program has such a method;
//                           defer cancel() after ctx, cancel := context.With…; defer ticker.Stop()
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gopark::lang {

struct Repair {
  std::string what;      // "give c one slot"
  std::string after;     // the whole text with the edit made
  std::size_t size = 0;  // bytes taken away and put in
};

// More than this many are cut off, the largest edits first.
inline constexpr std::size_t kMaxRepairs = 64;

// The smallest edit first. Total: none for a text that is not Go.
std::vector<Repair> repairs_of(std::string_view source);

}  // namespace gopark::lang
