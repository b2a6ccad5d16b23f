//gopark:quiet
package sync

func OnceFunc(f func()) func() {
	var once Once
	var valid bool
	var p any
	g := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(g)
		if !valid {
			panic(p)
		}
	}
}

func OnceValue[T any](f func() T) func() T {
	var result T
	call := OnceFunc(func() {
		result = f()
		f = nil
	})
	return func() T {
		call()
		return result
	}
}

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var r1 T1
	var r2 T2
	call := OnceFunc(func() {
		r1, r2 = f()
		f = nil
	})
	return func() (T1, T2) {
		call()
		return r1, r2
	}
}
