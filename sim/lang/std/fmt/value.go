//gopark:quiet
package fmt

import "internal/reflectlite"

func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.add("%!")
	p.addRune(verb)
	p.add("(")
	switch {
	case p.arg != nil:
		p.add(reflectlite.TypeName(p.arg))
		p.add("=")
		p.printArg(p.arg, 'v')
	case p.value != nil:
		p.add(reflectlite.TypeName(p.value))
		p.add("=")
		p.printValue(p.value, false, 'v', 0)
	default:
		p.add("<nil>")
	}
	p.add(")")
	p.erroring = false
}

func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if reflectlite.KindOf(arg) == reflectlite.Pointer && reflectlite.Address(arg) == 0 {
		p.add("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.flags
	p.flags = flags{}
	p.add("%!")
	p.addRune(verb)
	p.add("(PANIC=" + method + " method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.add(")")
	p.flags = old
}

// methods prints by a method of p.arg, if it has one that counts.
func (p *printer) methods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapErrs {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.pad(p.truncated(s.GoString()), p.zero)
		}
		return
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.fmtString(v.Error(), verb)
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.fmtString(v.String(), verb)
		}
	}
	return
}

func (p *printer) printArg(arg any, verb rune) {
	p.arg, p.value = arg, nil
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.pad("<nil>", p.zero)
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.pad(p.truncated(reflectlite.TypeName(arg)), p.zero)
		return
	case 'p':
		p.fmtPointer(arg, verb)
		return
	}
	switch v := arg.(type) {
	case string:
		p.fmtString(v, verb)
	case int:
		p.fmtInteger(uint64(v), true, verb)
	case bool:
		p.fmtBool(v, verb)
	case []byte:
		p.fmtBytes(v, verb, "[]byte")
	default:
		if !p.basic(arg, verb) && !p.methods(verb) {
			p.printValue(arg, false, verb, 0)
		}
	}
}

// basic prints values of Go's own number types, which have no methods.
func (p *printer) basic(arg any, verb rune) bool {
	switch arg.(type) {
	case int8, int16, int32, int64:
		p.fmtInteger(reflectlite.Word(arg), true, verb)
	case uint, uint8, uint16, uint32, uint64, uintptr:
		p.fmtInteger(reflectlite.Word(arg), false, verb)
	case float64:
		p.fmtFloat(reflectlite.Float(arg), 64, verb)
	case float32:
		p.fmtFloat(reflectlite.Float(arg), 32, verb)
	default:
		return false
	}
	return true
}

// inside prints an element or field. When it is a nil interface, typeName is its static type.
// hidden: it was reached through an unexported field, and its methods do not count.
func (p *printer) inside(v any, typeName string, hidden bool, verb rune, depth int) {
	if v != nil {
		p.printValue(v, hidden, verb, depth)
	} else if p.sharpV {
		p.add(typeName + "(nil)")
	} else {
		p.add("<nil>")
	}
}

func (p *printer) separate(i int) {
	if i == 0 {
		return
	}
	if p.sharpV {
		p.add(", ")
	} else {
		p.add(" ")
	}
}

func (p *printer) printValue(v any, hidden bool, verb rune, depth int) {
	if depth > 0 && !hidden {
		p.arg = v
		if p.methods(verb) {
			return
		}
	}
	p.arg, p.value = nil, v
	switch k := reflectlite.KindOf(v); k {
	case reflectlite.Bool:
		p.fmtBool(reflectlite.Word(v) != 0, verb)
	case reflectlite.Float32:
		p.fmtFloat(reflectlite.Float(v), 32, verb)
	case reflectlite.Float64:
		p.fmtFloat(reflectlite.Float(v), 64, verb)
	case reflectlite.String:
		p.fmtString(reflectlite.Text(v), verb)
	case reflectlite.Map:
		p.printMap(v, hidden, verb, depth)
	case reflectlite.Struct:
		p.printStruct(v, hidden, verb, depth)
	case reflectlite.Slice, reflectlite.Array:
		p.printList(v, hidden, verb, depth)
	case reflectlite.Pointer:
		if depth == 0 && reflectlite.Address(v) != 0 {
			switch reflectlite.ElemKind(v) {
			case reflectlite.Array, reflectlite.Slice, reflectlite.Struct, reflectlite.Map:
				p.add("&")
				p.printValue(reflectlite.Elem(v), hidden, verb, depth+1)
				return
			}
		}
		p.fmtPointer(v, verb)
	case reflectlite.Chan, reflectlite.Func:
		p.fmtPointer(v, verb)
	default:
		p.fmtInteger(reflectlite.Word(v), k <= reflectlite.Int64, verb)
	}
}

