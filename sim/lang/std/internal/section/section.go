// Package section makes one visible operation of several instructions of the std packages: from Begin
// to End nobody else moves, in every search and in every run. What quiet code shares, and no lock of
// Go's guards, is read and written only in sections. Nothing blocks and nothing panics in there.
//
//gopark:quiet
package section

// Guard stands for what the sections on it read and write.
type Guard struct{ unused uint32 }

func (g *Guard) Begin()

// BeginWith is Begin where the section may also touch what `other` guards, and c; either may be nil.
func (g *Guard) BeginWith(other *Guard, c chan struct{})

// BeginTimed is BeginWith where the section may start or stop timers, or look at the clock; it does
// neither while *timed is false, which only sections on g change. No other section does, but one of
// BeginAnywhere.
func (g *Guard) BeginTimed(other *Guard, c chan struct{}, timed *bool)

// BeginLook is Begin where the section only reads, of what is read often and changed rarely: every
// section that changes it begins with BeginChange.
func (g *Guard) BeginLook()
func (g *Guard) BeginChange()

// BeginAnywhere is Begin where nobody knows what the section touches.
func (g *Guard) BeginAnywhere()

// End ends the section; `changed`: something is not as it was.
func (g *Guard) End(changed bool)
