// What stands in a case of a type switch and is no type is looked into all the same.
package main

func size(int) int { return 0 }

func kind(x any) {
	const three = 3
	switch x.(type) {
	case 1 + "a": // ERROR `1 \+ "a" is not a type` `invalid operation: 1 \+ "a" \(mismatched types untyped int and untyped string\)`
	case size(undefinedThing): // ERROR "size\(undefinedThing\) is not a type" "undefined: undefinedThing"
	case -x: // ERROR "-x is not a type" "invalid operation: operator - not defined on x \(variable of type any\)"
	case func() int { return "s" }(): // ERROR "func\(\) int \{…\}\(\) is not a type" `cannot use "s" \(untyped string constant\) as int value in return statement`
	case (map[string]int{"a": "b"}): // ERROR "map\[string\]int\{…\} is not a type" `cannot use "b" \(untyped string constant\) as int value in map literal`
	case three, x: // ERROR "three \(untyped int constant 3\) is not a type" "x \(variable of type any\) is not a type"
	case []int, nil:
	}
}

func main() { kind(1) }
