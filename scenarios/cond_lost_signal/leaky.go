package main

import (
	"fmt"
	"sync"
	"time"
)

type Gate struct {
	mutex   sync.Mutex
	changed *sync.Cond
	open    bool
}

func NewGate() *Gate {
	gate := &Gate{}
	gate.changed = sync.NewCond(&gate.mutex)
	return gate
}

func (gate *Gate) Open() {
	gate.mutex.Lock()
	defer gate.mutex.Unlock()
	gate.open = true
	gate.changed.Signal()
}

func (gate *Gate) Pass() {
	gate.mutex.Lock()
	defer gate.mutex.Unlock()
	gate.changed.Wait()
}

func Example() {
	gate := NewGate()
	go func() {
		time.Sleep(3 * time.Millisecond) // is still on its way
		gate.Pass()
	}()
	gate.Open()
	fmt.Println("the gate is open")
}

func main() {
	Example()
	time.Sleep(20 * time.Millisecond)
}
