// Methods whose receiver is not simply the first parameter (entries of method tables, method
// values, promoted methods), and the functions that no source spells.
//
// A method with a Go body is translated once more for each such use, so that dumps show the method
// and nothing else, as Go's do.
#include "sim/lang/compile_function.h"

namespace gopark::lang {

uint32_t FunctionCompiler::signature_words(const std::vector<Variable>& members) {
  uint32_t total = 0;
  for (const Variable& member : members) total += words(member.type);
  return total;
}

// The value of the root type that the function was given.
Location FunctionCompiler::receiver_root() {
  const Receiver& receiver = request_.receiver;
  Location root;
  root.kind = Location::Kind::Register;
  root.type = receiver.root;
  root.is_temporary = true;
  if (receiver.from == ReceiverFrom::Box && words(receiver.root) != 1) {
    Location boxed = in_memory(0, receiver.root);
    boxed.known_non_nil = true;
    return boxed;
  }
  if (receiver.from != ReceiverFrom::Capture) return root;
  const uint32_t count = words(receiver.root);
  function_.capture_words = count;
  function_.capture_pointers = layout().pointers(receiver.root);
  if (count == 0) return root;
  const Reg closure = function_.parameter_words;
  root.base = allocate(receiver.root);
  for (uint32_t n = 0; n < count; ++n) code_.emit(Opcode::LoadCapture, root.base + n, n, closure);
  return root;
}

// Follows `path` to the receiver and makes of it what the method wants: a value or a pointer.
Reg FunctionCompiler::receiver_value(Location root, const std::vector<uint32_t>& path,
                                     const Type* wanted) {
  const Location place = field_of(root, path);
  const bool wants_pointer = wanted->kind == TypeKind::Pointer;
  const bool is_pointer = place.type->kind == TypeKind::Pointer;
  if (wants_pointer && !is_pointer) return address(place, kNoReg);
  const Reg reg = load(place);
  if (wants_pointer || !is_pointer) return reg;
  if (path.empty()) check_wrapped_nil(reg);
  return load(in_memory(reg, wanted));
}

// Go: panicwrap.
void FunctionCompiler::check_wrapped_nil(Reg pointer) {
  if (request_.receiver.from != ReceiverFrom::Box || request_.declaration == nullptr) return;
  Label fine;
  code_.jump_compare(Opcode::JumpNotEqualImm, pointer, 0, fine);
  const Object* method = request_.declaration->object;
  const std::string type = method->receiver->object->name;
  {
    TempScope temps(*this);
    const Reg text = allocate_reference();
    load_string(
        text, "value method " + function_name(method) + " called using nil *" + type + " pointer");
    call_runtime("panicWrap", {text});
  }
  code_.bind(fine);
}

// The register after the parameters, where the closure of a method value arrives.
void FunctionCompiler::allocate_receiver_closure() {
  const Receiver& receiver = request_.receiver;
  if (receiver.root == nullptr || receiver.from != ReceiverFrom::Capture) return;
  if (words(receiver.root) > 0) allocate_reference();
}

void FunctionCompiler::bind_adapted_receiver() {
  const Object* method = request_.declaration->object;
  const std::vector<const Ident*> names = names_of(request_.declaration->receiver);
  if (names.empty() || names[0] == nullptr) {
    // The receiver is not used, but the way to it may panic.
    TempScope temps(*this);
    receiver_value(receiver_root(), request_.receiver.path, receiver_type(method));
    return;
  }
  const Type* wanted = receiver_type(method);
  const Reg home = allocate(wanted);
  {
    TempScope temps(*this);
    const Reg reg = receiver_value(receiver_root(), request_.receiver.path, wanted);
    move(home, reg, words(wanted));
  }
  parameters_.emplace_back(names[0]->object, home);
}

// The receiver's root in the first registers (or captured), then the parameters: calls the native
// or the interface's method with the receiver proper.
void FunctionCompiler::forward_body() {
  const Type* signature = under(request_.signature);
  function_.is_wrapper = true;
  if (request_.declaration != nullptr) {
    function_.file = request_.declaration->pos.file;
    function_.line = function_.end_line = request_.declaration->pos.line;
  }
  code_.begin_statement(position());
  bind_receiver_parameter();
  const Reg parameters = registers_.top();
  for (const Variable& parameter : signature->params) allocate(parameter.type);
  function_.parameter_words = registers_.top();
  function_.parameter_pointers = registers_.references(registers_.top());
  function_.result_words = signature_words(signature->results);
  allocate_receiver_closure();
  const Type* wanted =
      request_.interface != nullptr ? request_.interface : receiver_type(request_.declaration->object);
  const Reg receiver = receiver_value(receiver_root(), request_.receiver.path, wanted);
  const Reg window = open_window();
  const uint32_t argument_words = function_.parameter_words - parameters;
  Callee callee;
  callee.signature = signature;
  if (request_.interface != nullptr) {
    callee.kind = Callee::Kind::Interface;
    callee.value = receiver;
    callee.method = request_.method;
    allocate_word();
  } else {
    callee.function = program_.declared(request_.declaration->object);
    move(allocate(wanted), receiver, words(wanted));
  }
  for (const Variable& parameter : signature->params) allocate(parameter.type);
  move(registers_.top() - argument_words, parameters, argument_words);
  const uint32_t receiver_words = request_.interface != nullptr ? 1 : words(wanted);
  emit_call(callee, window, receiver_words + argument_words);
  code_.emit(Opcode::Return, window + 2, function_.result_words);
}

// go and defer of a builtin: its operands come as parameters.
void FunctionCompiler::builtin_body() {
  const CallExpr* call = request_.call;
  function_.is_wrapper = true;
  function_.file = call->pos.file;
  function_.line = function_.end_line = call->pos.line;
  for (const Expr* argument : call->args) {
    if (argument->mode == Mode::Constant || argument->mode == Mode::TypeExpr || is_nil(argument))
      continue;
    hoisted_[argument] = allocate(argument->type);
  }
  function_.parameter_words = registers_.top();
  function_.parameter_pointers = registers_.references(registers_.top());
  code_.begin_statement(call->pos);
  // Called by the runtime and not by a deferred function, recover() gives nil.
  if (call->builtin != BuiltinId::Recover) discard(call);
  code_.emit(Opcode::Return);
}

// A package's variables, in the order of the language's rules.
void FunctionCompiler::initialization_body() {
  const Package* package = request_.package;
  const std::vector<Initializer>& initializers = package->initializers;
  if (!initializers.empty()) {
    function_.file = initializers[0].value->pos.file;
    function_.line = initializers[0].value->pos.line;
    function_.end_line = function_.line;
  }
  for (const Initializer& initializer : initializers) {
    const Object* named = initializer.variables.empty() ? nullptr : initializer.variables[0];
    code_.begin_statement(named == nullptr ? initializer.value->pos : named->pos);
    TempScope temps(*this);
    initialize_globals(initializer);
  }
  code_.emit(Opcode::Return);
}

void FunctionCompiler::initialize_globals(const Initializer& initializer) {
  hoist({initializer.value});
  if (initializer.variables.size() > 1) {
    const std::vector<TypedValue> values = spread_values(initializer.value);
    for (std::size_t n = 0; n < values.size(); ++n) {
      const Object* variable = initializer.variables[n];
      if (variable == nullptr || variable->name == "_") continue;
      store(locate_variable(variable),
            convert(values[n].reg, values[n].type, variable->type, kNoReg));
    }
    return;
  }
  const Object* variable = initializer.variables[0];
  if (variable == nullptr || variable->name == "_") return discard(initializer.value);
  name_channel(initializer.value, variable->name);
  element_in_memory(initializer.value, variable->type, locate_variable(variable));
}

// Initialises all packages, then calls main.main.
void FunctionCompiler::entry_body() {
  const Object* main = nullptr;
  for (const FuncDecl* declaration : request_.package->functions) {
    if (declaration->receiver.empty() && declaration->name->name == "main")
      main = declaration->object;
  }
  function_.file = main->declaration->pos.file;
  function_.line = main->declaration->pos.line;
  function_.end_line = function_.line;
  function_.is_std = true;
  function_.is_wrapper = true;
  code_.begin_statement(main->declaration->pos);
  const Reg window = open_window();
  const auto call = [&](FunctionId function) {
    code_.emit_wide(Opcode::Call, window, static_cast<uint32_t>(function));
  };
  for (const Package* package : program_.packages()) {
    if (!package->initializers.empty()) call(program_.initialization(package));
    for (const Object* function : package->init_functions) call(program_.declared(function));
  }
  call(program_.declared(main));
  code_.emit(Opcode::Return);
}

}  // namespace gopark::lang
