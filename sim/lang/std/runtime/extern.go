package runtime

func GOROOT() string { return "/usr/local/go" }

// callerAt is the place where the frame stands that is `skip` above the caller of this function; 0:
// there is none.
func callerAt(skip int) uint64
func callerFunction(pc uint64) string
func callerFile(pc uint64) string
func callerLine(pc uint64) int

// goroutineID is the number of the running goroutine, as dumps name it.
func goroutineID() int

// heapBytes is the size of all that is allocated, memoryBytes that of the memory which it ever took.
func heapBytes() uint64
func memoryBytes() uint64

// collections counts them.
func collections() int

func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	at := callerAt(skip + 1)
	if at == 0 {
		return
	}
	return uintptr(at), callerFile(at), callerLine(at), true
}

// Callers counts from itself, as Go's does: skip 0 is Callers.
func Callers(skip int, pc []uintptr) int {
	n := 0
	for ; n < len(pc); n++ {
		at := callerAt(skip + n)
		if at == 0 {
			break
		}
		pc[n] = uintptr(at)
	}
	return n
}

type Func struct{ pc uint64 }

func FuncForPC(pc uintptr) *Func {
	if callerFunction(uint64(pc)) == "" {
		return nil
	}
	return &Func{uint64(pc)}
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return callerFunction(f.pc)
}

func (f *Func) Entry() uintptr { return uintptr(f.pc &^ (1<<32 - 1)) }

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	return callerFile(uint64(pc)), callerLine(uint64(pc))
}

type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

type Frames struct{ callers []uintptr }

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return
	}
	pc := f.callers[0]
	f.callers = f.callers[1:]
	fn := FuncForPC(pc)
	file, line := fn.FileLine(pc)
	return Frame{PC: pc, Func: fn, Function: fn.Name(), File: file, Line: line, Entry: fn.Entry()}, len(f.callers) > 0
}

// Stack writes the stack of the calling goroutine, also when all are asked for.
func Stack(buf []byte, all bool) int {
	s := "goroutine " + itoa(goroutineID()) + " [running]:\n"
	for skip := 1; ; skip++ {
		at := callerAt(skip)
		if at == 0 {
			return copy(buf, s)
		}
		s += callerFunction(at) + "(...)\n\t" + callerFile(at) + ":" + itoa(callerLine(at)) + "\n"
	}
}

// MemStats has Go's names; only the sizes of the heap are known.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees       uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased uint64
	HeapObjects, StackInuse, StackSys, NextGC, LastGC     uint64
	PauseTotalNs                                          uint64
	NumGC, NumForcedGC                                    uint32
	EnableGC, DebugGC                                     bool
}

func ReadMemStats(m *MemStats) {
	n := heapBytes()
	m.Alloc, m.TotalAlloc, m.HeapAlloc, m.HeapInuse = n, n, n, n
	m.Sys, m.HeapSys = memoryBytes(), memoryBytes()
	m.NumGC = uint32(collections())
	m.EnableGC = true
}

// MemProfileRate is there to be set: there are no profiles.
var MemProfileRate = 512 * 1024

func LockOSThread()   {}
func UnlockOSThread() {}
