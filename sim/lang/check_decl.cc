// Declarations: constants, variables, types, functions; cycles among them. (go/types: decl.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

constexpr uint32_t kDone = 1;
constexpr uint32_t kFirstOnPath = 2;  // color of an object that is being declared, plus its index

bool is_alias(const Object* object) {
  return object->info != nullptr && object->info->type_spec != nullptr &&
         object->info->type_spec->alias;
}

std::string field_and_method(const std::string& name) {
  return "field and method with the same name " + name;
}

}  // namespace

// Makes sure that the object has its type, whatever the order of declarations. (Go: objDecl.)
void Checker::object_decl(Object* object) {
  if (object->color == kDone) return;
  if (object->color == 0 && object->type != nullptr) {
    object->color = kDone;
    return;
  }
  if (object->color >= kFirstOnPath) {
    const bool valid = valid_cycle(object);
    if (valid && is_alias(object)) return;  // reported where it is used
    if (!valid && object->kind == ObjectKind::TypeName) object->type = invalid();
    if (object->type == nullptr) object->type = invalid();
    return;
  }
  DeclInfo* info = object->info;
  if (info == nullptr) {
    object->type = invalid();
    return;
  }
  EnvironmentSaver saver(this);
  env_ = Environment();
  env_.package = info->package;
  env_.scope = info->file_scope;
  env_.declaration = info;
  object->color = kFirstOnPath + static_cast<uint32_t>(path_.size());
  path_.push_back(object);
  if (object->kind == ObjectKind::Const) {
    env_.iota = info->iota;
    constant_decl(object, info->type_expr, info->init, info->inherited);
  } else if (object->kind == ObjectKind::Var) {
    variable_decl(object, info->group, info->type_expr, info->init);
  } else if (object->kind == ObjectKind::TypeName) {
    env_.declaration = nullptr;
    type_decl(object, info->type_spec, info);
  } else if (info->generic != nullptr) {
    method_of_instance(object);
  } else {
    function_decl(object, info);
  }
  if (object->type == nullptr) object->type = invalid();
  path_.pop_back();
  object->color = kDone;
}

// An alias stands for a type that is still being read.
bool Checker::is_unfinished_alias(const Object* object) {
  return object->kind == ObjectKind::TypeName && object->type == nullptr && is_alias(object);
}

// Cycles of values alone are left to the initialisation order; those through a type definition are
// fine. (Go: validCycle.)
bool Checker::valid_cycle(const Object* object) {
  const auto start = static_cast<std::ptrdiff_t>(object->color - kFirstOnPath);
  const std::vector<Object*> cycle(path_.begin() + start, path_.end());
  std::size_t values = 0;
  std::size_t definitions = 0;
  bool constrains_itself = false;  // a generic type is used in its own type parameters
  for (const Object* member : cycle) {
    if (member->kind == ObjectKind::Const || member->kind == ObjectKind::Var) values++;
    if (member->kind == ObjectKind::TypeName && !is_alias(member)) definitions++;
    if (member->kind == ObjectKind::TypeName && env_.in_type_params && is_generic(member->type)) {
      constrains_itself = true;
    }
  }
  if (constrains_itself) {
    report_cycle(cycle);
    return false;
  }
  if (values == cycle.size() || (values == 0 && definitions > 0)) return true;
  report_cycle(cycle);
  return false;
}

// Go: cycleError.
void Checker::report_cycle(const std::vector<Object*>& cycle) {
  const auto before = [](const Object* a, const Object* b) {
    return std::pair(a->pos.line, a->pos.column) < std::pair(b->pos.line, b->pos.column);
  };
  const auto first = std::min_element(cycle.begin(), cycle.end(), before);
  auto start = static_cast<std::size_t>(first - cycle.begin());
  const bool is_type = (*first)->kind == ObjectKind::TypeName;
  const std::string what = is_type ? "invalid recursive type" : "invalid cycle in declaration";
  const std::string& name = (*first)->name;
  if (cycle.size() == 1) return error((*first)->pos, what + ": " + name + " refers to itself");
  std::string message = what + (is_type ? " " : " of ") + name;
  for (std::size_t i = 0; i < cycle.size(); i++, start++) {
    const Object* from = cycle[start % cycle.size()];
    const Object* to = cycle[(start + 1) % cycle.size()];
    message += "\n\t" + position(from->pos) + ": " + from->name + " refers to " + to->name;
  }
  error((*first)->pos, message);
}

