// for … range over a function: the body is checked as a function literal of its own, so that what
// it uses of the function around it is captured, but return, break, continue, goto and defer in it
// are those of the function around it. (Go: cmd/compile/internal/rangefunc.)
#include <utility>

#include "sim/lang/checker.h"
#include "sim/lang/compile_walk.h"

namespace gopark::lang {

namespace {

// Whether the body may be left in another way than by its end, continue, break or a panic.
bool may_leave(Node node) {
  if (node.expr != nullptr) return false;
  if (node.stmt->kind == StmtKind::Return) return true;
  if (node.stmt->kind == StmtKind::Branch) return as<BranchStmt>(node.stmt)->label != nullptr;
  bool found = false;
  for_each_child(node, [&](Node child) { found = found || may_leave(child); });
  return found;
}

FunctionContext* real_function(FunctionContext* function) {
  while (function->is_range_body) function = function->outer;
  return function;
}

}  // namespace

// Why there is no ranging over a function of this type; empty: there is.
std::string Checker::range_func_problem(const Type* function) {
  const std::string wanted = "func must be func(yield func(...) bool): ";
  if (function->params.size() != 1) return wanted + "wrong argument count";
  if (!function->results.empty()) return wanted + "unexpected results";
  const Type* yield = core_type(function->params[0].type);
  if (yield == nullptr || yield->kind != TypeKind::Signature)
    return wanted + "argument is not func";
  if (yield->params.size() > 2) return wanted + "yield func has too many parameters";
  const bool answers = yield->results.size() == 1 && all_basic(yield->results[0].type, kBoolean);
  if (!answers) return wanted + "yield func does not return bool";
  if (yield->results[0].type->kind != TypeKind::Basic)
    return "yield func returns user-defined boolean, not bool";
  return "";
}

// A variable that no name in the source means.
Object* Checker::range_hidden(std::string name, Type* type, Pos pos) {
  Ident ident;
  ident.name = std::move(name);
  ident.pos = pos;
  Object* variable = new_variable(&ident, type);
  variable->used = true;
  variable->reassigned = true;
  return variable;
}

void Checker::range_func_body(RangeStmt* stmt, Operand* x, Type* key, Type* value) {
  if (stmt->body == nullptr) return;
  Type* integer = basic(BasicKind::Int);
  stmt->state = range_hidden("#state", integer, stmt->pos);
  stmt->next = nullptr;
  if (may_leave(Node{nullptr, stmt->body})) stmt->next = range_hidden("#next", integer, stmt->pos);
  FuncLit* body = arena_.make<FuncLit>();
  body->pos = stmt->body->pos;
  body->end = stmt->body->end;
  body->type = core_type(core_type(x->type)->params[0].type);
  body->signature = arena_.make<FuncType>();
  body->body = stmt->body;
  body->range = stmt;
  stmt->body_function = body;
  stmt->function = real_function(env_.function)->syntax;
  FunctionContext* outer = env_.function;
  FunctionContext function;
  function.signature = outer->signature;
  function.results = outer->results;
  function.literal = body;
  function.is_range_body = true;
  function.outer = outer;
  EnvironmentSaver saver(this);
  env_.function = &function;
  capture(stmt->state);
  if (stmt->next != nullptr) capture(stmt->next);
  open_scope();
  range_variables(stmt, x, key, value, false);
  statement({}, stmt->body);
  close_scope();
  report_unused_variables(function);
}

// The results wait in variables of the function around until the loop has been left.
void Checker::return_from_range_body() {
  const FunctionContext* real = real_function(env_.function);
  FuncType* syntax = real->syntax;
  const std::vector<Variable>& results = real->signature->results;
  while (syntax->range_results.size() < results.size()) {
    const Variable& result = results[syntax->range_results.size()];
    Object* variable = nullptr;
    for (Object* named : real->results) {
      if (named->name == result.name && result.name != "_") variable = named;
    }
    if (variable == nullptr)
      variable = range_hidden("#result", result.type, env_.function->literal->pos);
    variable->owner = real->literal;
    syntax->range_results.push_back(variable);
  }
  for (Object* variable : syntax->range_results) {
    variable->reassigned = true;
    capture(variable);
  }
}

void Checker::defer_in_range_body() {
  const FunctionContext* real = real_function(env_.function);
  Object*& frame = real->syntax->frame;
  if (frame == nullptr) {
    frame = range_hidden("#frame", basic(BasicKind::Int), env_.function->literal->pos);
    frame->reassigned = false;
    frame->owner = real->literal;
  }
  capture(frame);
}

}  // namespace gopark::lang
