// Result<T> is a value, or one sentence about why there is none.
//
// For what may go wrong outside a run: a text that does not parse as a schedule, a file that cannot
// be read. A mistake in the learner's program is a Diagnostic, the end of a run an Outcome, a bug
// of ours GOPARK_ASSERT.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "sim/base/assert.h"

namespace gopark {

// A whole sentence for a person, without a final full stop or newline.
struct Error {
  std::string sentence;

  friend bool operator==(const Error&, const Error&) = default;
};

// The value of a Result that has nothing to give but its success.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that `return value;` and `return Error{"…"};` both read well.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }

  // REQUIRES: ok().
  const T& value() const& {
    GOPARK_ASSERT(ok());
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    GOPARK_ASSERT(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    GOPARK_ASSERT(ok());
    return std::move(*std::get_if<0>(&state_));
  }

  // REQUIRES: !ok().
  const std::string& error() const {
    GOPARK_ASSERT(!ok());
    return std::get_if<1>(&state_)->sentence;
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace gopark
