// context: cancel reaches the children and not the parent; Err, Cause-free; values.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type key string

func main() {
	bg := context.Background()
	fmt.Println(bg.Err(), bg.Done() == nil, bg, context.TODO())
	parent, cancel := context.WithCancel(bg)
	child, cancelChild := context.WithCancel(parent)
	other, cancelOther := context.WithCancel(parent)
	defer cancelOther()
	cancelChild()
	<-child.Done()
	fmt.Println(child.Err(), parent.Err(), other.Err())
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-other.Done()
		}()
	}
	cancel()
	cancel()
	wg.Wait()
	fmt.Println(parent.Err(), other.Err(), errors.Is(other.Err(), context.Canceled))
	late, cancelLate := context.WithCancel(parent)
	defer cancelLate()
	<-late.Done()
	fmt.Println(late.Err())
	v := context.WithValue(bg, key("user"), "ann")
	w := context.WithValue(v, key("id"), 7)
	fmt.Println(w.Value(key("user")), w.Value(key("id")), v.Value(key("id")), w.Value("user"))
	x, cancelX := context.WithCancel(w)
	fmt.Println(x.Value(key("user")))
	cancelX()
	select {
	case <-x.Done():
		fmt.Println("done", x.Err())
	default:
		fmt.Println("never")
	}
}

// Output:
// <nil> true context.Background context.TODO
// context canceled <nil> <nil>
// context canceled context canceled true
// context canceled
// ann 7 <nil> <nil>
// ann
// done context canceled
