// A parsed and checked text, for tests. The only packages are those given; a program here needs
// none.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lang/check.h"
#include "sim/lang/expr_string.h"
#include "sim/lang/syntax.h"

namespace gopark::lang {

struct Checked {
  FileSet files;
  Arena arena;
  Diagnostics diagnostics;
  std::map<std::string, std::string> library;  // std packages: import path to source
  std::map<std::string, Package*> packages;
  std::unique_ptr<CheckContext> context;
  Package* package = nullptr;

  // "line: message", one a line; further lines of a message as they are.
  std::string messages() const {
    std::string text;
    for (const Diagnostic& each : diagnostics.sorted()) {
      text += std::to_string(each.pos.line) + ": " + each.message + "\n";
    }
    return text;
  }
  const FuncDecl* function(const std::string& name) const {
    for (const FuncDecl* declaration : package->functions) {
      if (declaration->name->name == name) return declaration;
    }
    return nullptr;
  }
};

inline std::unique_ptr<Checked> check(std::string_view source,
                                      std::map<std::string, std::string> library = {}) {
  auto checked = std::make_unique<Checked>();
  Checked* c = checked.get();
  c->library = std::move(library);
  std::vector<std::string> supported;
  for (const auto& [path, text] : c->library) supported.push_back(path);
  const auto import = [c](const std::string& path) -> Package* {
    if (c->packages.count(path) != 0) return c->packages[path];
    if (c->library.count(path) == 0) return nullptr;
    c->files.files.push_back({path + "/" + path + ".go", c->library[path], true});
    const auto file = static_cast<uint32_t>(c->files.files.size() - 1);
    SourceFile* tree = parse_file(c->files, file, c->arena, c->diagnostics);
    return c->packages[path] = check_package(*c->context, path, {tree});
  };
  c->context =
      std::make_unique<CheckContext>(&c->arena, &c->files, &c->diagnostics, import, supported);
  c->files.files.push_back({"x.go", std::string(source), false});
  SourceFile* file = parse_file(c->files, 0, c->arena, c->diagnostics);
  c->package = check_package(*c->context, "main", {file});
  return checked;
}

}  // namespace gopark::lang
