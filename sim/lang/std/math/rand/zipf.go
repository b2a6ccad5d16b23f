//gopark:quiet
package rand

import "math"

// Zipf makes numbers k in [0, imax] with a chance like (v+k)^-s. (Hörmann and Derflinger, 1996.)
type Zipf struct {
	r                            *Rand
	v, q, s, imax, high, breadth float64
}

func (z *Zipf) h(x float64) float64 { return math.Exp((1-z.q)*math.Log(z.v+x)) * (1 / (1 - z.q)) }
func (z *Zipf) hinv(x float64) float64 {
	return math.Exp((1/(1-z.q))*math.Log((1-z.q)*x)) - z.v
}

func NewZipf(r *Rand, s, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, q: s, imax: float64(imax)}
	z.high = z.h(z.imax + 0.5)
	z.breadth = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.high
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.high + z.r.Float64()*z.breadth
		x := z.hinv(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
