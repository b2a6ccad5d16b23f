// x[i], x[low:high]. (go/types: index.go.)
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {

Expr* Checker::single_index(IndexExpr* expr) {
  if (expr->indices.empty()) {
    error(expr, "missing index for " + text(expr->x));
    return nullptr;
  }
  if (expr->indices.size() > 1) {
    error(expr->indices[1], "invalid operation: more than one index");
    for (std::size_t i = 1; i < expr->indices.size(); i++) use(expr->indices[i]);
  }
  return expr->indices[0];
}

void Checker::map_index(Operand* x, IndexExpr* expr, Type* key_type, Type* element) {
  Expr* index = single_index(expr);
  if (index == nullptr) return x->invalidate();
  Operand key;
  expression(&key, index);
  assignment(&key, key_type, "map index");
  x->mode = Mode::MapIndex;
  x->type = element;
}

// What indexing gives for strings, arrays and slices; `length` when it is known.
bool Checker::indexable(Operand* x, int64_t* length) {
  Type* u = array_behind_pointer(underlying(x->type));
  if (u == nullptr) return false;
  const bool behind_pointer = u != underlying(x->type);
  if (u->kind == TypeKind::Basic && (basic_flags(u->basic) & kString) != 0) {
    if (x->mode == Mode::Constant) *length = static_cast<int64_t>(x->constant->text.size());
    if (is_untyped(x->type)) update_expr_type(x->expr, basic(BasicKind::String), true);
    x->mode = Mode::Value;
    x->type = universe_.byte();
    return true;
  }
  if (u->kind == TypeKind::Array) {
    *length = u->length;
    x->mode = x->mode == Mode::Variable || behind_pointer ? Mode::Variable : Mode::Value;
    x->type = u->element;
    return true;
  }
  if (u->kind != TypeKind::Slice) return false;
  x->mode = Mode::Variable;
  x->type = u->element;
  return true;
}

// A type parameter is indexed when all types of its set are, with the same element type. `done`:
// they are maps.
bool Checker::indexable_type_param(Operand* x, IndexExpr* expr, int64_t* length, bool* done) {
  Operand result;
  Type* key = nullptr;
  bool first = true;
  const bool same = under_is(x->type, [&](Type* u) {
    if (u == nullptr) return false;
    Operand one = *x;
    one.type = u;
    one.expr = nullptr;
    int64_t limit = -1;
    Type* one_key = nullptr;
    if (u->kind == TypeKind::Map) {
      one_key = u->key;
      one.type = u->element;
      one.mode = Mode::MapIndex;
    } else if (!indexable(&one, &limit)) {
      return false;
    }
    if (first) {
      result = one;
      key = one_key;
      *length = limit;
    } else {
      if ((key == nullptr) != (one_key == nullptr) || !identical(result.type, one.type))
        return false;
      if (key != nullptr && !identical(key, one_key)) return false;
      if (one.mode == Mode::Value) result.mode = Mode::Value;
      if (limit >= 0 && (*length < 0 || limit < *length)) *length = limit;
    }
    first = false;
    return true;
  });
  if (!same || first) return false;
  if (key != nullptr) {
    map_index(x, expr, key, result.type);
    *done = true;
    return true;
  }
  x->mode = result.mode;
  x->type = result.type;
  return true;
}

bool Checker::index_expression(Operand* x, IndexExpr* expr) {
  expr->instance = nullptr;
  expression_or_type(x, expr->x, true);
  if (!x->valid()) {
    use(expr->indices);
    return false;
  }
  if (x->mode == Mode::TypeExpr) {
    x->type = instantiated_type(expr, nullptr);
    valid_variable_type(expr, x->type);
    if (!is_valid(x->type)) x->invalidate();
    return false;
  }
  if (x->mode == Mode::Value && is_generic(x->type)) return true;
  if (x->mode == Mode::Builtin) {
    error(*x, text(*x) + " must be called");
    use(expr->indices);
    x->invalidate();
    return false;
  }
  int64_t length = -1;
  bool done = false;
  bool valid = false;
  if (is_type_param(x->type)) {
    valid = indexable_type_param(x, expr, &length, &done);
  } else if (is_kind(x->type, TypeKind::Map)) {
    const Type* map = underlying(x->type);
    map_index(x, expr, map->key, map->element);
    return false;
  } else {
    valid = !x->is_nil() && indexable(x, &length);
  }
  if (done) return false;
  if (!valid) {
    if (is_valid(underlying(x->type))) error(*x, "invalid operation: cannot index " + text(*x));
    use(expr->indices);
    x->invalidate();
    return false;
  }
  Expr* index = single_index(expr);
  if (index == nullptr) {
    x->invalidate();
    return false;
  }
  bool known = false;
  index_value(index, length, &known);
  if (!is_valid(x->type)) x->invalidate();
  return false;
}

// An index or size. Gives its value when constant, else -1; `valid` is false when it was wrong. A
// `limit` >= 0 is one past the largest. (Go: index.)
int64_t Checker::index_value(Expr* index, int64_t limit, bool* valid) {
  *valid = false;
  Operand x;
  expression(&x, index);
  if (!valid_index(&x, "index", false)) return -1;
  if (x.mode != Mode::Constant) {
    *valid = true;
    return -1;
  }
  int64_t value = -1;
  if (!int64_value(*x.constant, &value)) return -1;
  if (limit >= 0 && value >= limit) {
    error(x, "invalid argument: index " + to_string(*x.constant) +
                 " out of bounds [0:" + std::to_string(limit) + "]");
    return -1;
  }
  *valid = true;
  return value;
}

bool Checker::valid_index(Operand* x, const char* what, bool allow_negative) {
  if (!x->valid()) return false;
  convert_untyped(x, basic(BasicKind::Int));
  if (!x->valid()) return false;
  const std::string invalid_argument = std::string("invalid argument: ") + what + " ";
  if (!all_basic(x->type, kInteger)) {
    error(*x, invalid_argument + text(*x) + " must be integer");
    return false;
  }
  if (x->mode != Mode::Constant) return true;
  if (!allow_negative && sign(*x->constant) < 0) {
    error(*x, invalid_argument + text(*x) + " must not be negative");
    return false;
  }
  Constant rounded;
  if (!representable_value(*x->constant, basic(BasicKind::Int), &rounded)) {
    error(*x, invalid_argument + text(*x) + " overflows int");
    return false;
  }
  return true;
}

// Whether a type can be sliced; x becomes the result's type, `length` is a known length.
bool Checker::sliceable(Operand* x, SliceExpr* expr, int64_t* length) {
  Type* u = core_type(x->type);
  const bool strings_and_bytes = is_type_param(x->type) && u == nullptr;
  if (strings_and_bytes) {
    return under_is(x->type, [](Type* t) {
      return t != nullptr && (is_basic(t, kString) || is_bytes_or_runes(t));
    });
  }
  Type* array = array_behind_pointer(u);
  if (u == nullptr) return false;
  if (u->kind == TypeKind::Basic && (basic_flags(u->basic) & kString) != 0) {
    if (expr->three) {
      error(expr->max != nullptr ? expr->max : expr, "invalid operation: 3-index slice of string");
      x->invalidate();
      return true;
    }
    if (x->mode == Mode::Constant) *length = static_cast<int64_t>(x->constant->text.size());
    if (is_untyped(x->type)) {
      update_expr_type(x->expr, basic(BasicKind::String), true);
      x->type = basic(BasicKind::String);
    }
    return true;
  }
  if (array->kind == TypeKind::Array) {
    if (array == u && x->mode != Mode::Variable) {
      error(*x, "invalid operation: " + text(*x) + " (slice of unaddressable value)");
      x->invalidate();
      return true;
    }
    if (array == u) mark_root(expr->x, Effect::AddressTaken);
    *length = array->length;
    x->type = slice_of(array->element);
    return true;
  }
  return u->kind == TypeKind::Slice;
}

void Checker::slice_expression(Operand* x, SliceExpr* expr) {
  expression(x, expr->x);
  int64_t length = -1;
  if (x->valid() && !sliceable(x, expr, &length)) {
    if (is_valid(underlying(x->type))) error(*x, "invalid operation: cannot slice " + text(*x));
    x->invalidate();
  }
  if (!x->valid()) return use({expr->low, expr->high, expr->max});
  x->mode = Mode::Value;
  if (expr->three && (expr->high == nullptr || expr->max == nullptr)) {
    error(expr, "middle index required in 3-index slice");
    return x->invalidate();
  }
  slice_indices(expr, length);
}

// Constant indices must be in range and in order.
void Checker::slice_indices(SliceExpr* expr, int64_t length) {
  const std::array<Expr*, 3> indices = {expr->low, expr->high, expr->max};
  std::array<int64_t, 3> values = {0, length, length};
  for (std::size_t i = 0; i < indices.size(); i++) {
    if (indices[i] == nullptr) continue;
    bool valid = false;
    values[i] = index_value(indices[i], length >= 0 ? length + 1 : -1, &valid);
  }
  for (std::size_t i = 0; i + 1 < indices.size(); i++) {
    for (std::size_t j = i + 1; j < indices.size(); j++) {
      if (values[i] <= 0 || values[j] < 0 || values[j] >= values[i]) continue;
      const Expr* at = indices[j] != nullptr ? indices[j] : indices[i];
      return error(at, "invalid slice indices: " + std::to_string(values[j]) + " < " +
                           std::to_string(values[i]));
    }
  }
}

}  // namespace gopark::lang
