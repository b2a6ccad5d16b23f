#include "sim/lang/compile_program.h"

#include <algorithm>
#include <utility>

#include "sim/base/assert.h"
#include "sim/lang/compile.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/scope.h"

namespace gopark::lang {

std::string function_name(const Object* function) {
  std::string text = function->package == nullptr ? "" : function->package->path + ".";
  if (const Type* receiver = function->receiver) {
    std::string type = receiver->object == nullptr ? receiver->name : receiver->object->name;
    if (!receiver->type_args.empty()) type += "[...]";
    text += function->pointer_receiver ? "(*" + type + ")." : type + ".";
  }
  text += function->name;
  if (!function->type_args.empty() && function->receiver == nullptr) text += "[...]";
  return text;
}

ProgramCompiler::ProgramCompiler(const FileSet& files, const std::vector<Package*>& packages,
                                 Diagnostics& diagnostics,
                                 std::function<void(const FuncDecl*)> need_body)
    : files_(files),
      packages_(packages),
      diagnostics_(diagnostics),
      need_body_(std::move(need_body)),
      layout_(program_) {}

Program ProgramCompiler::run() {
  add_files();
  add_runtime_types();
  add_globals();
  for (const Package* package : packages_) name_initializer_literals(package);
  const Object* main = find_function(packages_.back(), "main");
  GOPARK_ASSERT(main != nullptr, "a package main without func main was checked");
  FunctionRequest entry;
  entry.kind = BodyKind::Entry;
  entry.name = "runtime.main";
  entry.package = packages_.back();
  program_.entry = request("entry", std::move(entry));
  program_.main_function = declared(main);
  while (!pending_.empty()) {
    const FunctionRequest next = std::move(pending_.front());
    pending_.pop_front();
    compile(next);
  }
  for (TypeDescription& type : program_.types) {
    std::stable_sort(
        type.methods.begin(), type.methods.end(),
        [](const MethodEntry& a, const MethodEntry& b) { return a.method < b.method; });
  }
  return std::move(program_);
}

void ProgramCompiler::compile(const FunctionRequest& request) {
  if (request.declaration != nullptr) need_body_(request.declaration);
  FunctionCompiler near(*this, request, JumpRange::Near);
  near.compile();
  Function& slot = program_.functions[static_cast<std::size_t>(request.id)];
  if (!near.jump_too_far()) {
    slot = near.take();
    return;
  }
  FunctionCompiler far(*this, request, JumpRange::Far);
  far.compile();
  program_.functions[static_cast<std::size_t>(request.id)] = far.take();
}

void ProgramCompiler::refuse(Pos pos, std::string message) {
  diagnostics_.add(pos, std::move(message));
}

void ProgramCompiler::add_files() {
  for (const SourceText& file : files_.files)
    program_.files.push_back(FileName{file.path, file.is_std});
}

void ProgramCompiler::add_runtime_types() {
  const auto basic = [this](BasicKind kind, const char* name) {
    Type* type = runtime_types_.make<Type>();
    type->kind = TypeKind::Basic;
    type->basic = kind;
    type->name = name;
    return type;
  };
  bool_type_ = basic(BasicKind::Bool, "bool");
  int_type_ = basic(BasicKind::Int, "int");
  rune_type_ = basic(BasicKind::Int32, "int32");
  program_.string_type = boxed(basic(BasicKind::String, "string"));
  program_.int_type = boxed(int_type_);
  program_.byte_type = boxed(basic(BasicKind::Uint8, "uint8"));
  program_.rune_type = boxed(rune_type_);
  program_.error_string_type = boxed(runtime_object("errorString")->type);
  program_.plain_error_type = boxed(runtime_object("plainError")->type);
  // Values of these the simulator makes as well; it finds them by name (vm/state.h, Prepared).
  boxed(runtime_object("boundsError")->type);
  boxed(pointer_to_runtime("TypeAssertionError"));
  boxed(pointer_to_runtime("PanicNilError"));
  const Method& text = runtime_object("errorString")->type->methods.back();
  GOPARK_ASSERT(text.name == "Error");
  program_.error_method = layout_.method_id("Error", nullptr, text.signature);
  program_.string_method = layout_.method_id("String", nullptr, text.signature);
}

const Type* ProgramCompiler::pointer_to_runtime(const char* name) {
  Type* type = runtime_types_.make<Type>();
  type->kind = TypeKind::Pointer;
  type->element = runtime_object(name)->type;
  return type;
}

void ProgramCompiler::add_globals() {
  uint64_t offset = 0;
  for (const Package* package : packages_) {
    for (uint32_t n = 0; n < package->init_functions.size(); ++n)
      init_names_[package->init_functions[n]->declaration] =
          package->path + ".init." + std::to_string(n);
    for (const Object* variable : package->globals) {
      if (layout_.is_too_large(variable->type) || offset > kMaxTypeWords)
        return refuse(variable->pos, "the package variables are too large for the simulator");
      globals_[variable] = static_cast<uint32_t>(offset);
      program_.globals.push_back(GlobalVariable{
          package->path + "." + variable->name, layout_.id(variable->type),
          static_cast<uint32_t>(offset), variable->pos.file, variable->pos.line, package->is_std});
      for (const uint32_t pointer : layout_.pointers(variable->type))
        program_.global_pointers.push_back(static_cast<uint32_t>(offset) + pointer);
      offset += layout_.words(variable->type);
    }
  }
  program_.global_words = static_cast<uint32_t>(offset);
}

uint32_t ProgramCompiler::global_offset(const Object* variable) const {
  const auto found = globals_.find(variable);
  return found == globals_.end() ? 0 : found->second;  // absent: refused in add_globals
}

uint32_t ProgramCompiler::constant(Word value) {
  const auto [entry, added] =
      constants_.emplace(value, static_cast<uint32_t>(program_.constants.size()));
  if (added) program_.constants.push_back(value);
  return entry->second;
}

uint32_t ProgramCompiler::string(const std::string& text) {
  const auto [entry, added] =
      strings_.emplace(text, static_cast<uint32_t>(program_.strings.size()));
  if (added) program_.strings.push_back(text);
  return entry->second;
}

// ---------------------------------------------------------------- names of literals

void ProgramCompiler::name_literals(const std::string& outer, Node body) {
  uint32_t number = 0;
  for (const FuncLit* literal : literals_in(body))
    name_literal(literal, outer + ".func" + std::to_string(++number));
  name_range_bodies(outer, body);
}

// Literals in such a body are named after the function around. (Go: ir.closureName.)
void ProgramCompiler::name_range_bodies(const std::string& outer, Node body) {
  uint32_t number = 0;
  for (const RangeStmt* loop : range_funcs_in(body))
    literal_names_[loop->body_function] = outer + "-range" + std::to_string(++number);
}

void ProgramCompiler::name_literal(const FuncLit* literal, const std::string& name) {
  literal_names_[literal] = name;
  uint32_t number = 0;
  for (const FuncLit* inner : literals_in(Node{nullptr, literal->body}))
    name_literal(inner, name + "." + std::to_string(++number));
  name_range_bodies(name, Node{nullptr, literal->body});
}

// In source order: (Go: "main.glob..func1".)
void ProgramCompiler::name_initializer_literals(const Package* package) {
  std::vector<const FuncLit*> literals;
  for (const Initializer& initializer : package->initializers) {
    const std::vector<const FuncLit*> found = literals_in(Node{initializer.value, nullptr});
    literals.insert(literals.end(), found.begin(), found.end());
  }
  std::stable_sort(literals.begin(), literals.end(), [](const FuncLit* a, const FuncLit* b) {
    return std::make_pair(a->pos.line, a->pos.column) < std::make_pair(b->pos.line, b->pos.column);
  });
  uint32_t number = 0;
  for (const FuncLit* literal : literals)
    name_literal(literal, package->path + ".glob..func" + std::to_string(++number));
}

// ---------------------------------------------------------------- functions

FunctionId ProgramCompiler::request(const std::string& key, FunctionRequest request) {
  const auto [entry, added] =
      requested_.emplace(key, FunctionId{static_cast<uint32_t>(program_.functions.size())});
  if (!added) return entry->second;
  request.id = entry->second;
  program_.functions.emplace_back();
  pending_.push_back(std::move(request));
  return entry->second;
}

std::string ProgramCompiler::number(const void* thing) {
  const auto entry = numbers_.emplace(thing, static_cast<uint32_t>(numbers_.size())).first;
  return std::to_string(entry->second);
}

std::string ProgramCompiler::receiver_key(const Receiver& receiver) {
  std::string key = std::to_string(static_cast<int>(receiver.from)) + ":" +
                    std::to_string(static_cast<uint32_t>(layout_.id(receiver.root)));
  for (const uint32_t field : receiver.path) key += "." + std::to_string(field);
  return key;
}

std::string ProgramCompiler::name_of(const Object* function) const {
  const auto init = init_names_.find(function->declaration);
  return init == init_names_.end() ? function_name(function) : init->second;
}

// A std function whose comment, or whose file's comment, says //gopark:quiet, or
// //gopark:unsynchronized, which is quiet too.
Quietness ProgramCompiler::quietness(const FuncDecl* declaration) {
  if (declaration->directive.find("quiet") != std::string::npos) return {true, false};
  const auto [entry, added] = quiet_files_.emplace(declaration->pos.file, Quietness{});
  if (!added) return entry->second;
  const SourceText& file = files_.files[declaration->pos.file];
  const std::size_t clause = file.text.find("\npackage ");
  const auto says = [&](std::string_view directive) {
    return file.is_std && file.text.find(directive) < clause;
  };
  entry->second.unsynchronized = says("//gopark:unsynchronized");
  entry->second.quiet = says("//gopark:quiet") || entry->second.unsynchronized;
  return entry->second;
}

FunctionId ProgramCompiler::declared(const Object* function) {
  FunctionRequest wanted;
  wanted.kind = BodyKind::Declaration;
  wanted.name = name_of(function);
  wanted.package = function->package;
  wanted.declaration = function->declaration;
  wanted.quietness = quietness(function->declaration);
  return request("d" + number(function->declaration), std::move(wanted));
}

FunctionId ProgramCompiler::method(const Object* function, Receiver receiver) {
  FunctionRequest wanted;
  wanted.kind = function->declaration->body == nullptr ? BodyKind::Forward : BodyKind::Declaration;
  wanted.name = name_of(function);
  wanted.package = function->package;
  wanted.declaration = function->declaration;
  wanted.signature = function->type;
  wanted.quietness = quietness(function->declaration);
  const std::string key = "m" + number(function->declaration) + " " + receiver_key(receiver);
  wanted.receiver = std::move(receiver);
  return request(key, std::move(wanted));
}

FunctionId ProgramCompiler::interface_method(const Type* interface, const Method& method,
                                             Receiver receiver) {
  FunctionRequest wanted;
  wanted.kind = BodyKind::Forward;
  wanted.name = runtime_name(receiver.root) + "." + method.name;
  wanted.package = method.package;
  wanted.interface = interface;
  wanted.method = layout_.method_id(method.name, method.package, method.signature);
  wanted.signature = method.signature;
  const std::string key = "i" + std::to_string(static_cast<uint32_t>(wanted.method)) + " " +
                          std::to_string(static_cast<uint32_t>(layout_.id(interface))) + " " +
                          receiver_key(receiver);
  wanted.receiver = std::move(receiver);
  return request(key, std::move(wanted));
}

FunctionId ProgramCompiler::literal(const FuncLit* literal, const FunctionRequest& outer) {
  FunctionRequest wanted;
  wanted.kind = BodyKind::Literal;
  const auto name = literal_names_.find(literal);
  GOPARK_ASSERT(name != literal_names_.end(), "a literal that no function holds");
  wanted.name = name->second;
  wanted.package = outer.package;
  wanted.literal = literal;
  wanted.quietness = outer.quietness;
  return request("l" + number(literal), std::move(wanted));
}

FunctionId ProgramCompiler::deferred_builtin(const CallExpr* call, const FunctionRequest& outer) {
  FunctionRequest wanted;
  wanted.kind = BodyKind::Builtin;
  wanted.name = outer.name + ".wrap";
  wanted.package = outer.package;
  wanted.call = call;
  wanted.quietness = outer.quietness;
  return request("b" + number(call), std::move(wanted));
}

FunctionId ProgramCompiler::initialization(const Package* package) {
  FunctionRequest wanted;
  wanted.kind = BodyKind::Initialization;
  wanted.name = package->path + ".init";
  wanted.package = package;
  wanted.quietness.quiet = package->is_std;
  return request("p" + package->path, std::move(wanted));
}

Object* ProgramCompiler::find_function(const Package* package, const std::string& name) const {
  for (const FuncDecl* declaration : package->functions) {
    if (declaration->receiver.empty() && declaration->name->name == name)
      return declaration->object;
  }
  return nullptr;
}

FunctionId ProgramCompiler::runtime_function(const std::string& name) {
  return declared(runtime_object(name));
}

Object* ProgramCompiler::runtime_object(const std::string& name) const {
  for (const Package* package : packages_) {
    if (package->path != "runtime") continue;
    Object* found = package->scope->find(name);
    GOPARK_ASSERT(found != nullptr, "package runtime lacks something");
    return found;
  }
  GOPARK_ASSERT(false, "package runtime is always loaded");
  return nullptr;
}

// ---------------------------------------------------------------- boxes

TypeId ProgramCompiler::boxed(const Type* type) {
  const TypeId id = layout_.id(type);
  if (is_interface_type(type) || !boxed_.insert(id).second) return id;
  add_methods(type, id);
  box_parts(type);
  return id;
}

void ProgramCompiler::add_methods(const Type* type, TypeId id) {
  for (const MethodOfType& method : method_set(type)) {
    const MethodEntry entry{layout_.method_id(method.name, method.package, method.signature),
                            method_entry(type, method)};
    program_.types[static_cast<std::size_t>(id)].methods.push_back(entry);
  }
}

namespace {

Method method_named(const MethodOfType& found) {
  Method method;
  method.name = found.name;
  method.signature = const_cast<Type*>(found.signature);
  method.package = const_cast<Package*>(found.package);
  return method;
}

}  // namespace

FunctionId ProgramCompiler::method_entry(const Type* type, const MethodOfType& method) {
  Receiver receiver{ReceiverFrom::Box, type, method.path};
  if (method.function == nullptr)
    return interface_method(method.interface, method_named(method), std::move(receiver));
  const bool is_pointer = kind_of(type) == Kind::Pointer && type->kind == TypeKind::Pointer;
  const bool as_declared = method.path.empty() && layout_.words(type) == 1 &&
                           is_pointer == method.function->pointer_receiver;
  return as_declared ? declared(method.function)
                     : this->method(method.function, std::move(receiver));
}

void ProgramCompiler::box_parts(const Type* type) {
  const Type* u = under(type);
  switch (u->kind) {
    case TypeKind::Map:
      boxed(u->key);
      [[fallthrough]];
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Array:
      boxed(u->element);
      return;
    case TypeKind::Struct:
      for (const Variable& field : u->fields)
        if (field.embedded || is_exported(field.name)) boxed(field.type);
      return;
    default:
      return;
  }
}

Program compile_packages(const FileSet& files, const std::vector<Package*>& packages,
                         Diagnostics& diagnostics,
                         const std::function<void(const FuncDecl*)>& need_body) {
  return ProgramCompiler(files, packages, diagnostics, need_body).run();
}

}  // namespace gopark::lang
