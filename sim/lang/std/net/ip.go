//gopark:quiet
package net

import (
	"strconv"
	"strings"
)

const (
	IPv4len = 4
	IPv6len = 16
)

// IP is an address of 4 or 16 bytes.
type IP []byte

type IPMask []byte

type IPNet struct {
	IP   IP
	Mask IPMask
}

type ParseError struct{ Type, Text string }

func (e *ParseError) Error() string   { return "invalid " + e.Type + ": " + e.Text }
func (e *ParseError) Timeout() bool   { return false }
func (e *ParseError) Temporary() bool { return false }

var (
	IPv4bcast       = IPv4(255, 255, 255, 255)
	IPv4zero        = IPv4(0, 0, 0, 0)
	IPv6zero        = make(IP, IPv6len)
	IPv6unspecified = make(IP, IPv6len)
	IPv6loopback    = IP{15: 1}
)

var v4InV6 = []byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}

func IPv4(a, b, c, d byte) IP { return append(append(IP(nil), v4InV6...), a, b, c, d) }

func IPv4Mask(a, b, c, d byte) IPMask { return IPMask{a, b, c, d} }

func CIDRMask(ones, bits int) IPMask {
	if bits != 8*IPv4len && bits != 8*IPv6len || ones < 0 || ones > bits {
		return nil
	}
	m := make(IPMask, bits/8)
	for i := 0; i < ones; i++ {
		m[i/8] |= 0x80 >> (i % 8)
	}
	return m
}

func (ip IP) To4() IP {
	if len(ip) == IPv4len {
		return ip
	}
	if len(ip) == IPv6len && string(ip[:12]) == string(v4InV6) {
		return ip[12:16]
	}
	return nil
}

func (ip IP) To16() IP {
	if len(ip) == IPv4len {
		return IPv4(ip[0], ip[1], ip[2], ip[3])
	}
	if len(ip) == IPv6len {
		return ip
	}
	return nil
}

func (ip IP) Equal(x IP) bool {
	return string(ip.To16()) == string(x.To16()) && len(ip.To16()) == len(x.To16())
}

func (ip IP) IsUnspecified() bool { return ip.Equal(IPv4zero) || ip.Equal(IPv6unspecified) }
func (ip IP) IsLoopback() bool {
	if ip4 := ip.To4(); ip4 != nil {
		return ip4[0] == 127
	}
	return ip.Equal(IPv6loopback)
}
func (ip IP) IsPrivate() bool {
	if ip4 := ip.To4(); ip4 != nil {
		return ip4[0] == 10 || ip4[0] == 172 && ip4[1]&0xf0 == 16 || ip4[0] == 192 && ip4[1] == 168
	}
	return len(ip) == IPv6len && ip[0]&0xfe == 0xfc
}
func (ip IP) IsMulticast() bool {
	if ip4 := ip.To4(); ip4 != nil {
		return ip4[0]&0xf0 == 0xe0
	}
	return len(ip) == IPv6len && ip[0] == 0xff
}

func (ip IP) DefaultMask() IPMask {
	ip4 := ip.To4()
	switch {
	case ip4 == nil:
		return nil
	case ip4[0] < 0x80:
		return CIDRMask(8, 32)
	case ip4[0] < 0xc0:
		return CIDRMask(16, 32)
	}
	return CIDRMask(24, 32)
}

func (ip IP) Mask(mask IPMask) IP {
	if len(mask) == IPv6len && len(ip) == IPv4len && allOnes(mask[:12]) {
		mask = mask[12:]
	}
	if len(mask) == IPv4len && ip.To4() != nil {
		ip = ip.To4()
	}
	if len(ip) != len(mask) {
		return nil
	}
	out := make(IP, len(ip))
	for i := range ip {
		out[i] = ip[i] & mask[i]
	}
	return out
}

func allOnes(b []byte) bool {
	for _, x := range b {
		if x != 0xff {
			return false
		}
	}
	return true
}

func hexBytes(b []byte) string {
	const digits = "0123456789abcdef"
	var s strings.Builder
	for _, x := range b {
		s.WriteByte(digits[x>>4])
		s.WriteByte(digits[x&15])
	}
	return s.String()
}

