// log/slog: what its three handlers write, levels, groups, attributes that resolve or are replaced.
package main

//gopark:go1.22

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"math"
	"os"
	"time"
)

type pt struct{ X, Y int }
type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type loop struct{}

func (loop) LogValue() slog.Value {
	return slog.GroupValue(slog.Any("in", secret("x")), slog.Int("n", 1))
}

type perr struct{ s string }

func (p *perr) Error() string { return p.s }

type mt struct{}

func (mt) MarshalText() ([]byte, error) { return []byte("m t"), nil }

type mte struct{}

func (mte) MarshalText() ([]byte, error) { return nil, errors.New("nope") }

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if a.Key == "drop" {
		return slog.Attr{}
	}
	if a.Key == "up" {
		return slog.String(fmt.Sprint("UP", groups), a.Value.String())
	}
	return a
}

func use(l *slog.Logger) {
	ctx := context.Background()
	l.Info("hello world", "a", 1, "b", "x y", "c", true, "d", 2*time.Second, "e", 1.5, "f", errors.New("bad thing"), "g", nil, "h", []int{1, 2}, "i", "", "j", "q\"uo", "k=v", 3)
	l.Warn("w\nl", "tab", "a\tb", "uni", "héllo", "sep", "\u2028", "inv", "\xff", "back", `a\b`, "ctl", "\x01", "del", "\x7f", "ls", "<&>")
	l.Error("bad", "odd")
	l.Error("bad", 5, slog.Int("n", 2), "y")
	l.Debug("debug", "x", 1)
	l.Log(ctx, slog.Level(2), "custom", slog.Group("g", slog.Int("a", 1), slog.Group("h", "b", 2), slog.Group("empty")))
	l.Log(ctx, slog.Level(-6), "deep")
	l.Log(ctx, slog.Level(13), "high")
	l.LogAttrs(ctx, slog.LevelWarn, "attrs", slog.Any("s", secret("pw")), slog.Any("loop", loop{}), slog.Uint64("u", math.MaxUint64), slog.Float64("f", 1e21), slog.Float64("f2", 1e-7), slog.Bool("b", false), slog.Any("nilerr", (*perr)(nil)), slog.Any("mt", mt{}), slog.Any("mte", mte{}), slog.Any("bytes", []byte("hi\n")))
	w := l.With("svc", "api", "drop", 1).WithGroup("req").With("id", 7, slog.Group("", slog.Int("inl", 1)))
	w.Info("in group", "path", "/x", "up", "y")
	w.WithGroup("deep").Info("no attrs")
	w.WithGroup("deep").WithGroup("er").Info("attrs", "k", "v", "drop", 2)
	w.WithGroup("deep").Info("all dropped", "drop", 2)
	l.WithGroup("g").With("drop", 1).Info("m", "a", 1)
	l.WithGroup("g").With().Info("m2", slog.Group("e"))
	l.With(slog.Group("e")).Info("", slog.Attr{})
	l.Info("m", slog.Group("g", slog.Int("drop", 1)))
	l.Info("types", "i8", int8(-3), "u8", uint8(3), "f32", float32(1.25), "r", 'x', "t", time.Unix(0, 5000000).UTC(), "lvl", slog.LevelWarn, "m", map[string]int{"b": 1, "a": 2}, "p", &[]int{3}[0] == nil, "arr", [2]bool{true}, "nilm", map[string]int(nil), "nils", []string(nil), "es", []string{}, "anys", []any{1, "x", nil})
	fmt.Println(l.Enabled(ctx, slog.LevelDebug), l.Enabled(ctx, slog.LevelInfo))
	l.Info("nan", "n", math.NaN(), "i", math.Inf(1), "fn", 2.0)
}

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	use(slog.Default())
	log.SetFlags(log.Lshortfile)
	slog.Info("place", "k", "v")
	slog.Default().Warn("place2")
	log.SetFlags(0)
	use(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})))
	use(slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelDebug})))
	use(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelWarn})))
	var lv slog.LevelVar
	lv.Set(slog.LevelError)
	fmt.Println(&lv, lv.Level(), slog.Int("a", 1), slog.Group("g", "a", 1, "b", 2.5), slog.AnyValue(nil), slog.KindGroup, slog.Any("x", pt{1, 2}))
	h := slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime, Level: &lv})
	l := slog.New(h)
	l.Warn("not shown")
	lv.Set(slog.LevelDebug)
	l.Debug("shown", "d", time.Second)
	slog.SetDefault(l)
	log.Print("through log")
	slog.Info("default now")
	slog.NewLogLogger(h, slog.LevelWarn).Printf("x%d", 1)
	fmt.Println(slog.Int("a", 1).Equal(slog.Int64("a", 1)), slog.GroupValue(slog.Int("a", 1)).Equal(slog.GroupValue(slog.Int("a", 2))))
	slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime})).Info("s", "pt", pt{1, 2}, "ptr", &pt{3, 4}, "b", []byte{1})
}

