// A parsed text with all that its tree needs to live, for tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sim/lang/syntax.h"

namespace gopark::lang {

struct Parsed {
  FileSet files;
  Arena arena;
  Diagnostics diagnostics;
  SourceFile* file = nullptr;

  // One a line: "line:column: message".
  std::string messages() const {
    std::string text;
    for (const Diagnostic& each : diagnostics.sorted()) {
      text += std::to_string(each.pos.line) + ":" + std::to_string(each.pos.column) + ": " +
              each.message + "\n";
    }
    return text;
  }
};

inline std::unique_ptr<Parsed> parse(std::string_view source) {
  auto parsed = std::make_unique<Parsed>();
  parsed->files.files.push_back({"x.go", std::string(source), false});
  parsed->file = parse_file(parsed->files, 0, parsed->arena, parsed->diagnostics);
  return parsed;
}

}  // namespace gopark::lang
