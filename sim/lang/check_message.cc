// Messages and the small makers that every part of the checker uses.
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {
namespace {

const char* mode_text(Mode mode) {
  switch (mode) {
    case Mode::Invalid:
      return "invalid operand";
    case Mode::NoValue:
      return "no value";
    case Mode::Builtin:
      return "built-in";
    case Mode::TypeExpr:
      return "type";
    case Mode::Constant:
      return "constant";
    case Mode::Variable:
      return "variable";
    case Mode::MapIndex:
      return "map index expression";
    case Mode::Value:
      return "value";
    case Mode::CommaOk:
      return "comma, ok expression";
    case Mode::NilValue:
      return "nil";
    case Mode::Package:
      return "package";
  }
  return "";
}

bool mode_has_type(Mode mode) {
  return mode != Mode::Invalid && mode != Mode::NoValue && mode != Mode::Builtin &&
         mode != Mode::TypeExpr && mode != Mode::Package;
}

std::string type_phrase(const Operand& x, const Package* relative_to) {
  if (!is_valid(x.type)) return " with invalid type";
  std::string phrase = is_generic(x.type) ? " of parameterized type " : " of type ";
  phrase += to_string(x.type, relative_to);
  if (is_type_param(x.type)) {
    phrase += " constrained by " + to_string(x.type->constraint, relative_to);
  }
  return phrase;
}

// What a diagnostic about something that has been reported already would contain.
bool is_follow_up(const std::string& message) {
  return message.find("invalid operand") != std::string::npos ||
         message.find("invalid type") != std::string::npos;
}

}  // namespace

// Go: operandString.
std::string describe(const Operand& x, const Package* relative_to) {
  if (x.is_nil()) {
    return x.type == nullptr || is_untyped(x.type)
               ? "nil"
               : "nil (of type " + to_string(x.type, relative_to) + ")";
  }
  const std::string expr = to_string(x.expr);
  std::string about;
  const bool untyped = mode_has_type(x.mode) && is_untyped(x.type);
  if (untyped) about = x.type->name + " ";
  about += mode_text(x.mode);
  if (x.mode == Mode::Constant && x.constant != nullptr) {
    const std::string value = to_string(*x.constant);
    if (value != expr) about += " " + value;
  }
  if (mode_has_type(x.mode) && !untyped && x.type != nullptr) about += type_phrase(x, relative_to);
  return expr.empty() ? about : expr + " (" + about + ")";
}

std::string describe(const Expr* expr) {
  Operand x;
  x.mode = expr->mode;
  x.type = expr->type;
  x.constant = expr->constant;
  x.expr = const_cast<Expr*>(expr);  // only read
  return describe(x, nullptr);
}

std::string Checker::text(const Operand& x) const {
  return describe(x, env_.package);
}
std::string Checker::text(const Expr* expr) const {
  return to_string(expr);
}

std::string Checker::position(Pos pos) const {
  return position_text(pos, context_.files());
}

void Checker::error(Pos pos, std::string message) {
  if (error_count_ > 0 && is_follow_up(message)) return;
  error_count_++;
  if (env_.error_pos.line != 0) pos = env_.error_pos;
  context_.diagnostics().add(pos, std::move(message));
}

void Checker::error(const Operand& at, std::string message) {
  error(at.expr != nullptr ? at.expr->pos : Pos{}, std::move(message));
}

// An expression without a type always comes with a diagnostic; check() makes sure.
void Checker::note_invalid(Pos pos) {
  if (first_invalid_.line == 0) first_invalid_ = pos;
}

Type* Checker::new_type(TypeKind kind) {
  Type* type = arena_.make<Type>();
  type->kind = kind;
  return type;
}

Type* Checker::pointer_to(Type* element) {
  Type* type = new_type(TypeKind::Pointer);
  type->element = element;
  return type;
}

Type* Checker::slice_of(Type* element) {
  Type* type = new_type(TypeKind::Slice);
  type->element = element;
  return type;
}

Object* Checker::new_object(ObjectKind kind, const Ident* ident, Type* type) {
  Object* object = arena_.make<Object>();
  object->kind = kind;
  object->name = ident->name;
  object->pos = ident->pos;
  object->type = type;
  object->package = env_.package;
  return object;
}

Object* Checker::new_variable(const Ident* ident, Type* type) {
  Object* object = new_object(ObjectKind::Var, ident, type);
  object->owner = env_.function != nullptr ? env_.function->literal : nullptr;
  return object;
}

std::string Checker::other_declaration(const Object* object) {
  if (object->pos.line == 0) return "";
  return "\n\t" + position(object->pos) + ": other declaration of " + object->name;
}

// Go: declare.
bool Checker::declare(Scope* scope, Object* object) {
  if (object->name == "_") return true;
  const Object* other = scope->insert(object);
  if (other == nullptr) return true;
  error(object->pos, object->name + " redeclared in this block" + other_declaration(other));
  return false;
}

void Checker::declare_local(Object* variable) {
  if (!declare(env_.scope, variable) || variable->name == "_") return;
  if (env_.function != nullptr) env_.function->locals.push_back(variable);
}

Expr* Checker::unparen(Expr* expr) {
  while (expr != nullptr && expr->kind == ExprKind::Paren) expr = as<ParenExpr>(expr)->x;
  return expr;
}

void Checker::later(std::function<void()> action) {
  delayed_.push_back(std::move(action));
}

void Checker::process_delayed(std::size_t from) {
  for (std::size_t i = from; i < delayed_.size(); i++) {
    const std::function<void()> action = std::move(delayed_[i]);
    action();
  }
  delayed_.resize(from);
}

}  // namespace gopark::lang
