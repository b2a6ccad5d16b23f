// Replacing type parameters in types. (go/types: subst.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

// Gives the same node when nothing changes, so that types are not copied without need.
class Substitution {
 public:
  using Instantiate = std::function<Type*(Type*, const std::vector<Type*>&)>;
  Substitution(Arena* arena, const std::vector<Type*>& params, const std::vector<Type*>& args,
               Instantiate instantiate)
      : arena_(arena), params_(params), args_(args), instantiate_(std::move(instantiate)) {}

  Type* apply(Type* type) {
    if (type == nullptr) return nullptr;
    switch (type->kind) {
      case TypeKind::Basic:
        return type;
      case TypeKind::TypeParam:
        return parameter(type);
      case TypeKind::Named:
        return named(type);
      case TypeKind::Struct:
      case TypeKind::Tuple:
        return with_fields(type);
      case TypeKind::Signature:
        return signature(type);
      case TypeKind::Interface:
        return interface(type);
      default:
        return composite(type);
    }
  }

 private:
  Type* copy(const Type* type) { return arena_->make<Type>(*type); }

  Type* parameter(Type* type) {
    for (std::size_t i = 0; i < params_.size() && i < args_.size(); i++) {
      if (params_[i] == type) return args_[i] != nullptr ? args_[i] : type;
    }
    return type;
  }

  Type* named(Type* type) {
    if (type->type_args.empty()) return type;
    std::vector<Type*> args;
    for (Type* arg : type->type_args) args.push_back(apply(arg));
    return args == type->type_args ? type : instantiate_(type->origin, args);
  }

  Type* composite(Type* type) {
    Type* element = apply(type->element);
    Type* key = apply(type->key);
    if (element == type->element && key == type->key) return type;
    Type* result = copy(type);
    result->element = element;
    result->key = key;
    return result;
  }

  bool list(std::vector<Variable>* variables) {
    bool changed = false;
    for (Variable& variable : *variables) {
      Type* type = apply(variable.type);
      changed = changed || type != variable.type;
      variable.type = type;
    }
    return changed;
  }

  Type* with_fields(Type* type) {
    std::vector<Variable> fields = type->fields;
    if (!list(&fields)) return type;
    Type* result = copy(type);
    result->fields = std::move(fields);
    return result;
  }

  Type* signature(Type* type) {
    std::vector<Variable> params = type->params;
    std::vector<Variable> results = type->results;
    const bool changed = list(&params);
    if (!list(&results) && !changed) return type;
    Type* result = copy(type);
    result->params = std::move(params);
    result->results = std::move(results);
    return result;
  }

  Type* interface(Type* type) {
    completed_interface(type);
    bool changed = false;
    std::vector<Method> methods = type->methods;
    for (Method& method : methods) {
      Type* replaced = apply(method.signature);
      if (replaced == method.signature) continue;
      changed = true;
      method.signature = replaced;
      method.function = arena_->make<Object>(*method.function);
      method.function->type = replaced;
    }
    std::vector<std::vector<UnionTerm>> unions = type->unions;
    for (std::vector<UnionTerm>& terms : unions) {
      for (UnionTerm& term : terms) {
        Type* replaced = apply(term.type);
        changed = changed || replaced != term.type;
        term.type = replaced;
      }
    }
    if (!changed) return type;
    Type* result = copy(type);
    result->methods = std::move(methods);
    result->unions = std::move(unions);
    return result;
  }

  Arena* arena_;
  const std::vector<Type*>& params_;
  const std::vector<Type*>& args_;
  Instantiate instantiate_;
};

}  // namespace

// A null argument leaves its parameter as it is.
Type* Checker::substitute(Type* type, const std::vector<Type*>& params,
                          const std::vector<Type*>& args) {
  if (params.empty()) return type;
  return Substitution(&arena_, params, args,
                      [this](Type* generic, const std::vector<Type*>& list) {
                        return instantiate_type(generic, list);
                      })
      .apply(type);
}

// Copies of type parameters, so that a generic function can call itself with its own.
std::vector<Type*> Checker::fresh_type_params(const std::vector<Type*>& params) {
  std::vector<Type*> fresh;
  for (const Type* param : params) fresh.push_back(arena_.make<Type>(*param));
  for (Type* param : fresh) param->constraint = substitute(param->constraint, params, fresh);
  return fresh;
}

}  // namespace gopark::lang
