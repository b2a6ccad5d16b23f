// Suggested fixes: repairs of a program that leaks, each compiled, run and checked in every
// schedule. Only those that are PROVED are offered, and only if they still print each line that
// the program printed in Go's own order: a fix that loses an answer is none.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/explore/explorer.h"

namespace gopark {

struct Suggestion {
  std::string what;     // "give done one slot"
  std::string after;    // the whole text of the repaired program
  uint64_t states = 0;  // of the proof
};

struct SuggestOptions {
  CheckOptions check;  // of each repair; its budget is cut to kSuggestStates
  std::size_t most = 3;
};

inline constexpr uint64_t kSuggestStates = 200'000;

struct SuggestReport {
  std::vector<Suggestion> suggestions;  // the smallest edit first
  std::size_t tried = 0;                // repairs that were compiled
};

// Tries one repair after the other, so that a frame never stalls for all of them.
class Suggester {
 public:
  // `source` is the text of a program that compiles; of another one nothing is offered.
  Suggester(std::string path, std::string source, SuggestOptions options);
  Suggester(Suggester&&) noexcept;
  Suggester& operator=(Suggester&&) noexcept;
  ~Suggester();

  // Tries one repair more. True: it is over, for good.
  bool advance();
  bool is_over() const;
  const SuggestReport& report() const;

 private:
  class Trial;
  std::unique_ptr<Trial> trial_;
};

// All of it at once. The search of a repair asks options.check.interrupted, and so does this
// between two of them.
SuggestReport suggest(const std::string& path, std::string_view source,
                      const SuggestOptions& options);

}  // namespace gopark