void Checker::constant_decl(Object* object, Expr* type_expr, Expr* init, bool inherited) {
  const Pos outer_error_pos = env_.error_pos;
  env_.error_pos = {};
  object->constant = keep(Constant());
  if (type_expr != nullptr) {
    Type* type = type_of(type_expr);
    if (!is_basic(type, kConstType)) {
      if (is_valid(underlying(type))) {
        error(type_expr, "invalid constant type " + text(type));
      }
      object->type = invalid();
      env_.error_pos = outer_error_pos;
      return;
    }
    object->type = type;
  }
  Operand x;
  if (init != nullptr) {
    if (inherited) env_.error_pos = object->pos;
    expression(&x, init);
  }
  initialize_constant(object, &x);
  env_.error_pos = outer_error_pos;
}

void Checker::variable_decl(Object* object, const std::vector<Object*>& group, Expr* type_expr,
                            Expr* init) {
  if (type_expr != nullptr) object->type = variable_type(type_expr);
  if (init == nullptr) {
    if (type_expr == nullptr) object->type = invalid();
  } else if (group.empty()) {
    Operand x;
    expression_for(&x, init, object->type);
    initialize_variable(object, &x, "variable declaration");
  } else {
    if (type_expr != nullptr) {
      for (Object* member : group) member->type = object->type;
    }
    initialize_variables(group, {init}, nullptr);
  }
  if (!is_valid(object->type)) object->used = true;
}

void Checker::alias_decl(Object* object, TypeSpec* spec) {
  if (!spec->type_params.empty()) {
    error(spec->name, "generic type cannot be alias");
  }
  Type* type = type_of(spec->type_expr);
  object->type = type;
}

void Checker::type_decl(Object* object, TypeSpec* spec, DeclInfo* info) {
  if (spec->alias) return alias_decl(object, spec);
  Type* named = new_type(TypeKind::Named);
  named->object = object;
  named->in_generic = env_.in_generic && env_.function != nullptr;
  object->type = named;
  named_types_.push_back(named);
  later([this, named] { valid_type(named); });
  collect_methods(object, info);
  const bool was_generic = env_.in_generic;
  Scope* const outer = env_.scope;
  if (!spec->type_params.empty()) {
    open_scope();
    env_.in_generic = true;
    declare_type_params(env_.scope, &spec->type_params, &named->type_params);
  }
  Type* definition = defined_type(spec->type_expr, named);
  env_.scope = outer;
  env_.in_generic = was_generic;
  if (is_type_param(definition)) {
    error(spec->type_expr, "cannot use a type parameter as RHS in type declaration");
    definition = invalid();
    named->underlying = definition;
  }
  if (named->underlying == nullptr) named->underlying = definition;
  check_definition_cycle(named);
}

// Enters the methods that associate_methods() found. (Go: collectMethods.)
void Checker::collect_methods(Object* object, DeclInfo* info) {
  if (info == nullptr || info->methods.empty()) return;
  Type* named = object->type;
  for (Object* method : info->methods) {
    const auto same = std::find_if(named->methods.begin(), named->methods.end(),
                                   [&](const Method& m) { return m.name == method->name; });
    if (same != named->methods.end()) {
      error(method->pos, "method " + object->name + "." + method->name + " already declared at " +
                             position(same->function->pos));
      continue;
    }
    named->methods.push_back(
        {method->name, nullptr, method, method->pointer_receiver, method->package});
  }
  later([this, named] { check_field_uniqueness(named); });
}

void Checker::check_field_uniqueness(Type* named) {
  const Type* structure = underlying(named);
  if (structure == nullptr || structure->kind != TypeKind::Struct) return;
  for (const Variable& field : structure->fields) {
    for (const Method& method : named->methods) {
      if (field.name != method.name || field.name == "_") continue;
      error(method.function->pos, field_and_method(field.name) + "\n\t" + position(field.pos) +
                                      ": other declaration of " + field.name);
    }
  }
}

