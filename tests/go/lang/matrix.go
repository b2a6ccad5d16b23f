// Nested slices and arrays in loops.
package main

import "fmt"

func multiply(a, b [][]int) [][]int {
	n := len(a)
	c := make([][]int, n)
	for i := range c {
		c[i] = make([]int, len(b[0]))
		for j := range c[i] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func main() {
	a := [][]int{{1, 2}, {3, 4}}
	fmt.Println(multiply(a, [][]int{{0, 1}, {1, 0}}), multiply(a, a))
	var grid [3][4]rune
	for y := range grid {
		for x := range grid[y] {
			grid[y][x] = '.'
		}
	}
	grid[1][2] = '#'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	sieve := make([]bool, 50)
	for i := 2; i < len(sieve); i++ {
		if !sieve[i] {
			fmt.Print(i, " ")
			for j := i * i; j < len(sieve); j += i {
				sieve[j] = true
			}
		}
	}
	fmt.Println()
	triangle := [][]int{}
	for i := 0; i < 5; i++ {
		row := make([]int, i+1)
		row[0], row[i] = 1, 1
		for j := 1; j < i; j++ {
			row[j] = triangle[i-1][j-1] + triangle[i-1][j]
		}
		triangle = append(triangle, row)
	}
	fmt.Println(triangle)
}

// Output:
// [[2 1] [4 3]] [[7 10] [15 22]]
// ....
// ..#.
// ....
// 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
// [[1] [1 1] [1 2 1] [1 3 3 1] [1 4 6 4 1]]
