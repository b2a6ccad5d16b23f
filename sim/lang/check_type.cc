// Type expressions. (go/types: typexpr.go, struct.go.)
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

constexpr int64_t kInvalidLength = -1;

// The name that an embedded field gets: T, *T, pkg.T, T[P]. (Go: embeddedFieldIdent.)
const Ident* embedded_name(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Ident:
      return as<Ident>(expr);
    case ExprKind::Star: {
      const Expr* base = as<StarExpr>(expr)->x;
      return base->kind == ExprKind::Star ? nullptr : embedded_name(base);
    }
    case ExprKind::Selector:
      return as<SelectorExpr>(expr)->sel;
    case ExprKind::Index:
      return embedded_name(as<IndexExpr>(expr)->x);
    default:
      return nullptr;
  }
}

bool may_be_constraint(Type* type) {
  return type->kind == TypeKind::Named || type->kind == TypeKind::Interface;
}

// Bytes of a value on 64-bit machines, without padding, as far as `budget` parts of types tell: a
// lower bound. (Go: types.CalcSize.)
uint64_t bytes_of(const Type* type, int* budget) {
  constexpr uint64_t kMany = uint64_t{1} << 31;
  const Type* u = underlying(const_cast<Type*>(type));
  if (u == nullptr || --*budget < 0) return 0;
  uint64_t bytes = 0;
  switch (u->kind) {
    case TypeKind::Basic:
      if ((basic_flags(u->basic) & kString) != 0) return 16;
      return (basic_flags(u->basic) & kBoolean) != 0
                 ? 1
                 : static_cast<uint64_t>(std::max(basic_bits(u->basic), 0)) / 8;
    case TypeKind::Array:
      bytes = std::min(bytes_of(u->element, budget), kMany);
      return bytes * std::min(static_cast<uint64_t>(std::max<int64_t>(u->length, 0)), kMany);
    case TypeKind::Struct:
      for (const Variable& field : u->fields)
        bytes = std::min(bytes + bytes_of(field.type, budget), kMany);
      return bytes;
    case TypeKind::Slice:
      return 24;
    case TypeKind::Interface:
      return 16;
    default:
      return 8;
  }
}

bool is_too_large_for_channel(const Type* element) {
  int budget = 10'000;
  return bytes_of(element, &budget) >= uint64_t{1} << 16;
}

}  // namespace

Type* Checker::record_type(Expr* expr, Type* type) {
  expr->mode = is_valid(type) ? Mode::TypeExpr : Mode::Invalid;
  expr->type = type;
  if (!is_valid(type)) note_invalid(expr->pos);
  return type;
}

Type* Checker::type_of(Expr* expr) {
  return defined_type(expr, nullptr);
}

Type* Checker::variable_type(Expr* expr) {
  Type* type = defined_type(expr, nullptr);
  valid_variable_type(expr, type);
  return type;
}

// Constraints are no types of variables.
void Checker::valid_variable_type(Expr* expr, Type* type) {
  if (!may_be_constraint(type)) return;
  later([this, expr, type] {
    const Type* interface = completed_interface(type);
    if (interface == nullptr || interface->kind != TypeKind::Interface) return;
    const std::string message = "cannot use type " + text(type) + " outside a type constraint: ";
    if (interface->comparable) {
      error(expr, message + "interface is (or embeds) comparable");
    } else if (!interface->unions.empty()) {
      error(expr, message + "interface contains type constraints");
    }
  });
}

// `def`, when not null, is the named type that is being defined by the expression: it gets its
// underlying type before the parts are looked at, which may mention it.
Type* Checker::defined_type(Expr* expr, Type* def) {
  Type* type = type_internal(expr, def);
  if (is_generic(type) && type->kind == TypeKind::Named) {
    error(expr, "cannot use generic type " + text(type) + " without instantiation");
    type = invalid();
  }
  return record_type(expr, type);
}

