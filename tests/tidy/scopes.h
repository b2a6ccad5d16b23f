// The declarations of a C++ file, each with the kind of scope in which it stands: enough of C++ for
// the layout that clang-format gives our own code, and no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gopark::tidy {

enum class Scope { Namespace, Class, Function, Initializer };

// A statement up to its ';', or up to the '{' of the body that follows. Nested bodies are left out.
struct Statement {
  Scope scope = Scope::Namespace;
  int line = 0;  // Where it ends.
  std::string text;
};

struct Function {
  std::string name;
  int first_line = 0;  // Of the '{'.
  int line_count = 0;  // From '{' to '}', both counted.
};

struct Outline {
  std::vector<Statement> statements;
  std::vector<Function>
      functions;  // With a body; lambdas and local classes count to their function.
};

Outline outline_of(std::string_view text);

// Can the value of the variable that `statement` defines change? False for what defines none.
bool defines_mutable_variable(const Statement& statement);

}  // namespace gopark::tidy
