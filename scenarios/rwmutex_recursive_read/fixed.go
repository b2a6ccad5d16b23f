package main

import (
	"fmt"
	"sync"
	"time"
)

type Config struct {
	mutex  sync.RWMutex
	values map[string]string
}

func (config *Config) Get(key string) string {
	config.mutex.RLock()
	defer config.mutex.RUnlock()
	return config.values[key]
}

func (config *Config) Set(key, value string) {
	config.mutex.Lock()
	defer config.mutex.Unlock()
	config.values[key] = value
}

func (config *Config) Address() string {
	config.mutex.RLock()
	defer config.mutex.RUnlock()
	host := config.values["host"]
	time.Sleep(6 * time.Millisecond) // asks the name server
	return host + ":" + config.values["port"]
}

func Example() {
	config := &Config{values: map[string]string{"host": "localhost", "port": "80"}}
	go func() {
		fmt.Println("address:", config.Address())
	}()
	go func() {
		time.Sleep(3 * time.Millisecond)
		config.Set("port", "81")
	}()
}

func main() {
	Example()
	time.Sleep(20 * time.Millisecond)
}
