// Natives of packages runtime, time, os and math/rand: the goroutine itself, the clock, output,
// chance.
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

NativeDid runtime_gosched(NativeCall& c);
NativeDid runtime_num_goroutine(NativeCall& c);
NativeDid runtime_collect(NativeCall& c);
NativeDid runtime_goexit(NativeCall& c);
NativeDid runtime_caller_at(NativeCall& c);
NativeDid runtime_caller_function(NativeCall& c);
NativeDid runtime_caller_file(NativeCall& c);
NativeDid runtime_caller_line(NativeCall& c);
NativeDid runtime_goroutine_id(NativeCall& c);
NativeDid runtime_heap_bytes(NativeCall& c);
NativeDid runtime_memory_bytes(NativeCall& c);
NativeDid runtime_collections(NativeCall& c);

NativeDid time_sleep(NativeCall& c);
NativeDid time_now(NativeCall& c);
NativeDid time_asked(NativeCall& c);
NativeDid time_hide_buffer(NativeCall& c);
NativeDid time_start_timer(NativeCall& c);
NativeDid signal_expect(NativeCall& c);
NativeDid time_stop_timer(NativeCall& c);
NativeDid time_reset_timer(NativeCall& c);

NativeDid os_exit(NativeCall& c);
// os.write(fd int, s string): 1 is standard output, 2 standard error. The builtins print and
// println write to 2.
NativeDid runtime_print(NativeCall& c);
NativeDid runtime_println(NativeCall& c);
NativeDid os_write(NativeCall& c);

// os.noteClosed(): a standard stream is closed now.
NativeDid os_note_closed(NativeCall& c);

// math/rand.choose(n uint64) uint64: the one choice of package math/rand, a value < n (n = 0: any
// 64-bit word).
NativeDid rand_choose(NativeCall& c);

}  // namespace gopark::natives
