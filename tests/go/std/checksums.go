// hash and its functions, encoding/hex, encoding/base64, encoding/binary: as pipelines of checksums use them.
package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/fnv"
	"io"
	"sort"
	"strings"
	"sync"
)

type result struct {
	name string
	sum  string
}

func main() {
	texts := []string{"", "a", "hello, world", strings.Repeat("0123456789", 13), strings.Repeat("x", 55), strings.Repeat("y", 56), strings.Repeat("z", 64)}
	sums := make(chan result)
	var wg sync.WaitGroup
	for i, text := range texts {
		i, text := i, text
		wg.Add(1)
		go func() {
			defer wg.Done()
			sums <- result{fmt.Sprintf("%d md5", i), fmt.Sprintf("%x", md5.Sum([]byte(text)))}
			sums <- result{fmt.Sprintf("%d sha1", i), fmt.Sprintf("%x", sha1.Sum([]byte(text)))}
			sums <- result{fmt.Sprintf("%d sha256", i), fmt.Sprintf("%x", sha256.Sum256([]byte(text)))}
			for name, h := range map[string]hash.Hash{"fnv32": fnv.New32(), "fnv32a": fnv.New32a(), "fnv64": fnv.New64(),
				"fnv64a": fnv.New64a(), "crc32": crc32.NewIEEE(), "castagnoli": crc32.New(crc32.MakeTable(crc32.Castagnoli)),
				"adler32": adler32.New(), "sha256 in parts": sha256.New(), "md5 in parts": md5.New()} {
				for j := 0; j < len(text); j += 7 {
					end := j + 7
					if end > len(text) {
						end = len(text)
					}
					io.WriteString(h, text[j:end])
				}
				sums <- result{fmt.Sprintf("%d %s", i, name), fmt.Sprintf("%d/%d ", h.Size(), h.BlockSize()) + hex.EncodeToString(h.Sum(nil))}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(sums)
	}()
	var all []result
	for r := range sums {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	for _, r := range all {
		fmt.Println(r.name, r.sum)
	}
	fmt.Println(crc32.ChecksumIEEE([]byte("gopher")), adler32.Checksum([]byte("gopher")))

	for _, s := range []string{"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xff\xfe\xfd?>"} {
		fmt.Println(base64.StdEncoding.EncodeToString([]byte(s)), base64.RawStdEncoding.EncodeToString([]byte(s)),
			base64.URLEncoding.EncodeToString([]byte(s)), base64.RawURLEncoding.EncodeToString([]byte(s)))
	}
	for _, s := range []string{"Zm9v", "Zm8=", "Zg==", "Zm9v\nYmFy", "Zm8", "Zg=", "Z", "Zm9vY", "Z===", "Zm9!", "Zg==x", "====", "Zm=v"} {
		b, err := base64.StdEncoding.DecodeString(s)
		fmt.Printf("%q %v\n", b, err)
		b, err = base64.RawStdEncoding.DecodeString(s)
		fmt.Printf("%q %v\n", b, err)
	}
	for _, s := range []string{"666f6f", "66F", "6", "zz", "6g", ""} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %v\n", b, err)
	}
	fmt.Print(hex.Dump([]byte("hello, gopher!\n\x00and so on")))

	b := make([]byte, 8)
	binary.LittleEndian.PutUint32(b, 0x01020304)
	binary.BigEndian.PutUint16(b[4:], 0xa1b2)
	fmt.Println(b, binary.BigEndian.Uint64(b), binary.LittleEndian.Uint16(b[4:]), binary.BigEndian, binary.LittleEndian)
	for _, x := range []int64{0, -1, 63, -64, 1 << 40} {
		v := binary.PutVarint(b[:cap(b)], x)
		back, n := binary.Varint(b[:v])
		fmt.Println(b[:v], back, n)
	}
}

// Output:
// 0 adler32 4/4 00000001
// 0 castagnoli 4/1 00000000
// 0 crc32 4/1 00000000
// 0 fnv32 4/1 811c9dc5
// 0 fnv32a 4/1 811c9dc5
// 0 fnv64 8/1 cbf29ce484222325
// 0 fnv64a 8/1 cbf29ce484222325
// 0 md5 d41d8cd98f00b204e9800998ecf8427e
// 0 md5 in parts 16/64 d41d8cd98f00b204e9800998ecf8427e
// 0 sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709
// 0 sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// 0 sha256 in parts 32/64 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// 1 adler32 4/4 00620062
// 1 castagnoli 4/1 c1d04330
// 1 crc32 4/1 e8b7be43
// 1 fnv32 4/1 050c5d7e
// 1 fnv32a 4/1 e40c292c
// 1 fnv64 8/1 af63bd4c8601b7be
// 1 fnv64a 8/1 af63dc4c8601ec8c
// 1 md5 0cc175b9c0f1b6a831c399e269772661
// 1 md5 in parts 16/64 0cc175b9c0f1b6a831c399e269772661
// 1 sha1 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
// 1 sha256 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
// 1 sha256 in parts 32/64 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
// 2 adler32 4/4 1d540489
// 2 castagnoli 4/1 6999a41f
// 2 crc32 4/1 ffab723a
// 2 fnv32 4/1 55e6879d
// 2 fnv32a 4/1 4d0ea41d
// 2 fnv64 8/1 0a2e93e39575063d
// 2 fnv64a 8/1 17a1a4f267be633d
// 2 md5 e4d7f1b4ed2e42d15898f4b27b019da4
// 2 md5 in parts 16/64 e4d7f1b4ed2e42d15898f4b27b019da4
// 2 sha1 b7e23ec29af22b0b4e41da31e868d57226121c84
// 2 sha256 09ca7e4eaa6e8ae9c7d261167129184883644d07dfba7cbfbc4c8a2e08360d5b
// 2 sha256 in parts 32/64 09ca7e4eaa6e8ae9c7d261167129184883644d07dfba7cbfbc4c8a2e08360d5b
// 3 adler32 4/4 cee91aaa
// 3 castagnoli 4/1 82c70024
// 3 crc32 4/1 ba45bcc1
// 3 fnv32 4/1 8679dbfc
// 3 fnv32a 4/1 54cf3d62
// 3 fnv64 8/1 8a1189a7ea39bf5c
// 3 fnv64a 8/1 f10f6a8da74d79a2
// 3 md5 a328d4ed33e094acb4f9835d4719c34c
// 3 md5 in parts 16/64 a328d4ed33e094acb4f9835d4719c34c
// 3 sha1 032a5a330784f785f551d399c6d72e3f5104d7de
// 3 sha256 426f26da928927a3520b61ade620dc7c69ed4d315425929fa04d9a993a22a0f3
// 3 sha256 in parts 32/64 426f26da928927a3520b61ade620dc7c69ed4d315425929fa04d9a993a22a0f3
// 4 adler32 4/4 d23519c9
// 4 castagnoli 4/1 d3960474
// 4 crc32 4/1 ce74275c
// 4 fnv32 4/1 86d7700f
// 4 fnv32a 4/1 5aa1719f
// 4 fnv64 8/1 22648ebdc9791a4f
// 4 fnv64a 8/1 2003c3128635871f
// 4 md5 04364420e25c512fd958a70738aa8f72
// 4 md5 in parts 16/64 04364420e25c512fd958a70738aa8f72
// 4 sha1 cef734ba81a024479e09eb5a75b6ddae62e6abf1
// 4 sha256 d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072
// 4 sha256 in parts 32/64 d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072
// 5 adler32 4/4 f2b21a79
// 5 castagnoli 4/1 8e4421ff
// 5 crc32 4/1 752dca6d
// 5 fnv32 4/1 56bd96fd
// 5 fnv32a 4/1 527fe4ad
// 5 fnv64 8/1 641dd537ccdc79dd
// 5 fnv64a 8/1 7134145137a9a18d
// 5 md5 6c830a5d23df58dbe0171eb5639bf3e4
// 5 md5 in parts 16/64 6c830a5d23df58dbe0171eb5639bf3e4
// 5 sha1 8902d391f35bbaf08469aee6ab763e4048f3f6ba
// 5 sha256 4877e564e5e36e367c7c8d59670774becd3350610b6df4c399c9fa9b66da5813
// 5 sha256 in parts 32/64 4877e564e5e36e367c7c8d59670774becd3350610b6df4c399c9fa9b66da5813
// 6 adler32 4/4 dfad1e81
// 6 castagnoli 4/1 8a5bb435
// 6 crc32 4/1 c652bf20
// 6 fnv32 4/1 8d0125c5
// 6 fnv32a 4/1 13049bc5
// 6 fnv64 8/1 5d79392af6066325
// 6 fnv64a 8/1 57315afcf13f5125
// 6 md5 3ecc49f9d9d6c263b4f0de7fc3f38aed
// 6 md5 in parts 16/64 3ecc49f9d9d6c263b4f0de7fc3f38aed
// 6 sha1 668cd5ae72f64e8194014f99778081e5ae46df53
// 6 sha256 72996563049cc84daa2c3f31fd5c3d10770e69d6ebbb8da5b6d76db303dbae43
// 6 sha256 in parts 32/64 72996563049cc84daa2c3f31fd5c3d10770e69d6ebbb8da5b6d76db303dbae43
// 875285291 147784326
//
// Zg== Zg Zg== Zg
// Zm8= Zm8 Zm8= Zm8
// Zm9v Zm9v Zm9v Zm9v
// Zm9vYg== Zm9vYg Zm9vYg== Zm9vYg
// Zm9vYmE= Zm9vYmE Zm9vYmE= Zm9vYmE
// Zm9vYmFy Zm9vYmFy Zm9vYmFy Zm9vYmFy
// //79Pz4= //79Pz4 __79Pz4= __79Pz4
// "foo" <nil>
// "foo" <nil>
// "fo" <nil>
// "" illegal base64 data at input byte 3
// "f" <nil>
// "" illegal base64 data at input byte 2
// "foobar" <nil>
// "foobar" <nil>
// "" illegal base64 data at input byte 0
// "fo" <nil>
// "" illegal base64 data at input byte 3
// "" illegal base64 data at input byte 2
// "" illegal base64 data at input byte 0
// "" illegal base64 data at input byte 0
// "foo" illegal base64 data at input byte 4
// "foo" illegal base64 data at input byte 4
// "" illegal base64 data at input byte 1
// "" illegal base64 data at input byte 1
// "" illegal base64 data at input byte 3
// "" illegal base64 data at input byte 3
// "f" illegal base64 data at input byte 4
// "" illegal base64 data at input byte 2
// "" illegal base64 data at input byte 0
// "" illegal base64 data at input byte 0
// "" illegal base64 data at input byte 2
// "" illegal base64 data at input byte 2
// "foo" <nil>
// "f" encoding/hex: odd length hex string
// "" encoding/hex: odd length hex string
// "" encoding/hex: invalid byte: U+007A 'z'
// "" encoding/hex: invalid byte: U+0067 'g'
// "" <nil>
// 00000000  68 65 6c 6c 6f 2c 20 67  6f 70 68 65 72 21 0a 00  |hello, gopher!..|
// 00000010  61 6e 64 20 73 6f 20 6f  6e                       |and so on|
// [4 3 2 1 161 178 0 0] 289077007112863744 45729 BigEndian LittleEndian
// [0] 0 1
// [1] -1 1
// [126] 63 1
// [127] -64 1
// [128 128 128 128 128 64] 1099511627776 6
