// A program: its packages, globals, functions that can be reached, method tables, and the entry.
#include "sim/base/assert.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/lower.h"
#include "sim/lang/scope.h"

namespace gopark::lang {

namespace {

// "main.f", "main.(*T).Run", "main.T.String", "main.Map[...]". (Go: as in dumps.)
std::string function_name(const Object* function) {
  const std::string package = function->package != nullptr ? function->package->path : "";
  std::string name = function->name;
  if (!function->type_args.empty()) name += "[...]";
  if (function->receiver == nullptr) return package + "." + name;
  std::string receiver =
      function->receiver->object != nullptr ? function->receiver->object->name : "";
  if (!function->receiver->type_args.empty()) receiver += "[...]";
  return package + (function->pointer_receiver ? ".(*" + receiver + ")." : "." + receiver + ".") +
         name;
}

// The names of all methods that values of a type have, promoted ones included; each with the
// package it is known in.
struct MethodName {
  std::string name;
  const Package* package = nullptr;
};

void collect_methods(Type* type, std::map<std::string, MethodName>& names, int depth) {
  if (type == nullptr || depth > 8) return;
  if (type->kind == TypeKind::Pointer) return collect_methods(type->element, names, depth);
  if (type->kind == TypeKind::Named)
    for (const Method& method : type->methods)
      names.emplace(method.name, MethodName{method.name, method.package});
  if (type->kind == TypeKind::Named && type->origin != nullptr)
    for (const Method& method : type->origin->methods)
      names.emplace(method.name, MethodName{method.name, method.package});
  Type* under = underlying(type);
  if (under->kind == TypeKind::Interface)
    for (const Method& method : under->methods)
      names.emplace(method.name, MethodName{method.name, method.package});
  if (under->kind != TypeKind::Struct) return;
  for (const Variable& field : under->fields)
    if (field.embedded) collect_methods(field.type, names, depth + 1);
}

}  // namespace

uint32_t Module::string_index(const std::string& text) {
  const auto [at, added] = strings_.emplace(text, static_cast<uint32_t>(program.strings.size()));
  if (added) program.strings.push_back(text);
  return at->second;
}

uint32_t Module::constant_index(Word word) {
  const auto [at, added] =
      constants_.emplace(word, static_cast<uint32_t>(program.constants.size()));
  if (added) program.constants.push_back(word);
  return at->second;
}

uint32_t Module::global_offset(const Object* variable) {
  const auto at = globals_.find(variable);
  GOPARK_ASSERT(at != globals_.end(), "a package variable has a place");
  return at->second;
}

Object* Module::std_function(const std::string& package, const std::string& name) {
  const auto at = packages_.find(package);
  GOPARK_ASSERT(at != packages_.end());
  Object* function = at->second->scope->find(name);
  GOPARK_ASSERT(function != nullptr);
  return function;
}

FunctionId Module::reserve(const std::string& name) {
  Function function;
  function.name = name;
  program.functions.push_back(std::move(function));
  return FunctionId{static_cast<uint32_t>(program.functions.size() - 1)};
}

FunctionId Module::function_of(const Object* function) {
  if (const auto known = functions_.find(function); known != functions_.end()) return known->second;
  const FuncDecl* decl = function->declaration;
  GOPARK_ASSERT(decl != nullptr, "a function that is called is declared");
  std::string name = function_name(function);
  if (function->name == "init" && function->receiver == nullptr) {
    const auto& inits = function->package->init_functions;
    for (std::size_t i = 0; i < inits.size(); ++i)
      if (inits[i] == function) name += "." + std::to_string(i);
  }
  const FunctionId id = reserve(name);
  functions_[function] = id;
  Function& f = program.functions[static_cast<std::size_t>(id)];
  f.file = decl->pos.file;
  f.line = decl->pos.line;
  f.end_line = decl->end.line;
  f.is_std = function->package->is_std;
  f.quiet = f.is_std;
  // Shapes are needed by callers before the body is translated.
  work_.emplace_back(id, [this, decl, function, name](Lowering& l) {
    l.package = function->package;
    if (decl->body != nullptr) return l.function_body(decl);
    const uint32_t native = find_native(name);
    if (native == kNone)
      return diagnostics.add(decl->pos, "the simulator has no native for " + name);
    l.native_body(decl, native);
  });
  return id;
}

FunctionId Module::literal(const FuncLit* literal, const std::string& name, const Package* package,
                           bool quiet) {
  if (const auto known = literals_.find(literal); known != literals_.end()) return known->second;
  const FunctionId id = reserve(name);
  literals_[literal] = id;
  Function& f = program.functions[static_cast<std::size_t>(id)];
  f.file = literal->pos.file;
  f.line = literal->pos.line;
  f.end_line = literal->end.line;
  f.is_std = package->is_std;
  f.quiet = quiet;
  work_.emplace_back(id, [literal, package](Lowering& l) {
    l.package = package;
    l.literal_body(literal);
  });
  return id;
}

FunctionId Module::synthetic(const std::string& key, const std::string& name,
                             std::function<void(Lowering&)> build) {
  if (const auto known = synthetics_.find(key); known != synthetics_.end()) return known->second;
  const FunctionId id = reserve(name);
  synthetics_[key] = id;
  Function& f = program.functions[static_cast<std::size_t>(id)];
  f.is_std = true;
  f.quiet = true;
  work_.emplace_back(id, std::move(build));
  return id;
}

void Module::translate(FunctionId id, const std::function<void(Lowering&)>& build) {
  const Function shell = program.functions[static_cast<std::size_t>(id)];
  for (const JumpRange range : {JumpRange::Near, JumpRange::Far}) {
    Function function = shell;
    Lowering lowering(*this, function, id, range);
    build(lowering);
    lowering.finish();
    const bool again = lowering.e.jump_too_far();
    if (function.lines.empty()) function.lines.push_back({0, function.line, 1, false});
    if (again && range == JumpRange::Near) continue;
    program.functions[static_cast<std::size_t>(id)] = std::move(function);
    return;
  }
}

void Module::drain() {
  while (!work_.empty()) {
    const auto [id, build] = std::move(work_.back());
    work_.pop_back();
    translate(id, build);
  }
}

// ---------------------------------------------------------------- method tables

void Module::box(const Type* type) {
  const TypeId id = layout.id(type);
  const auto index = static_cast<std::size_t>(id);
  if (boxed_.size() <= index) boxed_.resize(index + 1);
  if (boxed_[index]) return;
  boxed_[index] = true;
  Type* mutable_type = const_cast<Type*>(type);
  Type* under = underlying(mutable_type);
  if (under->kind != TypeKind::Interface) fill_methods(mutable_type, id);
  // Printing finds values inside values.
  switch (under->kind) {
    case TypeKind::Struct:
      for (const Variable& field : under->fields) box(field.type);
      break;
    case TypeKind::Map:
      box(under->key);
      box(under->element);
      break;
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Array:
      box(under->element);
      break;
    default:
      break;
  }
}

void Module::fill_methods(Type* type, TypeId id) {
  std::map<std::string, MethodName> names;
  collect_methods(type, names, 0);
  std::vector<MethodEntry> entries;
  for (const auto& [key, name] : names) {
    const Type* signature = nullptr;
    const FunctionId function = boxed_method(type, name.name, name.package, &signature);
    if (function != FunctionId{kNone})
      entries.push_back({layout.method_id(name.name, name.package, signature), function});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const MethodEntry& a, const MethodEntry& b) { return a.method < b.method; });
  program.types[static_cast<std::size_t>(id)].methods = std::move(entries);
}

