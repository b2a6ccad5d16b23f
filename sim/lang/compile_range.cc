// for range. What is ranged over is evaluated once; its state lives in hidden registers. Variables
// of
// `:=` are new in each iteration. (Go 1.22.)
#include "sim/lang/compile_function.h"
#include "sim/lang/expr_string.h"

namespace gopark::lang {

namespace {

constexpr uint32_t kMaxArrayInRegisters = 64;

}  // namespace

bool FunctionCompiler::wants(const Expr* variable) const {
  if (variable == nullptr) return false;
  variable = unparen(variable);
  return variable->kind != ExprKind::Ident || as<Ident>(variable)->name != "_";
}

void FunctionCompiler::range_statement(const RangeStmt* s) {
  const ScopeMark mark = open_scope();
  hoist({s->x});
  const Type* type = under(s->x->type);
  switch (type->kind) {
    case TypeKind::Slice:
      range_slice(s);
      break;
    case TypeKind::Array:
    case TypeKind::Pointer:
      range_array(s);
      break;
    case TypeKind::Map:
      range_map(s);
      break;
    case TypeKind::Chan:
      range_channel(s);
      break;
    case TypeKind::Signature:
      range_function(s);
      break;
    default:
      if (kind_of(type) == Kind::String)
        range_string(s);
      else
        range_integer(s);
  }
  close_scope(mark);
}

// A variable of the loop gets the value in `value`, which may become its home.
void FunctionCompiler::range_variable(const RangeStmt* s, const Expr* variable,
                                      const TypedValue& value) {
  if (!wants(variable)) return;
  if (s->op == Token::Define)
    declare_value(as<Ident>(variable)->object, value);
  else
    assign_value(variable, value);
}

// The same for the counter, which the loop still needs: the variable may share its register only
// when nobody assigns to it.
void FunctionCompiler::range_counter(const RangeStmt* s, Reg counter, const Type* type) {
  if (!wants(s->key)) return;
  const Object* variable = s->op == Token::Define ? as<Ident>(s->key)->object : nullptr;
  if (variable != nullptr && (variable->reassigned || needs_cell(variable)))
    return declare_from(variable, counter);
  range_variable(s, s->key, TypedValue{counter, type});
}

// Key and value of one iteration. Those that exist already are assigned at once, as in k, v = a, b.
void FunctionCompiler::range_variables(const RangeStmt* s, const TypedValue& key,
                                       const TypedValue& value) {
  if (s->op != Token::Define && wants(s->key) && wants(s->value))
    return assign_values({s->key, s->value}, {key, value});
  range_variable(s, s->key, key);
  range_variable(s, s->value, value);
}

void FunctionCompiler::range_counted_variables(const RangeStmt* s, const TypedValue& counter,
                                               const TypedValue& value) {
  if (s->op != Token::Define) return range_variables(s, counter, value);
  range_counter(s, counter.reg, counter.type);
  range_variable(s, s->value, value);
}

void FunctionCompiler::range_body(const RangeStmt* s, Label& on_break, Label& on_continue) {
  flow_.push_back(Flow{s, &on_break, &on_continue});
  block(s->body);
  flow_.pop_back();
}

// counter = 0; counter < length; counter++. `element` loads the iteration's value.
void FunctionCompiler::range_counted(const RangeStmt* s, Reg length, const Type* counter_type,
                                     const std::function<TypedValue(Reg)>& element) {
  const Reg counter = integer(0);
  Label body, on_continue, test, end;
  code_.jump(test);
  code_.bind(body);
  const ScopeMark mark = open_scope();
  range_counted_variables(s, TypedValue{counter, counter_type}, element(counter));
  range_body(s, end, on_continue);
  close_scope(mark);
  code_.bind(on_continue);
  code_.begin_statement(s->pos);
  code_.emit(Opcode::AddImm, counter, counter, 1);
  code_.bind(test);
  jump_if_words(Token::Lss, counter_type, counter, length, true, body);
  code_.bind(end);
}

void FunctionCompiler::range_integer(const RangeStmt* s) {
  const Reg length = push(s->x, s->x->type);
  range_counted(s, length, s->x->type, [](Reg) { return TypedValue{}; });
}

void FunctionCompiler::range_slice(const RangeStmt* s) {
  const Type* element = under(s->x->type)->element;
  const Reg length = allocate_word();
  if (!wants(s->value)) {
    TempScope temps(*this);
    code_.emit(Opcode::SliceLen, length, eval(s->x));
  }
  Reg slice = 0;
  if (wants(s->value)) {
    slice = push(s->x, s->x->type);
    code_.emit(Opcode::SliceLen, length, slice);
  }
  range_counted(s, length, program_.int_type(), [&](Reg counter) {
    if (!wants(s->value)) return TypedValue{};
    const Reg value = allocate(element);
    code_.emit(Opcode::IndexLoad, value, slice, counter);
    code_.extend(words(element));
    return TypedValue{value, element};
  });
}

// An array is copied when its elements are wanted; a pointer to one is not.
void FunctionCompiler::range_array(const RangeStmt* s) {
  const bool is_pointer = kind_of(s->x->type) == Kind::Pointer;
  const Type* type = is_pointer ? under(s->x->type)->element : s->x->type;
  const Type* array = under(type);
  Location place;
  place.type = place.container = array->element;
  place.length = array->length;
  if (!wants(s->value)) {
    if (effects_of(s->x).calls) discard(s->x);
  } else if (is_pointer) {
    place.kind = Location::Kind::PointerElement;
    place.base = push(s->x, s->x->type);
  } else {
    copy_ranged_array(s->x, type, place);
  }
  const Reg length = integer(array->length);
  range_counted(s, length, program_.int_type(), [&](Reg counter) {
    if (!wants(s->value)) return TypedValue{};
    place.index = counter;
    const Reg value = allocate(place.type);
    load(place, value);
    return TypedValue{value, place.type};
  });
}

void FunctionCompiler::copy_ranged_array(const Expr* x, const Type* type, Location& place) {
  if (words(type) <= kMaxArrayInRegisters) {
    place.kind = Location::Kind::ArrayElement;
    place.base = push(x, type);
    return;
  }
  place.kind = Location::Kind::PointerElement;
  place.base = allocate_reference();
  TempScope temps(*this);
  code_.emit_wide(Opcode::New, place.base, static_cast<uint32_t>(layout().id(type)));
  Location copy = in_memory(place.base, type);
  copy.known_non_nil = true;
  if (copies_in_memory(x))
    copy_memory(copy, locate(x));
  else
    element_in_memory(x, type, copy);
}

void FunctionCompiler::range_string(const RangeStmt* s) {
  const Reg text = push(s->x, s->x->type);
  const Reg length = allocate_word();
  code_.emit(Opcode::StringLen, length, text);
  const Reg index = integer(0);
  const Reg rune = registers_.allocate(2, {});  // and its width
  Label body, on_continue, test, end;
  code_.jump(test);
  code_.bind(body);
  const ScopeMark mark = open_scope();
  code_.emit(Opcode::StringRune, rune, text, index);
  TypedValue value{kNoReg, program_.rune_type()};
  if (wants(s->value)) {
    value.reg = allocate_word();
    move(value.reg, rune, 1);
  }
  range_counted_variables(s, TypedValue{index, program_.int_type()}, value);
  range_body(s, end, on_continue);
  close_scope(mark);
  code_.bind(on_continue);
  code_.begin_statement(s->pos);
  code_.emit(Opcode::Add, index, index, rune + 1);
  code_.bind(test);
  code_.jump_compare(Opcode::JumpLess, index, length, body);
  code_.bind(end);
}

void FunctionCompiler::range_map(const RangeStmt* s) {
  const Type* map = under(s->x->type);
  const Reg iterator = allocate_reference();
  {
    TempScope temps(*this);
    code_.emit(Opcode::MapIterate, iterator, eval(s->x));
  }
  Label on_continue, end;
  code_.bind(on_continue);
  const ScopeMark mark = open_scope();
  const Reg key = wants(s->key) ? allocate(map->key) : kNoReg;
  const Reg value = wants(s->value) ? allocate(map->element) : kNoReg;
  code_.begin_statement(s->pos);
  code_.map_next(iterator, key, value, layout().id(s->x->type), end);
  range_variables(s, TypedValue{key, map->key}, TypedValue{value, map->element});
  range_body(s, end, on_continue);
  code_.jump(on_continue);
  close_scope(mark);
  code_.bind(end);
}

void FunctionCompiler::range_channel(const RangeStmt* s) {
  const Type* element = under(s->x->type)->element;
  const Reg channel = push(s->x, s->x->type);
  Label on_continue, end;
  code_.bind(on_continue);
  const ScopeMark mark = open_scope();
  const Reg ok = allocate_word();
  const Reg value = wants(s->key) ? allocate(element) : kNoReg;
  code_.begin_statement(s->pos);
  const uint32_t pc =
      code_.emit(Opcode::Receive, words(element) == 0 ? kNoReg : value, channel, ok);
  code_.extend(words(element));
  code_.name_operand(pc, to_string(s->x));
  code_.jump_if(Opcode::JumpIfNot, ok, end);
  range_variable(s, s->key, TypedValue{value, element});
  range_body(s, end, on_continue);
  code_.jump(on_continue);
  close_scope(mark);
  code_.bind(end);
}

}  // namespace gopark::lang
