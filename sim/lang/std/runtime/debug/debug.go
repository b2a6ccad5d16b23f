// Package debug has of Go's runtime/debug what programs print or call for its effect on memory.
package debug

import (
	"os"
	"runtime"
)

func Stack() []byte {
	buf := make([]byte, 1<<16)
	return buf[:runtime.Stack(buf, false)]
}

func PrintStack() { os.Stderr.Write(Stack()) }

func FreeOSMemory() { runtime.GC() }

func SetGCPercent(percent int) int      { return 100 }
func SetMemoryLimit(limit int64) int64  { return 1<<63 - 1 }
func SetMaxStack(bytes int) int         { return 1000000000 }
func SetMaxThreads(threads int) int     { return 10000 }
func SetPanicOnFault(enabled bool) bool { return false }
func SetTraceback(level string)         {}
