// Calls and conversions. (go/types: call.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

std::vector<Type*> types_of(const std::vector<Variable>& list) {
  std::vector<Type*> types;
  types.reserve(list.size());
  for (const Variable& variable : list) types.push_back(variable.type);
  return types;
}

}  // namespace

CallUse Checker::call(Operand* x, CallExpr* call) {
  call->call_kind = CallKind::Call;
  call->builtin = BuiltinId::None;
  call->instance = nullptr;
  IndexExpr* instantiation = nullptr;
  if (call->fun->kind == ExprKind::Index) {
    *x = Operand();
    x->type = invalid();
    if (index_expression(x, as<IndexExpr>(call->fun))) instantiation = as<IndexExpr>(call->fun);
    x->expr = call->fun;
    record(*x);
  } else {
    expression_or_type(x, call->fun, true);
  }
  if (!x->valid()) {
    use(call->args);
    return CallUse::Statement;
  }
  if (x->mode == Mode::TypeExpr) return conversion_call(x, call);
  if (x->mode == Mode::Builtin) {
    const BuiltinId id = x->builtin;
    call->call_kind = CallKind::Builtin;
    call->builtin = id;
    if (!builtin(x, call, id)) x->invalidate();
    if (x->valid() && x->mode != Mode::Constant) env_.has_call_or_receive = true;
    const auto* about = std::find_if(std::begin(kBuiltins), std::end(kBuiltins),
                                     [&](const BuiltinDescription& b) { return b.id == id; });
    return about->use;
  }
  function_call(x, call, instantiation);
  return CallUse::Statement;
}

CallUse Checker::conversion_call(Operand* x, CallExpr* call) {
  call->call_kind = CallKind::Conversion;
  non_generic(x);
  if (!x->valid()) {
    use(call->args);
    return CallUse::Conversion;
  }
  Type* type = x->type;
  x->invalidate();
  if (call->args.empty()) {
    error(call, "missing argument in conversion to " + text(type));
    return CallUse::Conversion;
  }
  if (call->args.size() > 1) {
    use(call->args);
    error(call->args.back(), "too many arguments in conversion to " + text(type));
    return CallUse::Conversion;
  }
  expression_for(x, call->args[0], type);
  if (!x->valid()) return CallUse::Conversion;
  const Type* interface = completed_interface(type);
  if (is_interface(type) && (!interface->unions.empty() || interface->comparable)) {
    error(call, "cannot use interface " + text(type) +
                    " in conversion (contains specific type constraints or is comparable)");
    x->invalidate();
  } else if (call->ellipsis) {
    error(call->args[0], "invalid use of ... in conversion to " + text(type));
    x->invalidate();
  } else {
    const Expr* written = unparen(call->fun);
    const bool to_type_param = written->kind == ExprKind::Ident &&
                               as<Ident>(written)->object != nullptr &&
                               as<Ident>(written)->object->is_param;
    conversion(x, type, to_type_param);
  }
  return CallUse::Conversion;
}

void Checker::function_call(Operand* x, CallExpr* call, IndexExpr* instantiation) {
  Type* signature = core_type(x->type);
  if (signature == nullptr || signature->kind != TypeKind::Signature || x->is_nil()) {
    if (signature == nullptr || is_valid(signature)) {
      error(*x, "invalid operation: cannot call non-function " + text(*x));
    }
    use(call->args);
    return x->invalidate();
  }
  std::vector<Type*> type_args;
  const std::vector<Expr*>* type_arg_exprs = nullptr;
  if (instantiation != nullptr) {
    type_arg_exprs = &instantiation->indices;
    const std::size_t wanted = signature->type_params.size();
    if (!type_list(instantiation->indices, &type_args)) {
      use(call->args);
      return x->invalidate();
    }
    if (type_args.size() > wanted) {
      error(instantiation->indices[wanted], "got " + std::to_string(type_args.size()) +
                                                " type arguments but " + text(call->fun) + " has " +
                                                std::to_string(wanted) + " type parameters");
      use(call->args);
      return x->invalidate();
    }
  }
  bool comma_ok = false;
  std::vector<Operand> args = expression_list(call->args, false, &comma_ok);
  const bool generic = is_generic(signature);
  Type* concrete = arguments(call, signature, &args, &type_args, type_arg_exprs);
  if (generic && (concrete == nullptr || is_generic(concrete))) return x->invalidate();
  if (generic) record_function_instance(call->fun, type_args, concrete, &call->instance);
  const std::vector<Variable>& results = concrete->results;
  x->mode = results.empty() ? Mode::NoValue : Mode::Value;
  if (results.empty()) {
    x->type = no_value_;
  } else if (results.size() == 1) {
    x->type = results[0].type;
    if (!is_valid(x->type)) x->invalidate();
  } else {
    x->type = new_type(TypeKind::Tuple);
    x->type->fields = results;
  }
  env_.has_call_or_receive = true;
}

