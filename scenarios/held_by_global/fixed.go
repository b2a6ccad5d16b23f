package main

import (
	"fmt"
	"time"
)

type Request struct {
	path string
	done chan struct{}
}

// requests holds every request that is being served.
var requests = map[*Request]bool{}

func (request *Request) watch() {
	<-request.done
}

func begin(path string) *Request {
	request := &Request{path, make(chan struct{})}
	requests[request] = true
	go request.watch()
	return request
}

func end(request *Request) {
	close(request.done)
	delete(requests, request)
}

func Example() {
	request := begin("/index")
	defer end(request)
	fmt.Println("serving", request.path)
}

func main() {
	Example()
	fmt.Println("requests in the map:", len(requests))
	time.Sleep(10 * time.Millisecond)
}
