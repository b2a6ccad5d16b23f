// Statements, declarations and function bodies.
#include <algorithm>

#include "sim/base/assert.h"
#include "sim/lang/check_predicates.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/expr_string.h"
#include "sim/lang/lower.h"

namespace gopark::lang {

namespace {

// A value in registers cannot be indexed by a variable and changed in part, so such variables live
// in cells.
bool contains_array(Type* type, int depth = 0) {
  Type* under = underlying(type);
  if (depth > 20) return true;
  if (under->kind == TypeKind::Array) return under->length > 0;
  if (under->kind != TypeKind::Struct) return false;
  return std::any_of(under->fields.begin(), under->fields.end(),
                     [&](const Variable& v) { return contains_array(v.type, depth + 1); });
}

constexpr uint32_t kMaxRegisterWords = 64;

bool is_blank(const Expr* x) {
  return x == nullptr || (x->kind == ExprKind::Ident && as<Ident>(x)->name == "_");
}

}  // namespace

bool Lowering::needs_cell(const Object* object) {
  return object->address_taken || (object->captured && object->reassigned) ||
         contains_array(object->type) || words(object->type) > kMaxRegisterWords;
}

void Lowering::declare(const Object* object, Reg initial) {
  if (object == nullptr) return;
  const uint32_t count = words(object->type);
  Home home;
  home.cell = needs_cell(object);
  if (home.cell) {
    home.reg = regs.allocate(1, {0});
    e.emit_wide(Opcode::New, home.reg, static_cast<uint32_t>(m.layout.id(object->type)));
    if (initial != kNoReg)
      store({Place::Kind::Memory, object->type, home.reg, 0, 0, nullptr}, initial);
  } else {
    home.reg = allocate(object->type);
    if (initial == kNoReg)
      zero(home.reg, count);
    else
      move(home.reg, initial, count);
  }
  regs.set_variable(home.reg, home.cell ? 1 : count);
  homes_[object] = home;
  if (object->name.empty()) return;
  LocalVariable local;
  local.name = object->name;
  local.type = m.layout.id(object->type);
  local.slot = home.reg;
  local.from_pc = e.pc();
  local.to_pc = kNone;
  local.in_cell = home.cell;
  f.locals.push_back(local);
}

// The value stands in registers of its own, which become the variable's.
void Lowering::declare_in_place(const Object* object, Reg reg) {
  homes_[object] = Home{false, reg};
  regs.set_variable(reg, words(object->type));
  if (object->name.empty()) return;
  LocalVariable local;
  local.name = object->name;
  local.type = m.layout.id(object->type);
  local.slot = reg;
  local.from_pc = e.pc();
  local.to_pc = kNone;
  f.locals.push_back(local);
}

// ---------------------------------------------------------------- bodies

void Lowering::finish() {
  f.frame_words = std::max({regs.high_water(), f.parameter_words + 1, 1u});
  for (LocalVariable& local : f.locals)
    if (local.to_pc == kNone) local.to_pc = e.pc();
  if (regs.overflowed()) unsupported(e.place(), "a function with so many or so large variables");
}

void Lowering::unsupported(Pos pos, const std::string& what) {
  m.diagnostics.add(pos, what + " is not supported by the simulator");
}

std::string Lowering::operand_text(const Expr* x) const {
  return to_string(x);
}

namespace {

// The variables that a field list declares, one entry a parameter; null without a name.
std::vector<const Object*> objects_of(const std::vector<Field>& fields) {
  std::vector<const Object*> objects;
  for (const Field& field : fields) {
    if (field.names.empty()) objects.push_back(nullptr);
    for (const Ident* name : field.names) objects.push_back(name->object);
  }
  return objects;
}

}  // namespace

void Lowering::parameters(const std::vector<Variable>& list,
                          const std::vector<const Object*>& objects) {
  GOPARK_ASSERT(list.size() == objects.size());
  Reg reg = 0;
  std::vector<std::pair<const Object*, Reg>> cells;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (objects[i] != nullptr && needs_cell(objects[i]))
      cells.emplace_back(objects[i], reg);
    else if (objects[i] != nullptr)
      declare_in_place(objects[i], reg);
    reg += words(list[i].type);
  }
  for (const auto& [object, from] : cells) declare(object, from);
}

void Lowering::body(const FuncType* syntax, const std::vector<Field>& receiver,
                    const Type* signature, const BlockStmt* block, Pos end) {
  std::vector<Variable> list;
  std::vector<const Object*> objects = objects_of(receiver);
  for (const Field& field : receiver) {
    Variable v;
    v.type = field.type_expr->type;
    if (!field.names.empty() && field.names[0]->object != nullptr)
      v.type = field.names[0]->object->type;
    list.push_back(v);
  }
  list.insert(list.end(), signature->params.begin(), signature->params.end());
  for (const Object* o : objects_of(syntax->params)) objects.push_back(o);
  signature_ = signature;
  f.result_words = result_words(signature);
  for (const Variable& v : list) {
    for (const uint32_t p : m.layout.pointers(v.type))
      f.parameter_pointers.push_back(f.parameter_words + p);
    f.parameter_words += words(v.type);
  }
  regs.allocate(f.parameter_words, f.parameter_pointers);
  has_defer_ = has_defer(Node{nullptr, block});
  e.set_place(block->pos);
  parameters(list, objects);
  results_ = objects_of(syntax->results);
  std::size_t i = 0;
  for (const Variable& v : signature->results) {
    const Object* object = i < results_.size() ? results_[i] : nullptr;
    result_regs_.push_back(kNoReg);
    if (object != nullptr)
      declare(object, kNoReg);
    else if (has_defer_ || !v.name.empty()) {
      result_regs_[i] = allocate(v.type);
      zero(result_regs_[i], words(v.type));
    }
    ++i;
  }
  results_.resize(signature->results.size(), nullptr);
  statements(block->statements);
  if (reachable()) {
    e.begin_statement(end);
    if (signature->results.empty() || has_defer_)
      emit_return();
    else
      e.emit(Opcode::Unreachable);
  }
  if (!has_defer_) return;
  f.recover_pc = e.pc();
  e.set_place(end);
  emit_return();
}

