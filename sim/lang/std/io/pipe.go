//gopark:quiet
package io

import (
	"internal/section"
	"sync"
)

// pipe is the synchronous in-memory pipe of Go: a write blocks until readers have taken all of it.
type pipe struct {
	wrMu       sync.Mutex
	wrCh       chan []byte
	rdCh       chan int
	guard      section.Guard
	done       chan struct{}
	rerr, werr error
}

type PipeReader struct{ pipe }
type PipeWriter struct{ r PipeReader }

func Pipe() (*PipeReader, *PipeWriter) {
	pw := &PipeWriter{r: PipeReader{pipe: pipe{
		wrCh: make(chan []byte),
		rdCh: make(chan int),
		done: make(chan struct{}),
	}}}
	return &pw.r, pw
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.readCloseError()
	default:
	}
	select {
	case bw := <-p.wrCh:
		nr := copy(b, bw)
		p.rdCh <- nr
		return nr, nil
	case <-p.done:
		return 0, p.readCloseError()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.writeCloseError()
	default:
		p.wrMu.Lock()
		defer p.wrMu.Unlock()
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.wrCh <- b:
			nw := <-p.rdCh
			b = b[nw:]
			n += nw
		case <-p.done:
			return n, p.writeCloseError()
		}
	}
	return n, nil
}

// errors are those that the two sides have closed with.
func (p *pipe) errors() (rerr, werr error) {
	p.guard.Begin()
	rerr, werr = p.rerr, p.werr
	p.guard.End(false)
	return
}

func (p *pipe) readCloseError() error {
	if rerr, werr := p.errors(); rerr == nil && werr != nil {
		return werr
	}
	return ErrClosedPipe
}

func (p *pipe) writeCloseError() error {
	if rerr, werr := p.errors(); werr == nil && rerr != nil {
		return rerr
	}
	return ErrClosedPipe
}

// close keeps err as the error of one side, unless that has one.
func (p *pipe) close(side *error, err error) error {
	p.guard.BeginWith(nil, p.done)
	first := p.rerr == nil && p.werr == nil
	if *side == nil {
		*side = err
	}
	if first {
		close(p.done)
	}
	p.guard.End(true)
	return nil
}

func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }
func (r *PipeReader) Close() error                        { return r.CloseWithError(nil) }

func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	return r.pipe.close(&r.rerr, err)
}

func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.write(data) }
func (w *PipeWriter) Close() error                         { return w.CloseWithError(nil) }

func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	return w.r.pipe.close(&w.r.werr, err)
}
