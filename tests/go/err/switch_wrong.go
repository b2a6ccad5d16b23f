package main

func main() {
	x := 1
	switch x {
	case "a": // ERROR `(cannot convert "a" \(untyped string constant\) to int|invalid case "a" in switch on x \(mismatched types untyped string and int\))`
	case 2.5: // ERROR "2\.5 \(untyped float constant\) truncated to int"
	case nil: // ERROR "(cannot convert nil to int|invalid case nil in switch on x \(mismatched types untyped nil and int\))"
	case x > 1: // ERROR "(cannot convert x > 1 \(untyped bool value\) to int|invalid case x > 1 in switch on x \(mismatched types untyped bool and int\))"
	}
	switch {
	case x: // ERROR "invalid case x in switch on true \(mismatched types int and bool\)"
	case 1: // ERROR "(cannot convert 1 \(untyped int constant\) to bool|invalid case 1 in switch on true \(mismatched types untyped int and bool\))"
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
