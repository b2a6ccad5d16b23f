//gopark:quiet
package sync

import (
	"internal/reflectlite"
	"internal/section"
)

// Map is an ordinary map, and each operation one section, so that schedules differ by their order.
type Map struct {
	guard section.Guard
	m     map[any]any
}

// begin panics, before the section, with a key that has no hash.
func (m *Map) begin(key any) {
	_ = map[any]any(nil)[key]
	m.guard.Begin()
	if m.m == nil {
		m.m = map[any]any{}
	}
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.begin(key)
	value, ok = m.m[key]
	m.guard.End(false)
	return
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.begin(key)
	if actual, loaded = m.m[key]; !loaded {
		m.m[key] = value
		actual = value
	}
	m.guard.End(!loaded)
	return
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.begin(key)
	value, loaded = m.m[key]
	delete(m.m, key)
	m.guard.End(loaded)
	return
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.begin(key)
	previous, loaded = m.m[key]
	m.m[key] = value
	m.guard.End(true)
	return
}

// (What panics in a comparison of values ends the section.)
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.begin(key)
	if value, ok := m.m[key]; ok && value == old {
		m.m[key] = new
		swapped = true
	}
	m.guard.End(swapped)
	return
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.begin(key)
	if value, ok := m.m[key]; ok && value == old {
		delete(m.m, key)
		deleted = true
	}
	m.guard.End(deleted)
	return
}

func (m *Map) Clear() {
	m.begin(nil)
	m.m = map[any]any{}
	m.guard.End(true)
}

// Range visits the keys of one moment, each with the value that it has when it is its turn.
func (m *Map) Range(f func(key, value any) bool) {
	m.begin(nil)
	keys := make(map[any]struct{}, len(m.m))
	for _, entry := range reflectlite.MapOrder(m.m) { // not `range m.m`, whose order is a choice
		keys[reflectlite.MapKey(m.m, entry)] = struct{}{}
	}
	m.guard.End(false)
	for key := range keys {
		if value, ok := m.Load(key); ok && !f(key, value) {
			return
		}
	}
}
