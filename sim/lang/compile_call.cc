// Calls. Arguments are evaluated straight into the window at the top of the temporaries; the
// results come back at its start.
#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

namespace {

bool is_tuple(const Expr* e) {
  return e->type != nullptr && e->type->kind == TypeKind::Tuple && e->type->fields.size() > 1;
}

}  // namespace

Reg FunctionCompiler::eval_call(const CallExpr* e, Reg hint) {
  if (e->call_kind == CallKind::Conversion) return eval_conversion(e, hint);
  if (e->call_kind == CallKind::Builtin) return eval_builtin(e, hint);
  if (hint == kNoReg) return call_in_place(e);
  TempScope temps(*this);
  move(hint, call_in_place(e), words(e->type));
  return hint;
}

Reg FunctionCompiler::call_in_place(const CallExpr* e) {
  hoist_call(e);
  const Callee callee = resolve_callee(e);
  const Reg window = open_window();
  push_arguments(e, callee, window);
  {
    PlaceScope place(*this, call_position(e));
    emit_call(callee, window, registers_.top() - window - 2);
  }
  registers_.release(window);
  registers_.allocate(2, {});
  for (const Variable& result : callee.signature->results) allocate(result.type);
  return window + 2;
}

// The results are read from the window, so that its registers belong to this frame.
Reg FunctionCompiler::open_window() {
  return registers_.allocate(2, {});
}

// Go gives a call the line of its method's name, or of its start.
Pos FunctionCompiler::call_position(const CallExpr* e) const {
  const Expr* fun = unparen(e->fun);
  return fun->kind == ExprKind::Selector ? as<SelectorExpr>(fun)->sel->pos : e->pos;
}

// What is evaluated before the call happens: the function value or the receiver, and the arguments.
std::vector<const Expr*> FunctionCompiler::evaluated_with(const CallExpr* e) {
  std::vector<const Expr*> list;
  const Expr* fun = unparen(e->fun);
  if (called_function(e) == nullptr) {
    const bool is_method = fun->kind == ExprKind::Selector &&
                           (as<SelectorExpr>(fun)->selection == SelectionKind::Method ||
                            as<SelectorExpr>(fun)->selection == SelectionKind::InterfaceMethod);
    list.push_back(is_method ? as<SelectorExpr>(fun)->x : fun);
  }
  list.insert(list.end(), e->args.begin(), e->args.end());
  return list;
}

// The function that is called by its name, or null.
const Object* FunctionCompiler::called_function(const CallExpr* e) {
  if (e->instance != nullptr) return e->instance;
  const Expr* fun = unparen(e->fun);
  const Object* object = nullptr;
  if (fun->kind == ExprKind::Ident) object = as<Ident>(fun)->object;
  if (fun->kind == ExprKind::Index) object = as<IndexExpr>(fun)->instance;
  if (fun->kind == ExprKind::Selector &&
      as<SelectorExpr>(fun)->selection == SelectionKind::PackageMember)
    object = as<SelectorExpr>(fun)->sel->object;
  return object != nullptr && object->kind == ObjectKind::Func ? object : nullptr;
}

FunctionCompiler::Callee FunctionCompiler::resolve_callee(const CallExpr* e) {
  const Expr* fun = unparen(e->fun);
  Callee callee;
  callee.signature = under(fun->type);
  if (const Object* function = called_function(e)) {
    callee.signature = under(function->type);
    callee.function = program_.declared(function);
    return callee;
  }
  if (fun->kind == ExprKind::Selector && resolve_method(as<SelectorExpr>(fun), callee))
    return callee;
  if (fun->kind == ExprKind::FuncLit) {
    callee.function = program_.literal(as<FuncLit>(fun), request_);
    if (as<FuncLit>(fun)->captures.empty()) return callee;
    callee.is_literal = true;
  }
  callee.kind = Callee::Kind::Closure;
  callee.value = eval(fun);
  return callee;
}

bool FunctionCompiler::resolve_method(const SelectorExpr* selector, Callee& callee) {
  if (selector->selection == SelectionKind::Method) {
    callee.function = program_.declared(selector->method);
    callee.signature = under(selector->method->type);
    callee.selector = selector;
    callee.operand = to_string(selector->x);
    return true;
  }
  if (selector->selection != SelectionKind::InterfaceMethod) return false;
  callee.kind = Callee::Kind::Interface;
  callee.method =
      layout().method_id(selector->sel->name, selector->method->package, callee.signature);
  callee.value = receiver_argument(selector, kNoReg);
  callee.operand = to_string(selector->x);
  return true;
}

void FunctionCompiler::push_arguments(const CallExpr* e, const Callee& callee, Reg window) {
  const Type* signature = callee.signature;
  // The runtime puts the receiver of a dynamic call into its word.
  if (callee.kind == Callee::Kind::Interface) allocate_word();
  if (callee.selector != nullptr) push_receiver(callee, window);
  if (e->args.size() == 1 && is_tuple(unparen(e->args[0])))
    return push_spread(unparen(e->args[0]), signature);
  const bool packs = signature->variadic && !e->ellipsis;
  const std::size_t fixed = signature->params.size() - (packs ? 1 : 0);
  for (std::size_t n = 0; n < fixed; ++n) push_first(e->args[n], signature->params[n].type, window);
  if (!packs) return;
  push_variadic({e->args.begin() + static_cast<std::ptrdiff_t>(fixed), e->args.end()},
                signature->params.back().type);
}

