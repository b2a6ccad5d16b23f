// Syncthing's NAT mapping: clearing the addresses tells the subscribers under the lock, and a
// subscriber asks the mapping for its text.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type subscriber func(m *mapping, added, removed []string)

type mapping struct {
	mut         sync.RWMutex
	protocol    string
	addresses   []string
	subscribers []subscriber
}

func (m *mapping) onChanged(s subscriber) {
	m.mut.Lock()
	m.subscribers = append(m.subscribers, s)
	m.mut.Unlock()
}

func (m *mapping) String() string {
	m.mut.RLock()
	defer m.mut.RUnlock()
	return m.protocol + " -> " + strings.Join(m.addresses, ",")
}

func (m *mapping) notify(added, removed []string) {
	for _, s := range m.subscribers {
		s(m, added, removed)
	}
}

func (m *mapping) clearAddresses() {
	m.mut.Lock()
	removed := m.addresses
	m.addresses = nil
	m.mut.Unlock()
	if len(removed) > 0 {
		m.notify(nil, removed)
	}
}

type service struct {
	mu       sync.Mutex
	mappings []*mapping
}

func (s *service) newMapping(protocol string, addresses ...string) *mapping {
	m := &mapping{protocol: protocol, addresses: addresses}
	s.mu.Lock()
	s.mappings = append(s.mappings, m)
	s.mu.Unlock()
	return m
}

func (s *service) cleanup() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.mappings {
		m.clearAddresses()
	}
}

func main() {
	s := &service{}
	m := s.newMapping("tcp", "192.0.2.1:22000")
	m.onChanged(func(m *mapping, added, removed []string) {
		fmt.Println(m, "lost", removed)
	})
	s.cleanup()
}