// Runs the deferred calls, then returns the result variables.
void Lowering::emit_return() {
  const Reg mark = regs.top();
  if (has_defer_) e.emit(Opcode::RunDefers, regs.top());
  const Reg first = regs.top();
  for (std::size_t i = 0; i < signature_->results.size(); ++i) {
    const Reg to = allocate(signature_->results[i].type);
    if (results_[i] != nullptr)
      load(variable(results_[i]), to);
    else if (result_regs_[i] != kNoReg)
      move(to, result_regs_[i], words(signature_->results[i].type));
    else
      zero(to, words(signature_->results[i].type));
  }
  e.emit(Opcode::Return, signature_->results.empty() ? 0 : first, f.result_words);
  regs.release(mark);
}

void Lowering::function_body(const FuncDecl* decl) {
  body(decl->signature, decl->receiver, underlying(decl->object->type), decl->body,
       decl->body->end);
}

void Lowering::literal_body(const FuncLit* literal) {
  // Captures are loaded at the start: those that are not used again are dead at once.
  const Type* signature = underlying(literal->type);
  std::vector<const Object*> captured;
  for (const Object* object : literal->captures)
    if (!object->is_global) captured.push_back(object);
  for (const Object* object : captured) {
    const bool cell = needs_cell(object);
    const std::vector<uint32_t> pointers =
        cell ? std::vector<uint32_t>{0} : m.layout.pointers(object->type);
    for (const uint32_t p : pointers) f.capture_pointers.push_back(f.capture_words + p);
    f.capture_words += cell ? 1 : words(object->type);
  }
  signature_ = signature;
  f.result_words = result_words(signature);
  const std::vector<Variable>& list = signature->params;
  for (const Variable& v : list) {
    for (const uint32_t p : m.layout.pointers(v.type))
      f.parameter_pointers.push_back(f.parameter_words + p);
    f.parameter_words += words(v.type);
  }
  regs.allocate(f.parameter_words, f.parameter_pointers);
  has_defer_ = has_defer(Node{nullptr, literal->body});
  e.set_place(literal->body->pos);
  if (f.capture_words != 0) {
    const Reg closure = regs.allocate(1, {0});
    uint32_t from = 0;
    for (const Object* object : captured) {
      const bool cell = needs_cell(object);
      const uint32_t count = cell ? 1 : words(object->type);
      const Reg reg = cell ? regs.allocate(1, {0}) : allocate(object->type);
      for (uint32_t w = 0; w < count; ++w) e.emit(Opcode::LoadCapture, reg + w, from + w, closure);
      from += count;
      if (cell) {
        homes_[object] = Home{true, reg};
        regs.set_variable(reg, 1);
        LocalVariable local;
        local.name = object->name;
        local.type = m.layout.id(object->type);
        local.slot = reg;
        local.from_pc = e.pc();
        local.to_pc = kNone;
        local.in_cell = true;
        f.locals.push_back(local);
      } else {
        declare_in_place(object, reg);
      }
    }
  }
  parameters(list, objects_of(literal->signature->params));
  results_ = objects_of(literal->signature->results);
  results_.resize(signature->results.size(), nullptr);
  for (std::size_t i = 0; i < signature->results.size(); ++i) {
    result_regs_.push_back(kNoReg);
    if (results_[i] != nullptr)
      declare(results_[i], kNoReg);
    else if (has_defer_) {
      result_regs_[i] = allocate(signature->results[i].type);
      zero(result_regs_[i], words(signature->results[i].type));
    }
  }
  statements(literal->body->statements);
  if (reachable()) {
    e.begin_statement(literal->body->end);
    if (signature->results.empty() || has_defer_)
      emit_return();
    else
      e.emit(Opcode::Unreachable);
  }
  if (!has_defer_) return;
  f.recover_pc = e.pc();
  e.set_place(literal->body->end);
  emit_return();
}

void Lowering::native_body(const FuncDecl* decl, uint32_t native) {
  const Type* signature = underlying(decl->object->type);
  std::vector<Variable> list;
  for (const Field& field : decl->receiver) {
    Variable v;
    v.type = field.names.empty() || field.names[0]->object == nullptr
                 ? field.type_expr->type
                 : field.names[0]->object->type;
    list.push_back(v);
  }
  list.insert(list.end(), signature->params.begin(), signature->params.end());
  for (const Variable& v : list) {
    for (const uint32_t p : m.layout.pointers(v.type))
      f.parameter_pointers.push_back(f.parameter_words + p);
    f.parameter_words += words(v.type);
  }
  f.result_words = result_words(signature);
  regs.allocate(std::max(f.parameter_words, f.result_words), f.parameter_pointers);
  e.set_place(decl->pos);
  e.emit_wide(Opcode::Native, 0, native);
  e.emit(Opcode::Return, 0, f.result_words);
}

// ---------------------------------------------------------------- statements

void Lowering::statements(const std::vector<Stmt*>& list) {
  for (const Stmt* s : list) statement(s);
}

