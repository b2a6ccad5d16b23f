package main

import "fmt"

type row struct {
	ID   int    `json:"id"`
	Name string "json:\"name\""
}

func main() {
	// How a tag is written does not matter, what it says does.
	var r any = struct {
		ID   int    "json:\"id\""
		Name string `json:"name"`
	}{1, "a"}
	_, same := r.(struct {
		ID   int    `json:"id"`
		Name string `json:"name"`
	})
	_, other := r.(struct {
		ID   int `json:"ID"`
		Name string
	})
	fmt.Println(same, other, row(r.(struct {
		ID   int    `json:"id"`
		Name string `json:"name"`
	})))
	fmt.Printf("%T\n", r)
}

// Output:
// true false {1 a}
// struct { ID int "json:\"id\""; Name string "json:\"name\"" }
