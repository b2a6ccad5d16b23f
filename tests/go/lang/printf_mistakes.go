// What Printf prints for a wrong verb, too few and too many arguments.
package main

import "fmt"

type T struct{ N int }

func main() {
	format := "%d|%s|%!|%z|%d\n"
	fmt.Printf(format, "text", 5, 1, 2)
	for _, f := range []string{"%d %d\n", "%s\n", "none\n", "%v %v %v\n"} {
		fmt.Printf(f, 1, "b")
	}
	two := "%d"
	fmt.Println(fmt.Sprintf(two), fmt.Sprintf(two, 1, "x", nil), fmt.Sprintf(two, nil), fmt.Sprintf("%s", error(nil)))
	verb := "%t %c %x %s %q %f\n"
	fmt.Printf(verb, 1, "a", true, 3, 4.5, "f")
	s := "%s %d\n"
	fmt.Printf(s, T{1}, T{2})
	fmt.Printf(s, []int{1}, []string{"a"})
	fmt.Printf(s, true, map[string]int{"a": 1})
	end := "100%"
	fmt.Printf(end)
	fmt.Println()
	fmt.Println("%d", 1)
	star := "%*d|\n"
	fmt.Printf(star, "x", 1)
	idx := "%[3]d %[x]d\n"
	fmt.Printf(idx, 1, 2)
}

// Output:
// %!d(string=text)|%!s(int=5)|%!!(int=1)|%!z(int=2)|%!d(MISSING)
// 1 %!d(string=b)
// %!s(int=1)
// %!(EXTRA string=b)none
// %!(EXTRA int=1, string=b)1 b %!v(MISSING)
// %!d(MISSING) 1%!(EXTRA string=x, <nil>) %!d(<nil>) %!s(<nil>)
// %!t(int=1) %!c(string=a) %!x(bool=true) %!s(int=3) %!q(float64=4.5) %!f(string=f)
// {%!s(int=1)} {2}
// [%!s(int=1)] [%!d(string=a)]
// %!s(bool=true) map[%!d(string=a):1]
// 100%!(NOVERB)
// %d 1
// %!(BADWIDTH)1|
// %!d(BADINDEX) %!d(BADINDEX)