void Lowering::block(const BlockStmt* s) {
  const Reg mark = regs.top();
  const std::size_t locals = f.locals.size();
  statements(s->statements);
  for (std::size_t i = locals; i < f.locals.size(); ++i)
    if (f.locals[i].to_pc == kNone) f.locals[i].to_pc = e.pc();
  regs.release(mark);
}

void Lowering::statement(const Stmt* s) {
  const Stmt* label = labeled_;
  labeled_ = nullptr;
  switch (s->kind) {
    case StmtKind::Block:
      return block(as<BlockStmt>(s));
    case StmtKind::Empty:
    case StmtKind::Bad:
      return;
    case StmtKind::Labeled:
      e.bind(gotos_[s]);
      labeled_ = s;
      return statement(as<LabeledStmt>(s)->body);
    default:
      break;
  }
  (void)label;
  e.begin_statement(s->pos);
  switch (s->kind) {
    case StmtKind::Decl: {
      const GenDecl* decl = as<DeclStmt>(s)->decl;
      if (decl->token == Token::Var) variables(decl);
      return;
    }
    case StmtKind::Expr: {
      const Reg mark = regs.top();
      expr(as<ExprStmt>(s)->x);
      return regs.release(mark);
    }
    case StmtKind::Send: {
      const auto* send = as<SendStmt>(s);
      const Reg mark = regs.top();
      Type* element = underlying(send->channel->type)->element;
      const Reg c = expr(send->channel);
      const Reg v = value(send->value, element);
      e.set_place(send->pos);
      const uint32_t pc = e.emit(Opcode::Send, c, v, words(element));
      e.name_operand(pc, operand_text(send->channel));
      return regs.release(mark);
    }
    case StmtKind::IncDec: {
      const auto* inc = as<IncDecStmt>(s);
      const Reg mark = regs.top();
      const Place p = place(inc->x);
      const int by = inc->op == Token::Inc ? 1 : -1;
      if (kind_of(inc->x->type) == Kind::Float64 || kind_of(inc->x->type) == Kind::Float32) {
        const Reg old = load(p, allocate(inc->x->type));
        Constant one = make_integer(Int128{by});
        const Reg delta = constant(to_float(one), inc->x->type, kNoReg);
        arithmetic(Token::Add, inc->x->type, old, delta, inc->x->type, old);
        store(p, old);
      } else if (p.kind == Place::Kind::Register) {
        e.emit(Opcode::AddImm, p.base, p.base, static_cast<uint16_t>(static_cast<int16_t>(by)));
        normalise(p.base, inc->x->type);
      } else {
        const Reg r = load(p, regs.allocate_word());
        e.emit(Opcode::AddImm, r, r, static_cast<uint16_t>(static_cast<int16_t>(by)));
        normalise(r, inc->x->type);
        store(p, r);
      }
      return regs.release(mark);
    }
    case StmtKind::Assign: {
      const auto* a = as<AssignStmt>(s);
      if (a->op == Token::Define) return define(a);
      if (a->op == Token::Assign) return assign(a);
      return assign_operation(a);
    }
    case StmtKind::Go:
      return start(as<GoStmt>(s)->call, false);
    case StmtKind::Defer:
      return start(as<DeferStmt>(s)->call, true);
    case StmtKind::Return:
      return return_results(as<ReturnStmt>(s));
    case StmtKind::Branch:
      return branch(as<BranchStmt>(s));
    case StmtKind::If:
      return if_statement(as<IfStmt>(s));
    case StmtKind::Switch:
      return switch_statement(as<SwitchStmt>(s));
    case StmtKind::TypeSwitch:
      return type_switch(as<TypeSwitchStmt>(s));
    case StmtKind::Select:
      return select_statement(as<SelectStmt>(s));
    case StmtKind::For:
      return for_statement(as<ForStmt>(s));
    case StmtKind::Range:
      return range_statement(as<RangeStmt>(s));
    default:
      return;
  }
}

void Lowering::variables(const GenDecl* decl) {
  for (const ValueSpec* spec : decl->values) {
    if (spec->values.empty()) {
      for (const Ident* name : spec->names) declare(name->object, kNoReg);
      continue;
    }
    if (spec->values.size() == spec->names.size()) {
      // All values before the first name: a name may hide what a value reads.
      const bool single = spec->names.size() == 1;
      std::vector<Reg> values;
      for (std::size_t i = 0; i < spec->names.size(); ++i) {
        const Object* object = spec->names[i]->object;
        Type* type = object != nullptr ? object->type : spec->values[i]->type;
        values.push_back(fresh(spec->values[i], type));
        if (single && object != nullptr && !needs_cell(object)) {
          declare_in_place(object, values[0]);
          values.clear();
          break;
        }
      }
      for (std::size_t i = 0; i < values.size(); ++i) declare(spec->names[i]->object, values[i]);
      continue;
    }
    // var a, b = f(), or a comma-ok form.
    const Expr* only = unparen(spec->values[0]);
    std::vector<std::pair<Type*, Reg>> parts;
    if (only->comma_ok) {
      const Reg ok = regs.allocate_word();
      parts.emplace_back(only->type, comma_ok(only, allocate(only->type), ok));
      parts.emplace_back(m.context.universe().basic(BasicKind::Bool), ok);
    } else {
      Reg r = call_results(as<CallExpr>(only));
      for (const Variable& v : only->type->fields) {
        parts.emplace_back(v.type, r);
        r += words(v.type);
      }
    }
    for (std::size_t i = 0; i < parts.size() && i < spec->names.size(); ++i) {
      const Object* object = spec->names[i]->object;
      if (object != nullptr)
        declare(object, convert(parts[i].second, parts[i].first, object->type, kNoReg));
    }
  }
}

