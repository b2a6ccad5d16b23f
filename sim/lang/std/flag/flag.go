// Package flag follows Go's package flag. A program in the simulator has no arguments, but a FlagSet may
// be given some.
//
//gopark:quiet
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

func numError(err error) error {
	if errors.Is(err, strconv.ErrSyntax) {
		return errParse
	}
	if errors.Is(err, strconv.ErrRange) {
		return errRange
	}
	return err
}

type Value interface {
	String() string
	Set(string) error
}

type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// value is a flag of one of the basic types.
type value[T any] struct {
	p     *T
	parse func(string) (T, error)
}

func (v *value[T]) Set(s string) error {
	x, err := v.parse(s)
	*v.p = x // also after a mistake
	return err
}
func (v *value[T]) Get() any { return *v.p }
func (v *value[T]) String() string {
	if v == nil || v.p == nil {
		return ""
	}
	return fmt.Sprint(*v.p)
}
func (v *value[T]) IsBoolFlag() bool {
	_, is := any(v.p).(*bool)
	return is
}

func parseBool(s string) (bool, error) {
	b, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	return b, err
}
func parseInt(s string) (int, error) {
	i, err := strconv.ParseInt(s, 0, 64)
	return int(i), numError(err)
}
func parseInt64(s string) (int64, error) {
	i, err := strconv.ParseInt(s, 0, 64)
	return i, numError(err)
}
func parseUint(s string) (uint, error) {
	i, err := strconv.ParseUint(s, 0, 64)
	return uint(i), numError(err)
}
func parseUint64(s string) (uint64, error) {
	i, err := strconv.ParseUint(s, 0, 64)
	return i, numError(err)
}
func parseFloat(s string) (float64, error) {
	f, err := strconv.ParseFloat(s, 64)
	return f, numError(err)
}
func parseText(s string) (string, error) { return s, nil }
func parseDuration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	return d, err
}

type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

type boolFuncValue func(string) error

func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }

type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

type FlagSet struct {
	Usage func()

	name          string
	parsed        bool
	actual        map[string]*Flag
	formal        map[string]*Flag
	args          []string
	errorHandling ErrorHandling
	output        io.Writer
}

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	return &FlagSet{name: name, errorHandling: errorHandling}
}

func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.errorHandling = name, errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.errorHandling }
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}
func (f *FlagSet) NFlag() int     { return len(f.actual) }
func (f *FlagSet) NArg() int      { return len(f.args) }
func (f *FlagSet) Args() []string { return f.args }
func (f *FlagSet) Parsed() bool   { return f.parsed }
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	var names []string
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }
func (f *FlagSet) Visit(fn func(*Flag))    { visit(f.actual, fn) }

