#include "native/png.h"

#include <string_view>

#include <zlib.h>

#include "sim/base/assert.h"

namespace gopark {

namespace {

void append_u32(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_u32(out, static_cast<uint32_t>(data.size()));
  const std::size_t start = out.size();
  out.append(type).append(data);
  const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + start);
  const uLong crc = crc32(0, bytes, static_cast<uInt>(out.size() - start));
  append_u32(out, static_cast<uint32_t>(crc));
}

std::string rows_of(const Picture& picture) {
  std::string rows;
  std::size_t at = 0;
  for (int y = 0; y < picture.height; ++y) {
    rows.push_back('\0');  // no filter
    for (int x = 0; x < picture.width; ++x) {
      const uint32_t p = picture.pixels[at++];
      rows.push_back(static_cast<char>(p));
      rows.push_back(static_cast<char>(p >> 8));
      rows.push_back(static_cast<char>(p >> 16));
    }
  }
  return rows;
}

std::string deflated(const std::string& data) {
  uLongf size = compressBound(static_cast<uLong>(data.size()));
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                               reinterpret_cast<const Bytef*>(data.data()),
                               static_cast<uLong>(data.size()), Z_BEST_SPEED + 5);
  GOPARK_ASSERT(status == Z_OK, "the buffer has room for the worst case");
  out.resize(size);
  return out;
}

}  // namespace

std::string to_png(const Picture& picture) {
  std::string out = "\x89PNG\r\n\x1a\n";
  std::string header;
  append_u32(header, static_cast<uint32_t>(picture.width));
  append_u32(header, static_cast<uint32_t>(picture.height));
  header.append("\x08\x02\x00\x00\x00", 5);  // 8 bits a channel, RGB
  append_chunk(out, "IHDR", header);
  append_chunk(out, "IDAT", deflated(rows_of(picture)));
  append_chunk(out, "IEND", {});
  return out;
}

}  // namespace gopark