Type* Checker::generic_type(Expr* expr) {
  Type* type = type_internal(expr, nullptr);
  if (is_valid(type) && !is_generic(type)) {
    error(expr, text(type) + " is not a generic type");
    type = invalid();
  }
  return record_type(expr, type);
}

Type* Checker::named_type(Operand* x, Type* def) {
  if (x->mode == Mode::TypeExpr) {
    if (def != nullptr) def->underlying = x->type;
    return x->type;
  }
  if (x->mode == Mode::NoValue) error(*x, text(*x) + " used as type");
  if (x->mode != Mode::NoValue && x->valid()) error(*x, text(*x) + " is not a type");
  return invalid();
}

Type* Checker::type_internal(Expr* expr, Type* def) {
  Operand x;
  x.expr = expr;
  switch (expr->kind) {
    case ExprKind::Bad:
      use_names(*as<BadExpr>(expr));
      return invalid();
    case ExprKind::Ident:
      identifier(&x, as<Ident>(expr), false);
      return named_type(&x, def);
    case ExprKind::Selector:
      selector(&x, as<SelectorExpr>(expr));
      x.expr = expr;
      return named_type(&x, def);
    case ExprKind::Index:
      return instantiated_type(as<IndexExpr>(expr), def);
    case ExprKind::Paren:
      return defined_type(as<ParenExpr>(expr)->x, def);
    case ExprKind::ArrayType:
      return array_type(as<ArrayTypeExpr>(expr), def);
    case ExprKind::StructType:
      return struct_type(as<StructTypeExpr>(expr), def);
    case ExprKind::Star:
      return pointer_type(as<StarExpr>(expr), def);
    case ExprKind::FuncType:
      return function_type(as<FuncType>(expr), def, nullptr);
    case ExprKind::InterfaceType:
      return interface_type(as<InterfaceTypeExpr>(expr), def);
    case ExprKind::MapType:
      return map_type(as<MapTypeExpr>(expr), def);
    case ExprKind::ChanType:
      return chan_type(as<ChanTypeExpr>(expr), def);
    case ExprKind::Ellipsis:
      error(expr, "invalid use of '...'");
      use(as<EllipsisExpr>(expr)->element);
      return invalid();
    default:
      error(expr, text(expr) + " is not a type");
      use(expr);
      return invalid();
  }
}

Type* Checker::array_type(ArrayTypeExpr* expr, Type* def) {
  const bool is_slice = expr->length == nullptr;
  Type* type = new_type(is_slice ? TypeKind::Slice : TypeKind::Array);
  type->element = invalid();
  if (def != nullptr) def->underlying = type;
  if (!is_slice && expr->length->kind == ExprKind::Ellipsis) {
    error(expr, "invalid use of [...] array (outside a composite literal)");
    type->length = kInvalidLength;
  } else if (!is_slice) {
    type->length = array_length(expr->length);
  }
  type->element = variable_type(expr->element);
  if (is_slice || type->length >= 0) return type;
  type->length = 0;
  if (def != nullptr) def->underlying = invalid();
  return invalid();
}

// Go: arrayLength.
int64_t Checker::array_length(Expr* expr) {
  if (expr->kind == ExprKind::Ident) {
    const Ident* ident = as<Ident>(expr);
    const Object* object = env_.scope->lookup(ident->name);
    if (object == nullptr) {
      error(expr, "undefined array length " + ident->name + " or missing type constraint");
      return kInvalidLength;
    }
    if (object->kind != ObjectKind::Const) {
      error(expr, "invalid array length " + ident->name);
      return kInvalidLength;
    }
  }
  Operand x;
  expression(&x, expr);
  if (x.mode != Mode::Constant) {
    if (x.valid()) error(x, "array length " + text(x) + " must be constant");
    return kInvalidLength;
  }
  if (is_untyped(x.type) || is_basic(x.type, kInteger)) {
    const Constant value = to_integer(*x.constant);
    int64_t length = 0;
    if (value.kind == ConstantKind::Int) {
      if (int64_value(value, &length) && length >= 0) {
        update_expr_type(expr, basic(BasicKind::Int), true);
        return length;
      }
      error(x, "invalid array length " + text(x));
      return kInvalidLength;
    }
  }
  error(x, "array length " + text(x) + " must be integer");
  return kInvalidLength;
}

