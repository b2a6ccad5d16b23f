package main

import (
	"fmt"
	"time"
)

type TimeoutOption struct {
	limit time.Duration
}

func SomeTimeoutOption() TimeoutOption {
	return TimeoutOption{limit: 10 * time.Millisecond}
}

func (option TimeoutOption) Timeout() <-chan time.Time {
	return time.After(option.limit)
}

func work() any {
	time.Sleep(30 * time.Millisecond)
	return "the report"
}

func Example() {
	timeoutOption := SomeTimeoutOption()
	done := make(chan any)
	go func() {
		result := work()
		done <- result
	}()
	select {
	case result := <-done:
		fmt.Println("got", result)
		return
	case <-timeoutOption.Timeout():
		fmt.Println("timed out")
		return
	}
}

func main() {
	Example()
	time.Sleep(50 * time.Millisecond)
}
