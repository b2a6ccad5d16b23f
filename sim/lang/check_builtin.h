// The predeclared functions: their names and argument counts. check_builtin.cc has their rules.
#pragma once

#include <array>

#include "sim/lang/ast.h"

namespace gopark::lang {

// Whether a call may stand alone as a statement.
enum class CallUse : uint8_t { Conversion, Expression, Statement };

struct BuiltinDescription {
  BuiltinId id;
  const char* name;
  int arguments;  // at least, when variadic
  bool variadic;
  CallUse use;
};

inline constexpr BuiltinDescription kBuiltins[] = {
    {BuiltinId::Append, "append", 1, true, CallUse::Expression},
    {BuiltinId::Cap, "cap", 1, false, CallUse::Expression},
    {BuiltinId::Clear, "clear", 1, false, CallUse::Statement},
    {BuiltinId::Close, "close", 1, false, CallUse::Statement},
    {BuiltinId::Complex, "complex", 2, false, CallUse::Expression},
    {BuiltinId::Copy, "copy", 2, false, CallUse::Statement},
    {BuiltinId::Delete, "delete", 2, false, CallUse::Statement},
    {BuiltinId::Imag, "imag", 1, false, CallUse::Expression},
    {BuiltinId::Len, "len", 1, false, CallUse::Expression},
    {BuiltinId::Make, "make", 1, true, CallUse::Expression},
    {BuiltinId::Max, "max", 1, true, CallUse::Expression},
    {BuiltinId::Min, "min", 1, true, CallUse::Expression},
    {BuiltinId::New, "new", 1, false, CallUse::Expression},
    {BuiltinId::Panic, "panic", 1, false, CallUse::Statement},
    {BuiltinId::Print, "print", 0, true, CallUse::Statement},
    {BuiltinId::Println, "println", 0, true, CallUse::Statement},
    {BuiltinId::Real, "real", 1, false, CallUse::Expression},
    {BuiltinId::Recover, "recover", 0, false, CallUse::Statement},
};

}  // namespace gopark::lang
