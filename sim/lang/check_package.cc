// Collecting the package-level objects, and the order in which a package is checked.
// (go/types: resolver.go, check.go.)
#include <algorithm>
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

CheckContext::CheckContext(Arena* arena, const FileSet* files, Diagnostics* diagnostics,
                           Importer importer, std::vector<std::string> supported)
    : arena_(arena),
      files_(files),
      diagnostics_(diagnostics),
      importer_(std::move(importer)),
      supported_(std::move(supported)),
      universe_(arena) {}

Instance* CheckContext::find_instance(const Object* generic, const std::vector<Type*>& type_args) {
  for (Instance* instance : instances_[generic]) {
    const std::vector<Type*>& known = instance->type_args;
    if (std::equal(type_args.begin(), type_args.end(), known.begin(), known.end(),
                   [](const Type* a, const Type* b) { return identical(a, b); })) {
      return instance;
    }
  }
  return nullptr;
}

void CheckContext::need_body(const FuncDecl* function) {
  if (!function->unread) return;
  DeclInfo* info = function->object->info;
  body_reader_(info->function);
  checkers_.at(info->package)->check_body_of(info->function);
}

void CheckContext::forget_instances_of_programs() {
  const auto of_program = [](const Instance* instance) { return !instance->owner->is_std; };
  for (auto& [generic, list] : instances_) {
    list.erase(std::remove_if(list.begin(), list.end(), of_program), list.end());
  }
}

Package* check_package(CheckContext& context, const std::string& path,
                       const std::vector<SourceFile*>& files) {
  Package* package = context.arena().make<Package>();
  package->path = path;
  package->files = files;
  package->scope = context.arena().make<Scope>(context.universe().scope());
  if (!files.empty()) {
    const SourceFile& first = *files[0];
    if (first.package_name != nullptr) package->name = first.package_name->name;
    package->is_std =
        first.file < context.files().files.size() && context.files().files[first.file].is_std;
  }
  if (!package->is_std) context.forget_instances_of_programs();
  // It lives as long as the types, some of which it finishes only when they are used.
  Checker* checker = context.arena().make<Checker>(context, package, files);
  if (package->is_std) context.set_checker(package, checker);
  checker->check();
  return package;
}

Checker::Checker(CheckContext& context, Package* package, const std::vector<SourceFile*>& files)
    : context_(context),
      arena_(context.arena()),
      universe_(context.universe()),
      package_(package),
      files_(files),
      no_value_(new_type(TypeKind::Tuple)) {
  env_.package = package;
  env_.scope = package->scope;
}

void Checker::check() {
  collect_objects();
  check_package_objects();
  process_delayed(0);
  check_instances();
  initialization_order();
  report_unused_imports();
  report_large_channels();
  check_main();
  if (first_invalid_.line != 0 && context_.diagnostics().empty()) {
    error(first_invalid_, "this is not supported by the simulator");
  }
  fill_package();
}

// gc knows sizes only once the types are in order.
void Checker::report_large_channels() {
  if (!context_.diagnostics().empty()) return;
  for (const Pos pos : large_channels_) error(pos, "channel element type too large (>64kB)");
}

// It may be wanted while another body is checked, or an instance.
void Checker::check_body_of(FuncDecl* function) {
  Instance* const outer = std::exchange(current_instance_, nullptr);
  const std::size_t top = delayed_.size();
  function_body(function->object, function->object->info);
  process_delayed(top);
  check_instances();
  fill_method_types();
  current_instance_ = outer;
}

DeclInfo* Checker::new_info(Scope* file_scope) {
  DeclInfo* info = arena_.make<DeclInfo>();
  info->package = package_;
  info->file_scope = file_scope;
  return info;
}

void Checker::collect_objects() {
  for (SourceFile* file : files_) collect_file(file);
  check_file_scopes();
  associate_methods();
}

void Checker::collect_file(SourceFile* file) {
  Scope* file_scope = arena_.make<Scope>(package_->scope);
  file_scopes_.push_back(file_scope);
  if (file->package_name != nullptr && file->package_name->name == "_") {
    error(file->package_name, "invalid package name _");
  }
  for (const Decl& decl : file->declarations) {
    if (decl.func != nullptr) {
      collect_function(file_scope, decl.func);
      continue;
    }
    if (decl.gen->token == Token::Const) collect_constants(file_scope, decl.gen);
    for (ImportSpec* spec : decl.gen->imports) collect_import(file_scope, spec);
    for (TypeSpec* spec : decl.gen->types) collect_type(file_scope, spec);
    if (decl.gen->token == Token::Var) {
      for (ValueSpec* spec : decl.gen->values) collect_variables(file_scope, spec);
    }
  }
}

