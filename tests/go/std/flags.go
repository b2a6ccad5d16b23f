// A FlagSet with arguments of its own.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type setting struct {
	workers int
	rate    float64
	wait    time.Duration
	verbose bool
	name    string
	hosts   list
}

func parse(args ...string) {
	var s setting
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	fs.IntVar(&s.workers, "workers", 4, "how many `goroutines` run")
	fs.Float64Var(&s.rate, "rate", 0, "requests a second")
	fs.DurationVar(&s.wait, "wait", time.Second, "patience")
	fs.BoolVar(&s.verbose, "v", false, "say more")
	fs.StringVar(&s.name, "name", "x y", "a name\nof two lines")
	fs.Var(&s.hosts, "host", "again and again")
	n := fs.Uint64("n", 0, "")
	fs.Func("f", "calls a function", func(s string) error {
		if s == "" {
			return errors.New("nothing given")
		}
		return nil
	})
	err := fs.Parse(args)
	fmt.Printf("%+v %d %q %v %v %v\n", s, *n, fs.Args(), fs.NFlag(), fs.NArg(), err)
	fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
	fmt.Println(fs.Parsed(), fs.Arg(0), err == flag.ErrHelp)
}

func main() {
	parse()
	parse("-workers", "7", "--rate=2.5", "-v", "-wait=3m", "-host", "a", "-host=b", "rest", "-v")
	parse("-v=false", "-n", "0x10", "--", "-v")
	parse("-workers", "many")
	parse("-wait", "1")
	parse("-n=-1")
	parse("-unknown")
	parse("-name")
	parse("-v=perhaps")
	parse("-=x")
	parse("-f=")
	parse("-help")
	parse("-workers=99999999999999999999", "-")
	level := flag.Int("level", 3, "of detail")
	flag.Parse()
	fmt.Println(*level, flag.NArg(), flag.Lookup("level").DefValue, flag.Parsed())
	defer func() { fmt.Println(recover()) }()
	flag.CommandLine.SetOutput(os.Stdout)
	again := flag.NewFlagSet("", flag.PanicOnError)
	again.SetOutput(os.Stdout)
	again.Bool("b", false, "")
	again.Parse([]string{"-c"})
}

// Output:
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 <nil>
// true  false
// {workers:7 rate:2.5 wait:180000000000 verbose:true name:x y hosts:[a b]} 0 ["rest" "-v"] 5 2 <nil>
// host=a,b rate=2.5 v=true wait=3m0s workers=7 true rest false
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 16 ["-v"] 2 1 <nil>
// n=16 v=false true -v false
// invalid value "many" for flag -workers: parse error
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:0 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 invalid value "many" for flag -workers: parse error
// true  false
// invalid value "1" for flag -wait: parse error
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:0 verbose:false name:x y hosts:[]} 0 [] 0 0 invalid value "1" for flag -wait: parse error
// true  false
// invalid value "-1" for flag -n: parse error
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 invalid value "-1" for flag -n: parse error
// true  false
// flag provided but not defined: -unknown
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 flag provided but not defined: -unknown
// true  false
// flag needs an argument: -name
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 flag needs an argument: -name
// true  false
// invalid boolean value "perhaps" for -v: parse error
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 invalid boolean value "perhaps" for -v: parse error
// true  false
// bad flag syntax: -=x
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 ["-=x"] 0 1 bad flag syntax: -=x
// true -=x false
// invalid value "" for flag -f: nothing given
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 invalid value "" for flag -f: nothing given
// true  false
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:4 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 [] 0 0 flag: help requested
// true  true
// invalid value "99999999999999999999" for flag -workers: value out of range
// Usage of serve:
//   -f value
//     	calls a function
//   -host value
//     	again and again
//   -n uint
//
//   -name string
//     	a name
//     	of two lines (default "x y")
//   -rate float
//     	requests a second
//   -v	say more
//   -wait duration
//     	patience (default 1s)
//   -workers goroutines
//     	how many goroutines run (default 4)
// {workers:9223372036854775807 rate:0 wait:1000000000 verbose:false name:x y hosts:[]} 0 ["-"] 0 1 invalid value "99999999999999999999" for flag -workers: value out of range
// true - false
// 3 0 3 true
// flag provided but not defined: -c
// Usage:
//   -b
// flag provided but not defined: -c
