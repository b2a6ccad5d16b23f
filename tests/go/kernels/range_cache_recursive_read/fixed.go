// CockroachDB's range cache: a look-up that holds the read lock prints the cache, which read-locks
// again; a writer in between blocks both.
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

type rangeDescriptor struct {
	start, end string
}

type rangeCache struct {
	mu     sync.RWMutex
	ranges map[string]rangeDescriptor
	trace  bool
}

func (c *rangeCache) String() string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.stringLocked()
}

func (c *rangeCache) stringLocked() string {
	var keys []string
	for key := range c.ranges {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return strings.Join(keys, " ")
}

func (c *rangeCache) lookup(key string) (rangeDescriptor, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	d, ok := c.ranges[key]
	if !ok && c.trace {
		fmt.Println("miss in", c.stringLocked())
	}
	return d, ok
}

func (c *rangeCache) evict(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.ranges, key)
}

func main() {
	c := &rangeCache{ranges: map[string]rangeDescriptor{"a": {"a", "m"}}, trace: true}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		c.lookup("x")
	}()
	go func() {
		defer wg.Done()
		c.evict("a")
	}()
	wg.Wait()
}
