#include "sim/lang/check_predicates.h"

#include <algorithm>
#include <cstddef>

namespace gopark::lang {

uint32_t basic_flags(BasicKind kind) {
  switch (kind) {
    case BasicKind::Bool:
    case BasicKind::UntypedBool:
      return kBoolean;
    case BasicKind::Int:
    case BasicKind::Int8:
    case BasicKind::Int16:
    case BasicKind::Int32:
    case BasicKind::Int64:
    case BasicKind::UntypedInt:
    case BasicKind::UntypedRune:
      return kInteger;
    case BasicKind::Uint:
    case BasicKind::Uint8:
    case BasicKind::Uint16:
    case BasicKind::Uint32:
    case BasicKind::Uint64:
    case BasicKind::Uintptr:
      return kInteger | kUnsigned;
    case BasicKind::Float32:
    case BasicKind::Float64:
    case BasicKind::UntypedFloat:
      return kFloat;
    case BasicKind::Complex64:
    case BasicKind::Complex128:
      return kComplex;
    case BasicKind::String:
    case BasicKind::UntypedString:
      return kString;
    case BasicKind::Invalid:
    case BasicKind::UnsafePointer:
    case BasicKind::UntypedNil:
      return 0;
  }
  return 0;
}

int basic_bits(BasicKind kind) {
  switch (kind) {
    case BasicKind::Int8:
    case BasicKind::Uint8:
      return 8;
    case BasicKind::Int16:
    case BasicKind::Uint16:
      return 16;
    case BasicKind::Int32:
    case BasicKind::Uint32:
    case BasicKind::Float32:
      return 32;
    default:
      return 64;
  }
}

bool is_valid(const Type* type) {
  return type != nullptr && (type->kind != TypeKind::Basic || type->basic != BasicKind::Invalid);
}

bool is_kind(Type* type, TypeKind kind) {
  const Type* u = underlying(type);
  return u != nullptr && u->kind == kind;
}

bool is_type_param(const Type* type) {
  return type != nullptr && type->kind == TypeKind::TypeParam;
}

bool is_basic(Type* type, uint32_t flags) {
  const Type* u = underlying(type);
  return u != nullptr && u->kind == TypeKind::Basic && (basic_flags(u->basic) & flags) != 0;
}

bool all_basic(Type* type, uint32_t flags) {
  return under_is(type, [&](Type* u) { return is_basic(u, flags); });
}

bool has_name(const Type* type) {
  return type->kind == TypeKind::Basic || type->kind == TypeKind::Named ||
         type->kind == TypeKind::TypeParam;
}

bool is_generic(const Type* type) {
  return type != nullptr && !type->type_params.empty() &&
         (type->kind == TypeKind::Named || type->kind == TypeKind::Signature);
}

bool has_nil(Type* type) {
  return under_is(type, [](Type* u) {
    if (u == nullptr) return false;
    switch (u->kind) {
      case TypeKind::Basic:
        return u->basic == BasicKind::UnsafePointer || u->basic == BasicKind::UntypedNil;
      case TypeKind::Pointer:
      case TypeKind::Slice:
      case TypeKind::Map:
      case TypeKind::Chan:
      case TypeKind::Signature:
      case TypeKind::Interface:
        return true;
      default:
        return false;
    }
  });
}

bool is_bytes_or_runes(Type* type) {
  const Type* u = underlying(type);
  if (u == nullptr || u->kind != TypeKind::Slice) return false;
  const Type* element = underlying(u->element);
  return element != nullptr && element->kind == TypeKind::Basic &&
         (element->basic == BasicKind::Uint8 || element->basic == BasicKind::Int32);
}

bool is_pointer_to_interface(Type* type) {
  const Type* u = underlying(type);
  return u != nullptr && u->kind == TypeKind::Pointer && is_kind(u->element, TypeKind::Interface);
}

Type* completed_interface(Type* type) {
  Type* u = underlying(type);
  if (u != nullptr && u->pending != nullptr) u->pending->complete(u);
  return u;
}

namespace {

bool comparable_parts(Type* type, Comparability mode, std::vector<const Type*>* seen) {
  if (std::find(seen->begin(), seen->end(), type) != seen->end()) return true;
  const Type* u = underlying(type);
  if (u == nullptr) return false;
  switch (u->kind) {
    case TypeKind::Basic:
      return u->basic != BasicKind::UntypedNil;
    case TypeKind::Pointer:
    case TypeKind::Chan:
      return true;
    case TypeKind::Struct:
      seen->push_back(type);
      return std::all_of(u->fields.begin(), u->fields.end(), [&](const Variable& field) {
        return comparable_parts(field.type, mode, seen);
      });
    case TypeKind::Array:
      seen->push_back(type);
      return comparable_parts(u->element, mode, seen);
    case TypeKind::Interface: {
      if (mode == Comparability::Dynamic && !is_type_param(type)) return true;
      const Type* interface = completed_interface(type);
      if (interface->comparable) return true;
      if (interface->unions.empty() || interface->unions[0].empty()) return false;
      seen->push_back(type);
      const std::vector<UnionTerm>& terms = interface->unions[0];
      return std::all_of(terms.begin(), terms.end(), [&](const UnionTerm& term) {
        return comparable_parts(term.type, mode, seen);
      });
    }
    default:
      return false;
  }
}

}  // namespace

bool is_comparable(Type* type, Comparability mode) {
  std::vector<const Type*> seen;
  return comparable_parts(type, mode, &seen);
}

const std::vector<UnionTerm>* type_terms(Type* type_param) {
  const Type* constraint = completed_interface(type_param);
  if (constraint == nullptr || constraint->kind != TypeKind::Interface) return nullptr;
  return constraint->unions.empty() ? nullptr : &constraint->unions[0];
}

namespace {

// The type that both stand for as a core type: channels may differ in direction. (Go: match.)
Type* matched(Type* x, Type* y) {
  if (identical(x, y)) return x;
  if (x->kind != TypeKind::Chan || y->kind != TypeKind::Chan) return nullptr;
  if (!identical(x->element, y->element)) return nullptr;
  if (x->dir == ChanDir::Both) return y;
  return y->dir == ChanDir::Both ? x : nullptr;
}

}  // namespace

Type* core_type(Type* type) {
  if (!is_type_param(type)) return underlying(type);
  Type* core = nullptr;
  const bool single = under_is(type, [&](Type* u) {
    if (u == nullptr) return false;
    core = core == nullptr ? u : matched(core, u);
    return core != nullptr;
  });
  return single ? core : nullptr;
}

bool term_includes(const UnionTerm& term, Type* type) {
  return identical(term.type, type) || (term.tilde && identical(term.type, underlying(type)));
}

Type* array_behind_pointer(Type* type) {
  if (type == nullptr || type->kind != TypeKind::Pointer) return type;
  Type* u = underlying(type->element);
  return u != nullptr && u->kind == TypeKind::Array ? u : type;
}

Type* dereferenced(Type* type, bool* is_pointer) {
  *is_pointer = type != nullptr && type->kind == TypeKind::Pointer;
  return *is_pointer ? type->element : type;
}

namespace {

// (Go: tpWalker.)
class ParameterSearch {
 public:
  explicit ParameterSearch(const std::vector<Type*>* among) : among_(among) {}

