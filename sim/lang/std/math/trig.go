//gopark:quiet
package math

import "math/bits"

// The bits of 4/π.
var fourByPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
	0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
	0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
	0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// octant takes x >= 0 apart: x = j×π/4 + z with j even, modulo 8. (Cephes; Payne and Hanek for large x.)
func octant(x float64) (j uint64, z float64) {
	if x < 1<<29 {
		j = uint64(x * (4 / Pi))
		j += j & 1
		y := float64(j)
		return j & 7, ((x - y*7.85398125648498535156e-1) - y*3.77489470793079817668e-8) - y*2.69515142907905952645e-15
	}
	m := Float64bits(x)
	exp := uint(m>>52&0x7FF) - 1023 - 52 + 61
	m = m&(1<<52-1) | 1<<52
	at, shift := exp/64, exp%64
	word := func(i uint) uint64 { return fourByPi[at+i]<<shift | fourByPi[at+i+1]>>(64-shift) }
	high2, _ := bits.Mul64(word(2), m)
	high1, low1 := bits.Mul64(word(1), m)
	lo, carry := bits.Add64(low1, high2, 0)
	hi, _ := bits.Add64(word(0)*m, high1, carry)
	j = hi >> 61
	hi = hi<<3 | lo>>61
	zeros := uint(bits.LeadingZeros64(hi))
	hi = hi<<(zeros+1) | lo>>(64-(zeros+1))
	z = Float64frombits(hi>>12 | uint64(1023-(zeros+1))<<52)
	if j&1 == 1 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

func sinOf(z float64) float64 {
	zz := z * z
	return z + z*zz*((((((1.58962301576546568060e-10*zz)+-2.50507477628578072866e-8)*zz+
		2.75573136213857245213e-6)*zz+-1.98412698295895385996e-4)*zz+8.33333333332211858878e-3)*zz+
		-1.66666666666666307295e-1)
}

func cosOf(z float64) float64 {
	zz := z * z
	return 1.0 - 0.5*zz + zz*zz*((((((-1.13585365213876817300e-11*zz)+2.08757008419747316778e-9)*zz+
		-2.75573141792967388112e-7)*zz+2.48015872888517045348e-5)*zz+-1.38888888888730564116e-3)*zz+
		4.16666666666665929218e-2)
}

func Sin(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&3 == 2 {
		y = cosOf(z)
	} else {
		y = sinOf(z)
	}
	if (j > 3) != (x < 0) {
		y = -y
	}
	return y
}

func Cos(x float64) float64 {
	if x != x || IsInf(x, 0) {
		return NaN()
	}
	j, z := octant(Abs(x))
	var y float64
	if j&3 == 2 {
		y = sinOf(z)
	} else {
		y = cosOf(z)
	}
	if j == 2 || j == 4 {
		y = -y
	}
	return y
}

func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }

func Tan(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	j, z := octant(Abs(x))
	y, zz := z, z*z
	if zz > 1e-14 {
		y = z + z*(zz*(((-1.30936939181383777646e4*zz)+1.15351664838587416140e6)*zz+-1.79565251976484877988e7)/
			((((zz+1.36812963470692954678e4)*zz+-1.32089234440210967447e6)*zz+2.50083801823357915839e7)*zz+
				-5.38695755929454629881e7))
	}
	if j&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

func xatan(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z+-1.615753718733365076637e+01)*z+-7.500855792314704667340e+01)*z+
		-1.228866684490136173410e+02)*z + -6.485021904942025371773e+01) /
		(((((z+2.485846490142306297962e+01)*z+1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+
			4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	return x*z + x
}

func satan(x float64) float64 {
	const moreBits = 6.123233995736765886130e-17
	if x <= 0.66 {
		return xatan(x)
	}
	if x > 2.41421356237309504880 {
		return Pi/2 - xatan(1/x) + moreBits
	}
	return Pi/4 + xatan((x-1)/(x+1)) + 0.5*moreBits
}

func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return satan(x)
	}
	return -satan(-x)
}

func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if a > 1 || x != x {
		return NaN()
	}
	y := Sqrt(1 - a*a)
	if a > 0.7 {
		y = Pi/2 - satan(y/a)
	} else {
		y = satan(a / y)
	}
	return Copysign(y, x)
}

func Acos(x float64) float64 { return Pi/2 - Asin(x) }

func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0:
		if x >= 0 && !Signbit(x) {
			return Copysign(0, y)
		}
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 1):
		if IsInf(y, 0) {
			return Copysign(Pi/4, y)
		}
		return Copysign(0, y)
	case IsInf(x, -1):
		if IsInf(y, 0) {
			return Copysign(3*Pi/4, y)
		}
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	if x >= 0 {
		return q
	}
	if q <= 0 {
		return q + Pi
	}
	return q - Pi
}