// Output:
// INFO hello world a=1 b="x y" c=true d=2s e=1.5 f="bad thing" g=<nil> h="[1 2]" i="" j="q\"uo" "k=v"=3
// WARN w
// l tab="a\tb" uni=héllo sep="\u2028" inv="\xff" back=a\b ctl="\x01" del= ls=<&>
// ERROR bad !BADKEY=odd
// ERROR bad !BADKEY=5 n=2 !BADKEY=y
// INFO+2 custom g.a=1 g.h.b=2
// ERROR+5 high
// WARN attrs s=*** loop.in=*** loop.n=1 u=18446744073709551615 f=1e+21 f2=1e-07 b=false nilerr=<nil> mt="m t" mte=!ERROR:nope bytes="hi\n"
// INFO in group svc=api drop=1 req.id=7 req.inl=1 req.path=/x req.up=y
// INFO no attrs svc=api drop=1 req.id=7 req.inl=1
// INFO attrs svc=api drop=1 req.id=7 req.inl=1 req.deep.er.k=v req.deep.er.drop=2
// INFO all dropped svc=api drop=1 req.id=7 req.inl=1 req.deep.drop=2
// INFO m g.drop=1 g.a=1
// INFO m2
// INFO
// INFO m g.drop=1
// INFO types i8=-3 u8=3 f32=1.25 r=120 t=1970-01-01T00:00:00.005Z lvl=WARN m="map[a:2 b:1]" p=false arr="[true false]" nilm=map[] nils=[] es=[] anys="[1 x <nil>]"
// false true
// INFO nan n=NaN i=+Inf fn=2
// slog_lines.go:83: INFO place k=v
// slog_lines.go:84: WARN place2
// level=INFO msg="hello world" a=1 b="x y" c=true d=2s e=1.5 f="bad thing" g=<nil> h="[1 2]" i="" j="q\"uo" "k=v"=3
// level=WARN msg="w\nl" tab="a\tb" uni=héllo sep="\u2028" inv="\xff" back=a\b ctl="\x01" del= ls=<&>
// level=ERROR msg=bad !BADKEY=odd
// level=ERROR msg=bad !BADKEY=5 n=2 !BADKEY=y
// level=INFO+2 msg=custom g.a=1 g.h.b=2
// level=ERROR+5 msg=high
// level=WARN msg=attrs s=*** loop.in=*** loop.n=1 u=18446744073709551615 f=1e+21 f2=1e-07 b=false nilerr=<nil> mt="m t" mte=!ERROR:nope bytes="hi\n"
// level=INFO msg="in group" svc=api req.id=7 req.inl=1 req.path=/x req.UP[req]=y
// level=INFO msg="no attrs" svc=api req.id=7 req.inl=1
// level=INFO msg=attrs svc=api req.id=7 req.inl=1 req.deep.er.k=v
// level=INFO msg="all dropped" svc=api req.id=7 req.inl=1
// level=INFO msg=m g.a=1
// level=INFO msg=m2
// level=INFO msg=""
// level=INFO msg=m
// level=INFO msg=types i8=-3 u8=3 f32=1.25 r=120 t=1970-01-01T00:00:00.005Z lvl=WARN m="map[a:2 b:1]" p=false arr="[true false]" nilm=map[] nils=[] es=[] anys="[1 x <nil>]"
// false true
// level=INFO msg=nan n=NaN i=+Inf fn=2
// {"level":"INFO","msg":"hello world","a":1,"b":"x y","c":true,"d":2000000000,"e":1.5,"f":"bad thing","g":null,"h":[1,2],"i":"","j":"q\"uo","k=v":3}
// {"level":"WARN","msg":"w\nl","tab":"a\tb","uni":"héllo","sep":"\u2028","inv":"\ufffd","back":"a\\b","ctl":"\u0001","del":"","ls":"<&>"}
// {"level":"ERROR","msg":"bad","!BADKEY":"odd"}
// {"level":"ERROR","msg":"bad","!BADKEY":5,"n":2,"!BADKEY":"y"}
// {"level":"DEBUG","msg":"debug","x":1}
// {"level":"INFO+2","msg":"custom","g":{"a":1,"h":{"b":2}}}
// {"level":"ERROR+5","msg":"high"}
// {"level":"WARN","msg":"attrs","s":"***","loop":{"in":"***","n":1},"u":18446744073709551615,"f":1e+21,"f2":1e-7,"b":false,"nilerr":"<nil>","mt":"m t","mte":"!ERROR:nope","bytes":"aGkK"}
// {"level":"INFO","msg":"in group","svc":"api","req":{"id":7,"inl":1,"path":"/x","UP[req]":"y"}}
// {"level":"INFO","msg":"no attrs","svc":"api","req":{"id":7,"inl":1}}
// {"level":"INFO","msg":"attrs","svc":"api","req":{"id":7,"inl":1,"deep":{"er":{"k":"v"}}}}
// {"level":"INFO","msg":"all dropped","svc":"api","req":{"id":7,"inl":1}}
// {"level":"INFO","msg":"m","g":{"a":1}}
// {"level":"INFO","msg":"m2"}
// {"level":"INFO","msg":""}
// {"level":"INFO","msg":"m"}
// {"level":"INFO","msg":"types","i8":-3,"u8":3,"f32":1.25,"r":120,"t":"1970-01-01T00:00:00.005Z","lvl":"WARN","m":{"a":2,"b":1},"p":false,"arr":[true,false],"nilm":null,"nils":null,"es":[],"anys":[1,"x",null]}
// true true
// {"level":"INFO","msg":"nan","n":"!ERROR:json: unsupported value: NaN","i":"!ERROR:json: unsupported value: +Inf","fn":2}
// level=WARN msg="w\nl" tab="a\tb" uni=héllo sep="\u2028" inv="\xff" back=a\b ctl="\x01" del= ls=<&>
// level=ERROR msg=bad !BADKEY=odd
// level=ERROR msg=bad !BADKEY=5 n=2 !BADKEY=y
// level=ERROR+5 msg=high
// level=WARN msg=attrs s=*** loop.in=*** loop.n=1 u=18446744073709551615 f=1e+21 f2=1e-07 b=false nilerr=<nil> mt="m t" mte=!ERROR:nope bytes="hi\n"
// false false
// LevelVar(ERROR) ERROR a=1 g=[a=1 b=2.5] <nil> Group x={1 2}
// {"level":"DEBUG","msg":"shown","d":1000000000}
// {"level":"INFO","msg":"through log"}
// {"level":"INFO","msg":"default now"}
// {"level":"WARN","msg":"x1"}
// true false
// level=INFO msg=s pt="{X:1 Y:2}" ptr="&{X:3 Y:4}" b="\x01"
