#include "sim/lang/check_lookup.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_folded(const std::string& x, const std::string& y) {
  return x.size() == y.size() && std::equal(x.begin(), x.end(), y.begin(),
                                            [](char a, char b) { return lower(a) == lower(b); });
}

// Go: sameId.
bool same_id(const std::string& name, const Package* package, const std::string& wanted,
             const Package* from, NameCase name_case) {
  if (name_case == NameCase::Fold && equal_folded(name, wanted)) return true;
  return name == wanted && (package == from || is_exported(name));
}

struct EmbeddedType {
  Type* type;
  std::vector<uint32_t> path;
  bool indirect;
  bool multiples;  // occurs more than once at this depth
};

std::vector<uint32_t> extended(const std::vector<uint32_t>& path, std::size_t index) {
  std::vector<uint32_t> result;
  result.reserve(path.size() + 1);
  result = path;
  result.push_back(static_cast<uint32_t>(index));
  return result;
}

std::vector<EmbeddedType> consolidated(std::vector<EmbeddedType> list) {
  std::vector<EmbeddedType> unique;
  for (EmbeddedType& entry : list) {
    const auto same = std::find_if(unique.begin(), unique.end(), [&](const EmbeddedType& other) {
      return identical(other.type, entry.type);
    });
    if (same == unique.end()) {
      unique.push_back(std::move(entry));
    } else {
      same->multiples = true;
    }
  }
  return unique;
}

// Breadth first through embedded fields, one depth at a time.
class Search {
 public:
  Search(const Package* from, const std::string& name, NameCase name_case)
      : from_(from), name_(name), name_case_(name_case) {}

  Lookup run(Type* type, bool addressable) {
    bool is_pointer = false;
    Type* base = dereferenced(type, &is_pointer);
    if (is_pointer && is_kind(base, TypeKind::Interface)) return {};
    std::vector<EmbeddedType> current;
    current.push_back({base, {}, is_pointer, false});
    while (!current.empty()) {
      next_.clear();
      for (const EmbeddedType& entry : current) {
        visit(entry);
        if (found_.result == LookupResult::Ambiguous) return found_;
      }
      if (found_.result != LookupResult::NotFound) return finished(addressable);
      current = consolidated(std::move(next_));
    }
    return {};
  }

 private:
  Lookup finished(bool addressable) {
    if (found_.result == LookupResult::Method && found_.method->pointer_receiver &&
        !found_.indirect && !addressable) {
      found_.result = LookupResult::NeedsAddress;
    }
    return found_;
  }

  void visit(const EmbeddedType& entry) {
    Type* type = entry.type;
    const Type* u = completed_interface(type);
    if (type->kind == TypeKind::Named) {
      if (std::find(seen_.begin(), seen_.end(), type) != seen_.end()) return;
      seen_.push_back(type);
      if (visit_methods(entry, type->methods, LookupResult::Method)) return;
    }
    if (u == nullptr) return;
    if (u->kind == TypeKind::Struct) visit_fields(entry, *u);
    if (u->kind == TypeKind::Interface) {
      visit_methods(entry, u->methods, LookupResult::InterfaceMethod);
    }
  }

  bool visit_methods(const EmbeddedType& entry, const std::vector<Method>& methods,
                     LookupResult kind) {
    for (std::size_t i = 0; i < methods.size(); i++) {
      const Method& method = methods[i];
      if (!same_id(method.name, method.package, name_, from_, name_case_)) continue;
      Lookup found;
      found.method = method.function;
      found.method_index = static_cast<uint32_t>(i);
      found.path = entry.path;
      add(entry, kind, std::move(found));
      return true;
    }
    return false;
  }

  void visit_fields(const EmbeddedType& entry, const Type& structure) {
    for (std::size_t i = 0; i < structure.fields.size(); i++) {
      const Variable& field = structure.fields[i];
      if (same_id(field.name, field.package, name_, from_, name_case_)) {
        Lookup found;
        found.field = &field;
        found.path = extended(entry.path, i);
        add(entry, LookupResult::Field, std::move(found));
        if (found_.result == LookupResult::Ambiguous) return;
        continue;
      }
      if (found_.result == LookupResult::NotFound && field.embedded && field.type != nullptr) {
        bool is_pointer = false;
        Type* type = dereferenced(field.type, &is_pointer);
        next_.push_back(
            {type, extended(entry.path, i), entry.indirect || is_pointer, entry.multiples});
      }
    }
  }

  void add(const EmbeddedType& entry, LookupResult kind, Lookup found) {
    const bool collision = found_.result != LookupResult::NotFound || entry.multiples;
    found_ = std::move(found);
    found_.result = collision ? LookupResult::Ambiguous : kind;
    found_.indirect = entry.indirect;
    found_.receiver = entry.type;
  }

  const Package* from_;
  const std::string& name_;
  NameCase name_case_;
  Lookup found_;
  std::vector<EmbeddedType> next_;
  std::vector<const Type*> seen_;
};

}  // namespace