// A type must not contain itself, except behind a pointer, slice, map, channel or function.
// (Go: validType.)
void Checker::valid_type(Type* named) {
  std::vector<Type*> nest;
  std::vector<Type*> path;
  valid_type_parts(named, &nest, &path);
}

// `nest` are the named types around, of which the last gives type parameters their arguments;
// `path` is how we came here. (Go: validType0.)
bool Checker::valid_type_parts(Type* type, std::vector<Type*>* nest, std::vector<Type*>* path) {
  const auto valid = [&](Type* part) { return valid_type_parts(part, nest, path); };
  if (type == nullptr) return true;
  switch (type->kind) {
    case TypeKind::Array:
      return valid(type->element);
    case TypeKind::Struct:
      return std::all_of(type->fields.begin(), type->fields.end(),
                         [&](const Variable& field) { return valid(field.type); });
    case TypeKind::Interface:
      return std::all_of(type->embedded.begin(), type->embedded.end(), valid);
    case TypeKind::TypeParam:
      return valid_type_argument(type, nest, path);
    case TypeKind::Named:
      break;
    default:
      return true;
  }
  if (valid_types_.count(type) != 0) return true;
  if (type->underlying != nullptr && !is_valid(type->underlying)) return false;
  if (std::find(nest->begin(), nest->end(), type) != nest->end()) {
    report_type_cycle(std::find(path->begin(), path->end(), type), path->end());
    return false;
  }
  nest->push_back(type);
  path->push_back(type);
  const bool result = valid((type->origin != nullptr ? type->origin : type)->underlying);
  nest->pop_back();
  path->pop_back();
  if (result) valid_types_.insert(type);
  return result;
}

bool Checker::valid_type_argument(Type* param, std::vector<Type*>* nest, std::vector<Type*>* path) {
  if (nest->empty()) return true;
  Type* instance = nest->back();
  if (instance->origin == nullptr) return true;
  const std::vector<Type*>& params = instance->origin->type_params;
  const auto found = std::find(params.begin(), params.end(), param);
  const auto index = static_cast<std::size_t>(found - params.begin());
  if (index >= instance->type_args.size()) return true;
  nest->pop_back();
  const bool result = valid_type_parts(instance->type_args[index], nest, path);
  nest->push_back(instance);
  return result;
}

// Instances have no place of their own in the source.
void Checker::report_type_cycle(TypeIterator begin, TypeIterator end) {
  std::vector<Object*> declared;
  std::vector<Object*> all;
  for (auto it = begin; it != end; ++it) {
    all.push_back((*it)->object);
    if ((*it)->origin == nullptr) declared.push_back((*it)->object);
    (*it)->underlying = invalid();
  }
  report_cycle(declared.empty() ? all : declared);
}

// type A B; type B A, also through instances: nobody says what the type is.
void Checker::check_definition_cycle(Type* named) {
  std::vector<Type*> path = {named};
  for (const Type* t = named->underlying; t != nullptr && t->kind == TypeKind::Named;) {
    const Type* declared = t->origin != nullptr ? t->origin : t;
    const auto found = std::find(path.begin(), path.end(), declared);
    if (found != path.end()) return report_type_cycle(found, path.end());
    path.push_back(const_cast<Type*>(declared));
    t = declared->underlying;
  }
}

void Checker::function_decl(Object* object, DeclInfo* info) {
  FuncDecl* decl = info->function;
  Type* signature = new_type(TypeKind::Signature);
  object->type = signature;
  // A function's type may mention the function only in array lengths; that is not a cycle.
  const uint32_t color = std::exchange(object->color, kDone);
  env_.declaration = nullptr;
  Scope* scope = arena_.make<Scope>(env_.scope);
  info->scope = scope;
  Field* receiver = decl->receiver.empty() ? nullptr : &decl->receiver[0];
  if (receiver != nullptr) receiver_type_params(receiver->type_expr, scope, info);
  if (!decl->signature->type_params.empty()) {
    env_.in_generic = true;
    env_.scope = scope;
    declare_type_params(scope, &decl->signature->type_params, &signature->type_params);
    if (decl->body == nullptr && !package_->is_std) {
      error(decl->name, "generic function is missing function body");
    }
  }
  if (!info->receiver_type_params.empty()) env_.in_generic = true;
  env_.scope = scope;
  fill_signature(signature, decl->signature, receiver, scope);
  record_type(decl->signature, signature);
  if (receiver != nullptr && receiver->type_expr->type != nullptr) {
    bool is_pointer = false;
    object->receiver = dereferenced(receiver->type_expr->type, &is_pointer);
    object->pointer_receiver = is_pointer;
  }
  object->color = color;
  function_body_later(object, info);
}

