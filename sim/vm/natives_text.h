// Natives of packages strings, bytes, strconv, unicode and unicode/utf8: pure functions of text.
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

NativeDid strconv_format_digits(NativeCall& c);
NativeDid strconv_format_float(NativeCall& c);
NativeDid strconv_parse_float(NativeCall& c);
NativeDid strconv_quoted(NativeCall& c);
NativeDid strconv_is_print(NativeCall& c);
NativeDid strconv_is_graphic(NativeCall& c);

NativeDid utf8_rune_count(NativeCall& c);
NativeDid utf8_valid(NativeCall& c);

NativeDid unicode_class_of(NativeCall& c);
NativeDid unicode_to_case(NativeCall& c);
NativeDid unicode_simple_fold(NativeCall& c);

NativeDid strings_index(NativeCall& c);
NativeDid strings_last_index(NativeCall& c);
NativeDid strings_index_byte(NativeCall& c);
NativeDid bytes_index_byte(NativeCall& c);
NativeDid strings_count(NativeCall& c);
NativeDid strings_repeat(NativeCall& c);
NativeDid strings_replace(NativeCall& c);
NativeDid strings_map_case(NativeCall& c);
NativeDid strings_equal_fold(NativeCall& c);

}  // namespace gopark::natives
