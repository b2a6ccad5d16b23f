package main

func main() {
	x := 1
	switch x {
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to int`
	case 2.5: // ERROR "2\.5 \(untyped float constant\) truncated to int"
	case nil: // ERROR "cannot convert nil to int"
	case x > 1: // ERROR "cannot convert x > 1 \(untyped bool value\) to int"
	}
	switch {
	case x: // ERROR "invalid case x in switch on true \(mismatched types int and bool\)"
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to bool"
	}
	switch x := x.(type) { // ERROR "declared and not used: x" "x \(variable of type int\) is not an interface"
	}
	var e error
	switch e.(type) {
	case int: // ERROR "impossible type switch case: int\n\te \(variable of type error\) cannot have dynamic type int \(missing method Error\)"
	case *T: // ERROR "impossible type switch case: \*T\n\te \(variable of type error\) cannot have dynamic type \*T \(missing method Error\)"
	}
	switch y := e.(type) { // ERROR "declared and not used: y"
	}
	fallthrough // ERROR "fallthrough statement out of place"
	switch x {
	case 1:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	switch x {
	case 1:
		if true {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	case 2:
	}
	switch e.(type) {
	case error:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
	}
	switch f := func() {}; f {
	case f: // ERROR "invalid case f in switch on f \(func can only be compared to nil\)"
	}
}

type T struct{}
