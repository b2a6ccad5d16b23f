package main

import (
	"context"
	"fmt"
	"time"
)

type Query struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func NewQuery() *Query {
	query := &Query{}
	query.ctx, query.cancel = context.WithCancel(context.Background())
	return query
}

func (query *Query) Rows() <-chan int {
	rows := make(chan int)
	go func() {
		for row := 1; ; row++ {
			select {
			case rows <- row:
			case <-query.ctx.Done():
				return
			}
		}
	}()
	return rows
}

func Example() {
	query := NewQuery()
	defer query.cancel()
	fmt.Println("the first row is", <-query.Rows())
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
