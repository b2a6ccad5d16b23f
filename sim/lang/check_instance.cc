// Generic functions with type arguments, and the clones of functions and methods that are compiled.
// (go/types: call.go; the clones take the place of the compiler's stenciling.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/clone.h"

namespace gopark::lang {
namespace {

// The name of a generic function in a call or value: f, pkg.f, f[T].
Expr* named_function(Expr* expr) {
  for (;;) {
    if (expr->kind == ExprKind::Paren) {
      expr = as<ParenExpr>(expr)->x;
    } else if (expr->kind == ExprKind::Index) {
      expr = as<IndexExpr>(expr)->x;
    } else {
      return expr;
    }
  }
}

std::vector<const Ident*> type_param_names(const std::vector<Field>& fields) {
  std::vector<const Ident*> names;
  for (const Field& field : fields)
    names.insert(names.end(), field.names.begin(), field.names.end());
  return names;
}

std::vector<const Ident*> receiver_names(const Expr* receiver) {
  std::vector<const Ident*> names;
  while (receiver->kind == ExprKind::Paren || receiver->kind == ExprKind::Star) {
    receiver =
        receiver->kind == ExprKind::Paren ? as<ParenExpr>(receiver)->x : as<StarExpr>(receiver)->x;
  }
  if (receiver->kind != ExprKind::Index) return names;
  for (const Expr* arg : as<IndexExpr>(receiver)->indices) {
    if (arg->kind == ExprKind::Ident) names.push_back(as<Ident>(arg));
  }
  return names;
}

bool any_parameterized(const std::vector<Type*>& types) {
  return std::any_of(types.begin(), types.end(), [](Type* type) { return is_parameterized(type); });
}

}  // namespace

// Keeps account of which instances need which, so that a package whose instances were first made
// for another one has them all.
void Checker::note_instance(Instance* instance) {
  if (current_instance_ != nullptr && current_instance_ != instance) {
    std::vector<Instance*>& uses = current_instance_->uses;
    if (std::find(uses.begin(), uses.end(), instance) == uses.end()) uses.push_back(instance);
  }
  if (instance->owner != package_) adopt(instance);
}

void Checker::adopt(Instance* instance) {
  if (instance->owner == package_) return;
  if (std::find(adopted_.begin(), adopted_.end(), instance) != adopted_.end()) return;
  adopted_.push_back(instance);
  for (Instance* used : instance->uses) adopt(used);
}

// The one function for these arguments.
Object* Checker::instantiate_function(Object* generic, const std::vector<Type*>& args) {
  if (Instance* known = context_.find_instance(generic, args)) {
    note_instance(known);
    return known->function;
  }
  if (is_instantiation_cycle(generic, args)) return nullptr;
  Object* object = arena_.make<Object>();
  object->kind = ObjectKind::Func;
  object->name = generic->name;
  object->pos = generic->pos;
  object->package = generic->package;
  object->type_args = args;
  object->info = new_info(generic->info->file_scope);
  object->info->package = generic->info->package;
  object->info->generic = generic;
  object->type = substitute(generic->type, generic->type->type_params, args);
  object->color = 1;
  Instance* instance = arena_.make<Instance>();
  instance->type_args = args;
  instance->function = object;
  instance->owner = package_;
  object->info->instance = instance;
  context_.instances(generic).push_back(instance);
  note_instance(instance);
  needed_instances_.push_back(object);
  return object;
}

Type* Checker::instantiate_signature(Pos pos, Type* signature, const std::vector<Type*>& args,
                                     const std::vector<Expr*>* exprs) {
  const std::vector<Type*> params = signature->type_params;
  later([this, pos, params, args, exprs] { verify(pos, params, args, exprs); });
  Type* concrete = substitute(signature, params, args);
  if (concrete == signature) {
    concrete = new_type(TypeKind::Signature);
    *concrete = *signature;
  }
  concrete->type_params.clear();
  return concrete;
}

void Checker::record_function_instance(Expr* function, const std::vector<Type*>& args,
                                       Type* signature, Object** instance) {
  Expr* name = named_function(function);
  Ident* ident = nullptr;
  if (name->kind == ExprKind::Ident) ident = as<Ident>(name);
  if (name->kind == ExprKind::Selector) ident = as<SelectorExpr>(name)->sel;
  Object* generic = ident != nullptr ? ident->object : nullptr;
  Object* object = nullptr;
  if (generic != nullptr && generic->info != nullptr && generic->declaration != nullptr &&
      !any_parameterized(args)) {
    object = instantiate_function(generic, args);
    if (object != nullptr) ident->object = object;
  }
  for (Expr* expr = function; expr != nullptr;) {
    expr->type = signature;
    expr->mode = Mode::Value;
    if (expr->kind == ExprKind::Index) as<IndexExpr>(expr)->instance = object;
    if (expr == name) break;
    expr = expr->kind == ExprKind::Paren ? as<ParenExpr>(expr)->x : as<IndexExpr>(expr)->x;
  }
  if (instance != nullptr) *instance = object;
}

// f[T1, T2] that is not called; missing arguments must follow from the constraints.
void Checker::function_instantiation(Operand* x, IndexExpr* expr) {
  Type* signature = x->type;
  std::vector<Type*> args;
  if (!type_list(expr->indices, &args)) return x->invalidate();
  const std::size_t wanted = signature->type_params.size();
  if (args.size() > wanted) {
    error(expr->indices[wanted], "got " + std::to_string(args.size()) + " type arguments but " +
                                     text(expr->x) + " has " + std::to_string(wanted) +
                                     " type parameters");
    return x->invalidate();
  }
  if (!infer(expr->pos, text(expr->x), signature, {}, {}, &args)) return x->invalidate();
  Type* concrete = instantiate_signature(expr->pos, signature, args, &expr->indices);
  record_function_instance(expr, args, concrete, nullptr);
  x->mode = Mode::Value;
  x->type = concrete;
}

// A generic function that is assigned to a function type gets its arguments from that.
void Checker::infer_from_target(Operand* x, Type* target) {
  if (!x->valid() || !is_generic(x->type) || x->type->kind != TypeKind::Signature) return;
  if (target == nullptr) return;
  Type* wanted = core_type(target);
  if (wanted == nullptr || wanted->kind != TypeKind::Signature || is_generic(wanted)) return;
  Type* plain = new_type(TypeKind::Signature);
  *plain = *x->type;
  plain->type_params.clear();
  Operand value = *x;
  value.type = wanted;
  std::vector<Type*> args;
  const std::vector<Variable> params = {{"", plain, false, nullptr, {}, {}}};
  if (!infer(x->expr->pos, text(x->expr), x->type, params, {value}, &args)) {
    return x->invalidate();
  }
  Type* concrete = instantiate_signature(x->expr->pos, x->type, args, nullptr);
  record_function_instance(x->expr, args, concrete, nullptr);
  x->type = concrete;
}

// The methods of an instantiated type are wanted once the type is.
void Checker::need_methods(Type* type) {
  if (type->origin == nullptr || any_parameterized(type->type_args)) return;
  underlying(type);
  for (Method& method : type->methods) {
    method.signature = method_signature(method.function);
    needed_instances_.push_back(method.function);
  }
}

// Checks the clones, which may need further ones. Without effect when there are mistakes already:
// they would be reported again, and nothing is compiled.
void Checker::check_instances() {
  while (error_count_ == 0) {
    if (types_with_instances_ < named_types_.size()) {
      need_methods(named_types_[types_with_instances_++]);
    } else if (checked_instances_ < needed_instances_.size()) {
      check_function_instance(needed_instances_[checked_instances_++]);
    } else {
      return;
    }
  }
}

void Checker::bind_type_params(Scope* scope, const std::vector<const Ident*>& names,
                               const std::vector<Type*>& args) {
  for (std::size_t i = 0; i < names.size() && i < args.size(); i++) {
    Object* object = new_object(ObjectKind::TypeName, names[i], args[i]);
    object->is_param = true;
    object->color = 1;
    if (names[i]->name == "_") {
      blank_type_params_[names[i]] = args[i];
    } else {
      scope->insert(object);
    }
  }
}

void Checker::check_function_instance(Object* instance) {
  DeclInfo* info = instance->info;
  const FuncDecl* generic = info->generic->declaration;
  if (generic == nullptr || !is_valid(instance->type)) return;
  context_.need_body(generic);
  EnvironmentSaver saver(this);
  env_ = Environment();
  env_.package = info->package;
  env_.in_instance = true;
  Instance* const outer = std::exchange(current_instance_, info->instance);
  FuncDecl* copy = clone(*generic, arena_);
  const bool is_method = !copy->receiver.empty();
  Scope* scope = arena_.make<Scope>(info->file_scope);
  bind_type_params(scope,
                   is_method ? receiver_names(copy->receiver[0].type_expr)
                             : type_param_names(copy->signature->type_params),
                   instance->type_args);
  copy->signature->type_params.clear();
  env_.scope = scope;
  Scope* body_scope = arena_.make<Scope>(scope);
  Type* signature = new_type(TypeKind::Signature);
  fill_signature(signature, copy->signature, is_method ? &copy->receiver[0] : nullptr, body_scope);
  record_type(copy->signature, signature);
  copy->object = instance;
  copy->name->object = instance;
  instance->declaration = copy;
  instance->type = signature;
  info->function = copy;
  info->scope = body_scope;
  FunctionContext function;
  function.signature = signature;
  if (copy->body != nullptr) check_body(&function, body_scope, copy->signature, copy->body);
  process_delayed(0);
  current_instance_ = outer;
}

}  // namespace gopark::lang
