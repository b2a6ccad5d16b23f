//gopark:quiet
package math

const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

// expmulti is e^(hi-lo) × 2^k for |hi-lo| <= ln(2)/2. (FreeBSD: e_exp.c.)
func expmulti(hi, lo float64, k int) float64 {
	r := hi - lo
	t := r * r
	c := r - t*(1.66666666666666657415e-01+t*(-2.77777777770155933842e-03+
		t*(6.61375632143793436117e-05+t*(-1.65339022054652515390e-06+t*4.13813679705723846039e-08))))
	return Ldexp(1-((lo-(r*c)/(2-c))-hi), k)
}

func nearest(x float64) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}

func Exp(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 7.09782712893383973096e+02:
		return Inf(1)
	case x < -7.45133219101941108420e+02:
		return 0
	case Abs(x) < 0x1p-28:
		return 1 + x
	}
	k := nearest(Log2E * x)
	return expmulti(x-float64(k)*ln2Hi, float64(k)*ln2Lo, k)
}

func Exp2(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	k := nearest(x)
	if x == 0 {
		k = 0
	}
	t := x - float64(k)
	return expmulti(t*ln2Hi, -t*ln2Lo, k)
}

// (FreeBSD: e_log.c.)
func Log(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	case x == 0:
		return Inf(-1)
	}
	f1, e := Frexp(x)
	if f1 < Sqrt2/2 {
		f1 *= 2
		e--
	}
	f := f1 - 1
	k := float64(e)
	s := f / (2 + f)
	s2 := s * s
	s4 := s2 * s2
	t1 := s2 * (6.666666666666735130e-01 + s4*(2.857142874366239149e-01+
		s4*(1.818357216161805012e-01+s4*1.479819860511658591e-01)))
	t2 := s4 * (3.999999999940941908e-01 + s4*(2.222219843214978396e-01+s4*1.531383769920937332e-01))
	h := 0.5 * f * f
	return k*ln2Hi - ((h - (s*(h+(t1+t2)) + k*ln2Lo)) - f)
}

func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

func Sinh(x float64) float64 {
	a := Abs(x)
	var y float64
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default:
		s := a * a
		y = (((-0.2630563213397497062819489e+2*s+-0.2894211355989563807284660366e+4)*s+
			-0.8991272022039509355398013511e+5)*s + -0.6307673640497716991184787251e+6) * a
		y = y / (((s+-0.1736789535582336995334509e+3)*s+0.1521517378790019070696485176e+5)*s +
			-0.6307673640497716991212077277e+6)
	}
	return Copysign(y, x)
}

func Cosh(x float64) float64 {
	x = Abs(x)
	if x > 21 {
		return Exp(x) * 0.5
	}
	e := Exp(x)
	return (e + 1/e) * 0.5
}

func Tanh(x float64) float64 {
	z := Abs(x)
	switch {
	case z > 0.5*8.8029691931113054295988e+01:
		return Copysign(1, x)
	case z >= 0.625:
		return Copysign(1-2/(Exp(2*z)+1), x)
	case x == 0:
		return x
	}
	s := x * x
	return x + x*s*((-9.64399179425052238628e-1*s+-9.92877231001918586564e1)*s+-1.61468768441708447952e3)/
		(((s+1.12811678491632931402e2)*s+2.23548839060100448583e3)*s+4.84406305325125486048e3)
}
