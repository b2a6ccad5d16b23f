package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type Queue struct {
	jobs chan string
	quit chan struct{}
	wg   sync.WaitGroup
}

func NewQueue() *Queue {
	q := &Queue{jobs: make(chan string), quit: make(chan struct{})}
	q.wg.Add(1)
	go q.loop()
	return q
}

func (q *Queue) loop() {
	defer q.wg.Done()
	for {
		select {
		case job := <-q.jobs:
			log.Println("job", job)
		case <-q.quit:
			return
		}
	}
}

func (q *Queue) Add(ctx context.Context, job string) error {
	q.jobs <- job // BUG leaked "chan send"
	return nil
}

func (q *Queue) Stop() {
	close(q.quit)
	q.wg.Wait()
}

func main() {
	queue := NewQueue()
	mux := http.NewServeMux()
	mux.HandleFunc("/enqueue", func(w http.ResponseWriter, r *http.Request) {
		if err := queue.Add(r.Context(), r.URL.Path); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	server := &http.Server{Handler: mux}
	l, err := net.Listen("tcp", "localhost:9090")
	if err != nil {
		log.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()

	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM, os.Interrupt)
	go func() {
		resp, err := http.Post("http://localhost:9090/enqueue", "text/plain", nil)
		if err == nil {
			resp.Body.Close()
		}
	}()
	select {
	case <-sig:
	case <-time.After(time.Second):
	}
	queue.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		server.Close()
	}
	<-served
	http.DefaultClient.CloseIdleConnections()
}
