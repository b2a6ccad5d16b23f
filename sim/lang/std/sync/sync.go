// Package sync follows Go 1.25's package sync. What parks a goroutine is native.
//
//gopark:quiet
package sync

import "sync/atomic"

type Locker interface {
	Lock()
	Unlock()
}

type Mutex struct{ state, waiters int }

func (m *Mutex) Lock()
func (m *Mutex) Unlock()
func (m *Mutex) TryLock() bool

type RWMutex struct {
	w                                                Mutex
	readers, writerWaiting, writerQueue, readerQueue int
}

func (rw *RWMutex) RLock()
func (rw *RWMutex) RUnlock()
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) TryLock() bool

// rwLock announces a writer and waits until the readers that came before it have gone.
func rwLock(rw *RWMutex)

// rwUnlock lets the waiting readers in; it is fatal when rw is not locked for writing.
func rwUnlock(rw *RWMutex)

func (rw *RWMutex) Lock() {
	rw.w.Lock()
	rwLock(rw)
}

func (rw *RWMutex) Unlock() {
	rwUnlock(rw)
	rw.w.Unlock()
}

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type WaitGroup struct{ counter, waiters int }

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Wait()

func (wg *WaitGroup) Done() { wg.Add(-1) }

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

type Cond struct {
	L     Locker
	queue int
	self  *Cond // since it is in use
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

// condEnqueue puts the running goroutine at the end of the queue; condPark parks it there unless it
// has been signalled in between.
func condEnqueue(queue *int)
func condPark(c *Cond)

func (c *Cond) Signal()
func (c *Cond) Broadcast()

// check panics when c is a copy of what is in use; Signal and Broadcast do the same.
func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	}
	if c.self != c {
		panic("sync.Cond is copied")
	}
}

func (c *Cond) Wait() {
	c.check()
	condEnqueue(&c.queue)
	c.L.Unlock()
	condPark(c)
	c.L.Lock()
}

type Once struct {
	done uint32
	m    Mutex
}

func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}
