// A syntax error ends the check of types; of branches only in the function that has it.
package main

func unused() {
	switch {
	case true:
	again: // ERROR "label again defined and not used"
	}
	switch {
	case true:
	again: // ERROR "label again already defined at \S+:7:2"
	}
}

func broken() {
lost:
	switch 1 {
	case 1:
		2: // ERROR "syntax error: unexpected : at end of statement"
	}
	x := "no type is checked"
}

func literal() {
	f := func() { continue } // ERROR "continue is not in a loop"
	3: // ERROR "syntax error: unexpected : at end of statement"
}

func fine() {
	var y int
	goto nowhere // ERROR "label nowhere not defined"
}

func main() {}
