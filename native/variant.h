// Variant: one program on the screen: its text, what the compiler said, and its run. The app has
// one or two of them; two are a leaky program and its fix on one leash: they stand at the same
// step.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "native/ghosts.h"
#include "native/limits.h"
#include "native/trace.h"
#include "native/wakers.h"
#include "sim/lang/syntax_highlight.h"
#include "sim/narrate/proof.h"
#include "sim/session/findings.h"
#include "sim/session/session.h"

namespace gopark {

// What the compiler says about a place of the text.
struct Complaint {
  uint32_t line = 0, column = 0;  // from 1; 0: the program as a whole
  std::string message;
};

struct Compiled {
  std::shared_ptr<const Program> program;  // null: refused
  std::vector<Complaint> complaints;
  std::vector<lang::HighlightSpan> highlights;
};
using Compile = std::function<Compiled(const std::string& name, const std::string& text)>;

// Steps of a run beyond this many end it with a sentence: the picture is for people.
inline constexpr uint64_t kAppMaxSteps = 2'000'000;

struct Subject {
  GoroutineId id{};
  uint64_t parked_at_step = 0;
};

struct Variant {
  std::string name;                             // "leaky.go"
  std::string original;                         // as the lesson or the file has it
  std::string text;                             // as it is now
  std::vector<lang::HighlightSpan> highlights;  // of `text`
  std::vector<Complaint> complaints;
  bool is_stale = false;  // the run is of the last text that compiled, not of this one
  std::shared_ptr<const Program> program;  // of the run
  std::optional<Session> session;
  std::string run_text;  // of the run
  uint64_t run = 0;      // another number for another run
  RunFindings findings;
  uint64_t failures = 0;  // of the findings
  // Whom the story is about once it is parked for the last time: the first failure for which that
  // holds. Later ones of the findings that park later as well are left out.
  std::vector<Subject> subjects;
  std::vector<Marker> markers;
  // Of the first kMaxProofs findings that are failures, by goroutine.
  std::map<GoroutineId, std::vector<Clause>> proofs;
  Trace trace;
  std::vector<Ghost> ghosts;
  Wakers wakers;
  Trace old_future;  // of the run before the person chose another way; empty: none
  // Steps that the first failure needs: births, the proof, the end. Sorted; empty without failure.
  std::vector<uint64_t> causes;
};

// Compiles `text` and runs it from the start. If it is refused, the old run stays and is stale.
void load_text(Variant& variant, const std::string& text, const Compile& compile,
               const SessionOptions& options);
// Walks the run to its end for findings and trace, and comes back to where it stood.
void judge(Variant& variant);
// The first step at which two runs do something else, or nullopt when they never do.
std::optional<uint64_t> first_difference(const Variant& a, const Variant& b);

}  // namespace gopark