// ---------------------------------------------------------------- assignment

void Lowering::put_expr(const Expr* lhs, bool declares, Type* source, Reg from) {
  if (is_blank(lhs)) return;
  if (declares) {
    const Object* object = as<Ident>(lhs)->object;
    return declare(object, convert(from, source, object->type, kNoReg));
  }
  const Reg mark = regs.top();
  const Place p = place(lhs);
  store(p, convert(from, source, p.type, kNoReg));
  regs.release(mark);
}

void Lowering::assign_tuple(const std::vector<Expr*>& lhs, const AssignStmt* s) {
  const auto declares = [s](std::size_t i) {
    return s->op == Token::Define && i < s->declares.size() && s->declares[i];
  };
  const Expr* only = unparen(s->rhs[0]);
  std::vector<Place> places(lhs.size());
  for (std::size_t i = 0; i < lhs.size(); ++i)
    if (!is_blank(lhs[i]) && !declares(i)) places[i] = place(lhs[i]);
  std::vector<std::pair<Type*, Reg>> parts;
  if (only->comma_ok) {
    const Reg ok = regs.allocate_word();
    parts.emplace_back(only->type, comma_ok(only, allocate(only->type), ok));
    parts.emplace_back(m.context.universe().basic(BasicKind::Bool), ok);
  } else {
    Reg r = call_results(as<CallExpr>(only));
    for (const Variable& v : only->type->fields) {
      parts.emplace_back(v.type, r);
      r += words(v.type);
    }
  }
  for (std::size_t i = 0; i < lhs.size(); ++i) {
    if (is_blank(lhs[i])) continue;
    if (declares(i))
      put_expr(lhs[i], true, parts[i].first, parts[i].second);
    else
      store(places[i], convert(parts[i].second, parts[i].first, places[i].type, kNoReg));
  }
}

void Lowering::define(const AssignStmt* s) {
  if (s->rhs.size() == 1 && s->lhs.size() > 1) {
    // New variables stay, what is only in between does not matter: the frame keeps it until the
    // block ends.
    return assign_tuple(s->lhs, s);
  }
  if (s->lhs.size() == 1) {
    const Object* object = is_blank(s->lhs[0]) ? nullptr : as<Ident>(s->lhs[0])->object;
    if (object == nullptr) {
      const Reg mark = regs.top();
      expr(s->rhs[0]);
      return regs.release(mark);
    }
    if (!needs_cell(object)) {
      const Reg reg = fresh(s->rhs[0], object->type);
      const Expr* made = unparen(s->rhs[0]);
      if (made->kind == ExprKind::Call && as<CallExpr>(made)->builtin == BuiltinId::Make) {
        const uint32_t pc = e.pc() >= 2 ? e.pc() - 2 : 0;
        if (f.code[pc].op == Opcode::MakeChan) e.name_operand(pc, object->name);
      }
      return declare_in_place(object, reg);
    }
    const Reg mark = regs.top();
    (void)mark;
    const Reg from = value(s->rhs[0], object->type);
    return declare(object, from);
  }
  std::vector<Reg> values;
  std::vector<Type*> types;
  for (std::size_t i = 0; i < s->rhs.size(); ++i) {
    const Object* object = is_blank(s->lhs[i]) ? nullptr : as<Ident>(s->lhs[i])->object;
    types.push_back(object != nullptr ? object->type : s->rhs[i]->type);
    values.push_back(fresh(s->rhs[i], types.back()));
  }
  for (std::size_t i = 0; i < s->lhs.size(); ++i)
    put_expr(s->lhs[i], s->declares[i], types[i], values[i]);
}

void Lowering::assign(const AssignStmt* s) {
  const Reg mark = regs.top();
  if (s->rhs.size() == 1 && s->lhs.size() > 1) {
    assign_tuple(s->lhs, s);
    return regs.release(mark);
  }
  if (s->lhs.size() == 1) {
    if (is_blank(s->lhs[0])) {
      expr(s->rhs[0]);
      return regs.release(mark);
    }
    const Place p = place(s->lhs[0]);
    const bool plain_call = unparen(s->rhs[0])->kind == ExprKind::Call;
    if (p.kind == Place::Kind::Register && !plain_call && words(p.type) == 1 &&
        unparen(s->rhs[0])->kind != ExprKind::Binary) {
      value(s->rhs[0], p.type, p.base);
    } else if (p.kind == Place::Kind::Register && words(p.type) == 1 &&
               unparen(s->rhs[0])->kind == ExprKind::Binary &&
               as<BinaryExpr>(unparen(s->rhs[0]))->op != Token::LAnd &&
               as<BinaryExpr>(unparen(s->rhs[0]))->op != Token::LOr) {
      // The operands are read before the result is written.
      value(s->rhs[0], p.type, p.base);
    } else {
      store(p, value(s->rhs[0], p.type));
      const Expr* made = unparen(s->rhs[0]);
      if (made->kind == ExprKind::Call && as<CallExpr>(made)->builtin == BuiltinId::Make)
        for (uint32_t pc = e.pc(); pc-- > 0 && e.pc() - pc < 6;)
          if (f.code[pc].op == Opcode::MakeChan &&
              (f.operands.empty() || f.operands.back().pc < pc)) {
            e.name_operand(pc, operand_text(s->lhs[0]));
            break;
          }
    }
    return regs.release(mark);
  }
  // Operands of index and pointer expressions on the left first, then the values, then the
  // assignments.
  std::vector<Place> places;
  for (const Expr* lhs : s->lhs) {
    Place p = is_blank(lhs) ? Place{} : place(lhs);
    // What the place is reached through must not change meanwhile.
    if (p.kind == Place::Kind::Memory || p.kind == Place::Kind::SliceElement ||
        p.kind == Place::Kind::MapEntry) {
      const uint32_t size = p.kind == Place::Kind::SliceElement ? 2 : 1;
      if (regs.is_variable(p.base, size)) {
        const Expr* bare = unparen(lhs);
        if (!(bare->kind == ExprKind::Ident)) {
          const Reg copy = regs.allocate(size, {0});
          move(copy, p.base, size);
          p.base = copy;
        }
      }
      if (p.kind == Place::Kind::SliceElement && regs.is_variable(p.index, 1)) {
        const Reg copy = regs.allocate_word();
        move(copy, p.index, 1);
        p.index = copy;
      }
    }
    places.push_back(p);
  }
  std::vector<Reg> values;
  for (std::size_t i = 0; i < s->rhs.size(); ++i)
    values.push_back(
        fresh(s->rhs[i], places[i].kind == Place::Kind::Blank ? s->rhs[i]->type : places[i].type));
  for (std::size_t i = 0; i < s->lhs.size(); ++i) store(places[i], values[i]);
  regs.release(mark);
}

