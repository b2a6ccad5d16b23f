// Embedded fields promote fields and methods; an outer name hides an inner one.
package main

import "fmt"

type Animal struct {
	Name string
	Legs int
}

func (a Animal) Describe() string { return fmt.Sprint(a.Name, " with ", a.Legs, " legs") }
func (a *Animal) Rename(n string) { a.Name = n }
func (a Animal) Sound() string    { return "..." }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Sound() string { return "woof, not " + d.Animal.Sound() }

type Puppy struct {
	*Dog
	Age int
}

type Sounder interface{ Sound() string }

type Loud struct{ Sounder }

func main() {
	d := Dog{Animal{"Rex", 4}, "Collie"}
	fmt.Println(d.Name, d.Animal.Name, d.Describe(), d.Sound())
	d.Rename("Max")
	d.Legs--
	fmt.Println(d)
	p := Puppy{&d, 1}
	p.Rename("Tiny")
	fmt.Println(d.Name, p.Name, p.Sound(), p.Age, p.Breed)
	var s Sounder = d
	fmt.Println(s.Sound())
	s = p
	fmt.Println(s.Sound())
	s = &p
	fmt.Println(s.Sound())
	l := Loud{d.Animal}
	fmt.Println(l.Sound())
	l.Sounder = Loud{d}
	fmt.Println(l.Sound())
	e := struct {
		Dog
		Name string
	}{Dog: d, Name: "outer"}
	fmt.Println(e.Name, e.Dog.Name, e.Describe())
	f := p.Describe
	d.Name = "changed"
	fmt.Println(f())
}

// Output:
// Rex Rex Rex with 4 legs woof, not ...
// {{Max 3} Collie}
// Tiny Tiny woof, not ... 1 Collie
// woof, not ...
// woof, not ...
// woof, not ...
// ...
// woof, not ...
// outer Tiny Tiny with 3 legs
// Tiny with 3 legs
