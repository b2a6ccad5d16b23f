// What a file of 2,000 lines is made of: the benchmark repeats the part about `One` under other
// names, as often as it takes.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// One answers requests until its context ends.
type serverOne struct {
	mu       sync.Mutex
	answered map[string]int
	requests chan requestOne
}

type requestOne struct {
	name  string
	reply chan<- int
}

func newServerOne(ctx context.Context, workers int) *serverOne {
	s := &serverOne{answered: map[string]int{}, requests: make(chan requestOne, workers)}
	for i := 0; i < workers; i++ {
		go func(id int) {
			for {
				select {
				case r := <-s.requests:
					s.mu.Lock()
					s.answered[r.name] += id
					r.reply <- len(r.name) * s.answered[r.name]
					s.mu.Unlock()
				case <-ctx.Done():
					return
				}
			}
		}(i)
	}
	return s
}

func (s *serverOne) ask(ctx context.Context, name string) (int, error) {
	if name == "" {
		return 0, errors.New("One: no name")
	}
	reply := make(chan int, 1)
	s.requests <- requestOne{name, reply}
	select {
	case answer := <-reply:
		return answer, nil
	case <-ctx.Done():
		return 0, fmt.Errorf("One: %s: %w", name, ctx.Err())
	}
}

func serveOne(ctx context.Context, group *sync.WaitGroup) {
	defer group.Done()
	server := newServerOne(ctx, 3)
	for _, name := range []string{"gopher", "otter", ""} {
		if answer, err := server.ask(ctx, name); err != nil {
			fmt.Println("One:", err)
		} else {
			fmt.Printf("One: %s: %d\n", name, answer)
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var group sync.WaitGroup
	group.Add(1)
	go serveOne(ctx, &group)
	group.Wait()
}