void Lowering::assign_operation(const AssignStmt* s) {
  const Reg mark = regs.top();
  const Expr* lhs = s->lhs[0];
  const Expr* rhs = s->rhs[0];
  const Place p = place(lhs);
  if (p.kind == Place::Kind::Register) {
    int64_t n = 0;
    const bool integer = kind_of(lhs->type) >= Kind::Int && kind_of(lhs->type) <= Kind::Uintptr;
    if (integer && (s->op == Token::Add || s->op == Token::Sub) && rhs->constant != nullptr &&
        int64_value(*rhs->constant, &n) && n > -32000 && n < 32000) {
      e.emit(Opcode::AddImm, p.base, p.base,
             static_cast<uint16_t>(static_cast<int16_t>(s->op == Token::Add ? n : -n)));
      normalise(p.base, lhs->type);
    } else {
      const Reg y = expr(rhs);
      e.set_place(s->op_pos);
      arithmetic(s->op, lhs->type, p.base, y, rhs->type, p.base);
    }
    return regs.release(mark);
  }
  const Reg old = load(p, allocate(lhs->type));
  const Reg y = expr(rhs);
  e.set_place(s->op_pos);
  arithmetic(s->op, lhs->type, old, y, rhs->type, old);
  store(p, old);
  regs.release(mark);
}

// ---------------------------------------------------------------- return, branches

void Lowering::return_results(const ReturnStmt* s) {
  const Reg mark = regs.top();
  const auto& results = signature_->results;
  if (s->results.empty()) {
    emit_return();
    return regs.release(mark);
  }
  // The values, converted, in registers of their own one after the other.
  const Expr* only = unparen(s->results[0]);
  const bool spreads = s->results.size() == 1 && results.size() != 1;
  const bool direct = !has_defer_;
  if (!spreads && direct && results.size() == 1) {
    const Reg r = value(s->results[0], results[0].type);
    e.emit(Opcode::Return, r, f.result_words);
    return regs.release(mark);
  }
  Reg from = spreads ? call_results(as<CallExpr>(only)) : 0;
  std::vector<Reg> values;
  for (const Variable& v : results) values.push_back(allocate(v.type));
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!spreads) {
      value(s->results[i], results[i].type, values[i]);
      continue;
    }
    Type* source = only->type->fields[i].type;
    convert(from, source, results[i].type, values[i]);
    from += words(source);
  }
  if (direct) {
    e.emit(Opcode::Return, values.empty() ? 0 : values[0], f.result_words);
    return regs.release(mark);
  }
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results_[i] != nullptr)
      store(variable(results_[i]), values[i]);
    else if (result_regs_[i] != kNoReg)
      move(result_regs_[i], values[i], words(results[i].type));
  }
  emit_return();
  regs.release(mark);
}

void Lowering::branch(const BranchStmt* s) {
  if (s->op == Token::Goto) return e.jump(gotos_[s->target]);
  if (s->op == Token::Fallthrough) {
    if (fallthrough_ != nullptr) e.jump(*fallthrough_);
    return;
  }
  for (std::size_t i = targets_.size(); i-- > 0;) {
    if (targets_[i].statement != s->target) continue;
    return e.jump(s->op == Token::Break ? *targets_[i].leave : *targets_[i].again);
  }
}

void Lowering::if_statement(const IfStmt* s) {
  const Reg mark = regs.top();
  if (s->init != nullptr) statement(s->init);
  if (s->init != nullptr) e.begin_statement(s->pos);
  Label otherwise, done;
  const Reg inner = regs.top();
  condition(s->condition, false, otherwise);
  regs.release(inner);
  block(s->then);
  if (s->otherwise != nullptr) {
    if (reachable()) e.jump(done);
    e.bind(otherwise);
    statement(s->otherwise);
    e.bind(done);
  } else {
    e.bind(otherwise);
  }
  regs.release(mark);
}

