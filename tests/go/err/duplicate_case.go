package main

const c = 2

func main() {
	x := 1
	switch x {
	case 1, 2:
	case 3, 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch\n\t\S+:8:7: previous case"
	case c: // ERROR "duplicate case c \(constant 2 of type int\) in expression switch\n\t\S+:8:10: previous case"
	}
	switch "a" {
	case "a":
	case "b", "a": // ERROR `duplicate case "a" \(constant of type string\) in expression switch\n\t\S+:13:7: previous case`
	}
	switch interface{}(x).(type) {
	case int:
	case string, int: // ERROR "duplicate case int in type switch\n\t\S+:17:7: previous case"
	case nil:
	case nil: // ERROR "duplicate case nil in type switch\n\t\S+:19:7: previous case"
	}
	switch {
	case true:
	case true:
	}
	switch x {
	default:
	default: // ERROR "multiple defaults \(first at \S+:27:2\)"
	}
	select {
	default:
	default: // ERROR "multiple defaults \(first at \S+:31:2\)"
	}
	switch 1.5 {
	case 1.5, 1.5: // ERROR "duplicate case 1\.5 \(constant of type float64\) in expression switch\n\t\S+:35:7: previous case"
	}
}