void Checker::declare_package_object(Ident* ident, Object* object, DeclInfo* info) {
  ident->object = ident->name == "_" ? nullptr : object;
  const bool is_main = ident->name == "main" && package_->name == "main";
  if (ident->name == "init" || is_main) {
    main_refused_ = main_refused_ || is_main;
    error(ident, "cannot declare " + ident->name + " - must be func");
    return;
  }
  declare(package_->scope, object);
  object->info = info;
  info->order = static_cast<uint32_t>(objects_.size());
  objects_.push_back(object);
}

// Go: arity. `values` are those that apply, also when they are repeated from an earlier line.
void Checker::arity(Pos pos, const Names& names, const std::vector<Expr*>& values, bool is_constant,
                    bool inherited) {
  if (names.size() < values.size()) {
    const Expr* extra = values[names.size()];
    if (inherited) {
      error(pos, "extra init expr at " + position(extra->pos));
    } else {
      error(extra, "extra init expr " + text(extra));
    }
  } else if (names.size() > values.size() && (is_constant || values.size() != 1)) {
    const Ident* missing = names[values.size()];
    error(missing, "missing init expr for " + missing->name);
  }
}

void Checker::collect_constants(Scope* file_scope, GenDecl* decl) {
  const ValueSpec* last = nullptr;  // whose type and values a spec without any repeats
  for (ValueSpec* spec : decl->values) {
    const bool inherited = spec->type_expr == nullptr && spec->values.empty() && last != nullptr;
    if (!inherited) last = spec;
    const Constant* iota = keep(make_integer(static_cast<Int128>(spec->iota)));
    for (std::size_t i = 0; i < spec->names.size(); i++) {
      DeclInfo* info = new_info(file_scope);
      info->type_expr = last->type_expr;
      info->init = i < last->values.size() ? last->values[i] : nullptr;
      info->inherited = inherited;
      info->iota = iota;
      Object* object = new_object(ObjectKind::Const, spec->names[i], nullptr);
      declare_package_object(spec->names[i], object, info);
    }
    arity(spec->pos, spec->names, last->values, true, inherited);
  }
}

void Checker::collect_variables(Scope* file_scope, ValueSpec* spec) {
  std::vector<Object*> variables;
  for (const Ident* name : spec->names) {
    Object* object = new_object(ObjectKind::Var, name, nullptr);
    object->is_global = true;
    object->used = true;
    variables.push_back(object);
  }
  DeclInfo* shared = nullptr;  // var a, b = f()
  if (spec->values.size() == 1 && spec->names.size() > 1) {
    shared = new_info(file_scope);
    shared->group = variables;
    shared->type_expr = spec->type_expr;
    shared->init = spec->values[0];
  }
  for (std::size_t i = 0; i < spec->names.size(); i++) {
    DeclInfo* info = shared != nullptr ? shared : new_info(file_scope);
    if (shared == nullptr) {
      info->type_expr = spec->type_expr;
      info->init = i < spec->values.size() ? spec->values[i] : nullptr;
    }
    declare_package_object(spec->names[i], variables[i], info);
  }
  if (spec->type_expr == nullptr || !spec->values.empty()) {
    arity(spec->pos, spec->names, spec->values, false, false);
  }
}

void Checker::collect_type(Scope* file_scope, TypeSpec* spec) {
  DeclInfo* info = new_info(file_scope);
  info->type_spec = spec;
  declare_package_object(spec->name, new_object(ObjectKind::TypeName, spec->name, nullptr), info);
}

void Checker::collect_function(Scope* file_scope, FuncDecl* decl) {
  Object* object = new_object(ObjectKind::Func, decl->name, nullptr);
  object->declaration = decl;
  decl->object = object;
  decl->name->object = object;
  object->info = new_info(file_scope);
  object->info->function = decl;
  object->info->order = static_cast<uint32_t>(objects_.size());
  objects_.push_back(object);
  if (decl->body == nullptr && !package_->is_std) error(decl->name, "missing function body");
  if (!decl->receiver.empty()) {
    if (decl->name->name != "_") methods_.push_back({object, decl});
    return;
  }
  const bool is_main = decl->name->name == "main" && package_->name == "main";
  if (decl->name->name == "init" || is_main) collect_special_function(decl, object);
  if (decl->name->name != "init") declare(package_->scope, object);
}

// Go: functions init and main have no parameters.
void Checker::collect_special_function(FuncDecl* decl, Object* object) {
  const FuncType& signature = *decl->signature;
  if (!signature.type_params.empty()) {
    error(signature.type_params[0].pos, "func " + object->name + " must have no type parameters");
  }
  if (!signature.params.empty() || !signature.results.empty()) {
    error(decl->name, "func " + object->name + " must have no arguments and no return values");
  }
}

