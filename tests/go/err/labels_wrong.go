package main

func main() {
unused: // ERROR "label unused defined and not used"
	for {
		break
	}
	for {
		break missing // ERROR "break label not defined: missing"
	}
	for {
		continue nowhere // ERROR "continue label not defined: nowhere"
	}
	break    // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	func() {
		break // ERROR "break is not in a loop, switch, or select"
	}()
outer:
	for {
		func() {
			break outer // ERROR "break label not defined: outer"
		}()
		break outer
	}
sw:
	switch {
	case true:
		continue sw // ERROR "invalid continue label sw"
	}
twice:
	for {
		break twice
	}
twice: // ERROR "label twice already defined at \S+:31:1"
	for {
		break twice // ERROR "invalid break label twice"
	}
block:
	{
		break block // ERROR "invalid break label block"
	}
	if true {
		continue // ERROR "continue is not in a loop"
	}
}
