// BUG main deadlock sync.Mutex.Lock
package main

import "sync"

func main() {
	var once sync.Once
	var f func()
	f = func() { once.Do(f) }
	once.Do(f)
}
