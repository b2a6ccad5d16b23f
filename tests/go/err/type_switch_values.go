package main

func main() {
	switch any(1).(type) {
	case 3: // ERROR "3 is not a type"
	case int, "a": // ERROR `"a" is not a type`
	case nil:
	}
}
