// etcd's election rounds: each candidate waits for the next round's channel, which the observer
// closes before it releases the winner of this one.
package main

import (
	"fmt"
	"sync"
)

type roundClient struct {
	progress int
	acquire  func()
	validate func() error
	release  func()
}

func doRounds(clients []roundClient, rounds int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	wg.Add(len(clients))
	finished := make(chan struct{})
	for i := range clients {
		go func(rc *roundClient) {
			defer wg.Done()
			for rc.progress < rounds {
				rc.acquire()
				mu.Lock()
				if err := rc.validate(); err != nil {
					fmt.Println(err)
				}
				mu.Unlock()
				rc.progress++
				finished <- struct{}{}
				mu.Lock()
				rc.release()
				mu.Unlock()
			}
		}(&clients[i])
	}
	for i := 0; i < len(clients)*rounds; i++ {
		<-finished
	}
	wg.Wait()
}

func main() {
	var leader sync.Mutex
	clients := make([]roundClient, 2)
	for i := range clients {
		clients[i] = roundClient{
			acquire:  leader.Lock,
			validate: func() error { return nil },
			release:  leader.Unlock,
		}
	}
	doRounds(clients, 1)
}
