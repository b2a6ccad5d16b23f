package main

import "testing"

func TestRight(t *testing.T) {}
func TestWrong(t *testing.B) {} // ERROR "wrong signature for TestWrong, must be: func TestWrong\(t \*testing\.T\)"
func TestLater()             {}