void Lowering::for_statement(const ForStmt* s) {
  const Reg mark = regs.top();
  if (s->init != nullptr) statement(s->init);
  Label top, again, done, test;
  // The condition stands below the body: one jump an iteration.
  if (s->condition != nullptr) e.jump(test);
  e.bind(top);
  targets_.push_back({s, &done, &again});
  block(s->body);
  targets_.pop_back();
  e.bind(again);
  // Each iteration has its own variables: the next one starts with a copy. (Go 1.22.)
  for (const Object* object : s->loop_variables) {
    const Home& home = homes_.at(object);
    if (!home.cell || !(object->captured || object->address_taken)) continue;
    const Reg inner = regs.top();
    const Reg copy =
        load({Place::Kind::Memory, object->type, home.reg, 0, 0, nullptr}, allocate(object->type));
    e.emit_wide(Opcode::New, home.reg, static_cast<uint32_t>(m.layout.id(object->type)));
    store({Place::Kind::Memory, object->type, home.reg, 0, 0, nullptr}, copy);
    regs.release(inner);
  }
  if (s->post != nullptr) statement(s->post);
  e.bind(test);
  if (s->condition != nullptr) {
    e.begin_statement(s->condition->pos);
    condition(s->condition, true, top);
  } else {
    e.jump(top);
  }
  e.bind(done);
  regs.release(mark);
}

// ---------------------------------------------------------------- range

void Lowering::range_variable(const RangeStmt* s, const Expr* lhs, Type* type, Reg from) {
  if (is_blank(lhs)) return;
  if (s->op == Token::Define) return declare(as<Ident>(lhs)->object, from);
  const Reg mark = regs.top();
  const Place p = place(lhs);
  store(p, convert(from, type, p.type, kNoReg));
  regs.release(mark);
}

void Lowering::range_body(const RangeStmt* s, Label& next, Label& done) {
  targets_.push_back({s, &done, &next});
  block(s->body);
  targets_.pop_back();
}

void Lowering::range_statement(const RangeStmt* s) {
  const Reg mark = regs.top();
  Type* type = underlying(s->x->type);
  switch (type->kind) {
    case TypeKind::Map:
      range_map(s, type);
      break;
    case TypeKind::Chan:
      range_channel(s, type);
      break;
    case TypeKind::Signature:
      unsupported(s->pos, "range over a function");
      break;
    default:
      if (kind_of(type) == Kind::String)
        range_string(s);
      else
        range_counted(s, type);
      break;
  }
  regs.release(mark);
}

// Integers, slices, arrays and pointers to arrays: an index that counts up.
void Lowering::range_counted(const RangeStmt* s, Type* type) {
  Type* int_type = m.context.universe().basic(BasicKind::Int);
  const bool over_integer = type->kind == TypeKind::Basic;
  const bool over_slice = type->kind == TypeKind::Slice;
  Reg length = 0;
  Place whole;
  Type* element = nullptr;
  if (over_integer) {
    length = fresh(s->x, s->key != nullptr && !is_blank(s->key) ? s->key->type : s->x->type);
  } else if (over_slice) {
    const Reg slice = fresh(s->x, s->x->type);
    whole = {Place::Kind::SliceElement, type->element, slice, 0, 0, nullptr};
    element = type->element;
    length = regs.allocate_word();
    e.emit(Opcode::SliceLen, length, slice);
  } else {
    Type* array = type->kind == TypeKind::Pointer ? underlying(type->element) : type;
    element = array->element;
    if (!is_blank(s->value)) {
      const Reg pointer = regs.allocate(1, {0});
      if (type->kind == TypeKind::Pointer) {
        move(pointer, expr(s->x), 1);
      } else {
        // The range is over a copy of the array.
        e.emit_wide(Opcode::New, pointer, static_cast<uint32_t>(m.layout.id(s->x->type)));
        const Reg inner = regs.top();
        store({Place::Kind::Memory, s->x->type, pointer, 0, 0, nullptr}, expr(s->x));
        regs.release(inner);
      }
      whole = {Place::Kind::Memory, element, pointer, 0, 0, nullptr};
    } else if (s->x->mode != Mode::Variable) {
      const Reg inner = regs.top();
      expr(s->x);
      regs.release(inner);
    }
    length = number(array->length);
  }
  const Reg index = number(0);
  Label top, next, done, test;
  e.jump(test);
  e.bind(top);
  const Reg iteration = regs.top();
  range_variable(s, s->key,
                 over_integer && s->key != nullptr && !is_blank(s->key) ? s->key->type : int_type,
                 index);
  if (!is_blank(s->value)) {
    const Reg v = allocate(element);
    if (over_slice) {
      Place p = whole;
      p.index = index;
      load(p, v);
    } else {
      const Reg p = regs.allocate(1, {0});
      const uint32_t limit = m.constant_index(static_cast<Word>(
          type->kind == TypeKind::Pointer ? underlying(type->element)->length : type->length));
      e.emit(Opcode::ElementAddress, p, whole.base, index);
      e.extend(words(element), limit & 0xffff, limit >> 16);
      load({Place::Kind::Memory, element, p, 0, 0, nullptr}, v);
    }
    range_variable(s, s->value, element, v);
  }
  range_body(s, next, done);
  regs.release(iteration);
  e.bind(next);
  e.begin_statement(s->pos);
  e.emit(Opcode::AddImm, index, index, 1);
  e.bind(test);
  e.jump_compare(Opcode::JumpLess, index, length, top);
  e.bind(done);
}

