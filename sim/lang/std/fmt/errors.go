//gopark:quiet
package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

func Errorf(format string, a ...any) error {
	p := printer{wrapErrs: true}
	p.printf(format, a)
	s := p.text()
	switch len(p.wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrapped[0]].(error)
		return w
	}
	// The operands in the order of the arguments, each once.
	w := &wrapErrors{msg: s}
	for i, arg := range a {
		for _, n := range p.wrapped {
			if e, ok := arg.(error); ok && n == i {
				w.errs = append(w.errs, e)
				break
			}
		}
	}
	return w
}
