#include "sim/base/assert.h"
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

Reg FunctionCompiler::eval_builtin(const CallExpr* e, Reg hint) {
  PlaceScope place(*this, e->pos);
  if (e->args.size() == 1 && e->args[0]->type->kind == TypeKind::Tuple)
    return eval_builtin(with_spread_arguments(e), hint);
  std::vector<const Expr*> operands(e->args.begin(), e->args.end());
  hoist(operands);
  switch (e->builtin) {
    case BuiltinId::Append:
      return eval_append(e, hint);
    case BuiltinId::Copy:
      return eval_copy(e, hint);
    case BuiltinId::Len:
    case BuiltinId::Cap:
      return eval_len(e, hint);
    case BuiltinId::Make:
      return eval_make(e, hint);
    case BuiltinId::New:
      return eval_new(e, hint);
    case BuiltinId::Min:
    case BuiltinId::Max:
      return eval_min_max(e, hint);
    case BuiltinId::Recover: {
      const Reg to = target(e->type, hint);
      code_.emit(Opcode::Recover, to);
      return to;
    }
    default: {
      TempScope temps(*this);
      builtin_statement(e);
      return registers_.top();
    }
  }
}

// copy(f()) as copy(a, b), where a and b stand for the results of f, which is called here.
const CallExpr* FunctionCompiler::with_spread_arguments(const CallExpr* e) {
  const std::vector<TypedValue> values = spread_values(e->args[0]);
  CallExpr& spread = spread_calls_.emplace_back(*e);
  spread.args.clear();
  for (const TypedValue& value : values) {
    Ident& argument = spread_arguments_.emplace_back();
    argument.mode = Mode::Value;
    argument.pos = e->args[0]->pos;
    argument.type = const_cast<Type*>(value.type);
    hoisted_[&argument] = value.reg;
    spread.args.push_back(&argument);
  }
  return &spread;
}

// Builtins without a value.
void FunctionCompiler::builtin_statement(const CallExpr* e) {
  switch (e->builtin) {
    case BuiltinId::Close: {
      const Reg channel = eval(e->args[0]);
      const uint32_t pc = code_.emit(Opcode::Close, channel);
      return code_.name_operand(pc, to_string(e->args[0]));
    }
    case BuiltinId::Delete: {
      const Reg map = eval(e->args[0]);
      const Reg key = value(e->args[1], under(e->args[0]->type)->key);
      code_.emit(Opcode::MapDelete, map, key);
      return code_.extend_type(layout().id(e->args[0]->type));
    }
    case BuiltinId::Clear:
      return clear(e->args[0]);
    case BuiltinId::Panic: {
      const Reg reason = any_value(e->args[0]);
      code_.emit(Opcode::Panic, reason);
      code_.emit(Opcode::Unreachable);
      return;
    }
    case BuiltinId::Print:
    case BuiltinId::Println:
      return print(e);
    default:
      refuse(e->pos, "complex numbers are not supported by the simulator");
  }
}

// As a value of type any.
Reg FunctionCompiler::any_value(const Expr* e) {
  if (is_nil(e)) return integer(0);
  if (is_interface_type(e->type)) return eval(e);
  const Reg to = allocate_reference();
  TempScope temps(*this);
  box(eval(e), e->type, to);
  return to;
}

void FunctionCompiler::clear(const Expr* x) {
  const Reg reg = eval(x);
  if (kind_of(x->type) == Kind::Map) {
    code_.emit(Opcode::MapClear, reg);
    return;
  }
  code_.emit(Opcode::ClearSlice, reg);
  code_.extend(words(under(x->type)->element));
}

// print and println are Go functions of package runtime that take ...any. What is an interface
// before that is wrapped, since they show the two words of one.
void FunctionCompiler::print(const CallExpr* e) {
  const std::string name = e->builtin == BuiltinId::Print ? "print" : "println";
  const Type* slice = under(program_.runtime_object(name)->type)->params[0].type;
  Callee callee;
  callee.function = program_.runtime_function(name);
  const Reg window = open_window();
  const Reg arguments = allocate(slice);
  TempScope temps(*this);
  const Reg first = registers_.top();
  for (const Expr* argument : e->args) push_printed(argument, under(slice)->element);
  if (e->args.empty())
    zero(arguments, 2);
  else
    pack_words(first, e->args.size(), slice, arguments);
  emit_call(callee, window, words(slice));
}

void FunctionCompiler::push_printed(const Expr* argument, const Type* any) {
  const Reg to = allocate_reference();
  TempScope temps(*this);
  if (is_interface_type(argument->type))
    box(eval(argument), program_.runtime_object("printedInterface")->type, to);
  else
    value_to(argument, any, to);
}

