// Calls: functions, methods, closures, builtins; go and defer; method values.
#include "sim/base/assert.h"
#include "sim/lang/check_predicates.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/expr_string.h"
#include "sim/lang/lower.h"

namespace gopark::lang {

namespace {

uint32_t as_u32(FunctionId id) {
  return static_cast<uint32_t>(id);
}

// What a call calls.
struct Callee {
  enum class Kind : uint8_t { Static, Method, Interface, Value };
  Kind kind = Kind::Value;
  const Object* function = nullptr;        // Static, Method
  const SelectorExpr* selector = nullptr;  // Method, Interface
  const Type* signature = nullptr;
};

Callee callee_of(const CallExpr* x) {
  const Expr* fun = unparen(x->fun);
  Callee c;
  c.signature = underlying(fun->type);
  if (x->instance != nullptr) {
    c.kind = Callee::Kind::Static;
    c.function = x->instance;
    c.signature = underlying(x->instance->type);
    return c;
  }
  if (fun->kind == ExprKind::Index && as<IndexExpr>(fun)->instance != nullptr) {
    c.kind = Callee::Kind::Static;
    c.function = as<IndexExpr>(fun)->instance;
    c.signature = underlying(c.function->type);
    return c;
  }
  if (fun->kind == ExprKind::Ident && as<Ident>(fun)->object != nullptr &&
      as<Ident>(fun)->object->kind == ObjectKind::Func) {
    c.kind = Callee::Kind::Static;
    c.function = as<Ident>(fun)->object;
    return c;
  }
  if (fun->kind != ExprKind::Selector) return c;
  const auto* selector = as<SelectorExpr>(fun);
  if (selector->selection == SelectionKind::PackageMember &&
      selector->sel->object->kind == ObjectKind::Func) {
    c.kind = Callee::Kind::Static;
    c.function = selector->sel->object;
  } else if (selector->selection == SelectionKind::Method) {
    c.kind = Callee::Kind::Method;
    c.function = selector->method;
    c.selector = selector;
  } else if (selector->selection == SelectionKind::InterfaceMethod) {
    c.kind = Callee::Kind::Interface;
    c.selector = selector;
  }
  return c;
}

}  // namespace

uint32_t Lowering::parameter_words(const Type* signature) {
  uint32_t count = 0;
  for (const Variable& v : signature->params) count += words(v.type);
  return count;
}

uint32_t Lowering::result_words(const Type* signature) {
  uint32_t count = 0;
  for (const Variable& v : signature->results) count += words(v.type);
  return count;
}

std::vector<uint32_t> Lowering::pointers_of(const std::vector<Variable>& list, uint32_t base) {
  std::vector<uint32_t> offsets;
  for (const Variable& v : list) {
    for (const uint32_t offset : m.layout.pointers(v.type)) offsets.push_back(base + offset);
    base += words(v.type);
  }
  return offsets;
}

// Two link words, the receiver, the parameters; wide enough for the results.
Reg Lowering::open_window(const Type* signature, uint32_t receiver_words,
                          bool receiver_is_pointer) {
  std::vector<uint32_t> pointers = pointers_of(signature->params, 2 + receiver_words);
  if (receiver_is_pointer) pointers.insert(pointers.begin(), 2);
  const uint32_t size =
      std::max({receiver_words + parameter_words(signature), result_words(signature), 1u});
  return regs.allocate(2 + size, pointers);
}

void Lowering::emit_call(FunctionId callee, Reg window) {
  e.emit_wide(Opcode::Call, window, as_u32(callee));
}

// The receiver of a static method call, converted to what the method declares.
Reg Lowering::receiver_argument(const SelectorExpr* x) {
  const Object* method = x->method;
  Place p = follow(x, x->path.size());
  const bool at_pointer =
      underlying(p.type)->kind == TypeKind::Pointer && !identical(p.type, method->receiver);
  if (method->pointer_receiver) return at_pointer ? load(p, kNoReg) : address(in_memory(p), kNoReg);
  if (at_pointer) {
    const Reg pointer = load(p, kNoReg);
    p = {Place::Kind::Memory, underlying(p.type)->element, pointer, 0, 0, nullptr};
  }
  return load(p, kNoReg);
}

void Lowering::arguments(const CallExpr* x, const Type* signature, Reg first) {
  const std::vector<Variable>& params = signature->params;
  Reg to = first;
  // f(g()) with several results.
  const Expr* only = x->args.size() == 1 ? unparen(x->args[0]) : nullptr;
  const bool spreads = only != nullptr && only->type != nullptr &&
                       only->type->kind == TypeKind::Tuple && only->type->fields.size() != 1;
  std::vector<Type*> types;
  std::vector<Reg> from;
  const Reg mark = regs.top();
  if (spreads) {
    Reg r = call_results(as<CallExpr>(only));
    for (const Variable& v : only->type->fields) {
      types.push_back(v.type);
      from.push_back(r);
      r += words(v.type);
    }
  }
  const std::size_t given = spreads ? types.size() : x->args.size();
  const bool packs = signature->variadic && !x->ellipsis;
  const std::size_t fixed = packs ? params.size() - 1 : params.size();
  const auto put_argument = [&](std::size_t i, Type* type, Reg dst) {
    if (spreads)
      convert(from[i], types[i], type, dst);
    else
      value(x->args[i], type, dst);
  };
  for (std::size_t i = 0; i < fixed && i < given; ++i) {
    put_argument(i, params[i].type, to);
    to += words(params[i].type);
  }
  if (packs) {
    Type* element = underlying(params.back().type)->element;
    const std::size_t count = given - fixed;
    zero(to, 2);
    if (count != 0) {
      std::vector<Reg> values;
      for (std::size_t i = 0; i < count; ++i) values.push_back(allocate(element));
      for (std::size_t i = 0; i < count; ++i) put_argument(fixed + i, element, values[i]);
      e.emit(Opcode::Append, to, to, values[0]);
      const auto id = static_cast<uint32_t>(m.layout.id(element));
      e.extend(static_cast<uint32_t>(count), id & 0xffff, id >> 16);
    }
  }
  regs.release(mark);
}

Reg Lowering::call_results(const CallExpr* x) {
  const Callee c = callee_of(x);
  const Pos here = x->pos;
  Reg window = 0;
  uint32_t pc = 0;
  switch (c.kind) {
    case Callee::Kind::Static: {
      window = open_window(c.signature, 0, false);
      arguments(x, c.signature, window + 2);
      e.set_place(here);
      emit_call(m.function_of(c.function), window);
      break;
    }
    case Callee::Kind::Method: {
      const uint32_t size = c.function->pointer_receiver ? 1 : words(c.function->receiver);
      window = open_window(c.signature, size, c.function->pointer_receiver);
      if (!c.function->pointer_receiver) {
        std::vector<uint32_t> pointers = pointers_of(c.signature->params, 2 + size);
        for (const uint32_t offset : m.layout.pointers(c.function->receiver))
          pointers.push_back(2 + offset);
        regs.set_pointers(window, regs.top() - window, pointers);
      }
      const Reg mark = regs.top();
      move(window + 2, receiver_argument(c.selector), size);
      regs.release(mark);
      arguments(x, c.signature, window + 2 + size);
      e.set_place(here);
      pc = e.pc();
      emit_call(m.function_of(c.function), window);
      e.name_operand(pc, operand_text(c.selector->x));
      break;
    }
    case Callee::Kind::Interface: {
      const Reg receiver = load(follow(c.selector, c.selector->path.size()), kNoReg);
      window = open_window(c.signature, 1, false);
      arguments(x, c.signature, window + 3);
      e.set_place(here);
      e.emit(Opcode::CallInterface, window, receiver);
      const auto method = static_cast<uint32_t>(m.layout.method_id(
          c.selector->sel->name,
          c.selector->method != nullptr ? c.selector->method->package : package, c.signature));
      e.extend(method & 0xffff, method >> 16, parameter_words(c.signature));
      break;
    }
    case Callee::Kind::Value: {
      const Reg function = expr(x->fun);
      window = open_window(c.signature, 0, false);
      arguments(x, c.signature, window + 2);
      e.set_place(here);
      e.emit(Opcode::CallClosure, window, function, parameter_words(c.signature));
      break;
    }
  }
  // The results stand where the arguments stood.
  std::vector<uint32_t> pointers = pointers_of(c.signature->results, 2);
  regs.set_pointers(window, regs.top() - window, pointers);
  return window + 2;
}

Reg Lowering::call(const CallExpr* x, Reg dst) {
  if (x->call_kind == CallKind::Conversion) return conversion(x->args[0], x->type, dst);
  if (x->call_kind == CallKind::Builtin) return builtin(x, dst);
  if (dst == kNoReg) return call_results(x);
  const Reg mark = regs.top();
  const Reg from = call_results(x);
  if (x->type != nullptr && x->type->kind != TypeKind::Tuple)
    move(dst, from, words(x->type));
  else if (x->type != nullptr && x->type->fields.size() == 1)
    move(dst, from, words(x->type->fields[0].type));
  regs.release(mark);
  return dst;
}

// ---------------------------------------------------------------- builtins

namespace {

bool is_float_type(const Type* t) {
  return kind_of(t) == Kind::Float64 || kind_of(t) == Kind::Float32;
}

}  // namespace

Reg Lowering::builtin(const CallExpr* x, Reg dst) {
  const auto& args = x->args;
  const auto one_word = [&](Opcode op) {
    dst = dst == kNoReg ? regs.allocate_word() : dst;
    const Reg mark = regs.top();
    e.emit(op, dst, expr(args[0]));
    regs.release(mark);
    return dst;
  };
  switch (x->builtin) {
    case BuiltinId::Len:
    case BuiltinId::Cap: {
      Type* type = underlying(args[0]->type);
      if (type->kind == TypeKind::Pointer) type = underlying(type->element);
      const bool is_len = x->builtin == BuiltinId::Len;
      switch (type->kind) {
        case TypeKind::Slice:
          return one_word(is_len ? Opcode::SliceLen : Opcode::SliceCap);
        case TypeKind::Map:
          return one_word(Opcode::MapLen);
        case TypeKind::Chan:
          return one_word(is_len ? Opcode::ChanLen : Opcode::ChanCap);
        case TypeKind::Array: {
          dst = dst == kNoReg ? regs.allocate_word() : dst;
          const Reg mark = regs.top();
          expr(args[0]);  // for its effects
          regs.release(mark);
          return number(type->length, dst);
        }
        default:
          return one_word(Opcode::StringLen);
      }
    }
    case BuiltinId::Append: {
      dst = at(x->type, dst);
      const Reg mark = regs.top();
      Type* element = underlying(x->type)->element;
      const Reg slice = value(args[0], x->type);
      const auto id = static_cast<uint32_t>(m.layout.id(element));
      if (x->ellipsis) {
        const bool text = kind_of(args[1]->type) == Kind::String;
        const Reg more = text ? expr(args[1]) : value(args[1], x->type);
        e.set_place(x->pos);
        e.emit(text ? Opcode::AppendString : Opcode::AppendSlice, dst, slice, more);
        e.extend(id & 0xffff, id >> 16);
      } else {
        std::vector<Reg> values;
        for (std::size_t i = 1; i < args.size(); ++i) values.push_back(allocate(element));
        for (std::size_t i = 1; i < args.size(); ++i) value(args[i], element, values[i - 1]);
        if (values.empty()) {
          move(dst, slice, 2);
        } else {
          e.set_place(x->pos);
          e.emit(Opcode::Append, dst, slice, values[0]);
          e.extend(static_cast<uint32_t>(values.size()), id & 0xffff, id >> 16);
        }
      }
      regs.release(mark);
      return dst;
    }
    case BuiltinId::Copy: {
      dst = dst == kNoReg ? regs.allocate_word() : dst;
      const Reg mark = regs.top();
      const Reg to = expr(args[0]);
      const Reg from = expr(args[1]);
      if (kind_of(args[1]->type) == Kind::String) {
        e.emit(Opcode::CopyString, dst, to, from);
      } else {
        e.emit(Opcode::CopySlice, dst, to, from);
        e.extend(words(underlying(args[0]->type)->element));
      }
      regs.release(mark);
      return dst;
    }
    case BuiltinId::Clear: {
      const Reg mark = regs.top();
      const Reg r = expr(args[0]);
      if (underlying(args[0]->type)->kind == TypeKind::Map) {
        e.emit(Opcode::MapClear, r);
      } else {
        e.emit(Opcode::ClearSlice, r);
        e.extend(words(underlying(args[0]->type)->element));
      }
      regs.release(mark);
      return mark;
    }
    case BuiltinId::Close: {
      const Reg mark = regs.top();
      const Reg c = expr(args[0]);
      e.set_place(x->pos);
      const uint32_t pc = e.emit(Opcode::Close, c);
      e.name_operand(pc, operand_text(args[0]));
      regs.release(mark);
      return mark;
    }
    case BuiltinId::Delete: {
      const Reg mark = regs.top();
      const Reg map = expr(args[0]);
      const Reg key = value(args[1], underlying(args[0]->type)->key);
      e.emit(Opcode::MapDelete, map, key);
      e.extend_type(m.layout.id(args[0]->type));
      regs.release(mark);
      return mark;
    }
    case BuiltinId::Make: {
      dst = at(x->type, dst);
      const Reg mark = regs.top();
      Type* type = underlying(x->type);
      if (type->kind == TypeKind::Map) {
        for (std::size_t i = 1; i < args.size(); ++i) expr(args[i]);
        e.emit_wide(Opcode::MakeMap, dst, static_cast<uint32_t>(m.layout.id(x->type)));
      } else if (type->kind == TypeKind::Chan) {
        const Reg size = args.size() > 1 ? expr(args[1]) : number(0);
        e.set_place(x->pos);
        e.emit(Opcode::MakeChan, dst, size);
        e.extend_type(m.layout.id(x->type));
      } else {
        const Reg length = expr(args[1]);
        const Reg capacity = args.size() > 2 ? expr(args[2]) : length;
        e.set_place(x->pos);
        e.emit(Opcode::MakeSlice, dst, length, capacity);
        e.extend_type(m.layout.id(type->element));
      }
      regs.release(mark);
      return dst;
    }
    case BuiltinId::New:
      dst = at(x->type, dst);
      e.emit_wide(Opcode::New, dst,
                  static_cast<uint32_t>(m.layout.id(underlying(x->type)->element)));
      return dst;
    case BuiltinId::Panic: {
      const Reg mark = regs.top();
      const Reg r = value(args[0], m.context.universe().any());
      e.set_place(x->pos);
      e.emit(Opcode::Panic, r);
      regs.release(mark);
      return mark;
    }
    case BuiltinId::Recover:
      dst = dst == kNoReg ? regs.allocate(1, {0}) : dst;
      e.emit(Opcode::Recover, dst);
      return dst;
    case BuiltinId::Print:
    case BuiltinId::Println: {
      const Object* function =
          m.std_function("runtime", x->builtin == BuiltinId::Print ? "print" : "println");
      const Type* signature = underlying(function->type);
      const Reg mark = regs.top();
      const Reg window = open_window(signature, 0, false);
      arguments(x, signature, window + 2);
      e.set_place(x->pos);
      emit_call(m.function_of(function), window);
      regs.release(mark);
      return mark;
    }
    case BuiltinId::Min:
    case BuiltinId::Max: {
      dst = at(x->type, dst);
      const Reg mark = regs.top();
      const bool is_min = x->builtin == BuiltinId::Min;
      const Reg best = fresh(args[0], x->type);
      for (std::size_t i = 1; i < args.size(); ++i) {
        const Reg inner = regs.top();
        if (is_float_type(x->type)) {
          const Object* function = m.std_function("runtime", is_min ? "fmin" : "fmax");
          const Reg window = open_window(underlying(function->type), 0, false);
          move(window + 2, best, 1);
          value(args[i], x->type, window + 3);
          emit_call(m.function_of(function), window);
          move(best, window + 2, 1);
        } else {
          const Reg next = value(args[i], x->type);
          const Reg less = regs.allocate_word();
          const Kind kind = kind_of(x->type);
          const Opcode op = kind == Kind::String                          ? Opcode::StringLess
                            : kind >= Kind::Uint && kind <= Kind::Uintptr ? Opcode::LessUnsigned
                                                                          : Opcode::LessSigned;
          e.emit(op, less, is_min ? next : best, is_min ? best : next);
          Label keep;
          e.jump_if(Opcode::JumpIfNot, less, keep);
          move(best, next, 1);
          e.bind(keep);
        }
        regs.release(inner);
      }
      move(dst, best, 1);
      regs.release(mark);
      return dst;
    }
    default:
      unsupported(x->pos, "this builtin");
      return at(x->type, dst);
  }
}

// ---------------------------------------------------------------- go and defer

void Lowering::start(const CallExpr* x, bool deferred) {
  const Reg mark = regs.top();
  if (x->call_kind != CallKind::Call) {
    // A builtin runs inside a function of its own, which gets the evaluated arguments.
    Type* argument = nullptr;
    std::string key;
    switch (x->call_kind == CallKind::Builtin ? x->builtin : BuiltinId::None) {
      case BuiltinId::Close:
        key = "close";
        argument = x->args[0]->type;
        break;
      case BuiltinId::Panic:
        key = "panic";
        argument = m.context.universe().any();
        break;
      case BuiltinId::Recover:
        key = "recover";
        break;
      case BuiltinId::Print:
      case BuiltinId::Println: {
        const Object* function =
            m.std_function("runtime", x->builtin == BuiltinId::Print ? "print" : "println");
        const Type* signature = underlying(function->type);
        const Reg window = open_window(signature, 0, false);
        arguments(x, signature, window + 2);
        e.emit(deferred ? Opcode::Defer : Opcode::Go, window);
        e.extend_type(TypeId{as_u32(m.function_of(function))}, parameter_words(signature));
        return regs.release(mark);
      }
      default:
        return unsupported(
            x->pos, std::string(deferred ? "defer" : "go") + " of this builtin or conversion");
    }
    const FunctionId id = m.synthetic("builtin " + key, "runtime." + key, [key](Lowering& l) {
      const Reg r = l.regs.allocate(1, {0});
      if (key != "recover") {
        l.f.parameter_words = 1;
        l.f.parameter_pointers = {0};
      }
      if (key == "close")
        l.e.emit(Opcode::Close, r);
      else if (key == "panic")
        l.e.emit(Opcode::Panic, r);
      l.e.emit(Opcode::Return, 0, 0);
    });
    const Reg window = regs.allocate(3, {2});
    if (argument != nullptr) value(x->args[0], argument, window + 2);
    e.set_place(x->pos);
    e.emit(deferred ? Opcode::Defer : Opcode::Go, window);
    e.extend_type(TypeId{as_u32(id)}, argument != nullptr ? 1 : 0);
    return regs.release(mark);
  }
  const Callee c = callee_of(x);
  switch (c.kind) {
    case Callee::Kind::Static: {
      const Reg window = open_window(c.signature, 0, false);
      arguments(x, c.signature, window + 2);
      e.set_place(x->pos);
      e.emit(deferred ? Opcode::Defer : Opcode::Go, window);
      e.extend_type(TypeId{as_u32(m.function_of(c.function))}, parameter_words(c.signature));
      break;
    }
    case Callee::Kind::Method: {
      const uint32_t size = c.function->pointer_receiver ? 1 : words(c.function->receiver);
      const Reg window = open_window(c.signature, size, c.function->pointer_receiver);
      const Reg inner = regs.top();
      move(window + 2, receiver_argument(c.selector), size);
      regs.release(inner);
      std::vector<uint32_t> pointers = pointers_of(c.signature->params, 2 + size);
      if (c.function->pointer_receiver)
        pointers.push_back(2);
      else
        for (const uint32_t offset : m.layout.pointers(c.function->receiver))
          pointers.push_back(2 + offset);
      regs.set_pointers(window, regs.top() - window, pointers);
      arguments(x, c.signature, window + 2 + size);
      e.set_place(x->pos);
      const uint32_t pc = e.emit(deferred ? Opcode::Defer : Opcode::Go, window);
      e.extend_type(TypeId{as_u32(m.function_of(c.function))}, size + parameter_words(c.signature));
      e.name_operand(pc, operand_text(c.selector->x));
      break;
    }
    case Callee::Kind::Interface: {
      const Reg receiver = load(follow(c.selector, c.selector->path.size()), kNoReg);
      const Reg window = open_window(c.signature, 1, false);
      arguments(x, c.signature, window + 3);
      e.set_place(x->pos);
      e.emit(deferred ? Opcode::DeferInterface : Opcode::GoInterface, window, receiver);
      const auto method = static_cast<uint32_t>(m.layout.method_id(
          c.selector->sel->name,
          c.selector->method != nullptr ? c.selector->method->package : package, c.signature));
      e.extend(method & 0xffff, method >> 16, parameter_words(c.signature));
      break;
    }
    case Callee::Kind::Value: {
      const Reg function = fresh(x->fun, x->fun->type);
      const Reg window = open_window(c.signature, 0, false);
      arguments(x, c.signature, window + 2);
      e.set_place(x->pos);
      e.emit(deferred ? Opcode::DeferClosure : Opcode::GoClosure, window, function);
      e.extend(0, 0, parameter_words(c.signature));
      break;
    }
  }
  regs.release(mark);
}

// ---------------------------------------------------------------- x.m and T.m as values

namespace {

// Copies a wrapper's parameters behind the receiver in the window and calls; then returns the
// results.
struct Forward {
  Lowering& l;
  const Type* signature;

