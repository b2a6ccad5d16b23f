// What a client's call returns when it fails is a *url.Error, which tells a timeout from the rest.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"time"
)

func show(where string, err error) {
	var wrong *url.Error
	fmt.Println(errors.As(err, &wrong), wrong.Op, wrong.Timeout(), errors.Is(err, context.Canceled),
		strings.ReplaceAll(wrong.Error(), where, "SERVER"))
}

func main() {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/slow":
			io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		case "/form":
			err := r.ParseForm()
			fmt.Fprintln(w, r.Form, r.PostForm, r.FormValue("a"), r.PostFormValue("b"), err)
		default:
			fmt.Fprintln(w, r.RequestURI, r.URL.Path, r.URL.Query())
		}
	}))
	defer s.Close()

	client := &http.Client{Timeout: 50 * time.Millisecond}
	_, err := client.Get(s.URL + "/slow")
	show(s.URL, err)

	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	req, _ := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/slow?x=1", strings.NewReader("body"))
	_, err = http.DefaultClient.Do(req)
	show(s.URL, err)

	for _, target := range []string{"ftp://host", "", "/path", "http:///p", "http://h\x7f", "http://u:secret@h:8x"} {
		_, err = http.Get(target)
		show(s.URL, err)
	}

	for _, ask := range []func() (*http.Response, error){
		func() (*http.Response, error) { return http.Get(s.URL + "/a%2Fb/%C3%A9?k=v+w&k=%26") },
		func() (*http.Response, error) { return http.PostForm(s.URL+"/form?a=1&b=2", url.Values{"b": {"3 4"}}) },
	} {
		res, err := ask()
		if err != nil {
			fmt.Println(err)
			return
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		fmt.Print(string(body))
	}
	http.DefaultClient.CloseIdleConnections()
}

// Output:
// true Get true false Get "SERVER/slow": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
// true Post false true Post "SERVER/slow?x=1": context canceled
// true Get false false Get "ftp://host": unsupported protocol scheme "ftp"
// true Get false false Get "": unsupported protocol scheme ""
// true Get false false Get "/path": unsupported protocol scheme ""
// true Get false false Get "http:///p": http: no Host in request URL
// true parse false false parse "http://h\x7f": net/url: invalid control character in URL
// true parse false false parse "http://u:secret@h:8x": invalid port ":8x" after host
// /a%2Fb/%C3%A9?k=v+w&k=%26 /a/b/é map[k:[v w &]]
// map[a:[1] b:[3 4 2]] map[b:[3 4]] 1 3 4 <nil>