Reg FunctionCompiler::eval_append(const CallExpr* e, Reg hint) {
  const Type* element = under(e->type)->element;
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg slice = value(e->args[0], e->type);
  if (e->ellipsis) {
    const bool is_string = kind_of(e->args[1]->type) == Kind::String;
    const Reg more = value(e->args[1], is_string ? e->args[1]->type : e->type);
    code_.emit(is_string ? Opcode::AppendString : Opcode::AppendSlice, to, slice, more);
    code_.extend_type(layout().id(element));
    return to;
  }
  const auto count = static_cast<uint32_t>(e->args.size() - 1);
  if (count == 0) {
    move(to, slice, 2);
    return to;
  }
  Reg first = registers_.top();
  if (count == 1)
    first = value(e->args[1], element);
  else
    for (uint32_t n = 1; n <= count; ++n) push(e->args[n], element);
  code_.emit(Opcode::Append, to, slice, first);
  const auto type = static_cast<uint32_t>(layout().id(element));
  code_.extend(count, type & 0xffff, type >> 16);
  return to;
}

Reg FunctionCompiler::eval_copy(const CallExpr* e, Reg hint) {
  const Reg to = hint != kNoReg ? hint : allocate_word();
  TempScope temps(*this);
  const Reg into = eval(e->args[0]);
  const Reg from = eval(e->args[1]);
  if (kind_of(e->args[1]->type) == Kind::String) {
    code_.emit(Opcode::CopyString, to, into, from);
    return to;
  }
  code_.emit(Opcode::CopySlice, to, into, from);
  code_.extend(words(under(e->args[0]->type)->element));
  return to;
}

// len and cap. Those of arrays are known; the operand is still evaluated.
Reg FunctionCompiler::eval_len(const CallExpr* e, Reg hint) {
  const bool is_len = e->builtin == BuiltinId::Len;
  const Expr* x = e->args[0];
  const Reg to = hint != kNoReg ? hint : allocate_word();
  TempScope temps(*this);
  const Type* type = under(x->type);
  if (type->kind == TypeKind::Pointer) type = under(type->element);
  if (type->kind == TypeKind::Array) {
    if (effects_of(x).calls) eval(x);
    load_integer(to, static_cast<uint64_t>(type->length));
    return to;
  }
  const Reg reg = eval(x);
  switch (kind_of(type)) {
    case Kind::Slice:
      code_.emit(is_len ? Opcode::SliceLen : Opcode::SliceCap, to, reg);
      break;
    case Kind::String:
      code_.emit(Opcode::StringLen, to, reg);
      break;
    case Kind::Map:
      code_.emit(Opcode::MapLen, to, reg);
      break;
    default:
      code_.emit(is_len ? Opcode::ChanLen : Opcode::ChanCap, to, reg);
  }
  return to;
}

Reg FunctionCompiler::eval_make(const CallExpr* e, Reg hint) {
  const Type* type = under(e->type);
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  if (type->kind == TypeKind::Map) {
    // The size is only a hint, but evaluating it may do something.
    if (e->args.size() > 1) discard(e->args[1]);
    code_.emit_wide(Opcode::MakeMap, to, static_cast<uint32_t>(layout().id(e->type)));
    return to;
  }
  if (type->kind == TypeKind::Chan) {
    const Reg size = e->args.size() > 1 ? eval(e->args[1]) : integer(0);
    const uint32_t pc = code_.emit(Opcode::MakeChan, to, size);
    code_.extend_type(layout().id(e->type));
    const auto name = channel_names_.find(e);
    if (name != channel_names_.end()) code_.name_operand(pc, name->second);
    return to;
  }
  check_size(type->element);
  const Reg length = eval(e->args[1]);
  const Reg capacity = e->args.size() > 2 ? eval(e->args[2]) : length;
  code_.emit(Opcode::MakeSlice, to, length, capacity);
  code_.extend_type(layout().id(type->element));
  return to;
}

Reg FunctionCompiler::eval_new(const CallExpr* e, Reg hint) {
  const Type* element = under(e->type)->element;
  check_size(element);
  const Reg to = target(e->type, hint);
  code_.emit_wide(Opcode::New, to, static_cast<uint32_t>(layout().id(element)));
  return to;
}

Reg FunctionCompiler::eval_min_max(const CallExpr* e, Reg hint) {
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg best = push(e->args[0], e->type);
  for (std::size_t n = 1; n < e->args.size(); ++n) {
    TempScope step(*this);
    min_max_step(e->builtin == BuiltinId::Min, e->type, best, eval(e->args[n]));
  }
  move(to, best, 1);
  return to;
}

void FunctionCompiler::min_max_step(bool is_min, const Type* type, Reg best, Reg other) {
  if (is_float_kind(kind_of(type))) {
    const Reg window = registers_.top();
    call_runtime(is_min ? "fmin" : "fmax", {best, other});
    return move(best, window + 2, 1);
  }
  Label keep;
  // Keeps the first of equal ones, as Go does.
  if (is_min)
    jump_if_words(Token::Leq, type, best, other, true, keep);
  else
    jump_if_words(Token::Geq, type, best, other, true, keep);
  move(best, other, 1);
  code_.bind(keep);
}

}  // namespace gopark::lang
