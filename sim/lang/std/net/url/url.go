// Package url follows Go's package net/url. Nothing guards a URL or Values: whoever shares them
// brings a lock.
//
//gopark:unsynchronized
package url

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// URL is [scheme:][//[user@]host][/]path[?query][#fragment] or scheme:opaque[?query][#fragment].
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string // without escapes
	RawPath     string // as it was written, where Path does not tell
	OmitHost    bool   // no "//" for an empty host
	ForceQuery  bool   // a "?" for an empty query
	RawQuery    string
	Fragment    string
	RawFragment string
}

type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

func User(username string) *Userinfo                   { return &Userinfo{username: username} }
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	s := escape(u.username, inUser)
	if u.passwordSet {
		s += ":" + escape(u.password, inUser)
	}
	return s
}

// Parse takes a URL of any form.
func Parse(rawURL string) (*URL, error) {
	front, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(front, false)
	if err != nil {
		return nil, &Error{"parse", front, err}
	}
	if err := u.setFragment(fragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI takes what stands in a request: no fragment, and either absolute or a rooted path.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(rawURL string, viaRequest bool) (*URL, error) {
	for i := 0; i < len(rawURL); i++ {
		if rawURL[i] < ' ' || rawURL[i] == 0x7f {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if rawURL == "" && viaRequest {
		return nil, errors.New("empty url")
	}
	if rawURL == "*" {
		return &URL{Path: "*"}, nil
	}
	scheme, rest, err := cutScheme(rawURL)
	if err != nil {
		return nil, err
	}
	u := &URL{Scheme: strings.ToLower(scheme)}
	var asked bool
	rest, u.RawQuery, asked = strings.Cut(rest, "?")
	u.ForceQuery = asked && u.RawQuery == ""
	if !strings.HasPrefix(rest, "/") {
		if scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if viaRequest {
			return nil, errors.New("invalid URI for request")
		}
		if looksLikeScheme(rest) {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if authority, found := strings.CutPrefix(rest, "//"); found &&
		(scheme != "" || !viaRequest && !strings.HasPrefix(rest, "///")) {
		rest = ""
		if slash := strings.Index(authority, "/"); slash >= 0 {
			authority, rest = authority[:slash], authority[slash:]
		}
		if u.User, u.Host, err = parseAuthority(authority); err != nil {
			return nil, err
		}
	} else if scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

func cutScheme(s string) (scheme, rest string, err error) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case letter(c), i > 0 && (digit(c) || strings.IndexByte("+-.", c) >= 0):
		case c == ':' && i == 0:
			return "", "", errors.New("missing protocol scheme")
		case c == ':':
			return s[:i], s[i+1:], nil
		default:
			return "", s, nil
		}
	}
	return "", s, nil
}

// looksLikeScheme says whether a path would be read as one that has a scheme.
func looksLikeScheme(path string) bool {
	segment, _, _ := strings.Cut(path, "/")
	return strings.Contains(segment, ":")
}

func parseAuthority(authority string) (*Userinfo, string, error) {
	at := strings.LastIndex(authority, "@")
	host, err := parseHost(authority[at+1:])
	if err != nil || at < 0 {
		return nil, host, err
	}
	info := authority[:at]
	for i := 0; i < len(info); i++ {
		if !letter(info[i]) && !digit(info[i]) && strings.IndexByte("-._:~!$&'()*+,;=%@", info[i]) < 0 {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	username, password, found := strings.Cut(info, ":")
	if username, err = unescape(username, inUser); err != nil {
		return nil, "", err
	}
	if password, err = unescape(password, inUser); err != nil {
		return nil, "", err
	}
	return &Userinfo{username, password, found}, host, nil
}

func parseHost(host string) (string, error) {
	end := 0 // of what stands in brackets
	port := ""
	if strings.HasPrefix(host, "[") {
		end = strings.LastIndex(host, "]")
		if end < 0 {
			return "", errors.New("missing ']' in host")
		}
		port = host[end+1:]
	} else if colon := strings.LastIndex(host, ":"); colon >= 0 {
		port = host[colon:]
	}
	if !validOptionalPort(port) {
		return "", fmt.Errorf("invalid port %q after host", port)
	}
	zone := strings.Index(host[:end], "%25")
	if zone < 0 {
		return unescape(host, inHost)
	}
	address, err := unescape(host[:zone], inHost)
	if err != nil {
		return "", err
	}
	name, err := unescape(host[zone:end], inZone)
	if err != nil {
		return "", err
	}
	rest, err := unescape(host[end:], inHost)
	return address + name + rest, err
}

func validOptionalPort(port string) bool {
	if port == "" {
		return true
	}
	for i := 1; i < len(port); i++ {
		if !digit(port[i]) {
			return false
		}
	}
	return port[0] == ':'
}

func (u *URL) setPath(p string) (err error) {
	if u.Path, err = unescape(p, inPath); err != nil {
		return err
	}
	u.RawPath = ""
	if p != escape(u.Path, inPath) {
		u.RawPath = p
	}
	return nil
}

func (u *URL) setFragment(f string) (err error) {
	if u.Fragment, err = unescape(f, inFragment); err != nil {
		return err
	}
	u.RawFragment = ""
	if f != escape(u.Fragment, inFragment) {
		u.RawFragment = f
	}
	return nil
}

func (u *URL) EscapedPath() string     { return escapedAs(u.RawPath, u.Path, inPath) }
func (u *URL) EscapedFragment() string { return escapedAs(u.RawFragment, u.Fragment, inFragment) }

// escapedAs is `raw` if that is a way to write `plain`.
func escapedAs(raw, plain string, at place) string {
	valid := raw != ""
	for i := 0; i < len(raw); i++ {
		valid = valid && (strings.IndexByte("!$&'()*+,;=:@[]%", raw[i]) >= 0 || !mustEscape(raw[i], at))
	}
	if back, err := unescape(raw, at); valid && err == nil && back == plain {
		return raw
	}
	if plain == "*" && at == inPath {
		return "*"
	}
	return escape(plain, at)
}

func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		if u.Host != "" || u.User != nil || u.Scheme != "" && u.Path != "" && !u.OmitHost {
			b.WriteString("//")
		}
		if u.User != nil {
			b.WriteString(u.User.String() + "@")
		}
		b.WriteString(escape(u.Host, inHost))
		path := u.EscapedPath()
		if path != "" && path[0] != '/' && u.Host != "" {
			b.WriteByte('/')
		}
		if b.Len() == 0 && looksLikeScheme(path) {
			b.WriteString("./")
		}
		b.WriteString(path)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + u.EscapedFragment())
	}
	return b.String()
}

// Redacted is String with a password that nobody can read.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	c := *u
	if _, has := c.User.Password(); has {
		c.User = UserPassword(c.User.Username(), "xxxxx")
	}
	return c.String()
}

// RequestURI is what stands in a request's first line.
func (u *URL) RequestURI() string {
	s := u.Opaque
	if s == "" {
		s = u.EscapedPath()
		if s == "" {
			s = "/"
		}
	} else if strings.HasPrefix(s, "//") {
		s = u.Scheme + ":" + s
	}
	if u.ForceQuery || u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	return s
}

func (u *URL) IsAbs() bool { return u.Scheme != "" }

func (u *URL) Hostname() string {
	host, _ := u.hostAndPort()
	return host
}

func (u *URL) Port() string {
	_, port := u.hostAndPort()
	return port
}

func (u *URL) hostAndPort() (host, port string) {
	host = u.Host
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && validOptionalPort(host[colon:]) {
		host, port = host[:colon], host[colon+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return
}

func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// ResolveReference is what `ref` means in a document at u.
func (u *URL) ResolveReference(ref *URL) *URL {
	r := *ref
	if ref.Scheme == "" {
		r.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		r.setPath(resolve(ref.EscapedPath(), ""))
		return &r
	}
	if ref.Opaque != "" {
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		r.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			r.Fragment, r.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		r.Opaque = u.Opaque
		r.User, r.Host, r.Path = nil, "", ""
		return &r
	}
	r.Host, r.User = u.Host, u.User
	r.setPath(resolve(u.EscapedPath(), ref.EscapedPath()))
	return &r
}

// resolve takes "." and ".." out of `ref` as seen from `base`.
func resolve(base, ref string) string {
	full := ref
	if ref == "" {
		full = base
	} else if ref[0] != '/' {
		full = base[:strings.LastIndex(base, "/")+1] + ref
	}
	if full == "" {
		return ""
	}
	s, first := "/", true // first: no element stands there yet
	for _, elem := range strings.Split(full, "/") {
		switch elem {
		case ".":
			first = false
		case "..":
			last := strings.LastIndexByte(s[1:], '/')
			first = last < 0
			s = s[:max(last, 0)+1]
		default:
			if !first {
				s += "/"
			}
			s += elem
			first = false
		}
	}
	if strings.HasSuffix("/"+full, "/.") || strings.HasSuffix("/"+full, "/..") {
		s += "/"
	}
	if len(s) > 1 && s[1] == '/' {
		s = s[1:]
	}
	return s
}

func (u *URL) JoinPath(elem ...string) *URL {
	elem = append([]string{u.EscapedPath()}, elem...)
	rooted := strings.HasPrefix(elem[0], "/")
	if !rooted {
		elem[0] = "/" + elem[0]
	}
	p := path.Join(elem...)
	if !rooted {
		p = p[1:]
	}
	if strings.HasSuffix(elem[len(elem)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	c := *u
	c.setPath(p)
	return &c
}

func JoinPath(base string, elem ...string) (string, error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	return u.JoinPath(elem...).String(), nil
}

func (u *URL) MarshalBinary() ([]byte, error) { return []byte(u.String()), nil }

func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err == nil {
		*u = *parsed
	}
	return err
}
