// BUG main.1.1.3 leaked chan send

// A handler that asks two at once and answers early: nobody waits for the second answer.
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
)

type lookup struct {
	row string
	err error
}

func find(table map[string]string, key string) lookup {
	row, ok := table[key]
	if !ok {
		return lookup{err: fmt.Errorf("no %q", key)}
	}
	return lookup{row: row}
}

type api struct{ users, orders map[string]string }

func (a *api) profile(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	users, orders := make(chan lookup), make(chan lookup)
	go func() { users <- find(a.users, id) }()
	go func() { orders <- find(a.orders, id) }()
	user := <-users
	if user.err != nil {
		http.Error(w, user.err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintf(w, "%s: %s", user.row, (<-orders).row)
}

func main() {
	a := &api{map[string]string{"1": "ann"}, map[string]string{"1": "tea"}}
	mux := http.NewServeMux()
	mux.HandleFunc("/profile", a.profile)
	l, err := net.Listen("tcp", "localhost:8080")
	if err != nil {
		panic(err)
	}
	server := &http.Server{Handler: mux}
	go server.Serve(l)
	resp, err := http.Get("http://localhost:8080/profile?id=2")
	if err == nil {
		_, err = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	fmt.Println(err)
	server.Close()
}