// Names of imports and of the package share what a file sees, so they must differ.
void Checker::check_file_scopes() {
  for (const Scope* scope : file_scopes_) {
    for (const Object* object : scope->objects()) {
      const Object* other = package_->scope->find(object->name);
      if (other == nullptr) continue;
      const bool is_import = object->kind == ObjectKind::PackageName;
      const std::string how = is_import ? "import" : "dot-import";
      const Package* from = is_import ? object->imported : object->package;
      error(other->pos, other->name + " already declared through " + how + " of package " +
                            (from != nullptr ? from->name : "") + other_declaration(object));
    }
  }
}

// The type whose method a receiver declares: *T, T, *T[P] in any parentheses, through aliases.
// (Go: resolveBaseTypeName.)
Object* Checker::resolve_base_type(Expr* receiver, bool* pointer) {
  *pointer = false;
  std::vector<const Object*> seen;
  for (Expr* expr = unparen(receiver); expr != nullptr;) {
    if (expr->kind == ExprKind::Star) {
      if (*pointer) return nullptr;
      *pointer = true;
      expr = unparen(as<StarExpr>(expr)->x);
      continue;
    }
    if (expr->kind == ExprKind::Index) {
      expr = unparen(as<IndexExpr>(expr)->x);
      continue;
    }
    if (expr->kind != ExprKind::Ident) return nullptr;
    Object* object = package_->scope->find(as<Ident>(expr)->name);
    if (object == nullptr || object->kind != ObjectKind::TypeName || object->info == nullptr) {
      return nullptr;
    }
    if (std::find(seen.begin(), seen.end(), object) != seen.end()) return nullptr;
    if (!object->info->type_spec->alias) return object;
    seen.push_back(object);
    expr = unparen(object->info->type_spec->type_expr);
  }
  return nullptr;
}

void Checker::associate_methods() {
  for (const MethodInfo& method : methods_) {
    bool pointer = false;
    Object* base = resolve_base_type(method.declaration->receiver[0].type_expr, &pointer);
    if (base == nullptr) continue;
    method.object->pointer_receiver = pointer;
    base->info->methods.push_back(method.object);
  }
}

// Types first, aliases after them, then the rest. (Go: packageObjects.)
void Checker::check_package_objects() {
  const std::vector<Object*> objects = objects_;
  std::vector<Object*> aliases;
  for (Object* object : objects) {
    if (object->kind != ObjectKind::TypeName) continue;
    if (object->info->type_spec->alias) {
      aliases.push_back(object);
    } else {
      object_decl(object);
    }
  }
  for (Object* object : aliases) object_decl(object);
  for (Object* object : objects) {
    if (object->kind != ObjectKind::TypeName) object_decl(object);
  }
}

void Checker::check_main() {
  if (package_->name != "main" || package_->is_std || files_.empty()) return;
  const Object* main = package_->scope->find("main");
  if (main != nullptr && main->kind == ObjectKind::Func) return;
  const Ident* name = files_[0]->package_name;
  if (main == nullptr && name != nullptr && !main_refused_) {
    error(name, "function main is undeclared in the main package");
  }
}

void Checker::fill_package() {
  for (Object* object : objects_) {
    if (object->kind == ObjectKind::Var && object->name != "_") {
      package_->globals.push_back(object);
    }
    if (object->kind != ObjectKind::Func) continue;
    const bool is_init = object->name == "init" && object->declaration->receiver.empty();
    if (is_init) package_->init_functions.push_back(object);
    const bool generic = is_generic(object->type) || !object->info->receiver_type_params.empty();
    if (!generic) package_->functions.push_back(object->declaration);
  }
  for (const Object* instance : needed_instances_) {
    if (instance->declaration != nullptr) package_->functions.push_back(instance->declaration);
  }
  for (const Instance* instance : adopted_) {
    if (instance->function != nullptr && instance->function->declaration != nullptr) {
      package_->functions.push_back(instance->function->declaration);
    }
    if (instance->type == nullptr) continue;
    for (const Method& method : instance->type->methods) {
      if (method.function->declaration == nullptr) continue;
      package_->functions.push_back(method.function->declaration);
    }
  }
  fill_method_types();
}

// Methods are declared before their signatures are known.
void Checker::fill_method_types() {
  while (types_with_methods_ < named_types_.size()) {
    Type* type = named_types_[types_with_methods_++];
    if (type->origin != nullptr) continue;  // need_methods() has done those that are compiled
    type->underlying = underlying(type);
    if (type->underlying == nullptr) type->underlying = invalid();
    for (Method& method : type->methods) method.signature = method_signature(method.function);
  }
}

}  // namespace gopark::lang
