// One select waits twice on the channel that is closed: it is woken once.
package main


func main() {
	x, y := 0, 0
	c := make(chan int)
	d := make(chan int, 1)
	_, _, _, _ = x, y, c, d
	go func() {
		c <- 2
	}()
	go func() {
		select {
		case x = <-d:
			y += 1
		case x = <-d:
			y += 2
		}
	}()
	close(d)
	close(d)
	select {
	case d <- 2:
		y += 2
	}
}
