// Package iter follows Go's package iter. Pull's iterator runs in a goroutine of its own, which waits
// as [coroutine] between two calls of next.
//
//gopark:quiet
package iter

import "runtime"

type Seq[V any] func(yield func(V) bool)

type Seq2[K, V any] func(yield func(K, V) bool)

// coro is a goroutine that runs only while another one waits for it in resume. (Go: runtime.coro.)
type coro struct {
	queue int // where the one of the two waits that does not run
}

// begin waits for the first turn.
func begin(c *coro)

// resume gives the iterator's goroutine its turn and waits until it yields or ends.
func resume(c *coro)

// yield gives the turn back and waits for the next one.
func yield(c *coro)

// exit gives the turn back for ever.
func exit(c *coro)

type puller struct {
	coro
	done      bool // no further values
	finished  bool // the iterator's goroutine is at its end
	yielding  bool // a yield may come
	panicked  bool
	goexit    bool
	recovered any
}

// start makes the goroutine that runs the iterator once it is resumed.
func (p *puller) start(run func()) {
	go func() {
		begin(&p.coro)
		defer func() {
			if v := recover(); v != nil {
				p.recovered, p.panicked = v, true
			} else if !p.finished {
				p.goexit = true
			}
			p.done, p.finished = true, true
			exit(&p.coro)
		}()
		if p.done {
			p.finished = true
			return
		}
		run()
		p.finished = true
	}()
}

// resume runs the iterator up to its next yield, or its end.
func (p *puller) resume() {
	resume(&p.coro)
	switch {
	case p.panicked:
		p.panicked = false
		panic(p.recovered)
	case p.goexit:
		p.goexit = false
		runtime.Goexit()
	}
}

func (p *puller) yield() bool {
	if p.done {
		return false
	}
	if !p.yielding {
		panic("iter.Pull: yield called again before next")
	}
	p.yielding = false
	yield(&p.coro)
	return !p.done
}

func (p *puller) next() {
	if p.yielding {
		panic("iter.Pull: next called again before yield")
	}
	p.yielding = true
	p.resume()
}

func (p *puller) stop() {
	if !p.done {
		p.done = true
		p.resume()
	}
}

func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var v V
	var ok bool
	p := new(puller)
	p.start(func() {
		seq(func(v1 V) bool {
			v, ok = v1, true
			return p.yield()
		})
	})
	next = func() (v1 V, ok1 bool) {
		if p.done {
			return
		}
		p.next()
		var zero V
		v1, ok1 = v, ok
		v, ok = zero, false
		return
	}
	return next, p.stop
}

func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var k K
	var v V
	var ok bool
	p := new(puller)
	p.start(func() {
		seq(func(k1 K, v1 V) bool {
			k, v, ok = k1, v1, true
			return p.yield()
		})
	})
	next = func() (k1 K, v1 V, ok1 bool) {
		if p.done {
			return
		}
		p.next()
		var zeroK K
		var zeroV V
		k1, v1, ok1 = k, v, ok
		k, v, ok = zeroK, zeroV, false
		return
	}
	return next, p.stop
}
