// Type parameters, and generic types with type arguments. (go/types: decl.go, signature.go,
// typexpr.go, instantiate.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

// How deep type arguments may be nested: T[T[T[…]]], and how many lists of them one generic may
// get. A generic that uses itself with ever larger arguments is cut here, where Go reports an
// instantiation cycle.
constexpr int kMaxArgumentDepth = 24;
constexpr std::size_t kMaxInstances = 2000;

int argument_depth(const Type* type) {
  if (type == nullptr) return 0;
  int depth = 0;
  if (type->kind == TypeKind::Named) {
    for (const Type* arg : type->type_args) depth = std::max(depth, 1 + argument_depth(arg));
    return depth;
  }
  if (type->kind == TypeKind::Signature) {
    for (const Variable& param : type->params) {
      depth = std::max(depth, 1 + argument_depth(param.type));
    }
    for (const Variable& result : type->results) {
      depth = std::max(depth, 1 + argument_depth(result.type));
    }
    return depth;
  }
  if (type->kind == TypeKind::Struct) {
    for (const Variable& field : type->fields) {
      depth = std::max(depth, 1 + argument_depth(field.type));
    }
    return depth;
  }
  if (type->element == nullptr) return 0;
  return 1 + std::max(argument_depth(type->element), argument_depth(type->key));
}

void flatten_union(Expr* expr, std::vector<Expr*>* terms) {
  if (expr->kind == ExprKind::Binary && as<BinaryExpr>(expr)->op == Token::Or) {
    flatten_union(as<BinaryExpr>(expr)->x, terms);
    terms->push_back(as<BinaryExpr>(expr)->y);
  } else {
    terms->push_back(expr);
  }
}

class PendingInstance final : public PendingType {
 public:
  PendingInstance(Checker* checker, Instance* instance) : checker_(checker), instance_(instance) {}
  void complete(Type* type) override {
    type->pending = nullptr;
    checker_->complete_instance(type, instance_);
  }

 private:
  Checker* checker_;
  Instance* instance_;
};

}  // namespace

void Checker::declare_type_params(Scope* scope, std::vector<Field>* fields,
                                  std::vector<Type*>* params) {
  std::vector<std::size_t> first;  // of each field's parameters
  for (const Field& field : *fields) {
    first.push_back(params->size());
    for (Ident* name : field.names) params->push_back(declare_type_param(scope, name));
  }
  const bool outer = std::exchange(env_.in_type_params, true);
  for (std::size_t i = 0; i < fields->size(); i++) {
    Type* constraint = constraint_type((*fields)[i].type_expr);
    if (is_type_param(constraint)) {
      error((*fields)[i].type_expr, "cannot use a type parameter as constraint");
      constraint = universe_.any();
    }
    for (std::size_t j = 0; j < (*fields)[i].names.size(); j++) {
      (*params)[first[i] + j]->constraint = constraint;
    }
  }
  env_.in_type_params = outer;
}

Type* Checker::declare_type_param(Scope* scope, Ident* name) {
  Type* param = new_type(TypeKind::TypeParam);
  Object* object = new_object(ObjectKind::TypeName, name, param);
  object->is_param = true;
  object->color = 1;
  param->name = name->name;
  param->object = object;
  param->constraint = universe_.any();
  if (name->name != "_") name->object = object;
  declare(scope, object);
  return param;
}

// A constraint that is no interface, such as ~int | string, stands for the interface with it.
Type* Checker::constraint_type(Expr* expr) {
  const bool is_union = expr->kind == ExprKind::Binary || expr->kind == ExprKind::Unary;
  Type* type = nullptr;
  InterfaceElement element;
  element.pos = expr->pos;
  if (is_union) {
    flatten_union(expr, &element.terms);
  } else {
    type = type_of(expr);
    if (!is_valid(type)) return universe_.any();
    if (is_type_param(type) || is_kind(type, TypeKind::Interface)) return type;
    if (type->kind == TypeKind::Named && underlying(type) == nullptr) return type;
    element.terms.push_back(expr);
  }
  Type* interface = new_type(TypeKind::Interface);
  std::vector<EmbeddedElement> embedded;
  embedded.push_back(embedded_element(element));
  set_pending_interface(interface, {}, std::move(embedded));
  return is_union ? record_type(expr, interface) : interface;
}

// func (l *List[T]) …: T is declared for this method, with the constraint that List gives it.
void Checker::receiver_type_params(Expr* receiver, Scope* scope, DeclInfo* info) {
  Expr* expr = unparen(receiver);
  while (expr->kind == ExprKind::Star) expr = unparen(as<StarExpr>(expr)->x);
  if (expr->kind != ExprKind::Index) return;
  IndexExpr* index = as<IndexExpr>(expr);
  const Type* generic = generic_type(index->x);
  for (Expr* arg : index->indices) {
    if (arg->kind != ExprKind::Ident) {
      error(arg, "receiver type parameter " + text(arg) + " must be an identifier");
      continue;
    }
    Type* param = declare_type_param(scope, as<Ident>(arg));
    if (as<Ident>(arg)->name == "_") blank_type_params_[as<Ident>(arg)] = param;
    info->receiver_type_params.push_back(param);
  }
  if (!is_valid(generic) || generic->kind != TypeKind::Named) return;
  const std::vector<Type*>& declared = generic->type_params;
  if (declared.size() != info->receiver_type_params.size()) {
    info->receiver_type_params.clear();
    return;  // the number of arguments is reported with the receiver's type
  }
  for (std::size_t i = 0; i < declared.size(); i++) {
    info->receiver_type_params[i]->constraint =
        substitute(declared[i]->constraint, declared, info->receiver_type_params);
  }
}

