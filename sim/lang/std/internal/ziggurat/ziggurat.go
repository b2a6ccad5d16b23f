// Package ziggurat makes numbers of the normal and the exponential distribution from even ones, as Go's
// math/rand and math/rand/v2 do. (Marsaglia and Tsang, 2000.)
//
//gopark:quiet
package ziggurat

import "math"

// strips is the area under a density, cut into strips of equal size: below k[i] a number in strip i
// needs no second look; w[i] scales it; f[i] is the density where the strip ends.
type strips struct {
	k    []uint32
	w, f []float32
	end  float64
}

func cut(n int, end, area, scale float64, density, inverse func(float64) float64) *strips {
	s := &strips{make([]uint32, n), make([]float32, n), make([]float32, n), end}
	x := end
	q := area / density(x)
	s.k[0] = uint32(x / q * scale)
	s.w[0], s.w[n-1] = float32(q/scale), float32(x/scale)
	s.f[0], s.f[n-1] = 1, float32(density(x))
	for i := n - 2; i > 0; i-- {
		above := x
		x = inverse(area/x + density(x))
		s.k[i+1] = uint32(x / above * scale)
		s.w[i], s.f[i] = float32(x/scale), float32(density(x))
	}
	return s
}

func bell(x float64) float64        { return math.Exp(-.5 * x * x) }
func bellInverse(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) }
func decay(x float64) float64       { return math.Exp(-x) }
func decayInverse(y float64) float64 {
	return -math.Log(y)
}

var normalStrips, exponentialStrips *strips

// Made when first asked for.
func normal() *strips {
	if normalStrips == nil {
		normalStrips = cut(128, 3.442619855899, 9.91256303526217e-3, 1<<31, bell, bellInverse)
	}
	return normalStrips
}

func exponential() *strips {
	if exponentialStrips == nil {
		exponentialStrips = cut(256, 7.69711747013104972, 3.949659822581572e-3, 1<<32, decay, decayInverse)
	}
	return exponentialStrips
}

// between: whether a point at a random height between the ends of strip i lies under the density.
func (s *strips) between(i uint32, height, density float64) bool {
	return s.f[i]+float32(height)*(s.f[i-1]-s.f[i]) < float32(density)
}

// Normal asks bits for a number and the strip, even for a number in [0, 1).
func Normal(bits func() (int32, uint32), even func() float64) float64 {
	s := normal()
	for {
		j, i := bits()
		i &= 127
		x := float64(j) * float64(s.w[i])
		size := uint32(j)
		if j < 0 {
			size = uint32(-j)
		}
		if size < s.k[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(even()) * (1.0 / s.end)
				if y := -math.Log(even()); y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return s.end + x
			}
			return -s.end - x
		}
		if s.between(i, even(), bell(x)) {
			return x
		}
	}
}

func Exponential(bits func() (uint32, uint32), even func() float64) float64 {
	s := exponential()
	for {
		j, i := bits()
		i &= 255
		x := float64(j) * float64(s.w[i])
		if j < s.k[i] {
			return x
		}
		if i == 0 {
			return s.end - math.Log(even())
		}
		if s.between(i, even(), decay(x)) {
			return x
		}
	}
}
