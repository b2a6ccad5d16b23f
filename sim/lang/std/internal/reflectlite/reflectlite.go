// Package reflectlite is what the standard packages of the simulator may ask about a boxed value.
// All of it is native: vm/natives_reflect.cc. A nil interface is Invalid; interfaces inside a value
// are never seen as such: elements and fields of interface type come as what they hold, or nil.
//
//gopark:quiet
package reflectlite

type Kind int

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	String
	Pointer
	Slice
	Array
	Map
	Chan
	Struct
	Func
	Interface
)

// names are those of Kind, in its order.
const names = "invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 " +
	"float64 string ptr slice array map chan struct func interface "

func (k Kind) String() string {
	rest := names
	for ; ; k-- {
		end := 0
		for rest[end] != ' ' {
			end++
		}
		if k == 0 {
			return rest[:end]
		}
		rest = rest[end+1:]
	}
}

// ValueError is the panic of a question that a value of this kind cannot answer.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func KindOf(v any) Kind

// TypeName is what %T prints.
func TypeName(v any) string

// ElemKind and ElemTypeName tell the static type of what a pointer, slice, array, map or channel holds.
func ElemKind(v any) Kind
func ElemTypeName(v any) string
func KeyTypeName(v any) string

// Word is the one word of a bool, integer (sign- or zero-extended), or float (bits of a float64).
func Word(v any) uint64
func Float(v any) float64
func Text(v any) string

// Address is a number that stands for what a pointer, slice, map, channel or function refers to; 0 for nil.
func Address(v any) uint64

// Len is that of a string, slice, array, map or channel, and the number of a struct's fields.
func Len(v any) int

// Index copies element i of a slice or array, or field i of a struct.
func Index(v any, i int) any
func FieldName(v any, i int) string
func FieldTypeName(v any, i int) string
func FieldExported(v any, i int) bool
func FieldEmbedsStruct(v any, i int) bool

// Bytes copies a slice or array of a type whose kind is Uint8.
func Bytes(v any) []byte

// Elem copies what a pointer that is not nil points to.
func Elem(v any) any

// MapOrder numbers a map's entries in the order in which fmt prints them.
func MapOrder(v any) []int
func MapKey(v any, entry int) any
func MapValue(v any, entry int) any

func SameType(a, b any) bool
func Comparable(v any) bool

// Assign does *target = v if v may be assigned to what the pointer target points to.
func Assign(target, v any) bool

// Store does *target = word, as Word has it, or text if target points to a string. REQUIRES: it points to
// a bool, a number or a string.
func Store(target any, word uint64, text string)

// Swap exchanges elements i and j of a slice.
func Swap(slice any, i, j int)
