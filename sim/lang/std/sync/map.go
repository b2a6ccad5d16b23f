//gopark:quiet
package sync

import "sync/atomic"

// Map is one atomic operation on `version`, so that schedules differ by the order of calls, and then
// quiet work on an ordinary map.
type Map struct {
	version uint32
	m       map[any]any
}

func (m *Map) touch() {
	atomic.AddUint32(&m.version, 1)
	if m.m == nil {
		m.m = map[any]any{}
	}
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.touch()
	value, ok = m.m[key]
	return
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.touch()
	if actual, loaded = m.m[key]; loaded {
		return
	}
	m.m[key] = value
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.touch()
	value, loaded = m.m[key]
	delete(m.m, key)
	return
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.touch()
	previous, loaded = m.m[key]
	m.m[key] = value
	return
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.touch()
	if value, ok := m.m[key]; !ok || value != old {
		return false
	}
	m.m[key] = new
	return true
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.touch()
	if value, ok := m.m[key]; !ok || value != old {
		return false
	}
	delete(m.m, key)
	return true
}

func (m *Map) Clear() {
	m.touch()
	m.m = map[any]any{}
}

func (m *Map) Range(f func(key, value any) bool) {
	m.touch()
	for key, value := range m.m {
		if !f(key, value) {
			return
		}
	}
}
