// Package unseen is the clock where nobody in the program sees what it says: the time in a log
// file's line. It is no look at the clock.
//
//gopark:quiet
package unseen

import (
	"internal/synctest"
	"time"
)

//gopark:native time.now
func worldNow() int64

// Now is called in a section, in which its answer is written to a file.
func Now() time.Time {
	n := worldNow()
	if b := synctest.Current(); b != nil {
		n = b.Now()
	}
	return time.Unix(startOfTime, n)
}

const startOfTime = 946684800 // 2000-01-01, as the clock counts from there
