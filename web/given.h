// Given: what the page gives to the module before the first picture: a lesson's files, and what its
// programs compile to, worked out when the site was made. So the first picture needs neither the
// compiler nor Go's packages nor the other lessons, which are most of the module.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "native/lesson_list.h"
#include "native/variant.h"
#include "sim/lang/toolchain.h"

namespace gopark {

class Given {
 public:
  // What pack_lesson() wrote. False, and nothing is taken, when another build wrote it.
  bool add(std::string_view bytes);
  std::vector<LessonText> lessons() const;
  // What the text compiles to, if it is a given program. `name`: what dumps call the file.
  std::optional<Compiled> find(const std::string& name, std::string_view text) const;
  bool knows(std::string_view text) const { return programs_.contains(text); }
  // Of all runs, for what was not given: an edit costs its own text only, and none of Go's packages
  // that another run's text had imported.
  lang::Toolchain& toolchain() { return toolchain_; }

 private:
  std::map<std::string, std::string> files_;               // by path
  std::map<std::string, Compiled, std::less<>> programs_;  // by text
  lang::Toolchain toolchain_;
};

// Looks there first. `given` outlives it.
Compile given_or(const Given& given, Compile compile);

// The lesson's files and programs; "" when there is no such lesson.
std::string pack_lesson(std::string_view name);

}  // namespace gopark
