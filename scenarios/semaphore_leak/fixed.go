package main

import (
	"errors"
	"fmt"
	"time"
)

// upload waits for a free slot. There are as many slots as uploads may run at once.
func upload(file string, slots chan struct{}) error {
	slots <- struct{}{}
	defer func() { <-slots }()
	if file == "" {
		return errors.New("a file without a name")
	}
	return nil
}

func Example() {
	slots := make(chan struct{}, 2)
	fmt.Println("first:", upload("", slots))
	fmt.Println("second:", upload("", slots))
	go func() {
		if err := upload("photo", slots); err != nil {
			fmt.Println("third:", err)
		}
	}()
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
