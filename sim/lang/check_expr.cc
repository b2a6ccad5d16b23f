// Expressions: the dispatcher, and those that need no file of their own. (go/types: expr.go.)
#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

constexpr std::size_t kMaxLiteralLength = 10000;

BasicKind literal_kind(Token token) {
  switch (token) {
    case Token::Int:
      return BasicKind::UntypedInt;
    case Token::Float:
      return BasicKind::UntypedFloat;
    case Token::Char:
      return BasicKind::UntypedRune;
    default:
      return BasicKind::UntypedString;
  }
}

void add_once(std::vector<Object*>* list, Object* object) {
  if (std::find(list->begin(), list->end(), object) == list->end()) list->push_back(object);
}

}  // namespace

void Checker::record(const Operand& x) {
  Expr* expr = x.expr;
  expr->mode = x.mode;
  expr->type = x.valid() ? x.type : invalid();
  expr->constant = x.mode == Mode::Constant ? x.constant : nullptr;
  if (expr->type == nullptr) expr->type = invalid();
  if (!x.valid()) note_invalid(expr->pos);
}

// Checks any expression. Tells whether it may stand alone as a statement. `hint` is the element
// type of the composite literal around.
CallUse Checker::raw_expr(Operand* x, Expr* expr, Type* hint, bool allow_generic) {
  *x = Operand();
  x->type = invalid();
  CallUse use = expr_internal(x, expr, hint);
  x->expr = expr;
  if (!x->valid()) use = CallUse::Statement;
  if (!allow_generic) non_generic(x);
  record(*x);
  return use;
}

void Checker::non_generic(Operand* x) {
  if (!x->valid() || x->mode == Mode::NoValue || !is_generic(x->type)) return;
  const char* what = x->type->kind == TypeKind::Named ? "type " : "function ";
  error(*x, "cannot use generic " + (what + text(x->expr)) + " without instantiation");
  x->invalidate();
  x->type = invalid();
}

CallUse Checker::expr_internal(Operand* x, Expr* expr, Type* hint) {
  switch (expr->kind) {
    case ExprKind::Bad:
      break;  // reported when it was parsed
    case ExprKind::Ident:
      identifier(x, as<Ident>(expr), false);
      break;
    case ExprKind::BasicLit:
      basic_literal(x, as<BasicLit>(expr));
      break;
    case ExprKind::FuncLit:
      function_literal(x, as<FuncLit>(expr));
      break;
    case ExprKind::CompositeLit:
      composite_literal(x, as<CompositeLit>(expr), hint);
      break;
    case ExprKind::Paren:
      return raw_expr(x, as<ParenExpr>(expr)->x, nullptr, false);
    case ExprKind::Selector:
      selector(x, as<SelectorExpr>(expr));
      break;
    case ExprKind::Index:
      if (index_expression(x, as<IndexExpr>(expr))) {
        function_instantiation(x, as<IndexExpr>(expr));
      }
      break;
    case ExprKind::Slice:
      slice_expression(x, as<SliceExpr>(expr));
      break;
    case ExprKind::TypeAssert:
      type_assertion(x, as<TypeAssertExpr>(expr));
      break;
    case ExprKind::Call:
      return call(x, as<CallExpr>(expr));
    case ExprKind::Star:
      star(x, as<StarExpr>(expr));
      break;
    case ExprKind::Unary:
      unary(x, as<UnaryExpr>(expr));
      return as<UnaryExpr>(expr)->op == Token::Arrow ? CallUse::Statement : CallUse::Expression;
    case ExprKind::Binary:
      binary(x, as<BinaryExpr>(expr));
      break;
    case ExprKind::KeyValue:
      error(expr, "unexpected key:value expression");
      use({as<KeyValueExpr>(expr)->key, as<KeyValueExpr>(expr)->value});
      break;
    case ExprKind::Ellipsis:
      error(expr, "invalid use of '...'");
      break;
    case ExprKind::ArrayType:
    case ExprKind::StructType:
    case ExprKind::FuncType:
    case ExprKind::InterfaceType:
    case ExprKind::MapType:
    case ExprKind::ChanType:
      x->type = type_of(expr);
      if (is_valid(x->type)) x->mode = Mode::TypeExpr;
      break;
  }
  return CallUse::Expression;
}

