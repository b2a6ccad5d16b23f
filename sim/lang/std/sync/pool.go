//gopark:quiet
package sync

import "internal/section"

// Pool never loses what it was given, and hands out what was put last.
type Pool struct {
	guard section.Guard
	free  []any
	New   func() any
}

func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.guard.Begin()
	p.free = append(p.free, x)
	p.guard.End(true)
}

func (p *Pool) Get() (x any) {
	p.guard.Begin()
	n := len(p.free)
	if n > 0 {
		x = p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
	}
	p.guard.End(n > 0)
	if n == 0 && p.New != nil {
		x = p.New()
	}
	return x
}
