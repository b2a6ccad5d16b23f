// Type arguments from the arguments of a call. (go/types: infer.go, unify.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {
namespace {

constexpr int kMaxUnifyDepth = 100;

// Makes two types equal by choosing what the type parameters stand for.
class Unifier {
 public:
  Unifier(const std::vector<Type*>& params, std::vector<Type*>* args)
      : params_(params), args_(args) {}

  bool unify(Type* x, Type* y) {
    if (x == y) return true;
    if (x == nullptr || y == nullptr || depth_ >= kMaxUnifyDepth) return false;
    depth_++;
    const bool result = unify_any(x, y);
    depth_--;
    return result;
  }

 private:
  Type** slot(const Type* type) {
    const auto found = std::find(params_.begin(), params_.end(), type);
    if (found == params_.end()) return nullptr;
    return &(*args_)[static_cast<std::size_t>(found - params_.begin())];
  }

  // A slot for x is chosen, or must agree with the choice. An unnamed choice gives way to a named
  // type with the same structure, and channels to the directed one.
  bool choose(Type** chosen, Type* type) {
    if (*chosen == nullptr) {
      *chosen = type;
      return true;
    }
    Type* before = *chosen;
    if (!unify(before, type)) return false;
    const bool undirected = before->kind == TypeKind::Chan && before->dir == ChanDir::Both &&
                            type->kind == TypeKind::Chan && type->dir != ChanDir::Both;
    if ((!has_name(before) && type->kind == TypeKind::Named) || undirected) *chosen = type;
    return true;
  }

  bool unify_any(Type* x, Type* y) {
    if (Type** chosen = slot(x)) return choose(chosen, y);
    if (Type** chosen = slot(y)) return choose(chosen, x);
    // Assignment allows one side to be the other's underlying type.
    if (x->kind == TypeKind::Named && !has_name(y)) return unify(underlying(x), y);
    if (y->kind == TypeKind::Named && !has_name(x)) return unify(x, underlying(y));
    if (is_type_param(x) && !has_name(y) && core_type(x) != nullptr) return unify(core_type(x), y);
    if (is_type_param(y) && !has_name(x) && core_type(y) != nullptr) return unify(x, core_type(y));
    if (x->kind != y->kind) return false;
    return unify_parts(*x, *y);
  }

  bool unify_parts(Type& x, Type& y) {
    switch (x.kind) {
      case TypeKind::Basic:
        return x.basic == y.basic;
      case TypeKind::Named:
        return unify_named(x, y);
      case TypeKind::Pointer:
      case TypeKind::Slice:
      case TypeKind::Chan:
        return unify(x.element, y.element);
      case TypeKind::Array:
        return x.length == y.length && unify(x.element, y.element);
      case TypeKind::Map:
        return unify(x.key, y.key) && unify(x.element, y.element);
      case TypeKind::Struct:
        return unify_fields(x, y);
      case TypeKind::Signature:
        return x.variadic == y.variadic && unify_list(x.params, y.params) &&
               unify_list(x.results, y.results);
      case TypeKind::Tuple:
        return unify_list(x.fields, y.fields);
      case TypeKind::Interface:
        return unify_methods(x, y);
      case TypeKind::TypeParam:
        return false;
    }
    return false;
  }

  bool unify_named(const Type& x, const Type& y) {
    if (x.origin == nullptr || x.origin != y.origin) return false;
    for (std::size_t i = 0; i < x.type_args.size(); i++) {
      if (!unify(x.type_args[i], y.type_args[i])) return false;
    }
    return true;
  }

  bool unify_list(const std::vector<Variable>& x, const std::vector<Variable>& y) {
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size(); i++) {
      if (!unify(x[i].type, y[i].type)) return false;
    }
    return true;
  }

  bool unify_fields(const Type& x, const Type& y) {
    if (x.fields.size() != y.fields.size()) return false;
    for (std::size_t i = 0; i < x.fields.size(); i++) {
      if (x.fields[i].name != y.fields[i].name || x.fields[i].embedded != y.fields[i].embedded) {
        return false;
      }
    }
    return unify_list(x.fields, y.fields);
  }

  bool unify_methods(Type& x, Type& y) {
    completed_interface(&x);
    completed_interface(&y);
    if (x.methods.size() != y.methods.size()) return false;
    for (std::size_t i = 0; i < x.methods.size(); i++) {
      if (x.methods[i].name != y.methods[i].name) return false;
      if (!unify(x.methods[i].signature, y.methods[i].signature)) return false;
    }
    return true;
  }

  const std::vector<Type*>& params_;
  std::vector<Type*>* args_;
  int depth_ = 0;
};

// The one term of a type parameter's type set, or its core type as a term. (Go: coreTerm.)
bool core_term(Type* param, UnionTerm* term, bool* single) {
  const std::vector<UnionTerm>* terms = type_terms(param);
  if (terms == nullptr || terms->empty()) return false;
  *single = terms->size() == 1;
  if (*single) {
    *term = (*terms)[0];
    return true;
  }
  Type* core = core_type(param);
  if (core == nullptr) return false;
  const bool tilde =
      std::any_of(terms->begin(), terms->end(), [](const UnionTerm& t) { return t.tilde; });
  *term = {tilde, core};
  return true;
}

bool all_known(const std::vector<Type*>& args) {
  return std::find(args.begin(), args.end(), nullptr) == args.end();
}