void Lowering::range_string(const RangeStmt* s) {
  Type* int_type = m.context.universe().basic(BasicKind::Int);
  const Reg text = fresh(s->x, s->x->type);
  const Reg length = regs.allocate_word();
  e.emit(Opcode::StringLen, length, text);
  const Reg index = number(0);
  const Reg rune = regs.allocate(2, {});
  Label top, next, done, test;
  e.jump(test);
  e.bind(top);
  const Reg iteration = regs.top();
  e.emit(Opcode::StringRune, rune, text, index);
  range_variable(s, s->key, int_type, index);
  range_variable(s, s->value, m.context.universe().rune(), rune);
  range_body(s, next, done);
  regs.release(iteration);
  e.bind(next);
  e.begin_statement(s->pos);
  e.emit(Opcode::Add, index, index, rune + 1);
  e.bind(test);
  e.jump_compare(Opcode::JumpLess, index, length, top);
  e.bind(done);
}

void Lowering::range_map(const RangeStmt* s, Type* type) {
  const Reg map = fresh(s->x, s->x->type);
  const Reg iterator = regs.allocate(1, {0});
  e.emit(Opcode::MapIterate, iterator, map);
  Label next, done;
  e.bind(next);
  const Reg iteration = regs.top();
  const Reg key = is_blank(s->key) ? kNoReg : allocate(type->key);
  const Reg val = is_blank(s->value) ? kNoReg : allocate(type->element);
  e.begin_statement(s->pos);
  e.map_next(iterator, key == kNoReg ? 0xffff : key, val == kNoReg ? 0xffff : val,
             m.layout.id(s->x->type), done);
  range_variable(s, s->key, type->key, key);
  range_variable(s, s->value, type->element, val);
  range_body(s, next, done);
  regs.release(iteration);
  if (reachable()) e.jump(next);
  e.bind(done);
}

void Lowering::range_channel(const RangeStmt* s, Type* type) {
  const Reg channel = fresh(s->x, s->x->type);
  const Reg ok = regs.allocate_word();
  Label next, done;
  e.bind(next);
  const Reg iteration = regs.top();
  const uint32_t count = words(type->element);
  const Reg v = is_blank(s->key) || count == 0 ? kNoReg : allocate(type->element);
  e.begin_statement(s->pos);
  const uint32_t pc = e.emit(Opcode::Receive, v == kNoReg ? 0xffff : v, channel, ok);
  e.extend(count);
  e.name_operand(pc, operand_text(s->x));
  e.jump_if(Opcode::JumpIfNot, ok, done);
  if (!is_blank(s->key)) range_variable(s, s->key, type->element, v == kNoReg ? regs.top() : v);
  range_body(s, next, done);
  regs.release(iteration);
  if (reachable()) e.jump(next);
  e.bind(done);
}

// ---------------------------------------------------------------- switch

void Lowering::clause_bodies(const std::vector<CaseClause*>& clauses, std::vector<Label>& labels,
                             const Stmt* s, Label& done) {
  targets_.push_back({s, &done, nullptr});
  Label* outer = fallthrough_;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    e.bind(labels[i]);
    fallthrough_ = i + 1 < clauses.size() ? &labels[i + 1] : nullptr;
    const Reg mark = regs.top();
    statements(clauses[i]->body);
    regs.release(mark);
    if (reachable()) e.jump(done);
  }
  fallthrough_ = outer;
  targets_.pop_back();
}

void Lowering::switch_statement(const SwitchStmt* s) {
  const Reg mark = regs.top();
  if (s->init != nullptr) statement(s->init);
  Type* tag_type = nullptr;
  Reg tag = 0;
  if (s->tag != nullptr) {
    tag_type = s->tag->type;
    tag = fresh(s->tag, tag_type);
  }
  std::vector<Label> labels(s->clauses.size());
  Label done;
  std::size_t fallback = s->clauses.size();
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    if (s->clauses[i]->is_default) fallback = i;
    for (const Expr* v : s->clauses[i]->values) {
      e.begin_statement(v->pos);
      if (s->tag == nullptr) {
        condition(v, true, labels[i]);
        continue;
      }
      const Reg inner = regs.top();
      const bool boxed =
          is_interface(tag_type) != is_interface(v->type) && v->mode != Mode::NilValue;
      Type* common = boxed && is_interface(v->type) ? v->type : tag_type;
      const Reg left = convert(tag, tag_type, common, kNoReg);
      const Reg right = value(v, common);
      const Reg same = regs.allocate_word();
      Type* under = underlying(common);
      const Kind kind = kind_of(under);
      if (kind == Kind::String)
        e.emit(Opcode::StringEqual, same, left, right);
      else if (kind == Kind::Float64 || kind == Kind::Float32)
        e.emit(Opcode::FloatEqual, same, left, right);
      else if (under->kind == TypeKind::Struct || under->kind == TypeKind::Array ||
               under->kind == TypeKind::Interface) {
        e.emit(Opcode::EqualTyped, same, left, right);
        e.extend_type(m.layout.id(common));
      } else {
        e.emit(Opcode::Equal, same, left, right);
      }
      e.jump_if(Opcode::JumpIf, same, labels[i]);
      regs.release(inner);
    }
  }
  e.jump(fallback < labels.size() ? labels[fallback] : done);
  clause_bodies(s->clauses, labels, s, done);
  e.bind(done);
  regs.release(mark);
}

