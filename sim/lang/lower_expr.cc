// Expressions: values, places, conversions, comparisons.
#include <bit>

#include "sim/base/assert.h"
#include "sim/lang/check_predicates.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/expr_string.h"
#include "sim/lang/lower.h"

namespace gopark::lang {

namespace {

bool is_string(const Type* t) {
  return kind_of(t) == Kind::String;
}
bool is_float(const Type* t) {
  return kind_of(t) == Kind::Float64 || kind_of(t) == Kind::Float32;
}
bool is_unsigned(const Type* t) {
  return kind_of(t) >= Kind::Uint && kind_of(t) <= Kind::Uintptr;
}
bool is_integer(const Type* t) {
  return kind_of(t) >= Kind::Int && kind_of(t) <= Kind::Uintptr;
}
bool is_iface(Type* t) {
  return is_interface(t);
}
Type* element_of(Type* t) {
  return underlying(t)->element;
}

int bits_of(const Type* t) {
  switch (kind_of(t)) {
    case Kind::Int8:
    case Kind::Uint8:
      return 8;
    case Kind::Int16:
    case Kind::Uint16:
      return 16;
    case Kind::Int32:
    case Kind::Uint32:
      return 32;
    default:
      return 64;
  }
}

bool fits16(int64_t n) {
  return n >= INT16_MIN && n <= INT16_MAX;
}

// The value of an integer constant that fits a signed 16-bit immediate.
bool small_constant(const Expr* x, int64_t* n) {
  return x->constant != nullptr && x->constant->kind == ConstantKind::Int &&
         int64_value(*x->constant, n) && fits16(*n);
}

}  // namespace

// ---------------------------------------------------------------- registers

Reg Lowering::allocate(const Type* type) {
  return regs.allocate(words(type), m.layout.pointers(type));
}

void Lowering::move(Reg to, Reg from, uint32_t count) {
  if (to == from || count == 0) return;
  if (count == 1)
    e.emit(Opcode::Move, to, from);
  else
    e.emit(Opcode::MoveN, to, from, count);
}

void Lowering::zero(Reg first, uint32_t count) {
  if (count == 1)
    e.emit_wide(Opcode::LoadImm, first, 0);
  else if (count != 0)
    e.emit(Opcode::Zero, first, count);
}

void Lowering::load_word(Reg dst, Word word) {
  const auto n = static_cast<int64_t>(word);
  if (n >= INT32_MIN && n <= INT32_MAX)
    e.emit_wide(Opcode::LoadImm, dst, static_cast<uint32_t>(static_cast<int32_t>(n)));
  else
    e.emit_wide(Opcode::LoadConst, dst, m.constant_index(word));
}

Reg Lowering::number(int64_t n, Reg dst) {
  if (dst == kNoReg) dst = regs.allocate_word();
  load_word(dst, static_cast<Word>(n));
  return dst;
}

Reg Lowering::constant(const Constant& c, Type* type, Reg dst) {
  dst = at(type, dst);
  switch (c.kind) {
    case ConstantKind::Bool:
      load_word(dst, c.boolean ? 1 : 0);
      return dst;
    case ConstantKind::String:
      if (c.text.empty())
        load_word(dst, 0);
      else
        e.emit_wide(Opcode::LoadString, dst, m.string_index(c.text));
      return dst;
    default:
      break;
  }
  if (is_float(type)) {
    const Constant rounded =
        kind_of(type) == Kind::Float32 ? round_to_float32(c) : round_to_float64(c);
    load_word(dst, std::bit_cast<Word>(rounded.real));
    return dst;
  }
  const Constant whole = to_integer(c);
  uint64_t unsigned_word = 0;
  int64_t signed_word = 0;
  if (int64_value(whole, &signed_word))
    load_word(dst, static_cast<Word>(signed_word));
  else if (uint64_value(whole, &unsigned_word))
    load_word(dst, unsigned_word);
  else
    load_word(dst, 0);
  return dst;
}

// ---------------------------------------------------------------- values

Reg Lowering::fresh(const Expr* x, Type* target) {
  const Reg dst = allocate(target);
  return value(x, target, dst);
}

Reg Lowering::value(const Expr* x, Type* target, Reg dst) {
  if (x->mode == Mode::NilValue ||
      (x->type != nullptr && underlying(x->type)->basic == BasicKind::UntypedNil &&
       underlying(x->type)->kind == TypeKind::Basic)) {
    dst = at(target, dst);
    zero(dst, words(target));
    return dst;
  }
  if (target == nullptr || !is_iface(target) || is_iface(x->type)) return expr(x, dst);
  dst = at(target, dst);
  const Reg mark = regs.top();
  const Reg from = expr(x);
  convert(from, x->type, target, dst);
  regs.release(mark);
  return dst;
}

Reg Lowering::convert(Reg from, Type* source, Type* target, Reg dst) {
  if (!is_iface(target) || is_iface(source)) {
    if (dst == kNoReg) return from;
    move(dst, from, words(target));
    return dst;
  }
  dst = at(target, dst);
  m.box(source);
  e.emit(Opcode::MakeInterface, dst, from);
  e.extend_type(m.layout.id(source));
  return dst;
}

Reg Lowering::expr(const Expr* x, Reg dst) {
  if (x->constant != nullptr && x->mode == Mode::Constant)
    return constant(*x->constant, x->type, dst);
  switch (x->kind) {
    case ExprKind::Paren:
      return expr(as<ParenExpr>(x)->x, dst);
    case ExprKind::Ident: {
      const auto* ident = as<Ident>(x);
      if (x->mode == Mode::NilValue || ident->object == nullptr ||
          ident->object->kind == ObjectKind::Nil) {
        dst = at(x->type, dst);
        zero(dst, words(x->type));
        return dst;
      }
      if (ident->object->kind == ObjectKind::Func) {
        dst = at(x->type, dst);
        e.emit_wide(Opcode::LoadFunction, dst, static_cast<uint32_t>(m.function_of(ident->object)));
        return dst;
      }
      return load(variable(ident->object), dst);
    }
    case ExprKind::FuncLit:
      return function_value(as<FuncLit>(x), dst);
    case ExprKind::CompositeLit:
      return composite(as<CompositeLit>(x), dst);
    case ExprKind::Selector: {
      const auto* selector = as<SelectorExpr>(x);
      if (selector->selection == SelectionKind::Method ||
          selector->selection == SelectionKind::InterfaceMethod ||
          selector->selection == SelectionKind::MethodExpr)
        return method_value(selector, dst);
      if (selector->selection == SelectionKind::PackageMember &&
          selector->sel->object->kind == ObjectKind::Func) {
        dst = at(x->type, dst);
        e.emit_wide(Opcode::LoadFunction, dst,
                    static_cast<uint32_t>(m.function_of(selector->sel->object)));
        return dst;
      }
      break;
    }
    case ExprKind::Index: {
      const auto* index = as<IndexExpr>(x);
      if (index->instance != nullptr) {
        dst = at(x->type, dst);
        e.emit_wide(Opcode::LoadFunction, dst,
                    static_cast<uint32_t>(m.function_of(index->instance)));
        return dst;
      }
      Type* base = underlying(index->x->type);
      if (base->kind == TypeKind::Map) return map_index(index, dst, kNoReg);
      if (is_string(base)) {
        dst = at(x->type, dst);
        const Reg mark = regs.top();
        const Reg s = expr(index->x);
        const Reg i = expr(index->indices[0]);
        e.emit(Opcode::StringIndex, dst, s, i);
        regs.release(mark);
        return dst;
      }
      break;
    }
    case ExprKind::Slice:
      return slicing(as<SliceExpr>(x), dst);
    case ExprKind::TypeAssert:
      return assertion(as<TypeAssertExpr>(x), dst, kNoReg);
    case ExprKind::Call:
      return call(as<CallExpr>(x), dst);
    case ExprKind::Unary: {
      const auto* unary = as<UnaryExpr>(x);
      if (unary->op == Token::Arrow) return receive(unary, dst, kNoReg);
      dst = at(x->type, dst);
      const Reg mark = regs.top();
      if (unary->op == Token::And) {
        const Expr* operand = unparen(unary->x);
        if (operand->kind == ExprKind::CompositeLit) {
          const Reg p = regs.allocate(1, {0});
          e.emit_wide(Opcode::New, p, static_cast<uint32_t>(m.layout.id(operand->type)));
          Place to{Place::Kind::Memory, operand->type, p, 0, 0, nullptr};
          composite_into(as<CompositeLit>(operand), operand->type, to);
          move(dst, p, 1);
        } else {
          address(place(operand), dst);
        }
        regs.release(mark);
        return dst;
      }
      const Reg from = expr(unary->x);
      switch (unary->op) {
        case Token::Sub:
          e.emit(is_float(x->type) ? Opcode::FloatNeg : Opcode::Neg, dst, from);
          break;
        case Token::Xor:
          e.emit(Opcode::Complement, dst, from);
          break;
        case Token::Not:
          e.emit(Opcode::Not, dst, from);
          break;
        default:
          move(dst, from, 1);
          break;
      }
      if (is_integer(x->type)) normalise(dst, x->type);
      regs.release(mark);
      return dst;
    }
    case ExprKind::Binary:
      return binary(as<BinaryExpr>(x), dst);
    default:
      break;
  }
  // What is left can be read through a place: fields, elements, *p.
  if (dst == kNoReg && x->kind == ExprKind::Selector) {
    // A field of a variable in registers is read where it stands.
    const Reg mark = regs.top();
    const Place p = place(x);
    if (p.kind == Place::Kind::Register) return p.base;
    const Reg loaded = load(p, kNoReg);
    (void)mark;
    return loaded;
  }
  dst = at(x->type, dst);
  const Reg mark = regs.top();
  load(place(x), dst);
  regs.release(mark);
  return dst;
}

// ---------------------------------------------------------------- operators

void Lowering::normalise(Reg r, Type* type) {
  const int bits = bits_of(type);
  if (!is_integer(type) || bits == 64) return;
  e.emit(is_unsigned(type) ? Opcode::ExtendUnsigned : Opcode::ExtendSigned, r, r,
         static_cast<uint32_t>(bits));
}

Reg Lowering::arithmetic(Token op, Type* type, Reg x, Reg y, Type* y_type, Reg dst) {
  if (is_string(type)) {
    e.emit(Opcode::StringConcat, dst, x, y);
    return dst;
  }
  if (is_float(type)) {
    const Opcode code = op == Token::Add   ? Opcode::FloatAdd
                        : op == Token::Sub ? Opcode::FloatSub
                        : op == Token::Mul ? Opcode::FloatMul
                                           : Opcode::FloatDiv;
    e.emit(code, dst, x, y);
    if (kind_of(type) == Kind::Float32) e.emit(Opcode::RoundFloat32, dst, dst);
    return dst;
  }
  const bool is_u = is_unsigned(type);
  Opcode code = Opcode::Add;
  switch (op) {
    case Token::Add:
      code = Opcode::Add;
      break;
    case Token::Sub:
      code = Opcode::Sub;
      break;
    case Token::Mul:
      code = Opcode::Mul;
      break;
    case Token::Quo:
      code = is_u ? Opcode::DivUnsigned : Opcode::DivSigned;
      break;
    case Token::Rem:
      code = is_u ? Opcode::RemUnsigned : Opcode::RemSigned;
      break;
    case Token::And:
      code = Opcode::And;
      break;
    case Token::Or:
      code = Opcode::Or;
      break;
    case Token::Xor:
      code = Opcode::Xor;
      break;
    case Token::AndNot:
      code = Opcode::AndNot;
      break;
    case Token::Shl:
      code = Opcode::Shl;
      break;
    case Token::Shr:
      code = is_u ? Opcode::ShrUnsigned : Opcode::ShrSigned;
      break;
    default:
      GOPARK_ASSERT(false, "a binary operator");
  }
  if ((op == Token::Shl || op == Token::Shr) && !is_unsigned(y_type)) e.emit(Opcode::CheckShift, y);
  e.emit(code, dst, x, y);
  normalise(dst, type);
  return dst;
}

Reg Lowering::binary(const BinaryExpr* x, Reg dst) {
  switch (x->op) {
    case Token::LAnd:
    case Token::LOr: {
      dst = at(x->type, dst);
      Label no, end;
      condition(x, false, no);
      number(1, dst);
      e.jump(end);
      e.bind(no);
      number(0, dst);
      e.bind(end);
      return dst;
    }
    case Token::Eql:
    case Token::Neq:
    case Token::Lss:
    case Token::Leq:
    case Token::Gtr:
    case Token::Geq:
      return compare(x->op, x->x, x->y, dst);
    default:
      break;
  }
  dst = at(x->type, dst);
  const Reg mark = regs.top();
  int64_t n = 0;
  if ((x->op == Token::Add || x->op == Token::Sub) && is_integer(x->type) &&
      small_constant(x->y, &n) && fits16(-n)) {
    const Reg from = expr(x->x);
    e.set_place(x->op_pos);
    e.emit(Opcode::AddImm, dst, from,
           static_cast<uint16_t>(static_cast<int16_t>(x->op == Token::Add ? n : -n)));
    normalise(dst, x->type);
  } else {
    const Reg a = expr(x->x);
    const Reg b = expr(x->y);
    e.set_place(x->op_pos);
    arithmetic(x->op, x->type, a, b, x->y->type, dst);
  }
  regs.release(mark);
  return dst;
}

namespace {

bool is_nil(const Expr* x) {
  const Expr* bare = unparen(x);
  if (bare->mode == Mode::NilValue) return true;
  return bare->kind == ExprKind::Ident && as<Ident>(bare)->object != nullptr &&
         as<Ident>(bare)->object->kind == ObjectKind::Nil;
}

Token mirrored(Token op) {
  switch (op) {
    case Token::Gtr:
      return Token::Lss;
    case Token::Geq:
      return Token::Leq;
    default:
      return op;
  }
}

Opcode comparison(Token op, const Type* type) {
  const bool less = op == Token::Lss;
  if (is_string(type)) return less ? Opcode::StringLess : Opcode::StringLessEqual;
  if (is_float(type)) return less ? Opcode::FloatLess : Opcode::FloatLessEqual;
  if (is_unsigned(type)) return less ? Opcode::LessUnsigned : Opcode::LessEqualUnsigned;
  return less ? Opcode::LessSigned : Opcode::LessEqualSigned;
}

}  // namespace

Reg Lowering::compare(Token op, const Expr* x, const Expr* y, Reg dst) {
  if (dst == kNoReg) dst = regs.allocate_word();
  const Reg mark = regs.top();
  const bool equality = op == Token::Eql || op == Token::Neq;
  if (equality && (is_nil(x) || is_nil(y))) {
    // Every kind of value that can be nil has a first word that is 0 only then.
    const Reg a = expr(is_nil(x) ? y : x);
    const Reg nil = number(0);
    e.emit(op == Token::Eql ? Opcode::Equal : Opcode::NotEqual, dst, a, nil);
    regs.release(mark);
    return dst;
  }
  if (!equality) {
    const Reg a = expr(x), b = expr(y);
    const bool swap = op == Token::Gtr || op == Token::Geq;
    e.emit(comparison(mirrored(op), x->type), dst, swap ? b : a, swap ? a : b);
    regs.release(mark);
    return dst;
  }
  // An interface against a concrete value: as interfaces.
  Type* common = is_iface(x->type) ? x->type : is_iface(y->type) ? y->type : x->type;
  const Reg a = value(x, common), b = value(y, common);
  Type* under = underlying(common);
  if (is_string(under))
    e.emit(Opcode::StringEqual, dst, a, b);
  else if (is_float(under))
    e.emit(Opcode::FloatEqual, dst, a, b);
  else if (under->kind == TypeKind::Struct || under->kind == TypeKind::Array ||
           under->kind == TypeKind::Interface) {
    e.emit(Opcode::EqualTyped, dst, a, b);
    e.extend_type(m.layout.id(common));
  } else {
    e.emit(op == Token::Eql ? Opcode::Equal : Opcode::NotEqual, dst, a, b);
    regs.release(mark);
    return dst;
  }
  if (op == Token::Neq) e.emit(Opcode::Not, dst, dst);
  regs.release(mark);
  return dst;
}

namespace {

// A comparison of signed one-word integers (or of words for equality) that a compare-and-jump can
// do.
bool fuses(const BinaryExpr* b) {
  if (b->x->type == nullptr || is_nil(b->x) || is_nil(b->y)) return false;
  if (is_integer(b->x->type))
    return !is_unsigned(b->x->type) || b->op == Token::Eql || b->op == Token::Neq;
  return false;
}

Token negated(Token op) {
  switch (op) {
    case Token::Eql:
      return Token::Neq;
    case Token::Neq:
      return Token::Eql;
    case Token::Lss:
      return Token::Geq;
    case Token::Geq:
      return Token::Lss;
    case Token::Gtr:
      return Token::Leq;
    default:
      return Token::Gtr;
  }
}

Opcode jump_imm(Token op) {
  switch (op) {
    case Token::Eql:
      return Opcode::JumpEqualImm;
    case Token::Neq:
      return Opcode::JumpNotEqualImm;
    case Token::Lss:
      return Opcode::JumpLessImm;
    case Token::Leq:
      return Opcode::JumpLessEqualImm;
    case Token::Gtr:
      return Opcode::JumpGreaterImm;
    default:
      return Opcode::JumpGreaterEqualImm;
  }
}

}  // namespace

void Lowering::condition(const Expr* x, bool jump_when, Label& label) {
  x = unparen(x);
  if (x->constant != nullptr && x->mode == Mode::Constant) {
    if (x->constant->boolean == jump_when) e.jump(label);
    return;
  }
  if (x->kind == ExprKind::Unary && as<UnaryExpr>(x)->op == Token::Not)
    return condition(as<UnaryExpr>(x)->x, !jump_when, label);
  if (x->kind == ExprKind::Binary) {
    const auto* b = as<BinaryExpr>(x);
    if (b->op == Token::LAnd || b->op == Token::LOr) {
      // `jump_when` of the whole is decided by the first operand alone in one of the two cases.
      const bool decides = b->op == Token::LOr;
      if (decides == jump_when) {
        condition(b->x, jump_when, label);
        return condition(b->y, jump_when, label);
      }
      Label skip;
      condition(b->x, !jump_when, skip);
      condition(b->y, jump_when, label);
      return e.bind(skip);
    }
    const bool is_comparison = b->op == Token::Eql || b->op == Token::Neq || b->op == Token::Lss ||
                               b->op == Token::Leq || b->op == Token::Gtr || b->op == Token::Geq;
    if (is_comparison && fuses(b)) {
      const Token op = jump_when ? b->op : negated(b->op);
      const Reg mark = regs.top();
      const Reg left = expr(b->x);
      int64_t n = 0;
      if (small_constant(b->y, &n)) {
        e.jump_compare(jump_imm(op), left, static_cast<uint16_t>(static_cast<int16_t>(n)), label);
      } else {
        const Reg right = expr(b->y);
        const bool swap = op == Token::Gtr || op == Token::Geq;
        const Token plain = mirrored(op);
        const Opcode code = plain == Token::Eql   ? Opcode::JumpEqual
                            : plain == Token::Neq ? Opcode::JumpNotEqual
                            : plain == Token::Lss ? Opcode::JumpLess
                                                  : Opcode::JumpLessEqual;
        e.jump_compare(code, swap ? right : left, swap ? left : right, label);
      }
      return regs.release(mark);
    }
  }
  const Reg mark = regs.top();
  const Reg r = expr(x);
  e.jump_if(jump_when ? Opcode::JumpIf : Opcode::JumpIfNot, r, label);
  regs.release(mark);
}

// ---------------------------------------------------------------- places

Place Lowering::variable(const Object* object) {
  Place p;
  p.type = object->type;
  if (object->is_global) {
    p.kind = Place::Kind::Global;
    p.offset = m.global_offset(object);
    return p;
  }
  const auto home = homes_.find(object);
  GOPARK_ASSERT(home != homes_.end(), "a local variable is declared before its use");
  p.kind = home->second.cell ? Place::Kind::Memory : Place::Kind::Register;
  p.base = home->second.reg;
  return p;
}

// Words at a place that do not stand behind a constant offset get one.
Place Lowering::in_memory(Place p) {
  if (p.kind == Place::Kind::SliceElement) {
    const Reg pointer = regs.allocate(1, {0});
    address(p, pointer);
    return {Place::Kind::Memory, p.type, pointer, 0, 0, nullptr};
  }
  if (p.kind == Place::Kind::MapEntry) {
    // A map's value cannot be changed in part: only read.
    const Reg copy = allocate(p.type);
    load(p, copy);
    return {Place::Kind::Register, p.type, copy, 0, 0, nullptr};
  }
  if (p.offset > 0xf000 && p.kind == Place::Kind::Memory) {
    const Reg pointer = regs.allocate(1, {0});
    move(pointer, p.base, 1);
    for (uint32_t left = p.offset; left != 0;) {
      const uint32_t by = std::min<uint32_t>(left, 0xf000);
      e.emit(Opcode::FieldAddress, pointer, pointer, by);
      left -= by;
    }
    return {Place::Kind::Memory, p.type, pointer, 0, 0, nullptr};
  }
  return p;
}

Place Lowering::field(Place base, Type* structure, uint32_t index) {
  base = in_memory(base);
  const uint32_t offset = m.layout.field_offset(structure, index);
  base.type = underlying(structure)->fields[index].type;
  if (base.kind == Place::Kind::Register)
    base.base += offset;
  else
    base.offset += offset;
  return in_memory(base);
}

// The place after the first `steps` fields of a selector's path, pointers on the way followed.
Place Lowering::follow(const SelectorExpr* x, std::size_t steps) {
  Type* type = x->x->type;
  Place p;
  if (underlying(type)->kind == TypeKind::Pointer) {
    const Reg pointer = expr(x->x);
    type = element_of(type);
    p = {Place::Kind::Memory, type, pointer, 0, 0, nullptr};
  } else {
    p = place(x->x);
  }
  for (std::size_t i = 0; i < steps; ++i) {
    if (i > 0 && underlying(p.type)->kind == TypeKind::Pointer) {
      const Reg pointer = load(p, kNoReg);
      p = {Place::Kind::Memory, element_of(p.type), pointer, 0, 0, nullptr};
    }
    p = field(p, p.type, x->path[i]);
  }
  return p;
}

namespace {

// Words that are already in registers, as a place.
Place in_registers(Type* type, Reg reg) {
  return {Place::Kind::Register, type, reg, 0, 0, nullptr};
}

}  // namespace

Place Lowering::place(const Expr* x) {
  switch (x->kind) {
    case ExprKind::Paren:
      return place(as<ParenExpr>(x)->x);
    case ExprKind::Ident: {
      const auto* ident = as<Ident>(x);
      if (ident->name == "_" || ident->object == nullptr) return {};
      if (ident->object->kind == ObjectKind::Var) return variable(ident->object);
      break;
    }
    case ExprKind::Selector: {
      const auto* selector = as<SelectorExpr>(x);
      if (selector->selection == SelectionKind::PackageMember) {
        if (selector->sel->object->kind == ObjectKind::Var) return variable(selector->sel->object);
        break;
      }
      if (selector->selection == SelectionKind::Field)
        return follow(selector, selector->path.size());
      break;
    }
    case ExprKind::Star: {
      const Reg pointer = expr(as<StarExpr>(x)->x);
      return {Place::Kind::Memory, x->type, pointer, 0, 0, nullptr};
    }
    case ExprKind::Index: {
      const auto* index = as<IndexExpr>(x);
      if (index->instance != nullptr) break;
      Type* base = underlying(index->x->type);
      if (base->kind == TypeKind::Slice) {
        Place p{Place::Kind::SliceElement, base->element, 0, 0, 0, nullptr};
        p.base = expr(index->x);
        p.index = expr(index->indices[0]);
        return p;
      }
      if (base->kind == TypeKind::Map) {
        Place p{Place::Kind::MapEntry, base->element, 0, 0, 0, index->x->type};
        p.base = expr(index->x);
        p.index = fresh(index->indices[0], base->key);
        return p;
      }
      if (is_string(base)) break;
      Place array;
      Type* array_type = index->x->type;
      if (base->kind == TypeKind::Pointer) {
        array_type = base->element;
        array = {Place::Kind::Memory, array_type, expr(index->x), 0, 0, nullptr};
      } else {
        array = in_memory(place(index->x));
      }
      Type* element = element_of(array_type);
      const uint32_t each = words(element);
      const int64_t length = underlying(array_type)->length;
      int64_t n = 0;
      const Expr* i = index->indices[0];
      if (i->constant != nullptr && int64_value(*i->constant, &n) && n >= 0 && n < length) {
        const uint32_t by = static_cast<uint32_t>(n) * each;
        if (array.kind == Place::Kind::Register)
          array.base += by;
        else
          array.offset += by;
        array.type = element;
        return in_memory(array);
      }
      const Reg at_index = expr(i);
      const uint32_t limit = m.constant_index(static_cast<Word>(length));
      if (array.kind == Place::Kind::Register) {
        const Reg copy = allocate(element);
        e.emit(Opcode::ArrayLoad, copy, array.base, at_index);
        e.extend(each, limit & 0xffff, limit >> 16);
        return in_registers(element, copy);
      }
      const Reg start = regs.allocate(1, {0});
      address(array, start);
      const Reg pointer = regs.allocate(1, {0});
      e.emit(Opcode::ElementAddress, pointer, start, at_index);
      e.extend(each, limit & 0xffff, limit >> 16);
      return {Place::Kind::Memory, element, pointer, 0, 0, nullptr};
    }
    default:
      break;
  }
  return in_registers(x->type, expr(x));
}

Reg Lowering::load(const Place& from, Reg dst) {
  const uint32_t count = words(from.type);
  if (from.kind == Place::Kind::Register) {
    if (dst == kNoReg) return from.base;
    move(dst, from.base, count);
    return dst;
  }
  dst = at(from.type, dst);
  switch (from.kind) {
    case Place::Kind::Memory:
      if (count == 0)
        e.emit(Opcode::CheckNil, from.base);
      else if (count == 1)
        e.emit(Opcode::Load, dst, from.base, from.offset);
      else {
        e.emit(Opcode::LoadN, dst, from.base, from.offset);
        e.extend(count);
      }
      break;
    case Place::Kind::Global:
      if (count == 1)
        e.emit_wide(Opcode::LoadGlobal, dst, from.offset);
      else if (count != 0) {
        const Reg mark = regs.top();
        const Reg p = regs.allocate(1, {0});
        e.emit_wide(Opcode::GlobalAddress, p, from.offset);
        e.emit(Opcode::LoadN, dst, p, 0);
        e.extend(count);
        regs.release(mark);
      }
      break;
    case Place::Kind::SliceElement:
      e.emit(Opcode::IndexLoad, dst, from.base, from.index);
      e.extend(count);
      break;
    case Place::Kind::MapEntry:
      e.emit(Opcode::MapGet, dst, from.base, from.index);
      e.extend_type(m.layout.id(from.container), 0xffff);
      break;
    default:
      break;
  }
  return dst;
}

void Lowering::store(const Place& to, Reg from) {
  if (to.kind == Place::Kind::Blank) return;
  const uint32_t count = words(to.type);
  switch (to.kind) {
    case Place::Kind::Register:
      return move(to.base, from, count);
    case Place::Kind::Memory:
      if (count == 0)
        e.emit(Opcode::CheckNil, to.base);
      else if (count == 1)
        e.emit(Opcode::Store, to.base, from, to.offset);
      else {
        e.emit(Opcode::StoreN, to.base, from, to.offset);
        e.extend(count);
      }
      return;
    case Place::Kind::Global:
      if (count == 1)
        e.emit_wide(Opcode::StoreGlobal, from, to.offset);
      else if (count != 0) {
        const Reg mark = regs.top();
        const Reg p = regs.allocate(1, {0});
        e.emit_wide(Opcode::GlobalAddress, p, to.offset);
        e.emit(Opcode::StoreN, p, from, 0);
        e.extend(count);
        regs.release(mark);
      }
      return;
    case Place::Kind::SliceElement:
      e.emit(Opcode::IndexStore, to.base, from, to.index);
      e.extend(count);
      return;
    case Place::Kind::MapEntry:
      e.emit(Opcode::MapSet, to.base, to.index, from);
      e.extend_type(m.layout.id(to.container));
      return;
    default:
      return;
  }
}

Reg Lowering::address(const Place& of, Reg dst) {
  if (dst == kNoReg) dst = regs.allocate(1, {0});
  switch (of.kind) {
    case Place::Kind::Memory:
      if (of.offset == 0)
        move(dst, of.base, 1);
      else
        e.emit(Opcode::FieldAddress, dst, of.base, of.offset);
      return dst;
    case Place::Kind::Global:
      e.emit_wide(Opcode::GlobalAddress, dst, of.offset);
      return dst;
    case Place::Kind::SliceElement:
      e.emit(Opcode::IndexAddress, dst, of.base, of.index);
      e.extend(words(of.type));
      return dst;
    default:
      GOPARK_ASSERT(of.kind != Place::Kind::Register,
                    "a variable whose address is taken has a cell");
      return dst;
  }
}

// ---------------------------------------------------------------- literals and function values

Reg Lowering::composite(const CompositeLit* x, Reg dst) {
  if (x->implicit_address) {
    dst = at(x->type, dst);
    const Reg mark = regs.top();
    const Reg p = regs.allocate(1, {0});
    Type* pointed = element_of(x->type);
    e.emit_wide(Opcode::New, p, static_cast<uint32_t>(m.layout.id(pointed)));
    composite_into(x, pointed, {Place::Kind::Memory, pointed, p, 0, 0, nullptr});
    move(dst, p, 1);
    regs.release(mark);
    return dst;
  }
  // Built aside: the elements may read what the destination holds now.
  const Reg result = at(x->type, dst);
  const Reg mark = regs.top();
  const Reg built = dst == kNoReg ? result : allocate(x->type);
  composite_into(x, x->type, in_registers(x->type, built));
  if (built != result) move(result, built, words(x->type));
  regs.release(mark);
  return result;
}

// REQUIRES: memory places are zero already; registers are zeroed here.
void Lowering::composite_into(const CompositeLit* x, Type* type, const Place& to) {
  Type* under = underlying(type);
  const auto element_value = [](const Expr* element) {
    return element->kind == ExprKind::KeyValue ? as<KeyValueExpr>(element)->value : element;
  };
  if (under->kind == TypeKind::Map) {
    const Reg mark = regs.top();
    const Reg map = regs.allocate(1, {0});
    e.emit_wide(Opcode::MakeMap, map, static_cast<uint32_t>(m.layout.id(type)));
    for (const Expr* element : x->elements) {
      const Reg inner = regs.top();
      const auto* pair = as<KeyValueExpr>(element);
      const Reg key = fresh(pair->key, under->key);
      const Reg val = fresh(pair->value, under->element);
      store({Place::Kind::MapEntry, under->element, map, key, 0, type}, val);
      regs.release(inner);
    }
    store(to, map);
    return regs.release(mark);
  }
  if (under->kind == TypeKind::Slice) {
    const Reg mark = regs.top();
    const Reg slice = regs.allocate(2, {0});
    const Reg length = number(x->length);
    e.emit(Opcode::MakeSlice, slice, length, length);
    e.extend_type(m.layout.id(under->element));
    for (std::size_t i = 0; i < x->elements.size(); ++i) {
      const Reg inner = regs.top();
      const Reg index = number(x->indices[i]);
      const Reg val = value(element_value(x->elements[i]), under->element);
      store({Place::Kind::SliceElement, under->element, slice, index, 0, nullptr}, val);
      regs.release(inner);
    }
    store(to, slice);
    return regs.release(mark);
  }
  if (to.kind == Place::Kind::Register) zero(to.base, words(type));
  for (std::size_t i = 0; i < x->elements.size(); ++i) {
    const Reg mark = regs.top();
    Place part = to;
    if (under->kind == TypeKind::Struct) {
      part = field(to, type, static_cast<uint32_t>(x->indices[i]));
    } else {
      const uint32_t by = static_cast<uint32_t>(x->indices[i]) * words(under->element);
      part.type = under->element;
      if (part.kind == Place::Kind::Register)
        part.base += by;
      else
        part.offset += by;
      part = in_memory(part);
    }
    const Expr* element = unparen(element_value(x->elements[i]));
    const bool nested = element->kind == ExprKind::CompositeLit &&
                        !as<CompositeLit>(element)->implicit_address &&
                        (underlying(element->type)->kind == TypeKind::Struct ||
                         underlying(element->type)->kind == TypeKind::Array) &&
                        !is_iface(part.type);
    if (nested)
      composite_into(as<CompositeLit>(element), element->type, part);
    else if (part.kind == Place::Kind::Register)
      value(element, part.type, part.base);
    else
      store(part, value(element, part.type));
    regs.release(mark);
  }
}

std::string Lowering::next_literal_name() {
  ++literals_;
  // Go: main.f.func1, and inside literals main.f.func1.1.
  const bool inside = f.name.find(".func") != std::string::npos;
  return f.name + (inside ? "." : ".func") + std::to_string(literals_);
}

Reg Lowering::function_value(const FuncLit* x, Reg dst) {
  dst = at(x->type, dst);
  const FunctionId id = m.literal(x, next_literal_name(), package, f.quiet);
  uint32_t count = 0;
  const Reg mark = regs.top();
  for (const Object* captured : x->captures) {
    if (captured->is_global) continue;
    const Home& home = homes_.at(captured);
    const Reg part = home.cell ? regs.allocate(1, {0}) : allocate(captured->type);
    const uint32_t size = home.cell ? 1 : words(captured->type);
    move(part, home.reg, size);
    count += size;
  }
  if (count == 0) {
    e.emit_wide(Opcode::LoadFunction, dst, static_cast<uint32_t>(id));
  } else {
    e.emit(Opcode::MakeClosure, dst, count, mark);
    const auto fn = static_cast<uint32_t>(id);
    e.extend(fn & 0xffff, fn >> 16);
  }
  regs.release(mark);
  return dst;
}

// ---------------------------------------------------------------- x.m, <-c, x.(T), m[k], x[i:j]

Reg Lowering::receive(const UnaryExpr* x, Reg dst, Reg ok) {
  Type* channel = underlying(x->x->type);
  if (dst == kNoReg && words(channel->element) != 0) dst = allocate(channel->element);
  const Reg mark = regs.top();
  const Reg c = expr(x->x);
  e.set_place(x->pos);
  const uint32_t pc =
      e.emit(Opcode::Receive, dst == kNoReg || words(channel->element) == 0 ? 0xffff : dst, c,
             ok == kNoReg ? 0xffff : ok);
  e.extend(words(channel->element));
  e.name_operand(pc, operand_text(x->x));
  regs.release(mark);
  return dst == kNoReg ? regs.top() : dst;
}

Reg Lowering::assertion(const TypeAssertExpr* x, Reg dst, Reg ok) {
  Type* target = x->type_expr->type;
  dst = at(target, dst);
  const Reg mark = regs.top();
  const Reg from = expr(x->x);
  const bool to_interface = is_iface(target);
  e.emit(to_interface ? Opcode::AssertInterface : Opcode::AssertType, dst, from,
         ok == kNoReg ? 0xffff : ok);
  e.extend_type(m.layout.id(target));
  e.extend_type(m.layout.id(x->x->type));
  regs.release(mark);
  return dst;
}

Reg Lowering::map_index(const IndexExpr* x, Reg dst, Reg ok) {
  Type* map = underlying(x->x->type);
  dst = at(map->element, dst);
  const Reg mark = regs.top();
  const Reg from = expr(x->x);
  const Reg key = value(x->indices[0], map->key);
  e.emit(Opcode::MapGet, words(map->element) == 0 ? 0 : dst, from, key);
  e.extend_type(m.layout.id(x->x->type), ok == kNoReg ? 0xffff : ok);
  regs.release(mark);
  return dst;
}

Reg Lowering::comma_ok(const Expr* x, Reg dst, Reg ok) {
  x = unparen(x);
  if (x->kind == ExprKind::Unary) return receive(as<UnaryExpr>(x), dst, ok);
  if (x->kind == ExprKind::TypeAssert) return assertion(as<TypeAssertExpr>(x), dst, ok);
  return map_index(as<IndexExpr>(x), dst, ok);
}

Reg Lowering::slicing(const SliceExpr* x, Reg dst) {
  dst = at(x->type, dst);
  const Reg mark = regs.top();
  Type* base = underlying(x->x->type);
  Reg from = 0;
  int64_t array_length = -1;
  Type* element = nullptr;
  if (is_string(base)) {
    from = expr(x->x);
  } else if (base->kind == TypeKind::Slice) {
    from = expr(x->x);
    element = base->element;
  } else if (base->kind == TypeKind::Pointer) {
    from = expr(x->x);
    element = element_of(base->element);
    array_length = underlying(base->element)->length;
  } else {
    from = address(in_memory(place(x->x)), kNoReg);
    element = base->element;
    array_length = base->length;
  }
  const Reg bounds = regs.allocate(3, {});
  uint32_t given = 0;
  const Expr* parts[] = {x->low, x->high, x->max};
  for (uint32_t i = 0; i < 3; ++i) {
    if (parts[i] == nullptr) continue;
    expr(parts[i], bounds + i);
    given |= 1u << i;
  }
  if (is_string(base)) {
    e.emit(Opcode::StringSlice, dst, from, bounds);
    e.extend(0, given);
  } else {
    e.emit(array_length >= 0 ? Opcode::SliceArray : Opcode::SliceSlice, dst, from, bounds);
    e.extend(words(element), given);
    if (array_length >= 0) {
      const uint32_t limit = m.constant_index(static_cast<Word>(array_length));
      e.extend(limit & 0xffff, limit >> 16);
    }
  }
  regs.release(mark);
  return dst;
}

// ---------------------------------------------------------------- T(x)

Reg Lowering::conversion(const Expr* x, Type* target, Reg dst) {
  Type* source = x->type;
  if (x->mode == Mode::NilValue || is_iface(target)) return value(x, target, dst);
  dst = at(target, dst);
  const Reg mark = regs.top();
  const Reg from = expr(x);
  const Kind to_kind = kind_of(target), from_kind = kind_of(source);
  const auto is_bytes = [](Type* t) {
    return underlying(t)->kind == TypeKind::Slice && kind_of(element_of(t)) == Kind::Uint8;
  };
  if (is_string(target) && is_integer(source))
    e.emit(Opcode::StringFromRune, dst, from);
  else if (is_string(target) && from_kind == Kind::Slice)
    e.emit(is_bytes(source) ? Opcode::BytesToString : Opcode::RunesToString, dst, from);
  else if (is_string(source) && to_kind == Kind::Slice)
    e.emit(is_bytes(target) ? Opcode::StringToBytes : Opcode::StringToRunes, dst, from);
  else if (is_integer(target) && is_integer(source)) {
    const bool widens =
        bits_of(target) > bits_of(source) ||
        (bits_of(target) == bits_of(source) && is_unsigned(target) == is_unsigned(source));
    if (bits_of(target) == 64 || (widens && (is_unsigned(source) || !is_unsigned(target))))
      move(dst, from, 1);
    else
      e.emit(is_unsigned(target) ? Opcode::ExtendUnsigned : Opcode::ExtendSigned, dst, from,
             static_cast<uint32_t>(bits_of(target)));
  } else if (is_float(target) && is_integer(source)) {
    e.emit(is_unsigned(source) ? Opcode::UnsignedToFloat : Opcode::SignedToFloat, dst, from);
    if (to_kind == Kind::Float32) e.emit(Opcode::RoundFloat32, dst, dst);
  } else if (is_integer(target) && is_float(source)) {
    e.emit(is_unsigned(target) && bits_of(target) == 64 ? Opcode::FloatToUnsigned
                                                        : Opcode::FloatToSigned,
           dst, from);
    normalise(dst, target);
  } else if (to_kind == Kind::Float32 && from_kind == Kind::Float64) {
    e.emit(Opcode::RoundFloat32, dst, from);
  } else if (from_kind == Kind::Slice && (to_kind == Kind::Array || to_kind == Kind::Pointer)) {
    unsupported(x->pos, "conversion of a slice to an array");
  } else {
    move(dst, from, words(target));
  }
  regs.release(mark);
  return dst;
}

}  // namespace gopark::lang
