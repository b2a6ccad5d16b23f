//gopark:refused is not a main package

package lesson

func Example() {}
