// Interface types, their method sets and type sets, and who implements them.
// (go/types: interface.go, union.go, typeset.go, instantiate.go.)
#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {
namespace {

constexpr std::size_t kMaxTerms = 100;

// Holds what was written until the method set is asked for, which may be before all embedded types
// are known.
class PendingInterface final : public PendingType {
 public:
  PendingInterface(Checker* checker, std::vector<Method> methods,
                   std::vector<EmbeddedElement> embedded)
      : checker_(checker), methods_(std::move(methods)), embedded_(std::move(embedded)) {}

  void complete(Type* type) override {
    type->pending = nullptr;
    checker_->complete_interface(type, methods_, embedded_);
  }

 private:
  Checker* checker_;
  std::vector<Method> methods_;
  std::vector<EmbeddedElement> embedded_;
};

bool before(const Method& a, const Method& b) {
  if (a.name != b.name) return a.name < b.name;
  const std::string none;
  const std::string& x = a.package != nullptr ? a.package->path : none;
  const std::string& y = b.package != nullptr ? b.package->path : none;
  return x < y;
}

void add_term(std::vector<UnionTerm>* terms, const UnionTerm& term) {
  const bool known = std::any_of(terms->begin(), terms->end(), [&](const UnionTerm& other) {
    return other.tilde == term.tilde && identical(other.type, term.type);
  });
  if (!known) terms->push_back(term);
}

// What both terms allow, if anything. (Go: term.intersect.)
bool intersect(const UnionTerm& x, const UnionTerm& y, UnionTerm* result) {
  if (identical(x.type, y.type)) {
    *result = {x.tilde && y.tilde, x.type};
    return true;
  }
  if (x.tilde && term_includes(x, y.type)) {
    *result = y;
    return true;
  }
  if (y.tilde && term_includes(y, x.type)) {
    *result = x;
    return true;
  }
  return false;
}

std::vector<UnionTerm> intersection(const std::vector<UnionTerm>& x,
                                    const std::vector<UnionTerm>& y) {
  std::vector<UnionTerm> result;
  for (const UnionTerm& a : x) {
    for (const UnionTerm& b : y) {
      UnionTerm both;
      if (intersect(a, b, &both)) add_term(&result, both);
    }
  }
  return result;
}

void restrict_terms(Type* type, std::vector<UnionTerm> terms) {
  if (type->unions.empty()) {
    type->unions.push_back(std::move(terms));
  } else {
    type->unions[0] = intersection(type->unions[0], terms);
  }
}

// Once the terms are known, `comparable` only removes those that are not.
void restrict_to_comparable(Type* type) {
  if (!type->comparable || type->unions.empty()) return;
  std::vector<UnionTerm>& terms = type->unions[0];
  terms.erase(std::remove_if(terms.begin(), terms.end(),
                             [](const UnionTerm& term) { return !is_comparable(term.type); }),
              terms.end());
  type->comparable = false;
}

// Whether a type without a name leads to `wanted` again, through types without names only.
bool leads_to(Type* from, const Type* wanted, std::set<const Type*>* seen) {
  if (from == nullptr || from->kind == TypeKind::Named || from->kind == TypeKind::TypeParam)
    return false;
  if (from == wanted && !seen->empty()) return true;
  if (!seen->insert(from).second) return false;
  const auto any_leads = [&](const std::vector<Variable>& variables) {
    return std::any_of(variables.begin(), variables.end(), [&](const Variable& variable) {
      return leads_to(variable.type, wanted, seen);
    });
  };
  if (from->kind == TypeKind::Interface) {
    const std::vector<Method>& methods = completed_interface(from)->methods;
    return std::any_of(methods.begin(), methods.end(), [&](const Method& method) {
      return leads_to(method.signature, wanted, seen);
    });
  }
  return leads_to(from->element, wanted, seen) || leads_to(from->key, wanted, seen) ||
         any_leads(from->fields) || any_leads(from->params) || any_leads(from->results);
}

// Go 1.20 and later refuse such a type. (Go: noder, cycleFinder.)
bool is_part_of_itself(Type* interface) {
  std::set<const Type*> seen;
  return leads_to(interface, interface, &seen);
}

}  // namespace

Type* Checker::interface_type(InterfaceTypeExpr* expr, Type* def) {
  Type* type = new_type(TypeKind::Interface);
  if (def != nullptr) def->underlying = type;
  std::vector<Method> methods;
  std::vector<EmbeddedElement> embedded;
  for (InterfaceElement& element : expr->elements) {
    if (element.method == nullptr) {
      embedded.push_back(embedded_element(element));
    } else if (element.method->name == "_") {
      error(element.method, "methods must have a unique non-blank name");
    } else {
      methods.push_back(explicit_method(element, def != nullptr ? def : type));
    }
  }
  if (!methods.empty() || !embedded.empty()) {
    set_pending_interface(type, std::move(methods), std::move(embedded));
  }
  if (def == nullptr) {
    later([this, expr, type] {
      if (is_part_of_itself(type))
        error(expr->pos,
              "invalid recursive type: anonymous interface refers to itself (see "
              "https://go.dev/issue/56103)");
    });
  }
  return type;
}

