// Natives of the std package internal/reflectlite: what fmt, errors, sort and context ask about
// boxed values. A value comes as an interface; a nil one answers zero, "" or nil to everything.
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

NativeDid reflect_kind_of(NativeCall& c);
NativeDid reflect_type_name(NativeCall& c);
NativeDid reflect_elem_kind(NativeCall& c);
NativeDid reflect_elem_type_name(NativeCall& c);
NativeDid reflect_key_type_name(NativeCall& c);
NativeDid reflect_word(NativeCall& c);  // Word, Float and Text: the first word of the value
NativeDid reflect_address(NativeCall& c);
NativeDid reflect_len(NativeCall& c);
NativeDid reflect_index(NativeCall& c);
NativeDid reflect_field_name(NativeCall& c);
NativeDid reflect_field_type_name(NativeCall& c);
NativeDid reflect_field_exported(NativeCall& c);
NativeDid reflect_field_embeds_struct(NativeCall& c);
NativeDid reflect_bytes(NativeCall& c);
NativeDid reflect_elem(NativeCall& c);
NativeDid reflect_map_order(NativeCall& c);
NativeDid reflect_map_key(NativeCall& c);
NativeDid reflect_map_value(NativeCall& c);
NativeDid reflect_same_type(NativeCall& c);
NativeDid reflect_comparable(NativeCall& c);
NativeDid reflect_assign(NativeCall& c);
NativeDid reflect_store(NativeCall& c);
NativeDid reflect_swap(NativeCall& c);
NativeDid errors_target_problem(NativeCall& c);

}  // namespace gopark::natives
