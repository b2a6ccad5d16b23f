// time.After, Timer, Stop, Reset: order by time.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	c := make(chan string, 5)
	for i, d := range []int{60, 20, 40} {
		go func(i, d int) {
			time.Sleep(time.Duration(d) * time.Millisecond)
			c <- fmt.Sprint(i)
		}(i, d)
	}
	fmt.Println(<-c, <-c, <-c)
	fmt.Println(time.Since(start) >= 60*time.Millisecond, time.Since(start) < 10*time.Second)
	select {
	case <-time.After(20 * time.Millisecond):
		fmt.Println("early")
	case <-time.After(80 * time.Millisecond):
		fmt.Println("late")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(10 * time.Millisecond))
	<-t.C
	fmt.Println(t.Stop())
	t.Reset(time.Hour)
	select {
	case <-t.C:
		fmt.Println("never")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("after")
	}
	fired := make(chan bool)
	f := time.AfterFunc(10*time.Millisecond, func() { fired <- true })
	fmt.Println(<-fired, f.Stop())
	g := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println(g.Stop())
	time.Sleep(0)
	time.Sleep(-5)
	d := time.Now().Add(time.Second).Sub(time.Now())
	fmt.Println(d > 500*time.Millisecond, time.Until(time.Now().Add(time.Hour)) > 0, time.Now().After(start), start.Before(time.Now()))
}

// Output:
// 1 2 0
// true true
// early
// true false
// false
// false
// after
// true false
// true
// true true true true