// A call whose results are the argument as it is.
bool FunctionCompiler::is_plain_call(const Expr* e, const Type* type) {
  if (e->kind != ExprKind::Call || as<CallExpr>(e)->call_kind != CallKind::Call) return false;
  if (hoisted_.count(e) != 0) return false;
  return is_interface_type(e->type) || !is_interface_type(type);
}

// The first argument's own call uses the same window: its result is then already in place.
void FunctionCompiler::push_first(const Expr* e, const Type* type, Reg window) {
  e = unparen(e);
  if (registers_.top() != window + 2 || !is_plain_call(e, type)) {
    push(e, type);
    return;
  }
  registers_.release(window);
  const Reg result = call_in_place(as<CallExpr>(e));
  move(window + 2, result, words(type));
  registers_.release(window);
  open_window();
  allocate(type);
}

void FunctionCompiler::push_receiver(const Callee& callee, Reg window) {
  const SelectorExpr* selector = callee.selector;
  const Type* wanted = receiver_type(selector->method);
  const bool direct = selector->path.empty() && (wanted->kind == TypeKind::Pointer) ==
                                                    (selector->x->type->kind == TypeKind::Pointer);
  if (direct) return push_first(selector->x, wanted, window);
  const Reg to = allocate(wanted);
  TempScope temps(*this);
  move(to, receiver_argument(selector, to), words(wanted));
}

// f(g()) where g has several results.
void FunctionCompiler::push_spread(const Expr* inner, const Type* signature) {
  const bool packs = signature->variadic;
  const std::size_t fixed = signature->params.size() - (packs ? 1 : 0);
  uint32_t total = 0;
  for (const Variable& parameter : signature->params) total += words(parameter.type);
  const Reg first = registers_.top();
  for (const Variable& parameter : signature->params) allocate(parameter.type);
  TempScope temps(*this);
  const std::vector<TypedValue> values = spread_values(inner);
  const Reg pushed = registers_.top();
  for (std::size_t n = 0; n < fixed; ++n) push_value(values[n], signature->params[n].type);
  if (packs)
    pack_values({values.begin() + static_cast<std::ptrdiff_t>(fixed), values.end()},
                signature->params.back().type);
  move(first, pushed, total);
}

void FunctionCompiler::push_value(const TypedValue& value, const Type* type) {
  const Reg to = allocate(type);
  TempScope temps(*this);
  move(to, convert(value.reg, value.type, type, to), words(type));
}

// The arguments of a variadic parameter, as a new slice.
void FunctionCompiler::push_variadic(const std::vector<const Expr*>& values, const Type* slice) {
  const Type* element = under(slice)->element;
  const Reg to = allocate(slice);
  TempScope temps(*this);
  if (values.empty()) return zero(to, 2);
  const Reg first = registers_.top();
  for (const Expr* value : values) push(value, element);
  pack_words(first, values.size(), slice, to);
}

void FunctionCompiler::pack_values(const std::vector<TypedValue>& values, const Type* slice) {
  const Type* element = under(slice)->element;
  const Reg to = allocate(slice);
  TempScope temps(*this);
  if (values.empty()) return zero(to, 2);
  const Reg first = registers_.top();
  for (const TypedValue& value : values) push_value(value, element);
  pack_words(first, values.size(), slice, to);
}

// A slice of exactly the values that stand from register `first` on.
void FunctionCompiler::pack_words(Reg first, std::size_t count, const Type* slice, Reg to) {
  Type* element = under(slice)->element;
  const Type* array = layout().array_of(element, static_cast<int64_t>(count));
  const uint64_t length = count;
  code_.emit_wide(Opcode::New, to, static_cast<uint32_t>(layout().id(array)));
  store_words(in_memory(to, array), first, words(array));
  load_integer(to + 1, length | length << 32);
}

void FunctionCompiler::emit_call(const Callee& callee, Reg window, uint32_t argument_words) {
  uint32_t pc = 0;
  switch (callee.kind) {
    case Callee::Kind::Static:
      pc = code_.emit_wide(Opcode::Call, window, static_cast<uint32_t>(callee.function));
      break;
    case Callee::Kind::Closure:
      pc = code_.emit(Opcode::CallClosure, window, callee.value, argument_words);
      break;
    case Callee::Kind::Interface:
      pc = code_.emit(Opcode::CallInterface, window, callee.value);
      code_.extend_type(TypeId{static_cast<uint32_t>(callee.method)}, argument_words - 1);
      break;
  }
  code_.name_operand(pc, callee.operand);
}

// Calls a function of package runtime whose parameters are one word each.
void FunctionCompiler::call_runtime(const std::string& name, const std::vector<Reg>& arguments) {
  Callee callee;
  callee.function = program_.runtime_function(name);
  const Reg window = open_window();
  const Reg first = registers_.allocate(static_cast<uint32_t>(arguments.size()), {});
  for (uint32_t n = 0; n < arguments.size(); ++n) move(first + n, arguments[n], 1);
  emit_call(callee, window, static_cast<uint32_t>(arguments.size()));
}

}  // namespace gopark::lang
