#include "sim/lang/compile_function.h"

#include <algorithm>

#include "sim/base/assert.h"

namespace gopark::lang {

FunctionCompiler::FunctionCompiler(ProgramCompiler& program, const FunctionRequest& request,
                                   JumpRange range)
    : program_(program), request_(request), code_(function_, registers_, range) {
  function_.name = request.name;
  function_.quiet = request.quietness.quiet;
  function_.unsynchronized = request.quietness.unsynchronized;
  function_.is_std = (request.package != nullptr && request.package->is_std) ||
                     program.files().files[position().file].is_std;
}

void FunctionCompiler::compile() {
  switch (request_.kind) {
    case BodyKind::Declaration:
      return declaration_body();
    case BodyKind::Literal:
      return literal_body();
    case BodyKind::Forward:
      return forward_body();
    case BodyKind::Builtin:
      return builtin_body();
    case BodyKind::Initialization:
      return initialization_body();
    case BodyKind::Entry:
      return entry_body();
  }
}

Function FunctionCompiler::take() {
  if (registers_.overflowed()) {
    refuse(position(), "function " + function_.name +
                           " is too large for the simulator: its variables and temporaries need "
                           "more than " +
                           std::to_string(kMaxFrameWords) + " words");
  }
  function_.frame_words = std::max(registers_.high_water(),
                                   std::max(function_.parameter_words, function_.result_words));
  for (const std::size_t open : open_locals_) function_.locals[open].to_pc = code_.pc();
  std::stable_sort(function_.locals.begin(), function_.locals.end(),
                   [](const LocalVariable& a, const LocalVariable& b) {
                     return a.from_pc != b.from_pc ? a.from_pc < b.from_pc : a.slot < b.slot;
                   });
  return std::move(function_);
}

Pos FunctionCompiler::position() const {
  if (request_.declaration != nullptr) return request_.declaration->pos;
  if (request_.literal != nullptr) return request_.literal->pos;
  if (request_.call != nullptr) return request_.call->pos;
  return code_.place();
}

void FunctionCompiler::declaration_body() {
  const FuncDecl* declaration = request_.declaration;
  const Type* signature = under(declaration->object->type);
  function_.file = declaration->pos.file;
  function_.line = declaration->pos.line;
  function_.end_line = declaration->end.line;
  if (declaration->body == nullptr) {
    bind_receiver_parameter();
    for (const Variable& parameter : signature->params) allocate(parameter.type);
    function_.parameter_words = registers_.top();
    function_.parameter_pointers = registers_.references(registers_.top());
    function_.result_words = signature_words(signature->results);
    return native_body(signature);
  }
  program_.name_literals(function_.name, Node{nullptr, declaration->body});
  begin_body(declaration->signature, signature, Node{nullptr, declaration->body});
  statements(declaration->body->statements);
  end_body(declaration->body);
}

void FunctionCompiler::literal_body() {
  const FuncLit* literal = request_.literal;
  if (literal->range != nullptr) return range_function_body(literal);
  function_.file = literal->pos.file;
  function_.line = literal->pos.line;
  function_.end_line = literal->end.line;
  begin_body(literal->signature, under(literal->type), Node{nullptr, literal->body});
  statements(literal->body->statements);
  end_body(literal->body);
}

// The name of the C++ function: that of the Go function, unless a comment says //gopark:native
// NAME.
void FunctionCompiler::native_body(const Type* signature) {
  constexpr std::string_view kDirective = "native ";
  const std::string& directive = request_.declaration->directive;
  const std::size_t at = directive.find(kDirective);
  const std::string name =
      at == std::string::npos ? function_.name : directive.substr(at + kDirective.size());
  code_.begin_statement(request_.declaration->pos);
  const uint32_t native = find_native(name);
  if (native == kNone)
    refuse(request_.declaration->pos, "function " + name + " is not part of the simulator");
  code_.emit_wide(Opcode::Native, 0, native);
  // From here on the results stand where the parameters stood.
  if (registers_.top() < function_.result_words)
    registers_.allocate(function_.result_words - registers_.top(), {});
  registers_.set_pointers(0, registers_.top(), {});
  uint32_t at_result = 0;
  for (const Variable& result : signature->results) {
    registers_.set_pointers(at_result, words(result.type), layout().pointers(result.type));
    at_result += words(result.type);
  }
  code_.emit(Opcode::Return, 0, function_.result_words);
}

void FunctionCompiler::begin_body(const FuncType* syntax, const Type* signature, Node body) {
  has_defer_ = has_defer(body) && range_body_of() == nullptr;
  code_.set_place(position());
  function_.result_words = signature_words(signature->results);
  bind_receiver_parameter();
  bind_parameters(syntax, signature);
  function_.parameter_words = registers_.top();
  function_.parameter_pointers = registers_.references(registers_.top());
  if (request_.literal != nullptr) load_captures(request_.literal);
  allocate_receiver_closure();
  bind_results(syntax, signature);
  if (request_.receiver.root != nullptr) bind_adapted_receiver();
  move_parameters_to_cells();
  if (syntax->frame != nullptr) {
    const Reg frame = allocate_word();
    code_.emit(Opcode::ThisFrame, frame);
    bind(syntax->frame, frame, false);
  }
}

void FunctionCompiler::end_body(const BlockStmt* body) {
  Pos brace = body->end;
  if (brace.column > 1) --brace.column;
  code_.begin_statement(brace);
  if (!code_.is_unreachable()) {
    if (function_.result_words != 0) {
      code_.emit(Opcode::Unreachable);
    } else {
      if (has_defer_) code_.emit(Opcode::RunDefers, registers_.top());
      code_.emit(Opcode::Return);
    }
  }
  if (has_defer_) finish_recovery(brace);
}

// After recover() the function returns what its results hold.
void FunctionCompiler::finish_recovery(Pos pos) {
  code_.set_place(pos);
  function_.recover_pc = code_.pc();
  code_.emit(Opcode::RunDefers, registers_.top());
  return_results();
}

// Null where a parameter has no name, or is `_`.
std::vector<const Ident*> FunctionCompiler::names_of(const std::vector<Field>& fields) const {
  std::vector<const Ident*> names;
  for (const Field& field : fields) {
    if (field.names.empty()) names.push_back(nullptr);
    for (const Ident* name : field.names)
      names.push_back(name->object == nullptr || name->name == "_" ? nullptr : name);
  }
  return names;
}

void FunctionCompiler::bind_receiver_parameter() {
  const Receiver& receiver = request_.receiver;
  if (receiver.root == nullptr) {
    if (request_.declaration == nullptr || request_.declaration->receiver.empty()) return;
    const Reg reg = allocate(receiver_type(request_.declaration->object));
    const std::vector<const Ident*> names = names_of(request_.declaration->receiver);
    if (!names.empty() && names[0] != nullptr) parameters_.emplace_back(names[0]->object, reg);
    return;
  }
  if (receiver.from == ReceiverFrom::Parameter) allocate(receiver.root);
  if (receiver.from == ReceiverFrom::Box) {
    if (words(receiver.root) == 1)
      allocate(receiver.root);
    else
      allocate_reference();
  }
}

void FunctionCompiler::bind_parameters(const FuncType* syntax, const Type* signature) {
  const RangeStmt* loop = range_body_of();
  const std::vector<const Ident*> names =
      loop != nullptr ? range_names(loop) : names_of(syntax->params);
  for (std::size_t n = 0; n < signature->params.size(); ++n) {
    check_size(signature->params[n].type);
    const Reg reg = allocate(signature->params[n].type);
    const Ident* name = n < names.size() ? names[n] : nullptr;
    if (name != nullptr) parameters_.emplace_back(name->object, reg);
  }
}

void FunctionCompiler::move_parameters_to_cells() {
  for (const auto& [object, reg] : parameters_) {
    if (!needs_cell(object)) {
      bind(object, reg, false);
      continue;
    }
    declare_from(object, reg);
  }
}

// Results live in variables where they have names, or where deferred calls may end the function.
// They count as references only once they hold zero: the frame may be looked at before.
void FunctionCompiler::bind_results(const FuncType* syntax, const Type* signature) {
  const std::vector<const Ident*> names = names_of(syntax->results);
  const bool named = !syntax->results.empty() && !syntax->results[0].names.empty();
  bool any_cell = false;
  for (std::size_t n = 0; n < signature->results.size(); ++n) {
    const Ident* name = n < names.size() ? names[n] : nullptr;
    Result result;
    result.type = signature->results[n].type;
    result.object = name == nullptr ? nullptr : name->object;
    if (!syntax->range_results.empty()) result.object = syntax->range_results[n];
    result.home.cell = result.object != nullptr && needs_cell(result.object);
    any_cell = any_cell || result.home.cell;
    results_.push_back(result);
  }
  if (!named && !has_defer_ && syntax->range_results.empty()) return;
  const Reg base = registers_.top();
  for (Result& result : results_) {
    result.home.reg = registers_.allocate(result.home.cell ? 1 : words(result.type), {});
  }
  if (registers_.top() != base) zero(base, registers_.top() - base);
  for (const Result& result : results_) {
    if (result.home.cell)
      registers_.set_pointers(result.home.reg, 1, {0});
    else
      registers_.set_pointers(result.home.reg, words(result.type), layout().pointers(result.type));
  }
  for (const Result& result : results_) {
    if (result.home.cell)
      code_.emit_wide(Opcode::New, result.home.reg,
                      static_cast<uint32_t>(layout().id(result.type)));
    if (result.object != nullptr) bind(result.object, result.home.reg, result.home.cell);
    if (!result.home.cell) registers_.set_variable(result.home.reg, words(result.type));
  }
  has_result_homes_ = true;
  if (!any_cell) result_base_ = base;
}

// Returns what the result variables hold.
void FunctionCompiler::return_results() {
  if (result_base_ != kNoReg || function_.result_words == 0) {
    code_.emit(Opcode::Return, function_.result_words == 0 ? 0 : result_base_,
               function_.result_words);
    return;
  }
  TempScope temps(*this);
  const Reg first = registers_.top();
  for (const Result& result : results_) {
    const Reg reg = allocate(result.type);
    if (result.home.cell) {
      Location cell = in_memory(result.home.reg, result.type);
      cell.known_non_nil = true;
      load_memory(cell, reg);
    } else {
      move(reg, result.home.reg, words(result.type));
    }
  }
  code_.emit(Opcode::Return, first, function_.result_words);
}

// Captured words are loaded once: afterwards each variable lives and dies on its own. The first
// variable of one word takes over the register of the closure itself.
void FunctionCompiler::load_captures(const FuncLit* literal) {
  if (literal->captures.empty()) return;
  struct Item {
    const Object* object;
    uint32_t offset;
    bool cell;
  };
  std::vector<Item> items;
  for (const Object* object : literal->captures) {
    const bool cell = needs_cell(object);
    const uint32_t offset = function_.capture_words;
    items.push_back(Item{object, offset, cell});
    if (cell) {
      function_.capture_pointers.push_back(offset);
    } else {
      for (const uint32_t pointer : layout().pointers(object->type))
        function_.capture_pointers.push_back(offset + pointer);
    }
    function_.capture_words += cell ? 1 : words(object->type);
  }
  if (function_.capture_words == 0) {
    for (const Item& item : items) bind(item.object, registers_.top(), false);
    return;
  }
  const Reg closure = allocate_reference();
  const Item* last = nullptr;
  for (const Item& item : items) {
    const uint32_t count = item.cell ? 1 : words(item.object->type);
    if (last == nullptr && count == 1) {
      last = &item;
      continue;
    }
    const Reg reg = item.cell ? allocate_reference() : allocate(item.object->type);
    for (uint32_t n = 0; n < count; ++n)
      code_.emit(Opcode::LoadCapture, reg + n, item.offset + n, closure);
    bind(item.object, reg, item.cell);
  }
  if (last == nullptr) return;
  code_.emit(Opcode::LoadCapture, closure, last->offset, closure);
  if (!last->cell) registers_.set_pointers(closure, 1, layout().pointers(last->object->type));
  bind(last->object, closure, last->cell);
}

}  // namespace gopark::lang