void Checker::function_body_later(Object* object, DeclInfo* info) {
  if (info->function->body == nullptr || info->function->unread) return;
  later([this, object, info] { function_body(object, info); });
}

void Checker::declaration_statement(GenDecl* decl) {
  if (decl->token == Token::Const) local_constants(*decl);
  if (decl->token == Token::Var) {
    for (ValueSpec* spec : decl->values) local_variables(spec);
  }
  for (TypeSpec* spec : decl->types) local_type(spec);
}

void Checker::local_constants(const GenDecl& decl) {
  const ValueSpec* last = nullptr;
  for (const ValueSpec* spec : decl.values) {
    const bool inherited = spec->type_expr == nullptr && spec->values.empty() && last != nullptr;
    if (!inherited) last = spec;
    const Constant* const outer_iota = env_.iota;
    env_.iota = keep(make_integer(static_cast<Int128>(spec->iota)));
    std::vector<Object*> constants;
    for (std::size_t i = 0; i < spec->names.size(); i++) {
      Object* object = new_object(ObjectKind::Const, spec->names[i], nullptr);
      Expr* init = i < last->values.size() ? last->values[i] : nullptr;
      constant_decl(object, last->type_expr, init, inherited);
      object->color = kDone;
      constants.push_back(object);
    }
    env_.iota = outer_iota;
    arity(spec->pos, spec->names, last->values, true, inherited);
    for (std::size_t i = 0; i < constants.size(); i++) {
      if (spec->names[i]->name != "_") spec->names[i]->object = constants[i];
      declare(env_.scope, constants[i]);
    }
  }
}

void Checker::local_variables(ValueSpec* spec) {
  std::vector<Object*> variables;
  for (const Ident* name : spec->names) variables.push_back(new_variable(name, nullptr));
  const std::size_t count = spec->values.size();
  if (count == 1 && variables.size() > 1) {
    variable_decl(variables[0], variables, spec->type_expr, spec->values[0]);
  } else {
    Type* type = spec->type_expr != nullptr ? variable_type(spec->type_expr) : nullptr;
    for (std::size_t i = 0; i < variables.size(); i++) {
      variables[i]->type = type;
      Expr* init = i < count ? spec->values[i] : nullptr;
      if (init != nullptr || type == nullptr) variable_decl(variables[i], {}, nullptr, init);
    }
  }
  if (spec->type_expr == nullptr || count > 0) {
    arity(spec->pos, spec->names, spec->values, false, false);
    for (std::size_t i = spec->names.size(); i < count; i++) use(spec->values[i]);
  }
  for (std::size_t i = 0; i < variables.size(); i++) {
    if (variables[i]->type == nullptr) variables[i]->type = invalid();
    if (spec->names[i]->name != "_") spec->names[i]->object = variables[i];
    declare_local(variables[i]);
  }
}

void Checker::local_type(TypeSpec* spec) {
  Object* object = new_object(ObjectKind::TypeName, spec->name, nullptr);
  if (spec->name->name != "_") spec->name->object = object;
  declare(env_.scope, object);
  DeclInfo* info = new_info(env_.scope);
  info->type_spec = spec;
  object->info = info;
  object->color = kFirstOnPath + static_cast<uint32_t>(path_.size());
  path_.push_back(object);
  type_decl(object, spec, info);
  path_.pop_back();
  object->color = kDone;
  if (object->type == nullptr) object->type = invalid();
}

}  // namespace gopark::lang
