// ToldAnswers: a scheduler that walks through all answers to the choices of one step, for tests
// that look at every run without the explorer.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vm/world.h"

namespace gopark {

// Gives the answers that it was told, then 0, and writes down how many ways there were.
class ToldAnswers : public Scheduler {
 public:
  std::vector<uint64_t> answers;
  std::vector<uint64_t> counts;

  uint64_t pick(const World&, const Choice& choice) override {
    counts.push_back(choice.count);
    if (answers.size() < counts.size()) answers.push_back(0);
    return answers[counts.size() - 1];
  }
  // False: these were the last.
  bool next() {
    answers.resize(counts.size());
    while (!answers.empty() && answers.back() + 1 >= counts[answers.size() - 1]) answers.pop_back();
    counts.clear();
    if (answers.empty()) return false;
    ++answers.back();
    return true;
  }
};

}  // namespace gopark
