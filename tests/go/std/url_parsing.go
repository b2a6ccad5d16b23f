// net/url: what a URL's parts are, how they are written again, references, queries, and what is refused.
package main

import (
	"errors"
	"fmt"
	"net/url"
)

func show(s string) {
	u, err := url.Parse(s)
	var wrong *url.Error
	if errors.As(err, &wrong) {
		fmt.Printf("%T %s | %s | %v\n", wrong.Err, wrong.Op, wrong.URL, err)
		return
	}
	password, set := u.User.Password()
	fmt.Printf("%q %q %q %q %v %q %q %q %q\n", u.Scheme, u.Opaque, u.User.Username(), password, set, u.Host, u.Path, u.RawQuery, u.Fragment)
	fmt.Println(u, u.Redacted(), u.RequestURI(), u.Hostname(), u.Port(), u.IsAbs())
}

func main() {
	for _, s := range []string{
		"https://ann:s%3Acret@example.com:8080/a%2fb/c d?q=1&r=%20#top%20",
		"HTTP://[fe80::1%25en0]:80", "mailto:ann@example.com", "//host/path?", "/only/path", "a:b:c",
		"file:///etc", "http:/one", "*", "", "?a", "#b", "http://h/%C3%A9é", "u@h",
		"http://h:8x/", "http://[::1", "http://h\n/", ":x", "1:2", "http://a b/", "http://h/%zz", "http://u{@h/",
	} {
		show(s)
	}
	base, _ := url.Parse("http://h/a/b/c?q#f")
	for _, ref := range []string{"d", "../d", "../../../d", "/d/./e/..", "?x", "#y", "//other", "https://s/p", ""} {
		u, err := base.Parse(ref)
		fmt.Println(u, err)
	}
	_, err := url.ParseRequestURI("no/slash")
	fmt.Println(err)
	fmt.Println(base.JoinPath("..", "x/"), url.UserPassword("a:b", "c@d"))

	v := url.Values{}
	v.Set("name", "Ann Lee")
	v.Add("tag", "a&b")
	v.Add("tag", "c=d")
	v.Set("gone", "x")
	v.Del("gone")
	fmt.Println(v.Encode(), v.Get("tag"), v.Has("gone"), url.Values(nil).Get("x"))
	for _, q := range []string{v.Encode(), "a=1&a=2&&b", "x;y=1&z=%4&w=+", "=v"} {
		v, err := url.ParseQuery(q)
		fmt.Println(v, err)
	}
	fmt.Println(url.QueryEscape("a/b c+é~"), url.PathEscape("a/b c+é~"))
	s, err := url.PathUnescape("a+b%2")
	fmt.Printf("%q %v\n", s, err)
}

// Output:
// "https" "" "ann" "s:cret" true "example.com:8080" "/a/b/c d" "q=1&r=%20" "top "
// https://ann:s%3Acret@example.com:8080/a/b/c%20d?q=1&r=%20#top%20 https://ann:xxxxx@example.com:8080/a/b/c%20d?q=1&r=%20#top%20 /a/b/c%20d?q=1&r=%20 example.com 8080 true
// "http" "" "" "" false "[fe80::1%en0]:80" "" "" ""
// http://[fe80::1%25en0]:80 http://[fe80::1%25en0]:80 / fe80::1%en0 80 true
// "mailto" "ann@example.com" "" "" false "" "" "" ""
// mailto:ann@example.com mailto:ann@example.com ann@example.com   true
// "" "" "" "" false "host" "/path" "" ""
// //host/path? //host/path? /path? host  false
// "" "" "" "" false "" "/only/path" "" ""
// /only/path /only/path /only/path   false
// "a" "b:c" "" "" false "" "" "" ""
// a:b:c a:b:c b:c   true
// "file" "" "" "" false "" "/etc" "" ""
// file:///etc file:///etc /etc   true
// "http" "" "" "" false "" "/one" "" ""
// http:/one http:/one /one   true
// "" "" "" "" false "" "*" "" ""
// * * *   false
// "" "" "" "" false "" "" "" ""
//   /   false
// "" "" "" "" false "" "" "a" ""
// ?a ?a /?a   false
// "" "" "" "" false "" "" "" "b"
// #b #b /   false
// "http" "" "" "" false "h" "/éé" "" ""
// http://h/%C3%A9%C3%A9 http://h/%C3%A9%C3%A9 /%C3%A9%C3%A9 h  true
// "" "" "" "" false "" "u@h" "" ""
// u@h u@h u@h   false
// *errors.errorString parse | http://h:8x/ | parse "http://h:8x/": invalid port ":8x" after host
// *errors.errorString parse | http://[::1 | parse "http://[::1": missing ']' in host
// *errors.errorString parse | http://h
// / | parse "http://h\n/": net/url: invalid control character in URL
// *errors.errorString parse | :x | parse ":x": missing protocol scheme
// *errors.errorString parse | 1:2 | parse "1:2": first path segment in URL cannot contain colon
// url.InvalidHostError parse | http://a b/ | parse "http://a b/": invalid character " " in host name
// url.EscapeError parse | http://h/%zz | parse "http://h/%zz": invalid URL escape "%zz"
// *errors.errorString parse | http://u{@h/ | parse "http://u{@h/": net/url: invalid userinfo
// http://h/a/b/d <nil>
// http://h/a/d <nil>
// http://h/d <nil>
// http://h/d/ <nil>
// http://h/a/b/c?x <nil>
// http://h/a/b/c?q#y <nil>
// http://other <nil>
// https://s/p <nil>
// http://h/a/b/c?q#f <nil>
// parse "no/slash": invalid URI for request
// http://h/a/b/x/?q#f a%3Ab:c%40d
// name=Ann+Lee&tag=a%26b&tag=c%3Dd a&b false
// map[name:[Ann Lee] tag:[a&b c=d]] <nil>
// map[a:[1 2] b:[]] <nil>
// map[w:[ ]] invalid semicolon separator in query
// map[:[v]] <nil>
// a%2Fb+c%2B%C3%A9~ a%2Fb%20c+%C3%A9~
// "" invalid URL escape "%2"
