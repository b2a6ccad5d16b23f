//gopark:quiet
package runtime

// finalizer is what is called once nothing reaches an object. Its first words are known to vm/
// (layout::FinalizerWord).
type finalizer struct {
	object   *byte
	argument *byte // object, or the interface that holds it
	call     func(*byte)
	next     *finalizer
}

var (
	finalizers *finalizer // whose objects are in use, the newest first
	due        *finalizer // that are to be called
	finalizing bool       // a goroutine calls them
)

func prepareFinalizer(obj, call any) (object, argument *byte, function func(*byte))
func withoutFinalizer(list *finalizer, object *byte) *finalizer
func takeDue(list, queue *finalizer) (left, moreDue *finalizer)

// SetFinalizer's functions are called at runtime.GC only: when else the collector finds an object is
// anybody's guess in Go, too.
func SetFinalizer(obj any, finalizer_ any) {
	object, argument, call := prepareFinalizer(obj, finalizer_)
	switch {
	case object == nil:
	case call == nil:
		finalizers = withoutFinalizer(finalizers, object)
	default:
		finalizers = &finalizer{object, argument, call, finalizers}
	}
}

// GC collects what cannot be reached. Finalizers run after it, one after the other.
func GC() {
	if finalizers != nil {
		finalizers, due = takeDue(finalizers, due)
		if due != nil && !finalizing {
			finalizing = true
			go finalize()
			Gosched()
		}
	}
	collect()
}

func finalize() {
	for due != nil {
		f := due
		due = f.next
		f.call(f.argument)
	}
	finalizing = false
}