std::string names_of(const std::vector<Type*>& params) {
  std::string text;
  for (std::size_t i = 0; i < params.size(); i++) {
    if (i > 0) text += params.size() == 2 ? " and " : i + 1 == params.size() ? ", and " : ", ";
    text += params[i]->name;
  }
  return text;
}

}  // namespace

// What the constraints say about type arguments: [S ~[]E, E any]. False when they contradict.
bool Checker::infer_from_constraints(Pos pos, const std::vector<Type*>& params,
                                     std::vector<Type*>* args) {
  Unifier unifier(params, args);
  for (std::size_t round = 0; round <= params.size(); round++) {
    const std::vector<Type*> before = *args;
    for (std::size_t i = 0; i < params.size(); i++) {
      UnionTerm core;
      bool single = false;
      if (!core_term(params[i], &core, &single)) continue;
      if ((*args)[i] != nullptr) {
        Type* known = (*args)[i];
        if (core.tilde && !is_type_param(known)) known = underlying(known);
        if (unifier.unify(known, core.type)) continue;
        error(pos, params[i]->name + " (type " + text((*args)[i]) + ") does not satisfy " +
                       text(params[i]->constraint));
        return false;
      }
      if (single && !core.tilde) (*args)[i] = core.type;
    }
    if (*args == before) break;
  }
  // An argument may be made of parameters that are known by now.
  for (std::size_t round = 0; round <= params.size(); round++) {
    for (Type*& arg : *args) {
      if (arg != nullptr) arg = substitute(arg, params, *args);
    }
  }
  for (Type*& arg : *args) {
    if (arg != nullptr && is_parameterized(arg, &params)) arg = nullptr;
  }
  return true;
}

// Untyped constants for one parameter: the largest of their kinds. (Go 1.21.)
bool Checker::infer_from_untyped(const std::vector<Type*>& type_params,
                                 const std::vector<Variable>& params,
                                 const std::vector<Operand>& args, std::vector<Type*>* inferred) {
  std::vector<Type*> largest(type_params.size(), nullptr);
  for (std::size_t i = 0; i < args.size(); i++) {
    if (!is_untyped(args[i].type) || args[i].is_nil()) continue;
    const auto found = std::find(type_params.begin(), type_params.end(), params[i].type);
    if (found == type_params.end()) continue;
    const auto index = static_cast<std::size_t>(found - type_params.begin());
    if ((*inferred)[index] != nullptr) continue;
    Type*& kind = largest[index];
    const bool mixes = kind == nullptr || kind->basic == args[i].type->basic ||
                       (is_basic(kind, kNumeric) && is_basic(args[i].type, kNumeric));
    if (!mixes) {
      error(args[i], "mismatched types " + text(kind) + " and " + text(args[i].type) +
                         " (cannot infer " + names_of(type_params) + ")");
      return false;
    }
    if (kind == nullptr || kind->basic < args[i].type->basic) kind = args[i].type;
  }
  for (std::size_t i = 0; i < largest.size(); i++) {
    if (largest[i] != nullptr) (*inferred)[i] = default_type(largest[i]);
  }
  return true;
}

// Completes `type_args`, of which the first may be given. `params` fit `args` one to one; `pos` is
// where a failure is reported. (Go: infer.)
bool Checker::infer(Pos pos, const std::string& function, Type* signature,
                    const std::vector<Variable>& params, const std::vector<Operand>& args,
                    std::vector<Type*>* type_args) {
  std::vector<Type*> type_params = signature->type_params;
  std::vector<Variable> wanted = params;
  if (env_.in_generic) {
    const std::vector<Type*> fresh = fresh_type_params(type_params);
    for (Variable& param : wanted) param.type = substitute(param.type, type_params, fresh);
    type_params = fresh;
  }
  type_args->resize(type_params.size(), nullptr);
  if (all_known(*type_args)) return true;
  std::vector<Type*> inferred = *type_args;
  Unifier unifier(type_params, &inferred);
  for (std::size_t i = 0; i < args.size(); i++) {
    if (!args[i].valid() || is_untyped(args[i].type) || is_generic(args[i].type)) continue;
    if (!is_parameterized(wanted[i].type, &type_params)) continue;
    if (unifier.unify(wanted[i].type, args[i].type)) continue;
    Type* expected = substitute(wanted[i].type, type_params, inferred);
    std::string message =
        "type " + text(args[i].type) + " of " + text(args[i].expr) + " does not match ";
    if (expected != wanted[i].type) {
      message += "inferred type " + text(expected) + " for " + text(wanted[i].type);
    } else {
      message += text(wanted[i].type);
      const bool nothing = std::all_of(inferred.begin(), inferred.end(),
                                       [](const Type* type) { return type == nullptr; });
      if (nothing) message += " (cannot infer " + names_of(type_params) + ")";
    }
    error(args[i], message);
    return false;
  }
  if (!all_known(inferred)) {
    if (!infer_from_constraints(pos, type_params, &inferred)) return false;
    if (!infer_from_untyped(type_params, wanted, args, &inferred)) return false;
    if (!infer_from_constraints(pos, type_params, &inferred)) return false;
  }
  const auto missing = std::find(inferred.begin(), inferred.end(), nullptr);
  if (missing != inferred.end()) {
    const auto index = static_cast<std::size_t>(missing - inferred.begin());
    error(pos, "in call to " + function + ", cannot infer " + type_params[index]->name);
    return false;
  }
  *type_args = std::move(inferred);
  return true;
}

}  // namespace gopark::lang
