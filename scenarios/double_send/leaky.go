package main

import (
	"errors"
	"fmt"
	"time"
)

type Answer struct {
	text string
	err  error
}

func fetch(page string) (string, error) {
	return "", errors.New("no such page: " + page)
}

func Example() {
	answers := make(chan Answer)
	go func() {
		text, err := fetch("/indx")
		if err != nil {
			answers <- Answer{err: err}
		}
		answers <- Answer{text: text}
	}()
	answer := <-answers
	fmt.Println("error:", answer.err)
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
