//gopark:quiet
package atomic

import "internal/reflectlite"

type Value struct{ v any }

// Each is one visible operation on the interface at addr.
func loadInterface(addr *any) any
func swapInterface(addr *any, new any) (old any)

// compareAndSwapInterface compares as == does.
func compareAndSwapInterface(addr *any, old, new any) (swapped bool)

func (v *Value) Load() any { return loadInterface(&v.v) }

func (v *Value) Store(val any) {
	v.check(val, "store of nil value into Value", "store of inconsistently typed value into Value")
	swapInterface(&v.v, val)
}

func (v *Value) Swap(new any) (old any) {
	v.check(new, "swap of nil value into Value", "swap of inconsistently typed value into Value")
	return swapInterface(&v.v, new)
}

func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new != nil && old != nil && !reflectlite.SameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	v.check(new, "compare and swap of nil value into Value",
		"compare and swap of inconsistently typed value into Value")
	return compareAndSwapInterface(&v.v, old, new)
}

// A Value keeps the type of what was stored first, so that looking without an operation is enough.
func (v *Value) check(new any, isNil, inconsistent string) {
	if new == nil {
		panic("sync/atomic: " + isNil)
	}
	if v.v != nil && !reflectlite.SameType(v.v, new) {
		panic("sync/atomic: " + inconsistent)
	}
}
