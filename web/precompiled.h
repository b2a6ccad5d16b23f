// Precompiled: what the lessons' programs compile to, worked out when the site is made. So the
// first picture needs neither the compiler nor Go's packages, which are most of the module.
//
// The site has a file for each lesson, written by precompile(); the page gives it to the module
// before the lesson is loaded. A text that is not a lesson's own is compiled as ever.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "native/variant.h"

namespace gopark {

class Precompiled {
 public:
  // False, and nothing is known, when another build has written the bytes.
  bool add(std::string_view bytes);
  // `name`: what dumps call the file.
  std::optional<Compiled> find(const std::string& name, std::string_view text) const;

 private:
  std::map<std::string, Compiled, std::less<>> known_;  // by the text
};

// What the page has given to this instance of the module.
Precompiled& given_programs();

// Looks there first.
Compile given_or(Compile compile);

// The lesson's programs for add(); "" when there is no such lesson.
std::string precompile(std::string_view lesson);

}  // namespace gopark