func (ip IP) String() string {
	if len(ip) == 0 {
		return "<nil>"
	}
	if ip4 := ip.To4(); ip4 != nil {
		var parts []string
		for _, b := range ip4 {
			parts = append(parts, strconv.Itoa(int(b)))
		}
		return strings.Join(parts, ".")
	}
	if len(ip) != IPv6len {
		return "?" + hexBytes(ip)
	}
	group := func(i int) int { return int(ip[2*i])<<8 | int(ip[2*i+1]) }
	// The longest run of two or more zeros is left out.
	from, to := -1, -1
	for i := 0; i < 8; i++ {
		j := i
		for j < 8 && group(j) == 0 {
			j++
		}
		if j-i > 1 && j-i > to-from {
			from, to = i, j
		}
		i = max(i, j-1)
	}
	s := ""
	for i := 0; i < 8; i++ {
		if i == from {
			s += "::"
			if i = to; i == 8 {
				break
			}
		} else if i > 0 {
			s += ":"
		}
		s += strconv.FormatInt(int64(group(i)), 16)
	}
	return s
}

func (ip IP) MarshalText() ([]byte, error) {
	if len(ip) == 0 {
		return []byte(""), nil
	}
	if len(ip) != IPv4len && len(ip) != IPv6len {
		return nil, &AddrError{"invalid IP address", hexBytes(ip)}
	}
	return []byte(ip.String()), nil
}

func (ip *IP) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = nil
		return nil
	}
	x := ParseIP(string(text))
	if x == nil {
		return &ParseError{"IP address", string(text)}
	}
	*ip = x
	return nil
}

func parseIPv4(s string) IP {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return nil
	}
	var b [4]byte
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 8)
		if err != nil || len(part) > 1 && part[0] == '0' || part[0] == '+' {
			return nil
		}
		b[i] = byte(n)
	}
	return IPv4(b[0], b[1], b[2], b[3])
}

// groups16 reads what stands on one side of "::".
func groups16(s string) ([]byte, bool) {
	var out []byte
	if s == "" {
		return out, true
	}
	parts := strings.Split(s, ":")
	for i, part := range parts {
		if i == len(parts)-1 && strings.Contains(part, ".") {
			ip := parseIPv4(part)
			if ip == nil {
				return nil, false
			}
			return append(out, ip[12:]...), true
		}
		n, err := strconv.ParseUint(part, 16, 16)
		if err != nil || len(part) > 4 {
			return nil, false
		}
		out = append(out, byte(n>>8), byte(n))
	}
	return out, true
}

func ParseIP(s string) IP {
	if !strings.Contains(s, ":") {
		return parseIPv4(s)
	}
	before, after, short := strings.Cut(s, "::")
	head, ok := groups16(before)
	tail, ok2 := groups16(after)
	if !ok || !ok2 || strings.Contains(before, ".") && short {
		return nil
	}
	size := len(head) + len(tail)
	if short && size > 14 || !short && size != 16 {
		return nil
	}
	ip := make(IP, IPv6len)
	copy(ip, head)
	copy(ip[16-len(tail):], tail)
	return ip
}

func ParseCIDR(s string) (IP, *IPNet, error) {
	addr, mask, ok := strings.Cut(s, "/")
	ip := ParseIP(addr)
	bits := 8 * IPv6len
	if ip != nil && !strings.Contains(addr, ":") {
		bits = 8 * IPv4len
	}
	n, err := strconv.ParseUint(mask, 10, 16)
	if !ok || ip == nil || err != nil || int(n) > bits || mask[0] == '+' {
		return nil, nil, &ParseError{"CIDR address", s}
	}
	m := CIDRMask(int(n), bits)
	return ip, &IPNet{ip.Mask(m), m}, nil
}

func (m IPMask) Size() (ones, bits int) {
	for ones < 8*len(m) && m[ones/8]&(0x80>>(ones%8)) != 0 {
		ones++
	}
	for i := ones; i < 8*len(m); i++ {
		if m[i/8]&(0x80>>(i%8)) != 0 {
			return 0, 0
		}
	}
	return ones, 8 * len(m)
}

func (m IPMask) String() string {
	if len(m) == 0 {
		return "<nil>"
	}
	return hexBytes(m)
}

func (n *IPNet) Contains(ip IP) bool {
	own := n.IP.To4()
	if own == nil {
		own = n.IP
	}
	if x := ip.To4(); x != nil {
		ip = x
	}
	mask := n.Mask
	if len(mask) == IPv6len && len(own) == IPv4len {
		mask = mask[12:]
	}
	if len(ip) != len(own) || len(mask) != len(own) {
		return false
	}
	for i := range ip {
		if own[i]&mask[i] != ip[i]&mask[i] {
			return false
		}
	}
	return true
}

func (n *IPNet) Network() string { return "ip+net" }
func (n *IPNet) String() string {
	if n == nil {
		return "<nil>"
	}
	ones, bits := n.Mask.Size()
	if bits == 0 {
		return n.IP.String() + "/" + n.Mask.String()
	}
	return n.IP.String() + "/" + strconv.Itoa(ones)
}
