package main

import (
	"fmt"
	"sync"
	"time"
)

type Account struct {
	mutex   sync.Mutex
	id      int
	balance int
}

func transfer(from, to *Account, amount int) {
	first, second := from, to
	first.mutex.Lock()
	defer first.mutex.Unlock()
	time.Sleep(time.Millisecond) // asks whether the transfer is allowed
	second.mutex.Lock()
	defer second.mutex.Unlock()
	from.balance -= amount
	to.balance += amount
}

func Example() {
	alice := &Account{id: 1, balance: 100}
	bob := &Account{id: 2, balance: 100}
	go transfer(alice, bob, 10)
	go transfer(bob, alice, 20)
	fmt.Println("two transfers are on their way")
}

func main() {
	Example()
	time.Sleep(20 * time.Millisecond)
}
