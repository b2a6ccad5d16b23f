// PNG files of 8-bit RGBA pictures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gopark {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<uint32_t> pixels;  // row by row from the top; red in the lowest byte, alpha on top
};

// The bytes of the file, without alpha.
std::string to_png(const Picture& picture);

}  // namespace gopark