// Go: LookupFieldOrMethod. Methods of a named pointer type's base are not its own.
Lookup lookup_field_or_method(Type* type, bool addressable, const Package* package,
                              const std::string& name, NameCase name_case) {
  if (name == "_" || !is_valid(type)) return {};
  if (type->kind == TypeKind::Named) {
    Type* u = underlying(type);
    if (u != nullptr && u->kind == TypeKind::Pointer) {
      Lookup found = Search(package, name, name_case).run(u, false);
      return found.result == LookupResult::Field ? found : Lookup{};
    }
  }
  return Search(package, name, name_case).run(type, addressable);
}

int field_index(const Type* structure, const Package* package, const std::string& name) {
  if (name == "_") return -1;
  for (std::size_t i = 0; i < structure->fields.size(); i++) {
    const Variable& field = structure->fields[i];
    if (same_id(field.name, field.package, name, package, NameCase::Exact)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

Lookup Checker::lookup(Type* type, bool addressable, const std::string& name) {
  return lookup_field_or_method(type, addressable, env_.package, name);
}

Type* Checker::method_signature(Object* method) {
  object_decl(method);
  return method->type;
}

// Go: missingMethod. `is_static`: an interface operand must have the method for certain.
MissingMethod Checker::missing_method(Type* type, Type* interface, bool is_static) {
  const Type* wanted = completed_interface(interface);
  const Type* u = completed_interface(type);
  for (const Method& method : wanted->methods) {
    if (u != nullptr && u->kind == TypeKind::Interface) {
      const auto own = std::find_if(u->methods.begin(), u->methods.end(), [&](const Method& m) {
        return m.name == method.name && (m.package == method.package || is_exported(m.name));
      });
      if (own == u->methods.end()) {
        if (is_static) return {&method, nullptr};
      } else if (!identical(own->signature, method.signature)) {
        return {&method, own->function};
      }
      continue;
    }
    Lookup found = lookup_field_or_method(type, false, method.package, method.name);
    const bool has =
        found.result == LookupResult::Method || found.result == LookupResult::InterfaceMethod;
    if (found.result == LookupResult::NotFound) {
      found = lookup_field_or_method(type, false, method.package, method.name, NameCase::Fold);
    }
    if (found.result == LookupResult::Ambiguous || found.method == nullptr) {
      return {&method, nullptr};
    }
    const Type* signature = method_signature(found.method);
    if (!is_valid(signature)) continue;  // reported where it is declared
    if (!has || !identical(signature, method.signature)) {
      return {&method, found.method};
    }
  }
  return {};
}

// Go: missingMethodReason.
std::string Checker::missing_method_cause(Type* type, Type* interface,
                                          const MissingMethod& missing) {
  const Method& method = *missing.method;
  if (missing.alternative != nullptr) {
    Object* other = missing.alternative;
    const Type* signature = method_signature(other);
    const std::string have_want = "\n\t\thave " + other->name +
                                  signature_string(signature, env_.package) + "\n\t\twant " +
                                  method.name + signature_string(method.signature, env_.package);
    if (other->name != method.name) return "(missing method " + method.name + ")" + have_want;
    if (identical(signature, method.signature)) {
      return "(method " + method.name + " has pointer receiver)";
    }
    return "(wrong type for method " + method.name + ")" + have_want;
  }
  for (Type* t : {type, interface}) {
    if (is_pointer_to_interface(t)) {
      return "(type " + text(t) + " is pointer to interface, not interface)";
    }
  }
  return "(missing method " + method.name + ")";
}

namespace {

std::string tail(const std::string& name) {
  return name.empty() ? "" : name.substr(1);
}

}  // namespace

// Why a selector or a field name is not known, with what it may have meant. (Go: lookupError.)
std::string Checker::lookup_failure(Type* type, const std::string& name, bool struct_literal) {
  const Lookup other = lookup_field_or_method(type, true, env_.package, name, NameCase::Fold);
  const bool is_field = other.field != nullptr;
  const std::string missing =
      struct_literal ? "unknown field " + name + " in struct literal of type " + text(type)
                     : "type " + text(type) + " has no field or method " + name;
  if (!is_field && (other.method == nullptr || struct_literal)) return missing;
  const std::string alternative = is_field ? other.field->name : other.method->name;
  const Package* home = is_field ? other.field->package : other.method->package;
  const std::string what = struct_literal ? "" : is_field ? "field " : "method ";
  if (home == env_.package || is_exported(alternative)) {
    return missing + ", but does have " + what + alternative;
  }
  if (is_exported(name)) {
    if (tail(name) != tail(alternative)) return missing;
    return missing + ", but does have unexported " + what + alternative;
  }
  if (name != alternative) return missing;
  if (struct_literal) {
    return "cannot refer to unexported field " + name + " in struct literal of type " + text(type);
  }
  return "cannot refer to unexported " + what + name;
}

}  // namespace gopark::lang