func (p *printer) printMap(v any, hidden bool, verb rune, depth int) {
	end := "]"
	if p.sharpV {
		p.add(reflectlite.TypeName(v))
		if reflectlite.Address(v) == 0 {
			p.add("(nil)")
			return
		}
		p.add("{")
		end = "}"
	} else {
		p.add("map[")
	}
	for i, entry := range reflectlite.MapOrder(v) {
		p.separate(i)
		p.inside(reflectlite.MapKey(v, entry), reflectlite.KeyTypeName(v), hidden, verb, depth+1)
		p.add(":")
		p.inside(reflectlite.MapValue(v, entry), reflectlite.ElemTypeName(v), hidden, verb, depth+1)
	}
	p.add(end)
}

func (p *printer) printStruct(v any, hidden bool, verb rune, depth int) {
	if p.sharpV {
		p.add(reflectlite.TypeName(v))
	}
	p.add("{")
	for i := 0; i < reflectlite.Len(v); i++ {
		p.separate(i)
		if p.plusV || p.sharpV {
			p.add(reflectlite.FieldName(v, i))
			p.add(":")
		}
		field := reflectlite.Index(v, i)
		switch {
		case hidden || reflectlite.FieldExported(v, i):
			p.inside(field, reflectlite.FieldTypeName(v, i), hidden, verb, depth+1)
		case reflectlite.FieldEmbedsStruct(v, i):
			// Its methods do not count, those of its exported fields do. (Go: reflect's flagEmbedRO.)
			p.arg, p.value = nil, field
			p.printStruct(field, false, verb, depth+1)
		default:
			p.inside(field, reflectlite.FieldTypeName(v, i), true, verb, depth+1)
		}
	}
	p.add("}")
}

func (p *printer) printList(v any, hidden bool, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X':
		if reflectlite.ElemKind(v) == reflectlite.Uint8 {
			p.fmtBytes(reflectlite.Bytes(v), verb, reflectlite.TypeName(v))
			return
		}
	}
	begin, end := "[", "]"
	if p.sharpV {
		p.add(reflectlite.TypeName(v))
		if reflectlite.KindOf(v) == reflectlite.Slice && reflectlite.Address(v) == 0 {
			p.add("(nil)")
			return
		}
		begin, end = "{", "}"
	}
	p.add(begin)
	for i := 0; i < reflectlite.Len(v); i++ {
		p.separate(i)
		p.inside(reflectlite.Index(v, i), reflectlite.ElemTypeName(v), hidden, verb, depth+1)
	}
	p.add(end)
}

func (p *printer) fmtPointer(v any, verb rune) {
	switch reflectlite.KindOf(v) {
	case reflectlite.Chan, reflectlite.Func, reflectlite.Map, reflectlite.Pointer, reflectlite.Slice:
	default:
		p.badVerb(verb)
		return
	}
	u := reflectlite.Address(v)
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.add("(" + reflectlite.TypeName(v) + ")(")
			if u == 0 {
				p.add("nil")
			} else {
				p.hex(u, true)
			}
			p.add(")")
		case u == 0:
			p.pad("<nil>", p.zero)
		default:
			p.hex(u, !p.sharp)
		}
	case 'p':
		p.hex(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.fmtInteger(u, false, verb)
	default:
		p.badVerb(verb)
	}
}