// ---------------------------------------------------------------- the whole

void Module::lower_globals(const std::vector<Package*>& packages) {
  for (const Package* package : packages)
    for (const Object* variable : package->globals) {
      GlobalVariable g;
      g.name = package->path + "." + variable->name;
      g.type = layout.id(variable->type);
      g.offset = program.global_words;
      g.file = variable->pos.file;
      g.line = variable->pos.line;
      g.is_std = package->is_std;
      for (const uint32_t p : layout.pointers(variable->type))
        program.global_pointers.push_back(g.offset + p);
      globals_[variable] = g.offset;
      program.global_words += layout.words(variable->type);
      program.globals.push_back(std::move(g));
    }
}

// One package's variables, then its init functions.
void Module::make_entry(const std::vector<Package*>& packages) {
  std::vector<FunctionId> inits;
  for (const Package* package : packages) {
    if (package->initializers.empty() && package->init_functions.empty()) continue;
    const FunctionId id =
        synthetic("init " + package->path, package->path + ".init", [package](Lowering& l) {
          l.package = package;
          for (const Initializer& init : package->initializers) {
            const Reg mark = l.regs.top();
            l.e.begin_statement(init.value->pos);
            const Expr* value = unparen(init.value);
            if (init.variables.size() == 1) {
              Object* variable = init.variables[0];
              if (variable == nullptr || variable->name == "_")
                l.expr(value);
              else
                l.store(l.variable(variable), l.value(value, variable->type));
            } else if (value->comma_ok) {
              const Reg ok = l.regs.allocate_word();
              const Reg v = l.comma_ok(value, l.allocate(value->type), ok);
              Type* boolean = l.m.context.universe().basic(BasicKind::Bool);
              const std::pair<Type*, Reg> parts[] = {{value->type, v}, {boolean, ok}};
              for (std::size_t i = 0; i < 2; ++i)
                if (Object* o = init.variables[i]; o != nullptr && o->name != "_")
                  l.store(l.variable(o),
                          l.convert(parts[i].second, parts[i].first, o->type, kNoReg));
            } else {
              Reg r = l.call_results(as<CallExpr>(value));
              for (std::size_t i = 0; i < init.variables.size(); ++i) {
                Type* source = value->type->fields[i].type;
                if (Object* o = init.variables[i]; o != nullptr && o->name != "_")
                  l.store(l.variable(o), l.convert(r, source, o->type, kNoReg));
                r += l.words(source);
              }
            }
            l.regs.release(mark);
          }
          for (const Object* init : package->init_functions)
            l.emit_call(l.m.function_of(init), l.regs.top());
          l.e.emit(Opcode::Return, 0, 0);
        });
    Function& f = program.functions[static_cast<std::size_t>(id)];
    f.is_std = package->is_std;
    f.quiet = package->is_std;
    if (!package->files.empty()) f.file = package->files[0]->file;
    inits.push_back(id);
  }
  const Object* main = packages.back()->scope->find("main");
  program.main_function = function_of(main);
  const FunctionId main_function = program.main_function;
  program.entry = synthetic("entry", "runtime.main", [inits, main_function](Lowering& l) {
    for (const FunctionId init : inits) l.emit_call(init, l.regs.top());
    l.emit_call(main_function, l.regs.top());
    l.e.emit(Opcode::Return, 0, 0);
  });
}

void Module::run(const std::vector<Package*>& packages) {
  for (Package* package : packages) packages_[package->path] = package;
  for (const SourceText& source : context.files().files)
    program.files.push_back({source.path, source.is_std});
  const Universe& universe = context.universe();
  program.string_type = layout.id(universe.basic(BasicKind::String));
  program.int_type = layout.id(universe.basic(BasicKind::Int));
  program.byte_type = layout.id(universe.basic(BasicKind::Uint8));
  program.rune_type = layout.id(universe.basic(BasicKind::Int32));
  const Type* text = underlying(universe.error())->methods[0].signature;  // func() string
  program.error_method = layout.method_id("Error", nullptr, text);
  program.string_method = layout.method_id("String", nullptr, text);
  for (const BasicKind kind : {BasicKind::String, BasicKind::Int}) box(universe.basic(kind));
  for (auto [name, id] :
       {std::pair<const char*, TypeId*>{"errorString", &program.error_string_type},
        {"plainError", &program.plain_error_type}}) {
    const Type* type = std_function("runtime", name)->type;
    *id = layout.id(type);
    box(type);
  }
  lower_globals(packages);
  make_entry(packages);
  drain();
}

}  // namespace gopark::lang