// A single value.
void Checker::expression(Operand* x, Expr* expr) {
  raw_expr(x, expr, nullptr, false);
  exclude(x, true, true);
  single_value(x);
}

// One value, or the several of a call.
void Checker::multi_expression(Operand* x, Expr* expr) {
  raw_expr(x, expr, nullptr, false);
  exclude(x, true, true);
}

void Checker::expression_with_hint(Operand* x, Expr* expr, Type* hint) {
  raw_expr(x, expr, hint, false);
  exclude(x, true, true);
  single_value(x);
}

void Checker::expression_for(Operand* x, Expr* expr, Type* target, Type* hint) {
  raw_expr(x, expr, hint, true);
  if (target != nullptr) infer_from_target(x, target);
  non_generic(x);
  record(*x);
  exclude(x, true, true);
  single_value(x);
}

void Checker::expression_or_type(Operand* x, Expr* expr, bool allow_generic) {
  raw_expr(x, expr, nullptr, allow_generic);
  exclude(x, false, false);
  single_value(x);
}

// Refuses what is no value: always calls without results, on request types and built-ins.
void Checker::exclude(Operand* x, bool types_too, bool builtins_too) {
  if (x->mode == Mode::NoValue) {
    error(*x, text(*x) + " used as value" + (types_too ? "" : " or type"));
  } else if (x->mode == Mode::Builtin && builtins_too) {
    error(*x, text(*x) + " must be called");
  } else if (x->mode == Mode::TypeExpr && types_too) {
    error(*x, text(*x) + " is not an expression");
  } else {
    return;
  }
  x->invalidate();
}

void Checker::single_value(Operand* x) {
  if (x->mode != Mode::Value || x->type->kind != TypeKind::Tuple) return;
  error(*x, "multiple-value " + text(*x) + " in single-value context");
  x->invalidate();
}

// The operands of a list; one call may stand for several. `comma_ok` (when allowed) tells that
// v, ok = x gives two. (Go: exprList.)
std::vector<Operand> Checker::expression_list(const std::vector<Expr*>& exprs, bool allow_comma_ok,
                                              bool* comma_ok) {
  std::vector<Operand> list;
  *comma_ok = false;
  if (exprs.size() != 1) {
    for (Expr* expr : exprs) {
      list.emplace_back();
      raw_expr(&list.back(), expr, nullptr, true);
      exclude(&list.back(), true, true);
      single_value(&list.back());
    }
    return list;
  }
  Operand x;
  raw_expr(&x, exprs[0], nullptr, true);
  exclude(&x, true, true);
  if (x.mode == Mode::Value && x.type->kind == TypeKind::Tuple) {
    for (const Variable& member : x.type->fields) {
      Operand part = x;
      part.type = member.type;
      list.push_back(part);
    }
    return list;
  }
  const bool two_valued = x.mode == Mode::MapIndex || x.mode == Mode::CommaOk;
  if (allow_comma_ok && two_valued) {
    *comma_ok = true;
    x.mode = Mode::Value;
    Operand ok;
    ok.mode = Mode::Value;
    ok.type = basic(BasicKind::UntypedBool);
    list = {x, ok};
    return list;
  }
  list.push_back(x);
  return list;
}

// Checks expressions whose context is wrong already, for their own mistakes and uses.
void Checker::use(const std::vector<Expr*>& exprs) {
  for (Expr* expr : exprs) use(expr);
}

void Checker::use(Expr* expr) {
  if (expr == nullptr) return;
  if (expr->kind == ExprKind::Ident && as<Ident>(expr)->name == "_") return;
  if (expr->kind == ExprKind::KeyValue) {
    use(as<KeyValueExpr>(expr)->value);
    return;
  }
  Operand x;
  raw_expr(&x, expr, nullptr, true);
}