void Checker::set_pending_interface(Type* type, std::vector<Method> methods,
                                    std::vector<EmbeddedElement> embedded) {
  for (const EmbeddedElement& element : embedded) {
    if (element.single) type->embedded.push_back(element.terms[0].type);
  }
  type->pending = arena_.make<PendingInterface>(this, std::move(methods), std::move(embedded));
  later([type] { completed_interface(type); });
}

Method Checker::explicit_method(const InterfaceElement& element, Type* receiver) {
  Type* signature = function_type(element.signature, nullptr, nullptr);
  Object* object = new_object(ObjectKind::Func, element.method, signature);
  object->receiver = receiver;
  object->color = 1;
  element.method->object = object;
  return {object->name, signature, object, false, env_.package};
}

EmbeddedElement Checker::embedded_element(const InterfaceElement& element) {
  EmbeddedElement result;
  result.pos = element.pos;
  if (element.terms.size() > kMaxTerms) {
    error(element.pos, "cannot handle more than " + std::to_string(kMaxTerms) +
                           " union terms (implementation limitation)");
    return result;
  }
  for (Expr* expr : element.terms) result.terms.push_back(union_term(expr));
  result.single = result.terms.size() == 1 && !result.terms[0].tilde;
  if (!result.single) {
    const std::vector<UnionTerm> terms = result.terms;
    const std::vector<Expr*> exprs = element.terms;
    later([this, exprs, terms] { check_union(exprs, terms); });
  }
  return result;
}

// Go: parseTilde.
UnionTerm Checker::union_term(Expr* expr) {
  UnionTerm term;
  Expr* type_expr = expr;
  if (expr->kind == ExprKind::Unary && as<UnaryExpr>(expr)->op == Token::Tilde) {
    type_expr = as<UnaryExpr>(expr)->x;
    term.tilde = true;
  }
  term.type = type_of(type_expr);
  if (is_type_param(term.type)) {
    error(type_expr, term.tilde ? "type in term " + text(expr) + " cannot be a type parameter"
                                : std::string("term cannot be a type parameter"));
    term.type = invalid();
  }
  record_type(expr, term.type);
  return term;
}

void Checker::check_union_term(const Expr* expr, const UnionTerm& term) {
  Type* u = completed_interface(term.type);
  const bool interface = u != nullptr && u->kind == TypeKind::Interface;
  const std::string name = (term.tilde ? "~" : "") + text(term.type);
  if (term.tilde && interface) {
    return error(expr, "invalid use of ~ (" + text(term.type) + " is an interface)");
  }
  if (term.tilde && !identical(u, term.type)) {
    return error(
        expr, "invalid use of ~ (underlying type of " + text(term.type) + " is " + text(u) + ")");
  }
  if (!interface) return;
  if (!u->methods.empty()) {
    error(expr, "cannot use " + name + " in union (" + name + " contains methods)");
  } else if (term.type == universe_.comparable()) {
    error(expr, "cannot use comparable in union");
  } else if (u->comparable) {
    error(expr, "cannot use " + name + " in union (" + name + " embeds comparable)");
  }
}

// Go: parseUnion, the part that needs the types.
void Checker::check_union(const std::vector<Expr*>& exprs, const std::vector<UnionTerm>& terms) {
  for (std::size_t i = 0; i < terms.size(); i++) {
    if (!is_valid(terms[i].type)) continue;
    check_union_term(exprs[i], terms[i]);
    if (is_interface(terms[i].type)) continue;
    for (std::size_t j = 0; j < i; j++) {
      UnionTerm both;
      if (!is_valid(terms[j].type) || is_interface(terms[j].type)) continue;
      if (!intersect(terms[i], terms[j], &both)) continue;
      error(exprs[i], "overlapping terms " + text(exprs[i]) + " and " + text(exprs[j]));
      break;
    }
  }
}

// Go: computeInterfaceTypeSet.
void Checker::complete_interface(Type* type, const std::vector<Method>& methods,
                                 const std::vector<EmbeddedElement>& embedded) {
  std::vector<Pos> positions;
  for (const Method& method : methods) {
    add_interface_method(type, method, method.function->pos, true, &positions);
  }
  for (const EmbeddedElement& element : embedded) add_embedded(type, element, &positions);
  restrict_to_comparable(type);
  std::stable_sort(type->methods.begin(), type->methods.end(), before);
}

