// INCOMPLETE
package main

import "runtime"

type owner struct{ stop chan bool }

// The goroutine waits for a finalizer: it is not leaked, and no search of schedules can prove that
// the collector ever comes.
func main() {
	o := &owner{make(chan bool)}
	stop, stopped := o.stop, make(chan bool)
	go func() {
		<-stop
		close(stopped)
	}()
	runtime.SetFinalizer(o, func(o *owner) { close(o.stop) })
	runtime.GC()
	<-stopped
}
