// Different fields and different elements are different variables: no race.
package main

import "fmt"

type pair struct{ a, b int }

func main() {
	s := make([]pair, 2)
	var g pair
	array := [4]int{}
	done := make(chan bool)
	go func() {
		s[0].a = 1
		s[1] = pair{3, 4}
		g.a = 1
		array[1]++
		done <- true
	}()
	s[0].b = 2
	g.b = s[0].b + g.b
	array[2] = array[3]
	<-done
	fmt.Println(s, g, array)
}