Type* Checker::pointer_type(StarExpr* expr, Type* def) {
  Type* type = pointer_to(invalid());
  if (def != nullptr) def->underlying = type;
  type->element = variable_type(expr->x);
  return is_valid(type->element) ? type : invalid();
}

Type* Checker::map_type(MapTypeExpr* expr, Type* def) {
  Type* type = new_type(TypeKind::Map);
  type->key = invalid();
  type->element = invalid();
  if (def != nullptr) def->underlying = type;
  type->key = variable_type(expr->key);
  type->element = variable_type(expr->value);
  later([this, expr, type] {
    if (!is_valid(type->key) || !is_valid(underlying(type->key))) return;
    if (is_comparable(type->key)) return;
    const bool param = is_type_param(type->key);
    error(expr->key, "invalid map key type " + text(type->key) +
                         (param ? " (missing comparable constraint)" : ""));
  });
  return type;
}

Type* Checker::chan_type(ChanTypeExpr* expr, Type* def) {
  Type* type = new_type(TypeKind::Chan);
  type->dir = expr->dir;
  type->element = invalid();
  if (def != nullptr) def->underlying = type;
  type->element = variable_type(expr->element);
  later([this, expr, type] {
    if (is_too_large_for_channel(type->element)) large_channels_.push_back(expr->pos);
  });
  return type;
}

namespace {

// What the tag's literal means: two ways to write a tag are one type.
std::string tag_of(const Field& field) {
  std::string error;
  return field.tag.empty() ? "" : literal_value(Token::String, field.tag, &error).text;
}

}  // namespace

Type* Checker::struct_type(StructTypeExpr* expr, Type* def) {
  Type* type = new_type(TypeKind::Struct);
  if (def != nullptr) def->underlying = type;
  for (const Field& field : expr->fields) {
    if (field.names.empty()) {
      embedded_field(type, field);
      continue;
    }
    Type* field_type = variable_type(field.type_expr);
    for (const Ident* name : field.names) {
      add_field(type, {name->name, field_type, false, env_.package, name->pos, tag_of(field)});
    }
  }
  return type;
}

void Checker::add_field(Type* type, Variable field) {
  if (field.name != "_") {
    for (const Variable& other : type->fields) {
      if (other.name != field.name) continue;
      error(field.pos, field.name + " redeclared\n\t" + position(other.pos) +
                           ": other declaration of " + other.name);
      return;
    }
  }
  type->fields.push_back(std::move(field));
}

void Checker::embedded_field(Type* type, const Field& field) {
  Type* field_type = variable_type(field.type_expr);
  const Pos pos = field.type_expr->pos;
  const Ident* name = embedded_name(field.type_expr);
  if (name == nullptr) {
    if (field.type_expr->kind != ExprKind::Bad) {
      error(pos, "invalid embedded field type " + text(field.type_expr));
    }
    return;
  }
  add_field(type, {name->name, field_type, true, env_.package, pos, tag_of(field)});
  later([this, field_type, pos] { check_embedded(field_type, pos); });
}

void Checker::check_embedded(Type* type, Pos pos) {
  bool is_pointer = false;
  Type* base = dereferenced(type, &is_pointer);
  if (is_type_param(base)) {
    return error(pos, "embedded field type cannot be a type parameter");
  }
  const Type* u = underlying(base);
  if (u == nullptr) return;
  if (u->kind == TypeKind::Pointer) error(pos, "embedded field type cannot be a pointer");
  if (u->kind == TypeKind::Interface && is_pointer) {
    error(pos, "embedded field type cannot be a pointer to an interface");
  }
}

}  // namespace gopark::lang
