// Composite literals. (go/types: expr.go, index.go.)
#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

// Constant map keys by value; keys of an interface type also differ by type.
class KeysSeen {
 public:
  // False when the key was there.
  bool add(const Constant& value, Type* type, bool by_type) {
    std::vector<Type*>& types = seen_[to_string_exactly(value)];
    for (const Type* other : types) {
      if (!by_type || identical(other, type)) return false;
    }
    types.push_back(type);
    return true;
  }

 private:
  static std::string to_string_exactly(const Constant& value) {
    if (value.kind == ConstantKind::String) return "s" + value.text;
    const Constant integer = to_integer(value);
    if (integer.kind == ConstantKind::Int) return "n" + to_string(integer);
    if (value.kind == ConstantKind::Float) {
      return "f" + value.exact->numerator.decimal() + "/" + value.exact->denominator.decimal();
    }
    return to_string(value);
  }

  std::map<std::string, std::vector<Type*>> seen_;
};

}  // namespace

// The type of a literal, and of what it fills: for an elided *T in a literal of pointers the base
// is T. `[...]T` gets an array whose length is still to be counted.
Type* Checker::composite_type(CompositeLit* literal, Type* hint, Type** base) {
  literal->implicit_address = false;
  if (literal->type_expr == nullptr) {
    if (hint == nullptr) {
      error(literal, "invalid composite literal type: missing type");
      return nullptr;
    }
    bool is_pointer = false;
    *base = dereferenced(core_type(hint), &is_pointer);
    if (!is_pointer) *base = hint;
    literal->implicit_address = is_pointer;
    return hint;
  }
  if (literal->type_expr->kind == ExprKind::ArrayType) {
    ArrayTypeExpr* array = as<ArrayTypeExpr>(literal->type_expr);
    if (array->length != nullptr && array->length->kind == ExprKind::Ellipsis &&
        as<EllipsisExpr>(array->length)->element == nullptr) {
      Type* type = new_type(TypeKind::Array);
      type->length = -1;
      type->element = variable_type(array->element);
      *base = type;
      return type;
    }
  }
  *base = type_of(literal->type_expr);
  return *base;
}

void Checker::composite_literal(Operand* x, CompositeLit* literal, Type* hint) {
  Type* base = nullptr;
  Type* type = composite_type(literal, hint, &base);
  Type* core = type != nullptr ? core_type(base) : nullptr;
  literal->indices.clear();
  literal->length = 0;
  if (base != nullptr && base->kind == TypeKind::Named && base->object->color > 1) {
    error(literal, "invalid recursive type " + base->object->name);
    use(literal->elements);
    return;
  }
  const TypeKind kind = core != nullptr ? core->kind : TypeKind::Basic;
  if (kind == TypeKind::Struct) {
    struct_literal(literal, base, core);
  } else if (kind == TypeKind::Array) {
    const int64_t count = indexed_elements(literal, core->element, core->length);
    if (core->length < 0) {
      core->length = count;
      record_type(literal->type_expr, core);
    }
    literal->length = core->length;
  } else if (kind == TypeKind::Slice) {
    literal->length = indexed_elements(literal, core->element, -1);
  } else if (kind == TypeKind::Map) {
    map_literal(literal, core);
  } else {
    use(literal->elements);
    if (type != nullptr && is_valid(type) && (core == nullptr || is_valid(core))) {
      error(literal, "invalid composite literal type " + text(type));
    }
    return;
  }
  x->mode = Mode::Value;
  x->type = type;
}

void Checker::struct_literal(CompositeLit* literal, Type* base, Type* structure) {
  if (literal->elements.empty()) return;
  if (literal->elements[0]->kind == ExprKind::KeyValue) {
    keyed_fields(literal, base, structure);
  } else {
    positional_fields(literal, base, structure);
  }
}

