#include "sim/lang/test_main.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace gopark::lang {

namespace {

bool imports_testing(const SourceFile& file) {
  for (const Decl& decl : file.declarations) {
    if (decl.gen == nullptr) continue;
    for (const ImportSpec* spec : decl.gen->imports) {
      if (spec->path == "testing") return true;
    }
  }
  return false;
}

// The functions that are no methods.
std::vector<const FuncDecl*> functions_of(const SourceFile& file) {
  std::vector<const FuncDecl*> functions;
  for (const Decl& decl : file.declarations) {
    if (decl.func != nullptr && decl.func->receiver.empty() && decl.func->name != nullptr)
      functions.push_back(decl.func);
  }
  return functions;
}

// "Test", "TestX" and "Test_x" are tests, "Testing" is none. (Go: isTest.)
bool has_test_name(std::string_view name) {
  constexpr std::string_view kPrefix = "Test";
  if (name.substr(0, kPrefix.size()) != kPrefix) return false;
  return name.size() == kPrefix.size() || name[kPrefix.size()] < 'a' || name[kPrefix.size()] > 'z';
}

// func(t *testing.T), as far as the text shows. (Go: isTestFunc.)
bool takes(const FuncDecl* function, std::string_view wanted) {
  const FuncType* signature = function->signature;
  if (!signature->results.empty() || signature->params.size() != 1) return false;
  if (!signature->type_params.empty() || signature->params[0].names.size() > 1) return false;
  const Expr* type = signature->params[0].type_expr;
  if (type == nullptr || type->kind != ExprKind::Star) return false;
  const Expr* element = as<StarExpr>(type)->x;
  if (element->kind == ExprKind::Ident) return as<Ident>(element)->name == wanted;
  return element->kind == ExprKind::Selector && as<SelectorExpr>(element)->sel->name == wanted;
}

bool is_test_main(const FuncDecl* function) {
  return function->name->name == "TestMain" && takes(function, "M");
}

}  // namespace

bool is_test_file(const SourceFile& file) {
  const std::vector<const FuncDecl*> functions = functions_of(file);
  return imports_testing(file) &&
         std::none_of(functions.begin(), functions.end(),
                      [](const FuncDecl* function) { return function->name->name == "main"; });
}

void check_tests(const SourceFile& file, Diagnostics& diagnostics) {
  for (const FuncDecl* function : functions_of(file)) {
    const std::string& name = function->name->name;
    if (!has_test_name(name) || is_test_main(function) || takes(function, "T")) continue;
    return diagnostics.add(function->pos, "wrong signature for " + name + ", must be: func " +
                                              name + "(t *testing.T)");
  }
}

std::string test_main_text(const SourceFile& file) {
  std::string tests;
  bool has_main = false;
  for (const FuncDecl* function : functions_of(file)) {
    const std::string& name = function->name->name;
    has_main = has_main || is_test_main(function);
    if (has_test_name(name) && !is_test_main(function))
      tests += "\t\t{\"" + name + "\", " + name + "},\n";
  }
  return "package " + file.package_name->name +
         "\n\nimport _testing \"testing\"\n\nfunc main() {\n"
         "\t_m := _testing.MainStart([]_testing.InternalTest{\n" +
         tests + "\t})\n" + (has_main ? "\tTestMain(_m)\n" : "\t_m.Run()\n") + "\t_m.Exit()\n}\n";
}

}  // namespace gopark::lang
