// BUG main.2 leaked chan send
//
// Only the first error is read.
package main

import (
	"errors"
	"sync"
)

func main() {
	errs := make(chan error)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs <- errors.New("no")
		}()
	}
	<-errs
}
