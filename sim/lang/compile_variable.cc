// Local variables: in registers, or in a heap cell where something else can see them change.
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

// Larger variables go to a cell, so that frames stay small.
constexpr uint32_t kMaxRegisterWords = 64;

}  // namespace

// An array whose elements are of several words is not indexed in registers: its parts would need
// two steps.
bool FunctionCompiler::has_nested_array(const Type* type) {
  const Type* u = under(type);
  if (u->kind == TypeKind::Array) {
    const Kind element = kind_of(u->element);
    return element == Kind::Struct || element == Kind::Array;
  }
  if (u->kind != TypeKind::Struct) return false;
  for (const Variable& field : u->fields) {
    if (has_nested_array(field.type)) return true;
  }
  return false;
}

bool FunctionCompiler::needs_cell(const Object* variable) {
  if (variable->address_taken) return true;
  // A return statement assigns results without naming them.
  if (variable->captured && (variable->reassigned || variable->is_result)) return true;
  return words(variable->type) > kMaxRegisterWords || has_nested_array(variable->type);
}

FunctionCompiler::Home* FunctionCompiler::home_of(const Object* variable) {
  const auto found = homes_.find(variable);
  return found == homes_.end() ? nullptr : &found->second;
}

void FunctionCompiler::check_size(const Type* type) {
  if (layout().is_too_large(type))
    refuse(code_.place(), "type " + runtime_name(type) + " is too large for the simulator");
}

void FunctionCompiler::bind(const Object* variable, Reg reg, bool cell) {
  homes_[variable] = Home{reg, cell};
  registers_.set_variable(reg, cell ? 1 : words(variable->type));
  LocalVariable local;
  local.name = variable->name;
  local.type = layout().id(variable->type);
  local.slot = reg;
  local.from_pc = code_.pc();
  local.in_cell = cell;
  open_locals_.push_back(function_.locals.size());
  function_.locals.push_back(std::move(local));
}

FunctionCompiler::ScopeMark FunctionCompiler::open_scope() const {
  return ScopeMark{registers_.top(), open_locals_.size()};
}

void FunctionCompiler::close_scope(ScopeMark mark) {
  for (; open_locals_.size() > mark.locals; open_locals_.pop_back())
    function_.locals[open_locals_.back()].to_pc = code_.pc();
  registers_.release(mark.registers);
}

void FunctionCompiler::declare_zero(const Object* variable) {
  if (variable == nullptr || variable->name == "_") return;
  check_size(variable->type);
  if (needs_cell(variable)) {
    const Reg cell = allocate_reference();
    code_.emit_wide(Opcode::New, cell, static_cast<uint32_t>(layout().id(variable->type)));
    return bind(variable, cell, true);
  }
  const Reg reg = allocate(variable->type);
  zero(reg, words(variable->type));
  bind(variable, reg, false);
}

void FunctionCompiler::declare_from(const Object* variable, Reg value) {
  if (variable == nullptr || variable->name == "_") return;
  check_size(variable->type);
  if (!needs_cell(variable)) {
    const Reg reg = allocate(variable->type);
    move(reg, value, words(variable->type));
    return bind(variable, reg, false);
  }
  const Reg cell = allocate_reference();
  code_.emit_wide(Opcode::New, cell, static_cast<uint32_t>(layout().id(variable->type)));
  bind(variable, cell, true);
  store(locate_variable(variable), value);
}

void FunctionCompiler::adopt(const Object* variable, Reg value) {
  if (variable == nullptr || variable->name == "_") return;
  if (needs_cell(variable)) return declare_from(variable, value);
  bind(variable, value, false);
}

void FunctionCompiler::declare_expr(const Object* variable, const Expr* value) {
  if (variable == nullptr || variable->name == "_") {
    TempScope temps(*this);
    if (value->mode != Mode::Constant) this->value(value, value->type);
    return;
  }
  check_size(variable->type);
  if (!needs_cell(variable)) {
    const Reg reg = allocate(variable->type);
    value_to(value, variable->type, reg);
    return bind(variable, reg, false);
  }
  const Reg cell = allocate_reference();
  {
    TempScope temps(*this);
    if (is_large(variable->type)) {
      code_.emit_wide(Opcode::New, cell, static_cast<uint32_t>(layout().id(variable->type)));
      Location place = in_memory(cell, variable->type);
      place.known_non_nil = true;
      element_in_memory(value, variable->type, place);
    } else {
      const Reg reg = this->value(value, variable->type);
      code_.emit_wide(Opcode::New, cell, static_cast<uint32_t>(layout().id(variable->type)));
      Location place = in_memory(cell, variable->type);
      place.known_non_nil = true;
      store_memory(place, reg);
    }
  }
  bind(variable, cell, true);
}

}  // namespace gopark::lang
