// BUG main panic running
package main

import (
	"errors"
	"io"
)

// Which error a reader sees depends on whether its own side has been closed when it looks.
func main() {
	broken := errors.New("broken")
	r, w := io.Pipe()
	go r.Close()
	go w.CloseWithError(broken)
	if _, err := r.Read(make([]byte, 1)); err == broken {
		panic("broken")
	}
}