// `positions` are those of type->methods: of the method, or of what embeds it.
void Checker::add_interface_method(Type* type, const Method& method, Pos pos, bool is_explicit,
                                   std::vector<Pos>* positions) {
  for (std::size_t i = 0; i < type->methods.size(); i++) {
    const Method& other = type->methods[i];
    if (other.name != method.name) continue;
    if (other.package != method.package && !is_exported(method.name)) continue;
    if (is_explicit || !identical(other.signature, method.signature)) {
      error(pos, "duplicate method " + method.name + "\n\t" + position((*positions)[i]) +
                     ": other declaration of " + method.name);
    }
    return;
  }
  type->methods.push_back(method);
  positions->push_back(pos);
}

void Checker::add_embedded(Type* type, const EmbeddedElement& element,
                           std::vector<Pos>* positions) {
  if (element.terms.empty()) return;
  if (element.single) {
    const Type* u = completed_interface(element.terms[0].type);
    if (!is_valid(u)) return;
    if (u->kind == TypeKind::Interface) {
      type->comparable = type->comparable || u->comparable;
      for (const Method& method : u->methods) {
        add_interface_method(type, method, element.pos, false, positions);
      }
      if (!u->unions.empty()) restrict_terms(type, u->unions[0]);
      return;
    }
  }
  std::vector<UnionTerm> terms;
  for (const UnionTerm& term : element.terms) {
    const Type* u = completed_interface(term.type);
    if (!is_valid(u)) continue;  // its mistake has been reported
    if (u->kind != TypeKind::Interface) {
      add_term(&terms, term);
    } else if (u->unions.empty()) {
      return;  // any type: the union restricts nothing
    } else {
      for (const UnionTerm& inner : u->unions[0]) add_term(&terms, inner);
    }
  }
  restrict_terms(type, std::move(terms));
}

// Whether a type has an interface's methods and is in its type set. (Go: implements.)
bool Checker::implements(Type* type, Type* target, bool is_constraint, std::string* cause) {
  const Type* u = completed_interface(type);
  const Type* interface = completed_interface(target);
  if (!is_valid(u) || !is_valid(interface)) return true;
  if (u->kind == TypeKind::Pointer && !is_valid(underlying(u->element))) return true;
  const std::string verb = is_constraint ? "satisfy" : "implement";
  const std::string does_not = text(type) + " does not " + verb + " " + text(target);
  if (interface->kind != TypeKind::Interface) {
    const bool pointer = is_pointer_to_interface(target);
    *cause =
        does_not + (pointer ? " (type " + text(target) + " is pointer to interface, not interface)"
                            : " (" + text(target) + " is not an interface)");
    return false;
  }
  const bool has_terms = !interface->unions.empty();
  if (interface->methods.empty() && !has_terms && !interface->comparable) return true;
  const bool type_is_interface = u->kind == TypeKind::Interface;
  if (type_is_interface && !u->unions.empty() && u->unions[0].empty()) return true;
  if (has_terms && interface->unions[0].empty()) {
    *cause = "cannot " + verb + " " + text(target) + " (empty type set)";
    return false;
  }
  const MissingMethod missing = missing_method(type, target, true);
  if (missing.method != nullptr) {
    *cause = does_not + " " + missing_method_cause(type, target, missing);
    return false;
  }
  if (has_terms && !satisfies_terms(type, target, interface, cause)) {
    *cause = does_not + *cause;
    return false;
  }
  if (!interface->comparable || is_comparable(type, Comparability::Strict)) return true;
  if (is_constraint && is_comparable(type, Comparability::Dynamic)) return true;
  *cause = text(type) + " does not " + verb + " comparable";
  return false;
}

bool Checker::satisfies_terms(Type* type, Type* target, const Type* interface, std::string* cause) {
  const std::vector<UnionTerm>& terms = interface->unions[0];
  const auto included = [&](Type* t, bool tilde) {
    return std::any_of(terms.begin(), terms.end(), [&](const UnionTerm& term) {
      return term_includes(term, t) && (!tilde || term.tilde);
    });
  };
  const Type* u = completed_interface(type);
  if (u->kind == TypeKind::Interface) {
    return !u->unions.empty() &&
           std::all_of(u->unions[0].begin(), u->unions[0].end(),
                       [&](const UnionTerm& term) { return included(term.type, term.tilde); });
  }
  if (included(type, false)) return true;
  for (const UnionTerm& term : terms) {
    if (term.tilde || !identical(term.type, underlying(type))) continue;
    *cause = " (possibly missing ~ for " + text(term.type) + " in " + text(target) + ")";
    return false;
  }
  std::string list;
  for (const UnionTerm& term : terms) {
    list += (list.empty() ? "" : " | ") + std::string(term.tilde ? "~" : "") + text(term.type);
  }
  *cause = " (" + text(type) + " missing in " + list + ")";
  return false;
}

}  // namespace gopark::lang