// The parameters for a call with `count` arguments: the variadic one is repeated.
bool Checker::adjust_parameters(CallExpr* call, Type* signature, std::size_t count,
                                std::vector<Variable>* params) {
  *params = signature->params;
  if (!signature->variadic) {
    if (!call->ellipsis) return true;
    error(call, "cannot use ... in call to non-variadic " + text(call->fun));
    return false;
  }
  if (call->ellipsis) {
    if (call->args.size() != 1 || count <= 1) return true;
    error(call, "cannot use ... with " + std::to_string(count) + "-valued " + text(call->args[0]));
    return false;
  }
  Variable last = params->back();
  params->pop_back();
  if (is_kind(last.type, TypeKind::Slice)) last.type = underlying(last.type)->element;
  while (params->size() < count) params->push_back(last);
  return true;
}

// Checks the arguments of a call; for a generic function infers its type arguments, and gives the
// signature that is called. Gives the given signature after a mistake, so that the result's type is
// known; null when it is not. (Go: arguments.)
Type* Checker::arguments(CallExpr* call, Type* signature, std::vector<Operand>* args,
                         std::vector<Type*>* type_args, const std::vector<Expr*>* type_arg_exprs) {
  for (const Operand& arg : *args) {
    if (!arg.valid()) return signature;
  }
  std::vector<Variable> params;
  if (!adjust_parameters(call, signature, args->size(), &params)) return signature;
  if (args->size() != params.size()) {
    argument_count_error(call, signature, *args, params.size());
    return signature;
  }
  Type* concrete = signature;
  if (is_generic(signature)) {
    if (!infer(call->lparen, text(call->fun), signature, params, *args, type_args)) return nullptr;
    concrete = instantiate_signature(call->fun->pos, signature, *type_args, type_arg_exprs);
    if (concrete == nullptr) return nullptr;
    for (Variable& param : params) {
      param.type = substitute(param.type, signature->type_params, *type_args);
    }
  }
  if (args->empty()) return concrete;
  const std::string context = "argument to " + text(call->fun);
  for (std::size_t i = 0; i < args->size(); i++) {
    Operand& arg = (*args)[i];
    if (is_generic(arg.type) && arg.type->kind == TypeKind::Signature) {
      infer_from_target(&arg, params[i].type);
    }
    assignment(&arg, params[i].type, context);
  }
  return concrete;
}

void Checker::argument_count_error(CallExpr* call, Type* signature,
                                   const std::vector<Operand>& args, std::size_t wanted) {
  const bool too_many = args.size() > wanted;
  const Expr* at = call;
  if (!args.empty()) at = args[too_many ? wanted : args.size() - 1].expr;
  std::vector<Type*> have;
  for (const Operand& arg : args) have.push_back(arg.type);
  error(at, std::string(too_many ? "too many" : "not enough") + " arguments in call to " +
                text(call->fun) + "\n\thave " + types_summary(have, false) + "\n\twant " +
                types_summary(types_of(signature->params), signature->variadic));
}

// "(number, string)": Go's short form of types in messages about counts.
std::string Checker::types_summary(const std::vector<Type*>& types, bool variadic) {
  std::string summary = "(";
  for (std::size_t i = 0; i < types.size(); i++) {
    Type* type = types[i];
    if (i > 0) summary += ", ";
    if (!is_valid(type)) {
      summary += "<T>";
    } else if (is_untyped(type)) {
      summary += is_basic(type, kNumeric) ? "number" : type->name.substr(8);  // after "untyped "
    } else if (variadic && i + 1 == types.size() && type->kind == TypeKind::Slice) {
      summary += "..." + text(type->element);
    } else {
      summary += text(type);
    }
  }
  return summary + ")";
}

}  // namespace gopark::lang
