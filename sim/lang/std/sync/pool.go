//gopark:quiet
package sync

import "sync/atomic"

// Pool never loses what it was given, and hands out what was put last.
type Pool struct {
	version uint32
	free    []any
	New     func() any
}

func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	atomic.AddUint32(&p.version, 1)
	p.free = append(p.free, x)
}

func (p *Pool) Get() any {
	atomic.AddUint32(&p.version, 1)
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