void Checker::identifier(Operand* x, Ident* ident, bool assigning) {
  x->expr = ident;
  Scope* found_in = nullptr;
  Object* object = env_.scope->lookup(ident->name, &found_in);
  if (object == nullptr) {
    const auto blank = blank_type_params_.find(ident);
    if (blank != blank_type_params_.end()) {
      x->mode = Mode::TypeExpr;
      x->type = blank->second;
    } else if (ident->name == "_") {
      error(ident, "cannot use _ as value or type");
    } else {
      error(ident, "undefined: " + ident->name);
    }
    return;
  }
  ident->object = object;
  object_decl(object);
  if (is_unfinished_alias(object)) {
    error(ident, "invalid use of type alias " + object->name + " in recursive type");
    return;
  }
  for (const auto& [imported, package_name] : dot_imported_) {
    if (imported == object) package_name->used = true;
  }
  identifier_value(x, ident, object, assigning);
}

void Checker::identifier_value(Operand* x, Ident* ident, Object* object, bool assigning) {
  x->type = object->type;
  switch (object->kind) {
    case ObjectKind::PackageName:
      error(ident, "use of package " + object->name + " not in selector");
      return;
    case ObjectKind::Const:
      add_dependency(object);
      if (!is_valid(object->type)) return;
      x->constant = object->constant;
      if (object == universe_.iota()) {
        if (env_.iota == nullptr) {
          return error(ident, "cannot use iota outside constant declaration");
        }
        x->constant = env_.iota;
      }
      x->mode = Mode::Constant;
      return;
    case ObjectKind::TypeName:
      if (is_valid(object->type)) x->mode = Mode::TypeExpr;
      return;
    case ObjectKind::Var:
      if (!assigning) object->used = true;
      add_dependency(object);
      if (!object->is_global) capture(object);
      if (is_valid(object->type)) x->mode = Mode::Variable;
      return;
    case ObjectKind::Func:
      add_dependency(object);
      if (is_valid(object->type)) x->mode = Mode::Value;
      return;
    case ObjectKind::Builtin:
      x->builtin = object->builtin;
      x->mode = Mode::Builtin;
      return;
    case ObjectKind::Nil:
      x->mode = Mode::NilValue;
      return;
    case ObjectKind::Label:
      return;
  }
}

// For the initialisation order: the declaration that is being checked needs this object.
void Checker::add_dependency(Object* object) {
  DeclInfo* info = env_.declaration;
  if (info == nullptr || object->info == nullptr || object->kind == ObjectKind::TypeName) return;
  if (object->info->generic != nullptr) object = object->info->generic;
  if (object->package != package_) return;
  if (info->dependency_set.insert(object).second) info->dependencies.push_back(object);
}

// A literal that uses a variable of a function around it captures it, and so do the literals
// between.
void Checker::capture(Object* variable) {
  for (FunctionContext* f = env_.function; f != nullptr; f = f->outer) {
    if (f->literal == variable->owner) return;
    variable->captured = true;
    if (f->literal != nullptr) add_once(&f->literal->captures, variable);
  }
}

// Notes what happens to the variable that x, x.f or x[i] is part of; nothing when a pointer, slice
// or map lies between. (Go: ir.OuterValue.)
void Checker::mark_root(Expr* expr, Effect effect) {
  for (expr = unparen(expr); expr != nullptr; expr = unparen(expr)) {
    if (expr->kind == ExprKind::Ident) {
      Object* object = as<Ident>(expr)->object;
      if (object == nullptr || object->kind != ObjectKind::Var) return;
      (effect == Effect::Assigned ? object->reassigned : object->address_taken) = true;
      return;
    }
    if (expr->kind == ExprKind::Selector) {
      SelectorExpr* selected = as<SelectorExpr>(expr);
      if (selected->selection == SelectionKind::PackageMember) {
        expr = selected->sel;
        continue;
      }
      if (selected->selection != SelectionKind::Field) return;
      const Type* type = selected->x->type;
      for (const uint32_t index : selected->path) {
        const Type* u = underlying(const_cast<Type*>(type));
        if (u == nullptr || u->kind != TypeKind::Struct) return;  // a pointer
        type = u->fields[index].type;
      }
      expr = selected->x;
    } else if (expr->kind == ExprKind::Index) {
      IndexExpr* indexed = as<IndexExpr>(expr);
      if (!is_kind(indexed->x->type, TypeKind::Array)) return;
      expr = indexed->x;
    } else {
      return;
    }
  }
}

