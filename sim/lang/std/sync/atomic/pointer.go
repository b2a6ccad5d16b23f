//gopark:quiet
package atomic

// A Pointer holds its pointer in an interface, whose natives serve it; nil is the nil interface.
type Pointer[T any] struct{ v any }

func boxed[T any](p *T) any {
	if p == nil {
		return nil
	}
	return p
}

func unboxed[T any](v any) *T {
	if v == nil {
		return nil
	}
	return v.(*T)
}

func (x *Pointer[T]) Load() *T             { return unboxed[T](loadInterface(&x.v)) }
func (x *Pointer[T]) Store(val *T)         { swapInterface(&x.v, boxed(val)) }
func (x *Pointer[T]) Swap(new *T) (old *T) { return unboxed[T](swapInterface(&x.v, boxed(new))) }
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return compareAndSwapInterface(&x.v, boxed(old), boxed(new))
}
