package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Add()       // ERROR "not enough arguments in call to wg\.Add\n\thave \(\)\n\twant \(int\)"
	wg.Add("a")    // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to wg\.Add`
	wg.Done(1)     // ERROR "too many arguments in call to wg\.Done\n\thave \(number\)\n\twant \(\)"
	x := wg.Wait() // ERROR "wg\.Wait\(\) \(no value\) used as value"
	var m sync.Mutex
	m.Lock(1)        // ERROR "too many arguments in call to m\.Lock\n\thave \(number\)\n\twant \(\)"
	time.Sleep("1s") // ERROR `cannot use "1s" \(untyped string constant\) as time\.Duration value in argument to time\.Sleep`
	time.Sleep(1.5)  // ERROR "cannot use 1\.5 \(untyped float constant\) as time\.Duration value in argument to time\.Sleep \(truncated\)"
	n := 3
	time.Sleep(n * time.Second)                         // ERROR "invalid operation: n \* time\.Second \(mismatched types int and time\.Duration\)"
	var d time.Duration = n                             // ERROR "cannot use n \(variable of type int\) as time\.Duration value in variable declaration"
	ctx := context.WithCancel(context.Background())     // ERROR "assignment mismatch: 1 variable but context\.WithCancel returns 2 values"
	ctx, cancel := context.WithTimeout(5 * time.Second) // ERROR "not enough arguments in call to context\.WithTimeout\n\thave \(time\.Duration\)\n\twant \(context\.Context, time\.Duration\)"
	s := strconv.Itoa("1")                              // ERROR `cannot use "1" \(untyped string constant\) as int value in argument to strconv\.Itoa`
	i := strconv.Atoi("1")                              // ERROR "assignment mismatch: 1 variable but strconv\.Atoi returns 2 values"
	fmt.Println(errors.New(5), errors.Is("a"))          // ERROR "cannot use 5 \(untyped int constant\) as string value in argument to errors\.New" "not enough arguments in call to errors\.Is\n\thave \(string\)\n\twant \(error, error\)"
	var e error = fmt.Sprintf("x")                      // ERROR `cannot use fmt\.Sprintf\("x"\) \(value of type string\) as error value in variable declaration: string does not implement error \(missing method Error\)`
	os.Exit("a")                                        // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to os\.Exit`
	strings.Join("a", "b")                              // ERROR `cannot use "a" \(untyped string constant\) as \[\]string value in argument to strings\.Join`
	sort.Ints([]string{})                               // ERROR "cannot use \[\]string\{\} \(value of type \[\]string\) as \[\]int value in argument to sort\.Ints"
	once := sync.Once{}
	once.Do(func() int { return 1 }) // ERROR "cannot use func\(\) int \{…\} \(value of type func\(\) int\) as func\(\) value in argument to once\.Do"
	_, _, _, _, _, _ = x, d, s, i, e, cancel
}
