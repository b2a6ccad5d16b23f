// net/http/httptest: a server on a port of its own, its Close, and a recorder; ConnState.
package main

//gopark:differs real Go would ask the network

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

func get(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err != nil {
		fmt.Println("error")
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	fmt.Printf("%s %q %v %s\n", resp.Status, body, err, resp.Header.Get("X-Kind"))
}

func handler(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/gone":
		http.Error(w, "gone", http.StatusGone)
	case "/teapot":
		w.Header().Set("X-Kind", "teapot")
		w.WriteHeader(http.StatusTeapot)
		w.WriteHeader(http.StatusOK)
	default:
		fmt.Fprintf(w, "%s %s", r.Method, r.URL.Query().Get("name"))
	}
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(handler))
	fmt.Println(strings.HasPrefix(server.URL, "http://127.0.0.1:"))
	get(http.DefaultClient, server.URL+"?name=ann")
	get(server.Client(), server.URL+"/gone")
	server.Close()
	server.Close()
	get(server.Client(), server.URL)

	var mu sync.Mutex
	states := map[http.ConnState]int{}
	release := make(chan struct{})
	slow := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-release
		io.WriteString(w, "slow")
	}))
	slow.Start()
	told := slow.Config.ConnState
	slow.Config.ConnState = func(c net.Conn, s http.ConnState) {
		told(c, s)
		mu.Lock()
		states[s]++
		mu.Unlock()
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		get(slow.Client(), slow.URL)
	}()
	time.Sleep(50 * time.Millisecond)
	time.AfterFunc(50*time.Millisecond, func() { close(release) })
	slow.Close() // waits for the answer
	<-done
	time.Sleep(50 * time.Millisecond)
	mu.Lock()
	fmt.Println(states[http.StateNew], states[http.StateActive], states[http.StateClosed], http.StateIdle)
	mu.Unlock()

	rec := httptest.NewRecorder()
	handler(rec, httptest.NewRequest("PUT", "/x?name=bob", strings.NewReader("body")))
	fmt.Println(rec.Code, rec.Body, rec.Flushed)
	rec = httptest.NewRecorder()
	handler(rec, httptest.NewRequest(http.MethodGet, "/teapot", nil))
	rec.Header().Set("X-Kind", "later")
	res := rec.Result()
	fmt.Println(res.Status, res.Header.Get("X-Kind"), rec.Code == http.StatusTeapot)
	rec = httptest.NewRecorder()
	rec.Flush()
	rec.WriteString("s")
	fmt.Println(rec.Code, rec.Flushed, rec.Body.String(), http.StatusText(http.StatusLoopDetected), http.StatusText(999) == "")
}

// Output:
// true
// 200 OK "GET ann" <nil>
// 410 Gone "gone\n" <nil>
// error
// 200 OK "slow" <nil>
// 1 1 1 idle
// 200 PUT bob false
// 418 I'm a teapot teapot true
// 200 true s Loop Detected true
