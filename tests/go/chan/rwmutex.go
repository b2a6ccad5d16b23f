// sync.RWMutex: readers together, writers alone, a waiting writer holds back new readers.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	order := make(chan string, 10)
	done := make(chan bool)
	pause := func() { time.Sleep(10 * time.Millisecond) }
	go func() {
		rw.Lock()
		order <- "writer"
		rw.Unlock()
		done <- true
	}()
	pause()
	go func() {
		rw.RLock()
		order <- "reader"
		rw.RUnlock()
		done <- true
	}()
	pause()
	order <- "main"
	fmt.Println(len(order), rw.TryRLock())
	rw.RUnlock()
	<-done
	<-done
	close(order)
	for s := range order {
		fmt.Print(s, " ")
	}
	fmt.Println()
	rw.Lock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock())
	l.Unlock()
	type Store struct {
		sync.RWMutex
		m map[int]int
	}
	s := Store{m: map[int]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(2)
		go func(i int) {
			defer wg.Done()
			s.Lock()
			s.m[i] = i
			s.Unlock()
		}(i)
		go func() {
			defer wg.Done()
			s.RLock()
			_ = len(s.m)
			s.RUnlock()
		}()
	}
	wg.Wait()
	fmt.Println(len(s.m))
}

// Output:
// true false
// 1 false
// main writer reader
// false false
// false
// 10