  void parameters(Reg from, Reg to) const { l.move(to, from, l.parameter_words(signature)); }
  void results(Reg window) const {
    const uint32_t count = l.result_words(signature);
    l.e.emit(Opcode::Return, window + 2, count);
  }
};

void set_shape(Lowering& l, const Type* signature, uint32_t receiver_words,
               const std::vector<uint32_t>& receiver_pointers) {
  l.f.parameter_words = receiver_words + l.parameter_words(signature);
  l.f.result_words = l.result_words(signature);
  l.f.parameter_pointers = receiver_pointers;
  for (const uint32_t p : l.pointers_of(signature->params, receiver_words))
    l.f.parameter_pointers.push_back(p);
  l.regs.allocate(l.f.parameter_words, l.f.parameter_pointers);
}

// Calls a method on the receiver at a place; the parameters stand from register `first` on. Returns
// the results.
void call_on(Lowering& l, Place p, const Object* method, const std::string& name,
             const Package* package, const Type* signature, Reg first, bool is_interface_method) {
  const Forward forward{l, signature};
  if (is_interface_method) {
    const Reg receiver = l.load(p, l.regs.allocate(1, {0}));
    const Reg window = l.open_window(signature, 1, false);
    forward.parameters(first, window + 3);
    l.e.emit(Opcode::CallInterface, window, receiver);
    const auto id = static_cast<uint32_t>(l.m.layout.method_id(name, package, signature));
    l.e.extend(id & 0xffff, id >> 16, l.parameter_words(signature));
    return forward.results(window);
  }
  const bool at_pointer =
      underlying(p.type)->kind == TypeKind::Pointer && !identical(p.type, method->receiver);
  Reg receiver = 0;
  if (method->pointer_receiver) {
    receiver = at_pointer ? l.load(p, kNoReg) : l.address(l.in_memory(p), kNoReg);
  } else {
    if (at_pointer) {
      const Reg pointer = l.load(p, kNoReg);
      p = {Place::Kind::Memory, underlying(p.type)->element, pointer, 0, 0, nullptr};
    }
    receiver = l.load(p, kNoReg);
  }
  const uint32_t size = method->pointer_receiver ? 1 : l.words(method->receiver);
  const Reg window = l.open_window(signature, size, method->pointer_receiver);
  l.move(window + 2, receiver, size);
  forward.parameters(first, window + 2 + size);
  l.emit_call(l.m.function_of(method), window);
  forward.results(window);
}

Place follow_path(Lowering& l, Place p, const std::vector<uint32_t>& path) {
  for (const uint32_t index : path) {
    if (underlying(p.type)->kind == TypeKind::Pointer) {
      const Reg pointer = l.load(p, kNoReg);
      p = {Place::Kind::Memory, underlying(p.type)->element, pointer, 0, 0, nullptr};
    }
    p = l.field(p, p.type, index);
  }
  return p;
}

}  // namespace

Reg Lowering::method_value(const SelectorExpr* x, Reg dst) {
  dst = at(x->type, dst);
  const Reg mark = regs.top();
  if (x->selection == SelectionKind::MethodExpr) {
    Type* type = x->x->type;
    const Type* signature = underlying(x->type);
    const Object* method = x->method;
    const std::vector<uint32_t> path = x->path;
    const std::string name = x->sel->name;
    const Package* from = package;
    const bool dynamic = is_interface(type) || (method != nullptr && method->receiver == nullptr);
    const FunctionId id = m.synthetic(
        "expression " + to_string(type, nullptr) + "." + name,
        to_string(type, nullptr) + "." + name, [=](Lowering& l) {
          Type* whole = l.m.program.functions.empty() ? nullptr : const_cast<Type*>(signature);
          set_shape(l, whole, 0, {});
          Type rest = *signature;
          rest.params.erase(rest.params.begin());
          const Place receiver =
              follow_path(l, {Place::Kind::Register, type, 0, 0, 0, nullptr}, path);
          call_on(l, receiver, method, name, from, &rest, l.words(type), dynamic);
        });
    e.emit_wide(Opcode::LoadFunction, dst, as_u32(id));
    return dst;
  }
  const Type* signature = underlying(x->type);
  const bool dynamic = x->selection == SelectionKind::InterfaceMethod;
  const Object* method = x->method;
  const std::string name = x->sel->name;
  const Package* from = package;
  Reg receiver = 0;
  uint32_t size = 1;
  std::vector<uint32_t> pointers{0};
  if (dynamic) {
    receiver = load(follow(x, x->path.size()), regs.allocate(1, {0}));
    e.emit(Opcode::CheckNil, receiver);
  } else {
    receiver = receiver_argument(x);
    if (!method->pointer_receiver) {
      size = words(method->receiver);
      pointers = m.layout.pointers(method->receiver);
    }
  }
  const std::string key = "bound " + (dynamic ? to_string(x->receiver, nullptr) + "." + name
                                              : std::to_string(as_u32(m.function_of(method))));
  const FunctionId id = m.synthetic(
      key,
      (dynamic ? to_string(x->receiver, nullptr) + "." + name
               : m.program.functions[as_u32(m.function_of(method))].name) +
          "-fm",
      [=](Lowering& l) {
        set_shape(l, signature, 0, {});
        l.f.capture_words = size;
        l.f.capture_pointers = pointers;
        const Reg closure = l.regs.allocate(1, {0});
        const uint32_t window_receiver = dynamic ? 1 : size;
        const Forward forward{l, signature};
        if (dynamic) {
          const Reg iface = l.regs.allocate(1, {0});
          l.e.emit(Opcode::LoadCapture, iface, 0, closure);
          const Reg window = l.open_window(signature, 1, false);
          forward.parameters(0, window + 3);
          l.e.emit(Opcode::CallInterface, window, iface);
          const auto method_number = static_cast<uint32_t>(
              l.m.layout.method_id(name, method != nullptr ? method->package : from, signature));
          l.e.extend(method_number & 0xffff, method_number >> 16, l.parameter_words(signature));
          return forward.results(window);
        }
        const Reg window = l.open_window(signature, window_receiver, false);
        for (uint32_t w = 0; w < size; ++w)
          l.e.emit(Opcode::LoadCapture, window + 2 + w, w, closure);
        forward.parameters(0, window + 2 + size);
        l.emit_call(l.m.function_of(method), window);
        forward.results(window);
      });
  if (size == 0) {
    e.emit_wide(Opcode::LoadFunction, dst, as_u32(id));
  } else {
    e.emit(Opcode::MakeClosure, dst, size, receiver);
    e.extend_type(TypeId{as_u32(id)});
  }
  regs.release(mark);
  return dst;
}

FunctionId Module::boxed_method(Type* type, const std::string& name, const Package* package,
                                const Type** signature_out) {
  const Lookup found = lookup_field_or_method(type, false, package, name);
  if (found.result != LookupResult::Method && found.result != LookupResult::InterfaceMethod)
    return FunctionId{kNone};
  const bool dynamic = found.result == LookupResult::InterfaceMethod;
  const Type* signature = nullptr;
  if (dynamic) {
    for (const Method& one : underlying(found.receiver)->methods)
      if (one.name == name) signature = underlying(one.signature);
  } else {
    signature = underlying(found.method->type);
  }
  *signature_out = signature;
  const uint32_t size = layout.words(type);
  // The method itself fits when its receiver is the boxed word.
  if (!dynamic && found.path.empty() && size == 1 &&
      identical(found.method->pointer_receiver ? underlying(type)->element : type,
                found.method->receiver))
    return function_of(found.method);
  const Object* method = found.method;
  const std::vector<uint32_t> path = found.path;
  return synthetic(
      "boxed " + std::to_string(static_cast<uint32_t>(layout.id(type))) + "." + name,
      runtime_name(type) + "." + name, [=](Lowering& l) {
        set_shape(l, signature, 1,
                  size == 1 ? l.m.layout.pointers(type) : std::vector<uint32_t>{0});
        Place p{size == 1 ? Place::Kind::Register : Place::Kind::Memory, type, 0, 0, 0, nullptr};
        call_on(l, follow_path(l, p, path), method, name,
                method != nullptr ? method->package : package, signature, 1, dynamic);
      });
}

}  // namespace gopark::lang