void Checker::basic_literal(Operand* x, BasicLit* literal) {
  if (literal->token == Token::Imag) {
    return error(literal, "complex numbers are not supported by the simulator");
  }
  const bool number = literal->token == Token::Int || literal->token == Token::Float;
  if (number && literal->text.size() > kMaxLiteralLength) {
    return error(literal, "excessively long constant: " + literal->text.substr(0, 10) + "... (" +
                              std::to_string(literal->text.size()) + " chars)");
  }
  std::string cause;
  Constant value = literal_value(literal->token, literal->text, &cause);
  if (value.kind == ConstantKind::Unknown) {
    if (cause.empty()) cause = "malformed constant: " + literal->text;
    return error(literal, cause);
  }
  x->mode = Mode::Constant;
  x->type = basic(literal_kind(literal->token));
  x->constant = keep(std::move(value));
}

// At package level the body waits until all types are known, as those of functions do; inside a
// function everything that it can see is declared.
void Checker::function_literal(Operand* x, FuncLit* literal) {
  literal->captures.clear();
  Scope* scope = nullptr;
  Type* signature = function_type(literal->signature, nullptr, &scope);
  for (Object* object : scope->objects()) object->owner = literal;
  x->mode = Mode::Value;
  x->type = signature;
  if (literal->body == nullptr) return;
  const auto check = [this, literal, signature, scope] {
    FunctionContext function;
    function.signature = signature;
    function.literal = literal;
    function.outer = env_.function;
    check_body(&function, scope, literal->signature, literal->body);
  };
  if (env_.function != nullptr) return check();
  later([this, check, env = env_] {
    EnvironmentSaver saver(this);
    env_ = env;
    check();
  });
}

void Checker::star(Operand* x, StarExpr* expr) {
  expression_or_type(x, expr->x, false);
  if (!x->valid()) return;
  if (x->mode == Mode::TypeExpr) {
    valid_variable_type(expr->x, x->type);
    x->type = pointer_to(x->type);
    return;
  }
  if (x->mode == Mode::Builtin) {
    error(*x, text(*x) + " must be called");
    return x->invalidate();
  }
  if (x->is_nil()) {
    error(*x, "invalid operation: cannot indirect " + text(*x));
    return x->invalidate();
  }
  const Type* pointer = core_type(x->type);
  if (pointer == nullptr || pointer->kind != TypeKind::Pointer) {
    if (is_valid(x->type)) error(*x, "invalid operation: cannot indirect " + text(*x));
    return x->invalidate();
  }
  x->mode = Mode::Variable;
  x->type = pointer->element;
}

void Checker::type_assertion(Operand* x, TypeAssertExpr* expr) {
  expression(x, expr->x);
  if (!x->valid()) return;
  if (expr->type_expr == nullptr) {
    error(expr, "invalid syntax tree: use of .(type) outside type switch");
    return x->invalidate();
  }
  if (!is_interface(x->type)) {
    const bool param = is_type_param(x->type);
    error(*x, "invalid operation: " +
                  (param ? "cannot use type assertion on type parameter value " + text(*x)
                         : text(*x) + " is not an interface"));
    use(expr->type_expr);
    return x->invalidate();
  }
  Type* type = variable_type(expr->type_expr);
  if (!is_valid(type)) return x->invalidate();
  check_assertable(expr, *x, type, false);
  x->mode = Mode::CommaOk;
  x->type = type;
}

// Go: typeAssertion.
void Checker::check_assertable(Expr* expr, const Operand& x, Type* type, bool type_switch) {
  if (is_interface(type) || !is_valid(underlying(type))) return;
  const MissingMethod missing = missing_method(type, x.type, false);
  if (missing.method == nullptr || env_.in_instance) return;
  const std::string cause = missing_method_cause(type, x.type, missing);
  if (type_switch) {
    return error(expr, "impossible type switch case: " + text(expr) + "\n\t" + text(x) +
                           " cannot have dynamic type " + text(type) + " " + cause);
  }
  error(expr, "impossible type assertion: " + text(expr) + "\n\t" + text(type) +
                  " does not implement " + text(x.type) + " " + cause);
}

}  // namespace gopark::lang
