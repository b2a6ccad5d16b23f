// Natives of package sync and sync/atomic. (Go: mutex.go, rwmutex.go, waitgroup.go, cond.go,
// sema.go.)
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

NativeDid mutex_lock(NativeCall& c);
NativeDid mutex_unlock(NativeCall& c);
NativeDid mutex_try_lock(NativeCall& c);
NativeDid rw_rlock(NativeCall& c);
NativeDid rw_runlock(NativeCall& c);
NativeDid rw_try_rlock(NativeCall& c);
NativeDid rw_try_lock(NativeCall& c);
NativeDid rw_lock(NativeCall& c);
NativeDid rw_unlock(NativeCall& c);
NativeDid wait_group_add(NativeCall& c);
NativeDid wait_group_wait(NativeCall& c);
NativeDid cond_enqueue(NativeCall& c);
NativeDid cond_park(NativeCall& c);
// Whether the sync.Cond is the one that it was when it came into use; else it panics.
bool is_no_copy(NativeCall& c);
template <NativeFunction kOperation>
NativeDid checked(NativeCall& c) {
  return is_no_copy(c) ? kOperation(c) : NativeDid::Panicked;
}
NativeDid cond_signal(NativeCall& c);
NativeDid cond_broadcast(NativeCall& c);
NativeDid section_begin(NativeCall& c);
NativeDid section_end(NativeCall& c);
NativeDid coroutine_begin(NativeCall& c);
NativeDid coroutine_switch(NativeCall& c);
NativeDid coroutine_exit(NativeCall& c);
NativeDid poll_park(NativeCall& c);
NativeDid poll_wake(NativeCall& c);
NativeDid synctest_current(NativeCall& c);
NativeDid synctest_enter(NativeCall& c);
NativeDid synctest_idle(NativeCall& c);
NativeDid synctest_await(NativeCall& c);
NativeDid synctest_sleep(NativeCall& c);

// The width of the operand, by which results are kept normal.
template <int kBits, bool kSigned>
struct Atomic {
  static NativeDid add(NativeCall& c);
  static NativeDid load(NativeCall& c);
  static NativeDid store(NativeCall& c);
  static NativeDid swap(NativeCall& c);
  static NativeDid compare_and_swap(NativeCall& c);
  static NativeDid bit_and(NativeCall& c);
  static NativeDid bit_or(NativeCall& c);
};
extern template struct Atomic<32, true>;
extern template struct Atomic<32, false>;
extern template struct Atomic<64, true>;
extern template struct Atomic<64, false>;

NativeDid atomic_load_interface(NativeCall& c);
NativeDid atomic_swap_interface(NativeCall& c);
NativeDid atomic_compare_and_swap_interface(NativeCall& c);

}  // namespace gopark::natives