func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) mark(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

func (f *FlagSet) Var(value Value, name, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.sprintf("flag %q begins with -", name))
	} else if strings.Contains(name, "=") {
		panic(f.sprintf("flag %q contains =", name))
	}
	if f.formal[name] != nil {
		of := ""
		if f.name != "" {
			of = f.name + " "
		}
		panic(f.sprintf("%sflag redefined: %s", of, name))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func add[T any](f *FlagSet, p *T, name string, v T, usage string, parse func(string) (T, error)) {
	*p = v
	f.Var(&value[T]{p, parse}, name, usage)
}

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	add(f, p, name, value, usage, parseBool)
}
func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	add(f, p, name, value, usage, parseInt)
}
func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	add(f, p, name, value, usage, parseInt64)
}
func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	add(f, p, name, value, usage, parseUint)
}
func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	add(f, p, name, value, usage, parseUint64)
}
func (f *FlagSet) StringVar(p *string, name, value, usage string) {
	add(f, p, name, value, usage, parseText)
}
func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	add(f, p, name, value, usage, parseFloat)
}
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	add(f, p, name, value, usage, parseDuration)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	f.BoolVar(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Int(name string, value int, usage string) *int {
	f.IntVar(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	f.Int64Var(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	f.UintVar(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	f.Uint64Var(&value, name, value, usage)
	return &value
}
func (f *FlagSet) String(name, value, usage string) *string {
	f.StringVar(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	f.Float64Var(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	f.DurationVar(&value, name, value, usage)
	return &value
}
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}

func (f *FlagSet) sprintf(format string, a ...any) string {
	msg := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), msg)
	return msg
}

func (f *FlagSet) failf(format string, a ...any) error {
	err := errors.New(f.sprintf(format, a...))
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprint(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// UnquoteUsage takes a back-quoted name out of the usage, or says the type of the value.
func UnquoteUsage(flag *Flag) (name, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		return "", usage
	}
	switch flag.Value.(type) {
	case *value[time.Duration]:
		return "duration", usage
	case *value[float64]:
		return "float", usage
	case *value[int], *value[int64]:
		return "int", usage
	case *value[string]:
		return "string", usage
	case *value[uint], *value[uint64]:
		return "uint", usage
	}
	return "value", usage
}

func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 {
			line += "\t"
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		switch flag.DefValue {
		case "", "0", "false", "0s":
		default:
			if _, ok := flag.Value.(*value[string]); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line, "\n")
	})
}

// parseOne: whether it was a flag.
func (f *FlagSet) parseOne() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	s := f.args[0]
	if len(s) < 2 || s[0] != '-' {
		return false, nil
	}
	name := s[1:]
	if name[0] == '-' {
		if name = name[1:]; name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", s)
	}
	f.args = f.args[1:]
	name, text, hasValue := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			text = "true"
		}
		if err := flag.Value.Set(text); err != nil {
			if hasValue {
				return false, f.failf("invalid boolean value %q for -%s: %v", text, name, err)
			}
			return false, f.failf("invalid boolean flag %s: %v", name, err)
		}
	} else {
		if !hasValue && len(f.args) > 0 {
			hasValue = true
			text, f.args = f.args[0], f.args[1:]
		}
		if !hasValue {
			return false, f.failf("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(text); err != nil {
			return false, f.failf("invalid value %q for flag -%s: %v", text, name, err)
		}
	}
	f.mark(flag)
	return true, nil
}

func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.parseOne()
		if more {
			continue
		}
		if err == nil || f.errorHandling == ContinueOnError {
			return err
		}
		if f.errorHandling == PanicOnError {
			panic(err)
		}
		if err == ErrHelp {
			os.Exit(0)
		}
		os.Exit(2)
	}
}

// CommandLine is the set that the functions below speak of.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage is what CommandLine says to mistakes.
var Usage = func() { CommandLine.defaultUsage() }

func init() { CommandLine.Usage = func() { Usage() } }

func Parse()                                        { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                                  { return CommandLine.Parsed() }
func Args() []string                                { return CommandLine.Args() }
func NArg() int                                     { return CommandLine.NArg() }
func NFlag() int                                    { return CommandLine.NFlag() }
func Arg(i int) string                              { return CommandLine.Arg(i) }
func PrintDefaults()                                { CommandLine.PrintDefaults() }
func Lookup(name string) *Flag                      { return CommandLine.Lookup(name) }
func Set(name, value string) error                  { return CommandLine.Set(name, value) }
func Visit(fn func(*Flag))                          { CommandLine.Visit(fn) }
func VisitAll(fn func(*Flag))                       { CommandLine.VisitAll(fn) }
func Var(value Value, name, usage string)           { CommandLine.Var(value, name, usage) }
func Func(name, usage string, f func(string) error) { CommandLine.Func(name, usage, f) }
func BoolFunc(name, usage string, f func(string) error) {
	CommandLine.BoolFunc(name, usage, f)
}

func String(name, value, usage string) *string      { return CommandLine.String(name, value, usage) }
func Int(name string, value int, usage string) *int { return CommandLine.Int(name, value, usage) }
func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}
func Uint(name string, value uint, usage string) *uint { return CommandLine.Uint(name, value, usage) }
func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}
func Bool(name string, value bool, usage string) *bool { return CommandLine.Bool(name, value, usage) }
func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}
func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}

func StringVar(p *string, name, value, usage string)      { CommandLine.StringVar(p, name, value, usage) }
func IntVar(p *int, name string, value int, usage string) { CommandLine.IntVar(p, name, value, usage) }
func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}
func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}
func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}
func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}
func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}
func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}
