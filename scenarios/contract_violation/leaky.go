package main

import (
	"fmt"
	"time"
)

// Journal writes lines in the background. Who calls Start must call Stop.
type Journal struct {
	lines chan string
	done  chan struct{}
}

func NewJournal() *Journal {
	return &Journal{make(chan string), make(chan struct{})}
}

func (journal *Journal) Start() {
	go func() {
		for {
			select {
			case line := <-journal.lines:
				fmt.Println("journal:", line)
			case <-journal.done:
				return
			}
		}
	}()
}

func (journal *Journal) Add(line string) {
	journal.lines <- line
}

func (journal *Journal) Stop() {
	close(journal.done)
}

func Example() {
	journal := NewJournal()
	journal.Start()
	journal.Add("one request served")
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
