// Natives of finalizers: what sim/lang/std/runtime/finalizer.go cannot say in Go, since it needs
// the types of two values, the heap's headers and the collector's marks.
#pragma once

#include "sim/vm/native.h"

namespace gopark::natives {

// prepareFinalizer(obj, finalizer any) (object, argument *byte, call func(*byte)): checks both as
// Go does and notes that the object has a finalizer. object is nil if it never gets one. A mistake
// ends the run with Go's text.
NativeDid runtime_prepare_finalizer(NativeCall& c);
// withoutFinalizer(list *finalizer, object *byte) *finalizer
NativeDid runtime_without_finalizer(NativeCall& c);
// takeDue(list, due *finalizer) (left, moreDue *finalizer): moves those whose object is gone.
NativeDid runtime_take_due(NativeCall& c);

}  // namespace gopark::natives
