//gopark:quiet
package math

func Nextafter(x, y float64) float64 {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

func Nextafter32(x, y float32) float32 {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Remainder is x - y×n with n the integer nearest to x/y, of two the even one.
func Remainder(x, y float64) float64 {
	if IsNaN(x) || IsNaN(y) || IsInf(x, 0) || y == 0 {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	negative := Signbit(x)
	x, y = Abs(x), Abs(y)
	if x == y {
		x = 0
	} else {
		if y <= MaxFloat64/2 {
			x = Mod(x, y+y)
		}
		if y < 0x1p-1021 {
			if x+x > y {
				x -= y
				if x+x >= y {
					x -= y
				}
			}
		} else if half := y / 2; x > half {
			x -= y
			if x >= half {
				x -= y
			}
		}
	}
	if negative {
		return -x
	}
	return x
}

func Asinh(x float64) float64 {
	if IsNaN(x) || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	switch {
	case a > 1<<28:
		a = Log(a) + Ln2
	case a > 2:
		a = Log(2*a + 1/(Sqrt(a*a+1)+a))
	case a >= 1.0/(1<<28):
		a = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	return Copysign(a, x)
}

func Acosh(x float64) float64 {
	switch {
	case x < 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

func Atanh(x float64) float64 {
	a := Abs(x)
	switch {
	case a > 1 || IsNaN(x):
		return NaN()
	case a == 1:
		return Copysign(Inf(1), x)
	case a < 1.0/(1<<28):
	case a < 0.5:
		a = a + a
		a = 0.5 * Log1p(a+a*Abs(x)/(1-Abs(x)))
	default:
		a = 0.5 * Log1p((a+a)/(1-a))
	}
	return Copysign(a, x)
}

// Log1p is log(1+x), exact near 0. (FreeBSD: s_log1p.c.)
func Log1p(x float64) float64 {
	switch {
	case x < -1 || IsNaN(x):
		return NaN()
	case x == -1:
		return Inf(-1)
	case IsInf(x, 1):
		return x
	}
	a := Abs(x)
	var f, c float64
	var mantissa uint64
	k := 1
	if a < 4.142135623730950488017e-01 {
		if a < 1.0/(1<<29) {
			if a < 1.0/(1<<54) {
				return x
			}
			return x - x*x*0.5
		}
		if x > -2.928932188134524755992e-01 {
			k, f, mantissa = 0, x, 1
		}
	}
	if k != 0 {
		var u float64
		if a < 1<<53 {
			u = 1 + x
			mantissa = Float64bits(u)
			k = int(mantissa>>52) - 1023
			if k > 0 {
				c = 1 - (u - x)
			} else {
				c = x - (u - 1)
			}
			c /= u
		} else {
			u = x
			mantissa = Float64bits(u)
			k = int(mantissa>>52) - 1023
		}
		mantissa &= 1<<52 - 1
		if mantissa < 0x0006a09e667f3bcd {
			u = Float64frombits(mantissa | 0x3ff0000000000000)
		} else {
			k++
			u = Float64frombits(mantissa | 0x3fe0000000000000)
			mantissa = (1<<52 - mantissa) >> 2
		}
		f = u - 1
	}
	half := 0.5 * f * f
	n := float64(k)
	const ln2Hi, ln2Lo = 6.93147180369123816490e-01, 1.90821492927058770002e-10
	if mantissa == 0 {
		if f == 0 {
			if k == 0 {
				return 0
			}
			return n*ln2Hi + (c + n*ln2Lo)
		}
		r := half * (1 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return n*ln2Hi - ((r - (n*ln2Lo + c)) - f)
	}
	s := f / (2 + f)
	z := s * s
	r := z * (6.666666666666735130e-01 + z*(3.999999999940941908e-01+z*(2.857142874366239149e-01+
		z*(2.222219843214978396e-01+z*(1.818357216161805012e-01+z*(1.531383769920937332e-01+
			z*1.479819860511658591e-01))))))
	if k == 0 {
		return f - (half - s*(half+r))
	}
	return n*ln2Hi - ((half - (s*(half+r) + (n*ln2Lo + c))) - f)
}

// Expm1 is exp(x)-1, exact near 0. (FreeBSD: s_expm1.c.)
func Expm1(x float64) float64 {
	const ln2Hi, ln2Lo, invLn2 = 6.93147180369123816490e-01, 1.90821492927058770002e-10, 1.44269504088896338700e+00
	switch {
	case IsInf(x, 1) || IsNaN(x):
		return x
	case IsInf(x, -1):
		return -1
	}
	a := Abs(x)
	if a >= 56*Ln2 {
		if a >= 7.09782712893383973096e+02 && x > 0 {
			return Inf(1)
		}
		if x < 0 {
			return -1
		}
	}
	var c float64
	var k int
	if a > 3.4657359027997264e-01 {
		var hi, lo float64
		switch {
		case a < 1.0397207708399179 && x > 0:
			hi, lo, k = x-ln2Hi, ln2Lo, 1
		case a < 1.0397207708399179:
			hi, lo, k = x+ln2Hi, -ln2Lo, -1
		default:
			k = int(invLn2*x + Copysign(0.5, x))
			hi, lo = x-float64(k)*ln2Hi, float64(k)*ln2Lo
		}
		x = hi - lo
		c = (hi - x) - lo
	} else if a < 1.0/(1<<54) {
		return x
	}
	half := 0.5 * x
	hx := x * half
	r := 1 + hx*(-3.33333333333331316428e-02+hx*(1.58730158725481460165e-03+hx*(-7.93650757867487942473e-05+
		hx*(4.00821782732936239552e-06+hx*-2.01099218183624371326e-07))))
	t := 3 - r*half
	e := hx * ((r - t) / (6 - x*t))
	if k == 0 {
		return x - (x*e - hx)
	}
	e = x*(e-c) - c
	e -= hx
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		y := 1 - (e - x)
		return Float64frombits(Float64bits(y)+uint64(k)<<52) - 1
	case k < 20:
		y := Float64frombits(0x3ff0000000000000-(0x20000000000000>>uint(k))) - (e - x)
		return Float64frombits(Float64bits(y) + uint64(k)<<52)
	}
	y := x - (e + Float64frombits(uint64(0x3ff-k)<<52)) + 1
	return Float64frombits(Float64bits(y) + uint64(k)<<52)
}

var (
	tens  = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
	large = [...]float64{1, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
	tiny  = [...]float64{1, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}
)

func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n >= 0:
		return large[n/32] * tens[n%32]
	case n >= -323:
		return tiny[-n/32] / tens[-n%32]
	}
	return 0
}
