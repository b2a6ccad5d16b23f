#include "native/deflate.h"

#include <zlib.h>

#include "sim/base/assert.h"

namespace gopark {

namespace {

Bytef* bytes_of(const std::string& text) {
  // zlib's interface knows no const; it only reads here.
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

// Lets `work` (deflate or inflate) and then `end` run over the whole of `in` at once. The status is
// that of `work`; `out` is cut to what was written.
int run(z_stream& stream, const std::string& in, std::string& out, int (*work)(z_streamp, int),
        int (*end)(z_streamp)) {
  stream.next_in = bytes_of(in);
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = bytes_of(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = work(&stream, Z_FINISH);
  out.resize(stream.total_out);
  end(&stream);
  return status;
}

}  // namespace

Result<std::string> deflate_raw(const std::string& text) {
  z_stream stream{};
  const int begun = deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  GOPARK_ASSERT(begun == Z_OK, "the parameters of deflate are right");
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  const int status = run(stream, text, out, deflate, deflateEnd);
  GOPARK_ASSERT(status == Z_STREAM_END, "the buffer has room for the worst case");
  return out;
}

Result<std::string> inflate_raw(const std::string& packed, std::size_t limit) {
  z_stream stream{};
  const int begun = inflateInit2(&stream, -15);
  GOPARK_ASSERT(begun == Z_OK, "the parameters of inflate are right");
  std::string out(limit + 1, '\0');
  const int status = run(stream, packed, out, inflate, inflateEnd);
  if (status != Z_STREAM_END || out.size() > limit) return Error{"it is damaged or too long"};
  return out;
}

}  // namespace gopark