void Checker::keyed_fields(CompositeLit* literal, Type* base, Type* structure) {
  std::set<int> visited;
  for (Expr* element : literal->elements) {
    literal->indices.push_back(-1);
    if (element->kind != ExprKind::KeyValue) {
      error(element, "mixture of field:value and value elements in struct literal");
      continue;
    }
    KeyValueExpr* pair = as<KeyValueExpr>(element);
    Operand x;
    const bool named = pair->key->kind == ExprKind::Ident;
    const int index = named ? field_index(structure, env_.package, as<Ident>(pair->key)->name) : -1;
    const Variable* field =
        index >= 0 ? &structure->fields[static_cast<std::size_t>(index)] : nullptr;
    if (field != nullptr) {
      expression_for(&x, pair->value, field->type);
    } else {
      expression(&x, pair->value);
    }
    if (!named) {
      error(pair, "invalid field name " + text(pair->key) + " in struct literal");
      continue;
    }
    if (field == nullptr) {
      error(pair->key, lookup_failure(base, as<Ident>(pair->key)->name, true));
      continue;
    }
    literal->indices.back() = index;
    pair->key->type = field->type;
    pair->mode = Mode::Value;
    pair->type = field->type;
    assignment(&x, field->type, "struct literal");
    if (!visited.insert(index).second) {
      error(pair, "duplicate field name " + field->name + " in struct literal");
    }
  }
}

void Checker::positional_fields(CompositeLit* literal, Type* base, Type* structure) {
  const std::vector<Variable>& fields = structure->fields;
  for (std::size_t i = 0; i < literal->elements.size(); i++) {
    Expr* element = literal->elements[i];
    literal->indices.push_back(static_cast<int64_t>(i));
    if (element->kind == ExprKind::KeyValue) {
      error(element, "mixture of field:value and value elements in struct literal");
      continue;
    }
    Operand x;
    expression_for(&x, element, i < fields.size() ? fields[i].type : nullptr);
    if (i >= fields.size()) {
      error(element, "too many values in struct literal of type " + text(base));
      return;
    }
    if (!is_exported(fields[i].name) && fields[i].package != env_.package) {
      error(element, "implicit assignment to unexported field " + fields[i].name +
                         " in struct literal of type " + text(base));
      continue;
    }
    assignment(&x, fields[i].type, "struct literal");
  }
  if (literal->elements.size() < fields.size()) {
    Pos brace = literal->end;
    if (brace.column > 1) brace.column--;
    error(brace, "too few values in struct literal of type " + text(base));
  }
}

void Checker::map_literal(CompositeLit* literal, Type* map) {
  KeysSeen seen;
  for (Expr* element : literal->elements) {
    if (element->kind != ExprKind::KeyValue) {
      error(element, "missing key in map literal");
      use(element);
      continue;
    }
    KeyValueExpr* pair = as<KeyValueExpr>(element);
    pair->mode = Mode::Value;
    pair->type = map->element;
    Operand x;
    expression_with_hint(&x, pair->key, map->key);
    assignment(&x, map->key, "map literal");
    if (!x.valid()) continue;
    if (x.mode == Mode::Constant && !env_.in_instance &&
        !seen.add(*x.constant, x.type, is_interface(map->key))) {
      error(x, "duplicate key " + to_string(*x.constant) + " in map literal");
      continue;
    }
    expression_for(&x, pair->value, map->element, map->element);
    assignment(&x, map->element, "map literal");
  }
}

// Elements of an array or slice, some with an index; gives one past the largest index. `length` is
// that of the array, or -1. (Go: indexedElts.)
int64_t Checker::indexed_elements(CompositeLit* literal, Type* element_type, int64_t length) {
  std::set<int64_t> visited;  // only filled once an index was written
  bool sequential = true;
  int64_t index = 0;
  int64_t count = 0;
  for (Expr* element : literal->elements) {
    bool valid = false;
    Expr* value = element;
    if (element->kind == ExprKind::KeyValue) {
      KeyValueExpr* pair = as<KeyValueExpr>(element);
      if (sequential) {
        for (int64_t i = 0; i < index; i++) visited.insert(i);
        sequential = false;
      }
      bool known = false;
      const int64_t written = index_value(pair->key, length, &known);
      if (known && written >= 0) {
        index = written;
        valid = true;
      } else if (known) {
        error(element, "index " + text(pair->key) + " must be integer constant");
      }
      value = pair->value;
      pair->mode = Mode::Value;
      pair->type = element_type;
    } else if (length >= 0 && index >= length) {
      error(element, "index " + std::to_string(index) +
                         " is out of bounds (>= " + std::to_string(length) + ")");
    } else {
      valid = true;
    }
    if (valid && !sequential && !visited.insert(index).second) {
      error(element, "duplicate index " + std::to_string(index) + " in array or slice literal");
    }
    literal->indices.push_back(index);
    index++;
    count = std::max(count, index);
    Operand x;
    expression_for(&x, value, element_type, element_type);
    assignment(&x, element_type, "array or slice literal");
  }
  return count;
}

}  // namespace gopark::lang
