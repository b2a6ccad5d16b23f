// Package poll is where goroutines wait for a connection, as [IO wait].
//
//gopark:quiet
package poll

import "internal/section"

// Poll has the shape of sync.Cond: a word, then the queue. The word is the guard of what is waited
// for: who looks whether to wait, and who wakes, does so in a section on it.
type Poll struct {
	Guard section.Guard
	queue int
}

func enqueue(queue *int)
func park(p *Poll)
func wake(p *Poll)

// Ticket and Wait are the two halves of a wait: what happens in between is not missed.
func (p *Poll) Ticket() { enqueue(&p.queue) }
func (p *Poll) Wait()   { park(p) }

// Wake wakes all who wait.
func (p *Poll) Wake() { wake(p) }