  bool find(Type* type) {
    if (type == nullptr || type->kind == TypeKind::Basic) return false;
    if (type->kind == TypeKind::TypeParam) {
      return among_ == nullptr || std::find(among_->begin(), among_->end(), type) != among_->end();
    }
    if (std::find(seen_.begin(), seen_.end(), type) != seen_.end()) return false;
    seen_.push_back(type);
    return find_inside(type);
  }

 private:
  bool find_in(const std::vector<Variable>& list) {
    return std::any_of(list.begin(), list.end(), [&](const Variable& v) { return find(v.type); });
  }

  bool find_inside(Type* type) {
    switch (type->kind) {
      case TypeKind::Named:
        if (type->in_generic && among_ == nullptr) return true;
        return std::any_of(type->type_args.begin(), type->type_args.end(),
                           [&](Type* arg) { return find(arg); });
      case TypeKind::Map:
        return find(type->key) || find(type->element);
      case TypeKind::Struct:
      case TypeKind::Tuple:
        return find_in(type->fields);
      case TypeKind::Signature:
        return find_in(type->params) || find_in(type->results);
      case TypeKind::Interface:
        return find_in_interface(completed_interface(type));
      default:
        return find(type->element);
    }
  }

  bool find_in_interface(const Type* type) {
    for (const Method& method : type->methods) {
      if (find(method.signature)) return true;
    }
    for (const std::vector<UnionTerm>& terms : type->unions) {
      for (const UnionTerm& term : terms) {
        if (find(term.type)) return true;
      }
    }
    return false;
  }

  const std::vector<Type*>* among_;
  std::vector<const Type*> seen_;
};

}  // namespace

bool is_parameterized(Type* type, const std::vector<Type*>* among) {
  return ParameterSearch(among).find(type);
}

}  // namespace gopark::lang
