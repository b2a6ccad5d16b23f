package main

func none() {
	return 1 // ERROR "too many return values\n\thave \(number\)\n\twant \(\)"
}

func one() int {
	return // ERROR "not enough return values\n\thave \(\)\n\twant \(int\)"
}

func two() (int, string) {
	return 1 // ERROR "not enough return values\n\thave \(number\)\n\twant \(int, string\)"
}

func three() (a int, b string, err error) {
	if a > 0 {
		return 1, "x" // ERROR "not enough return values\n\thave \(number, string\)\n\twant \(int, string, error\)"
	}
	return
}

func many() int {
	return 1, 2 // ERROR "too many return values\n\thave \(number, number\)\n\twant \(int\)"
}

func wrong() (int, string) {
	return "a", 1 // ERROR `cannot use "a" \(untyped string constant\) as int value in return statement` "cannot use 1 \(untyped int constant\) as string value in return statement"
}

func call() (int, int) {
	return two() // ERROR "cannot use two\(\) \(value of type string\) as int value in return statement"
}

func fromThree() (int, string) {
	return three() // ERROR "too many return values\n\thave \(int, string, error\)\n\twant \(int, string\)"
}

func shadow() (err error) {
	{
		err := error(nil)
		_ = err
		return // ERROR "result parameter err not in scope at return\n\t\S+:40:3: inner declaration of var err error"
	}
}

func main() {
	return 5 // ERROR "too many return values\n\thave \(number\)\n\twant \(\)"
}
