// A source of one's own has no lock, unlike the functions of the package.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(1))
	done := make(chan bool)
	go func() {
		fmt.Println(rand.Intn(10) < 10)
		r.Intn(10) // RACE
		done <- true
	}()
	fmt.Println(rand.Intn(10) < 10)
	r.Intn(10) // RACE
	<-done
}
