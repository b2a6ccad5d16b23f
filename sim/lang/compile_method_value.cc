// x.m and T.m as function values, and what a method call passes as receiver.
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

const Method& interface_method_of(const SelectorExpr* e) {
  return under(e->receiver)->methods[e->method_index];
}

}  // namespace

const Type* FunctionCompiler::receiver_type(const Object* method) {
  if (!method->pointer_receiver) return method->receiver;
  return layout().pointer_to(const_cast<Type*>(method->receiver));
}

// The receiver as the method wants it: its address or its value. For a dynamic call the interface.
Reg FunctionCompiler::receiver_argument(const SelectorExpr* e, Reg hint) {
  const Location place = field_of(locate(e->x), e->path);
  if (e->selection == SelectionKind::InterfaceMethod) return load(place, hint);
  const bool is_pointer = place.type->kind == TypeKind::Pointer;
  const Type* wanted = receiver_type(e->method);
  if (wanted->kind == TypeKind::Pointer)
    return is_pointer ? load(place, hint) : address(place, hint);
  return load(is_pointer ? in_memory(load(place), wanted) : place, hint);
}

// A closure that holds the receiver.
Reg FunctionCompiler::eval_method_value(const SelectorExpr* e, Reg hint) {
  const Reg to = target(e->type, hint);
  TempScope temps(*this);
  const Reg receiver = receiver_argument(e, kNoReg);
  if (e->selection == SelectionKind::InterfaceMethod) {
    code_.emit(Opcode::CheckNil, receiver);
    const FunctionId function = program_.interface_method(
        e->receiver, interface_method_of(e), Receiver{ReceiverFrom::Capture, e->receiver, {}});
    return make_closure(function, {Captured{receiver, 1, {0}}}, e->type, to);
  }
  const Type* type = receiver_type(e->method);
  const FunctionId function = program_.method(e->method, Receiver{ReceiverFrom::Capture, type, {}});
  return make_closure(function, {Captured{receiver, words(type), layout().pointers(type)}}, e->type,
                      to);
}

// A function whose first parameter is the receiver.
Reg FunctionCompiler::eval_method_expression(const SelectorExpr* e, Reg hint) {
  const Type* root = e->x->type;
  Receiver receiver{ReceiverFrom::Parameter, root, e->path};
  FunctionId function{};
  if (e->method->declaration == nullptr) {
    function = program_.interface_method(e->receiver, interface_method_of(e), std::move(receiver));
  } else {
    const bool as_declared =
        e->path.empty() && e->method->pointer_receiver == (root->kind == TypeKind::Pointer);
    function = as_declared ? program_.declared(e->method)
                           : program_.method(e->method, std::move(receiver));
  }
  return make_closure(function, {}, e->type, hint);
}

}  // namespace gopark::lang
