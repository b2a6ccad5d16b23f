// Conversions: T(x), and the implicit ones to interfaces.
#include "sim/lang/compile_function.h"

namespace gopark::lang {

namespace {

bool is_slice_of(const Type* type, Kind element) {
  return kind_of(type) == Kind::Slice && kind_of(under(type)->element) == element;
}

}  // namespace

// to = an interface that holds the value. A zero-sized value has no registers.
void FunctionCompiler::box(Reg from, const Type* type, Reg to) {
  code_.emit(Opcode::MakeInterface, to, from);
  code_.extend_type(program_.boxed(type));
}

// The value in `from` as it is assigned to `type`.
Reg FunctionCompiler::convert(Reg from, const Type* from_type, const Type* type, Reg hint) {
  if (!is_interface_type(type) || is_interface_type(from_type)) return from;
  const Reg to = target(type, hint);
  box(from, from_type, to);
  return to;
}

Reg FunctionCompiler::eval_conversion(const CallExpr* e, Reg hint) {
  const Expr* x = e->args[0];
  const Type* type = e->type;
  if (is_nil(x) || is_interface_type(type)) return value(x, type, hint);
  const Type* from_type = x->type;
  PlaceScope place(*this, e->pos);
  const Kind from_kind = kind_of(from_type);
  const Kind kind = kind_of(type);
  const bool number = is_integer_kind(kind) || is_float_kind(kind);
  const bool from_number = is_integer_kind(from_kind) || is_float_kind(from_kind);
  if (from_kind == Kind::Slice && (kind == Kind::Array || kind == Kind::Pointer)) {
    const Reg to = target(type, hint);
    TempScope temps(*this);
    convert_slice_to_array(eval(x), from_type, type, to);
    return to;
  }
  if (number && from_number) {
    if (from_kind == kind) return eval(x, hint);
    const Reg to = target(type, hint);
    TempScope temps(*this);
    convert_number(eval(x), from_type, type, to);
    return to;
  }
  if (from_kind == kind || (kind != Kind::String && from_kind != Kind::String))
    return eval(x, hint);
  const Reg to = target(type, hint);
  TempScope temps(*this);
  const Reg from = eval(x);
  convert_string(from, from_type, type, to);
  return to;
}

void FunctionCompiler::convert_number(Reg from, const Type* from_type, const Type* type, Reg to) {
  const Kind from_kind = kind_of(from_type);
  const Kind kind = kind_of(type);
  const bool is_unsigned = is_unsigned_kind(is_float_kind(kind) ? from_kind : kind);
  if (is_float_kind(from_kind) && is_float_kind(kind)) {
    if (kind == Kind::Float32)
      code_.emit(Opcode::RoundFloat32, to, from);
    else
      move(to, from, 1);
  } else if (is_float_kind(kind)) {
    code_.emit(is_unsigned ? Opcode::UnsignedToFloat : Opcode::SignedToFloat, to, from);
    if (kind == Kind::Float32) code_.emit(Opcode::RoundFloat32, to, to);
  } else if (is_float_kind(from_kind)) {
    const bool wide_unsigned = is_unsigned && narrow_bits(kind) == 0;
    code_.emit(wide_unsigned ? Opcode::FloatToUnsigned : Opcode::FloatToSigned, to, from);
    normalize(type, to);
  } else if (narrow_bits(kind) == 0) {
    move(to, from, 1);
  } else {
    code_.emit(is_unsigned ? Opcode::ExtendUnsigned : Opcode::ExtendSigned, to, from,
               narrow_bits(kind));
  }
}

// Between strings, byte slices, rune slices and runes.
void FunctionCompiler::convert_string(Reg from, const Type* from_type, const Type* type, Reg to) {
  if (is_integer_kind(kind_of(from_type))) {
    code_.emit(Opcode::StringFromRune, to, from);
  } else if (is_slice_of(from_type, Kind::Uint8)) {
    code_.emit(Opcode::BytesToString, to, from);
  } else if (is_slice_of(from_type, Kind::Int32)) {
    code_.emit(Opcode::RunesToString, to, from);
  } else {
    code_.emit(is_slice_of(type, Kind::Uint8) ? Opcode::StringToBytes : Opcode::StringToRunes, to,
               from);
  }
}

// To an array, or to a pointer to one; panics when the slice is shorter.
void FunctionCompiler::convert_slice_to_array(Reg from, const Type* from_type, const Type* type,
                                              Reg to) {
  const bool to_pointer = kind_of(type) == Kind::Pointer;
  const Type* array = to_pointer ? under(type)->element : type;
  const Reg have = allocate_word();
  code_.emit(Opcode::SliceLen, have, from);
  const Reg want = integer(under(array)->length);
  Label fits;
  code_.jump_compare(Opcode::JumpLessEqual, want, have, fits);
  {
    TempScope temps(*this);
    call_runtime("panicSliceConvert", {have, want});
  }
  code_.bind(fits);
  if (to_pointer) return move(to, from, 1);
  if (words(from_type) == 0 || words(array) == 0) return;
  load_memory(in_memory(from, array), to);
}

}  // namespace gopark::lang
