// What a handler's goroutine writes once the answer is on its way reaches nobody.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
)

func main() {
	late := make(chan bool)
	done := make(chan bool)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "hello")
		go func() {
			<-late
			n, err := w.Write([]byte("late"))
			fmt.Println(n, err)
			close(done)
		}()
	}))
	defer s.Close()
	res, err := http.Get(s.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, _ := io.ReadAll(res.Body)
	res.Body.Close()
	fmt.Println(string(b))
	close(late)
	<-done
}

// Output:
// hello
// 0 http: wrote more than the declared Content-Length