bool Checker::type_list(const std::vector<Expr*>& exprs, std::vector<Type*>* types) {
  bool valid = true;
  for (Expr* expr : exprs) {
    types->push_back(variable_type(expr));
    valid = valid && is_valid(types->back());
  }
  return valid;
}

Type* Checker::instantiated_type(IndexExpr* expr, Type* def) {
  Type* generic = generic_type(expr->x);
  std::vector<Type*> args;
  const bool valid = is_valid(generic) && type_list(expr->indices, &args);
  if (!valid || generic->kind != TypeKind::Named) {
    if (def != nullptr) def->underlying = invalid();
    return invalid();
  }
  const std::size_t wanted = generic->type_params.size();
  if (args.size() != wanted) {
    const bool more = args.size() > wanted;
    error(more ? expr->indices[wanted] : expr->x,
          std::string(more ? "too many" : "not enough") + " type arguments for type " +
              generic->object->name + ": have " + std::to_string(args.size()) + ", want " +
              std::to_string(wanted));
    if (def != nullptr) def->underlying = invalid();
    return invalid();
  }
  Type* instance = instantiate_type(generic, args);
  if (def != nullptr) def->underlying = instance;
  later([this, expr, generic, instance, args] {
    verify(expr->pos, generic->type_params, args, &expr->indices);
    if (instance->kind == TypeKind::Named) valid_type(instance);
  });
  return instance;
}

// Whether a further instance is one of an endless row; then says so.
bool Checker::is_instantiation_cycle(const Object* generic, const std::vector<Type*>& args) {
  const bool too_deep = std::any_of(args.begin(), args.end(), [](const Type* arg) {
    return argument_depth(arg) > kMaxArgumentDepth;
  });
  if (!too_deep && context_.instances(generic).size() < kMaxInstances) return false;
  error(generic->pos, "instantiation cycle");
  return true;
}

// The one type for these arguments; invalid when they are nested too deep.
Type* Checker::instantiate_type(Type* generic, const std::vector<Type*>& args) {
  if (Instance* known = context_.find_instance(generic->object, args)) {
    note_instance(known);
    return known->type;
  }
  if (is_instantiation_cycle(generic->object, args)) return invalid();
  Type* type = new_type(TypeKind::Named);
  type->object = generic->object;
  type->origin = generic;
  type->type_args = args;
  Instance* instance = arena_.make<Instance>();
  instance->type_args = args;
  instance->type = type;
  instance->owner = package_;
  context_.instances(generic->object).push_back(instance);
  type->pending = arena_.make<PendingInstance>(this, instance);
  note_instance(instance);
  add_instance_methods(type, instance);
  named_types_.push_back(type);
  return type;
}

void Checker::complete_instance(Type* type, Instance* instance) {
  Type* generic = type->origin;
  Instance* const outer = std::exchange(current_instance_, instance);
  type->underlying = substitute(underlying(generic), generic->type_params, type->type_args);
  if (type->underlying == nullptr) type->underlying = invalid();
  current_instance_ = outer;
}

// The methods get their types when they are asked for (method_of_instance).
void Checker::add_instance_methods(Type* type, Instance* instance) {
  for (const Method& method : type->origin->methods) {
    const Object* generic = method.function;
    Object* object = arena_.make<Object>();
    object->kind = ObjectKind::Func;
    object->name = generic->name;
    object->pos = generic->pos;
    object->package = generic->package;
    object->receiver = type;
    object->pointer_receiver = generic->pointer_receiver;
    object->type_args = type->type_args;
    object->info = new_info(generic->info->file_scope);
    object->info->package = generic->info->package;
    object->info->generic = method.function;
    object->info->instance = instance;
    type->methods.push_back(
        {object->name, nullptr, object, object->pointer_receiver, object->package});
  }
}

void Checker::method_of_instance(Object* method) {
  Object* generic = method->info->generic;
  Type* signature = method_signature(generic);
  const std::vector<Type*>& params = generic->info->receiver_type_params;
  if (!is_valid(signature) || params.size() != method->type_args.size()) {
    method->type = invalid();
    return;
  }
  method->type = substitute(signature, params, method->type_args);
}

// Whether the arguments satisfy the constraints. (Go: verify.)
bool Checker::verify(Pos pos, const std::vector<Type*>& params, const std::vector<Type*>& args,
                     const std::vector<Expr*>* exprs) {
  for (std::size_t i = 0; i < params.size() && i < args.size(); i++) {
    Type* constraint = substitute(params[i]->constraint, params, args);
    std::string cause;
    if (implements(args[i], constraint, true, &cause)) continue;
    error(exprs != nullptr && i < exprs->size() ? (*exprs)[i]->pos : pos, cause);
    return false;
  }
  return true;
}

}  // namespace gopark::lang