void Lowering::type_switch(const TypeSwitchStmt* s) {
  const Reg mark = regs.top();
  if (s->init != nullptr) statement(s->init);
  const Reg x = fresh(s->x, s->x->type);
  std::vector<Label> labels(s->clauses.size());
  Label done;
  std::size_t fallback = s->clauses.size();
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    if (s->clauses[i]->is_default) fallback = i;
    for (const Expr* v : s->clauses[i]->values) {
      e.begin_statement(v->pos);
      const Reg inner = regs.top();
      const Reg fits = regs.allocate_word();
      if (v->mode == Mode::NilValue ||
          (v->kind == ExprKind::Ident && as<Ident>(v)->object != nullptr &&
           as<Ident>(v)->object->kind == ObjectKind::Nil)) {
        const Reg nil = number(0);
        e.emit(Opcode::Equal, fits, x, nil);
      } else {
        e.emit(Opcode::IsType, fits, x);
        e.extend_type(m.layout.id(v->type));
      }
      e.jump_if(Opcode::JumpIf, fits, labels[i]);
      regs.release(inner);
    }
  }
  e.jump(fallback < labels.size() ? labels[fallback] : done);
  targets_.push_back({s, &done, nullptr});
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    const CaseClause* clause = s->clauses[i];
    e.bind(labels[i]);
    const Reg inner = regs.top();
    if (const Object* object = clause->implicit; object != nullptr) {
      if (is_interface(object->type)) {
        declare(object, x);
      } else {
        const Reg v = allocate(object->type);
        e.emit(Opcode::AssertType, v, x, 0xffff);
        e.extend_type(m.layout.id(object->type));
        e.extend_type(m.layout.id(s->x->type));
        declare(object, v);
      }
    }
    statements(clause->body);
    regs.release(inner);
    if (reachable()) e.jump(done);
  }
  targets_.pop_back();
  e.bind(done);
  regs.release(mark);
}

// ---------------------------------------------------------------- select

void Lowering::select_statement(const SelectStmt* s) {
  const Reg mark = regs.top();
  struct Case {
    const CommClause* clause = nullptr;
    const UnaryExpr* receive = nullptr;
    bool is_send = false;
    Reg channel = 0, value = kNoReg, ok = kNoReg;
    uint32_t words = 0;
    std::string name;
  };
  std::vector<Case> cases;
  const CommClause* fallback = nullptr;
  for (const CommClause* clause : s->clauses) {
    if (clause->comm == nullptr) {
      fallback = clause;
      continue;
    }
    Case c;
    c.clause = clause;
    if (clause->comm->kind == StmtKind::Send) {
      const auto* send = as<SendStmt>(clause->comm);
      Type* element = underlying(send->channel->type)->element;
      c.is_send = true;
      c.channel = fresh(send->channel, send->channel->type);
      c.value = fresh(send->value, element);
      c.words = words(element);
      c.name = operand_text(send->channel);
    } else {
      const Expr* x = clause->comm->kind == StmtKind::Expr ? as<ExprStmt>(clause->comm)->x
                                                           : as<AssignStmt>(clause->comm)->rhs[0];
      c.receive = as<UnaryExpr>(unparen(x));
      Type* element = underlying(c.receive->x->type)->element;
      c.channel = fresh(c.receive->x, c.receive->x->type);
      c.words = words(element);
      c.name = operand_text(c.receive->x);
      if (clause->comm->kind == StmtKind::Assign) {
        c.value = allocate(element);
        if (as<AssignStmt>(clause->comm)->lhs.size() > 1) c.ok = regs.allocate_word();
      }
    }
    cases.push_back(c);
  }
  const Reg index = regs.allocate_word();
  e.set_place(s->pos);
  const uint32_t pc = e.emit(Opcode::Select, index, static_cast<uint32_t>(cases.size()),
                             fallback != nullptr ? 1 : 0);
  std::string names;
  for (const Case& c : cases) {
    const bool has_value = c.value != kNoReg && c.words != 0;
    f.code.push_back({c.is_send ? Opcode::SelectSend : Opcode::SelectReceive,
                      static_cast<uint16_t>(c.channel),
                      static_cast<uint16_t>(has_value || c.is_send ? c.value : 0xffff),
                      static_cast<uint16_t>(c.ok == kNoReg ? 0xffff : c.ok)});
    e.extend(c.words);
    names += (names.empty() ? "" : ", ") + c.name;
  }
  e.name_operand(pc, names);
  std::vector<Label> labels(cases.size());
  for (std::size_t i = 0; i + (fallback == nullptr ? 1 : 0) < cases.size(); ++i)
    e.jump_compare(Opcode::JumpEqualImm, index, static_cast<uint32_t>(i), labels[i]);
  Label done;
  targets_.push_back({s, &done, nullptr});
  const auto run = [&](const CommClause* clause, const Case* c) {
    const Reg inner = regs.top();
    if (c != nullptr && clause->comm->kind == StmtKind::Assign) {
      const auto* a = as<AssignStmt>(clause->comm);
      e.begin_statement(clause->comm->pos);
      const auto declares = [a](std::size_t i) {
        return a->op == Token::Define && i < a->declares.size() && a->declares[i];
      };
      put_expr(a->lhs[0], declares(0), underlying(c->receive->x->type)->element, c->value);
      if (a->lhs.size() > 1)
        put_expr(a->lhs[1], declares(1), m.context.universe().basic(BasicKind::Bool), c->ok);
    }
    statements(clause->body);
    regs.release(inner);
    if (reachable()) e.jump(done);
  };
  if (fallback != nullptr) {
    run(fallback, nullptr);
  } else if (!cases.empty()) {
    e.bind(labels.back());
    run(cases.back().clause, &cases.back());
  } else {
    e.emit(Opcode::Unreachable);
  }
  for (std::size_t i = 0; i + (fallback == nullptr ? 1 : 0) < cases.size(); ++i) {
    e.bind(labels[i]);
    run(cases[i].clause, &cases[i]);
  }
  targets_.pop_back();
  e.bind(done);
  regs.release(mark);
}

}  // namespace gopark::lang
