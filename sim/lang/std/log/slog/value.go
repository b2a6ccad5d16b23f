//gopark:quiet
package slog

import (
	"fmt"
	"internal/reflectlite"
	"strconv"
	"time"
)

type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

func (k Kind) String() string {
	return [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group",
		"LogValuer"}[k]
}

// Value holds what its kind says; a group, its []Attr.
type Value struct {
	any  any
	kind Kind
}

type LogValuer interface{ LogValue() Value }

func StringValue(v string) Value          { return Value{v, KindString} }
func IntValue(v int) Value                { return Value{int64(v), KindInt64} }
func Int64Value(v int64) Value            { return Value{v, KindInt64} }
func Uint64Value(v uint64) Value          { return Value{v, KindUint64} }
func Float64Value(v float64) Value        { return Value{v, KindFloat64} }
func BoolValue(v bool) Value              { return Value{v, KindBool} }
func TimeValue(v time.Time) Value         { return Value{v, KindTime} }
func DurationValue(v time.Duration) Value { return Value{v, KindDuration} }

// GroupValue leaves out empty groups.
func GroupValue(as ...Attr) Value {
	list := make([]Attr, 0, len(as))
	for _, a := range as {
		if a.Value.kind != KindGroup || len(a.Value.Group()) > 0 {
			list = append(list, a)
		}
	}
	return Value{list, KindGroup}
}

func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int, int8, int16, int32, int64:
		return Int64Value(int64(reflectlite.Word(v)))
	case uint, uint8, uint16, uint32, uint64, uintptr:
		return Uint64Value(reflectlite.Word(v))
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	case LogValuer:
		return Value{v, KindLogValuer}
	}
	return Value{v, KindAny}
}

func (v Value) Kind() Kind              { return v.kind }
func (v Value) Any() any                { return v.any }
func (v Value) Int64() int64            { return v.any.(int64) }
func (v Value) Uint64() uint64          { return v.any.(uint64) }
func (v Value) Bool() bool              { return v.any.(bool) }
func (v Value) Duration() time.Duration { return v.any.(time.Duration) }
func (v Value) Float64() float64        { return v.any.(float64) }
func (v Value) Time() time.Time         { return v.any.(time.Time) }
func (v Value) LogValuer() LogValuer    { return v.any.(LogValuer) }
func (v Value) Group() []Attr           { return v.any.([]Attr) }

func (v Value) String() string {
	if v.kind == KindFloat64 {
		return strconv.FormatFloat(v.Float64(), 'g', -1, 64)
	}
	return fmt.Sprint(v.any)
}

func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		a, b := v.Group(), w.Group()
		equal := len(a) == len(b)
		for i := 0; equal && i < len(a); i++ {
			equal = a[i].Equal(b[i])
		}
		return equal
	}
	return v.any == w.any
}

// Resolve asks a LogValuer, and whatever that answers with.
func (v Value) Resolve() (resolved Value) {
	defer func() {
		if r := recover(); r != nil {
			resolved = AnyValue(fmt.Errorf("LogValue panicked\n%v", r))
		}
	}()
	asked := v.any
	for i := 0; i < 100; i++ {
		if v.kind != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on %T", asked))
}

type Attr struct {
	Key   string
	Value Value
}

func String(key, value string) Attr             { return Attr{key, StringValue(value)} }
func Int64(key string, value int64) Attr        { return Attr{key, Int64Value(value)} }
func Int(key string, value int) Attr            { return Attr{key, IntValue(value)} }
func Uint64(key string, v uint64) Attr          { return Attr{key, Uint64Value(v)} }
func Float64(key string, v float64) Attr        { return Attr{key, Float64Value(v)} }
func Bool(key string, v bool) Attr              { return Attr{key, BoolValue(v)} }
func Time(key string, v time.Time) Attr         { return Attr{key, TimeValue(v)} }
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }
func Group(key string, args ...any) Attr        { return Attr{key, GroupValue(attrs(args)...)} }
func Any(key string, value any) Attr            { return Attr{key, AnyValue(value)} }

func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }
func (a Attr) String() string    { return a.Key + "=" + a.Value.String() }

// attrs takes keys with their values, and Attrs.
func attrs(args []any) []Attr {
	var list []Attr
	for len(args) > 0 {
		switch x := args[0].(type) {
		case Attr:
			list = append(list, x)
		case string:
			if len(args) > 1 {
				list = append(list, Any(x, args[1]))
				args = args[1:]
			} else {
				list = append(list, String("!BADKEY", x))
			}
		default:
			list = append(list, Any("!BADKEY", x))
		}
		args = args[1:]
	}
	return list
}
