// The patterns of Go 1.22: methods, hosts, wildcards, and which of several is the most specific; a body
// with a limit.
package main

//gopark:go1.22

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	for _, pattern := range []string{
		"/", "/items/", "/items/{id}", "POST /items/{id}", "GET /items/{id}/parts/{part}",
		"/static/{path...}", "/exact/{$}", "other.org/", "PUT /only", "GET /only",
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "%s id=%q part=%q path=%q", pattern, r.PathValue("id"), r.PathValue("part"), r.PathValue("path"))
		})
	}
	for _, request := range []string{
		"GET /items/7", "POST /items/7", "GET /items/", "GET /items/7/parts/a%2Fb", "DELETE /items/7/parts/x",
		"HEAD /items/1/parts/2", "GET /static/a/b/c", "GET /static/", "GET /exact/", "GET /exact/x",
		"GET http://other.org/exact/", "PATCH /only", "GET /",
	} {
		method, target, _ := strings.Cut(request, " ")
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest(method, target, nil))
		fmt.Println(request, "->", w.Code, strings.TrimSpace(w.Body.String()), w.Header().Get("Allow"))
	}
	strict := http.NewServeMux()
	strict.HandleFunc("GET /a", func(http.ResponseWriter, *http.Request) {})
	strict.HandleFunc("POST /a", func(http.ResponseWriter, *http.Request) {})
	for _, request := range []string{"PUT /a", "PUT /b"} {
		method, target, _ := strings.Cut(request, " ")
		w := httptest.NewRecorder()
		strict.ServeHTTP(w, httptest.NewRequest(method, target, nil))
		fmt.Println(request, "->", w.Code, strings.TrimSpace(w.Body.String()), w.Header().Get("Allow"))
	}

	for _, text := range []string{"12345", "123456"} {
		body := http.MaxBytesReader(httptest.NewRecorder(), io.NopCloser(strings.NewReader(text)), 5)
		b, err := io.ReadAll(body)
		var tooLarge *http.MaxBytesError
		fmt.Println(string(b), err, errors.As(err, &tooLarge))
	}
}

// Output:
// GET /items/7 -> 200 /items/{id} id="7" part="" path=""
// POST /items/7 -> 200 POST /items/{id} id="7" part="" path=""
// GET /items/ -> 200 /items/ id="" part="" path=""
// GET /items/7/parts/a%2Fb -> 200 GET /items/{id}/parts/{part} id="7" part="a/b" path=""
// DELETE /items/7/parts/x -> 200 /items/ id="" part="" path=""
// HEAD /items/1/parts/2 -> 200 GET /items/{id}/parts/{part} id="1" part="2" path=""
// GET /static/a/b/c -> 200 /static/{path...} id="" part="" path="a/b/c"
// GET /static/ -> 200 /static/{path...} id="" part="" path=""
// GET /exact/ -> 200 /exact/{$} id="" part="" path=""
// GET /exact/x -> 200 / id="" part="" path=""
// GET http://other.org/exact/ -> 200 other.org/ id="" part="" path=""
// PATCH /only -> 200 / id="" part="" path=""
// GET / -> 200 / id="" part="" path=""
// PUT /a -> 405 Method Not Allowed GET, HEAD, POST
// PUT /b -> 404 404 page not found
// 12345 <nil> false
// 12345 http: request body too large true
