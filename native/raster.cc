#include "native/raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gopark {

namespace {

struct Rgba {
  float r = 0, g = 0, b = 0, a = 0;
};

Rgba unpack(ImU32 c) {
  constexpr float k = 1.0f / 255.0f;
  return {static_cast<float>(c & 255) * k, static_cast<float>(c >> 8 & 255) * k,
          static_cast<float>(c >> 16 & 255) * k, static_cast<float>(c >> 24) * k};
}

uint32_t texel(const ImTextureData& texture, int x, int y) {
  x = std::clamp(x, 0, texture.Width - 1);
  y = std::clamp(y, 0, texture.Height - 1);
  uint32_t value = 0;
  const auto at = static_cast<std::size_t>(y * texture.Width + x) * 4;
  std::memcpy(&value, texture.Pixels + at, 4);
  return value;
}

Rgba blend(const Rgba& a, const Rgba& b, float t) {
  return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t,
          a.a + (b.a - a.a) * t};
}

Rgba sample(const ImTextureData& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.Width) - 0.5f;
  const float y = v * static_cast<float>(texture.Height) - 0.5f;
  const int ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
  const float fx = x - static_cast<float>(ix), fy = y - static_cast<float>(iy);
  const Rgba top = blend(unpack(texel(texture, ix, iy)), unpack(texel(texture, ix + 1, iy)), fx);
  const Rgba below =
      blend(unpack(texel(texture, ix, iy + 1)), unpack(texel(texture, ix + 1, iy + 1)), fx);
  return blend(top, below, fy);
}

uint32_t pack(float value) {
  return static_cast<uint32_t>(std::clamp(value, 0.0f, 1.0f) * 255.0f + 0.5f);
}

void put(uint32_t& pixel, const Rgba& c) {
  const Rgba under = unpack(pixel);
  const float rest = 1.0f - c.a;
  pixel = pack(c.r * c.a + under.r * rest) | pack(c.g * c.a + under.g * rest) << 8 |
          pack(c.b * c.a + under.b * rest) << 16 | 0xff000000u;
}

struct Corner {
  float x = 0, y = 0, u = 0, v = 0;
  Rgba color;
};

struct Clip {
  int left = 0, top = 0, right = 0, bottom = 0;
};

class Painter {
 public:
  Painter(Picture& picture, ImVec2 origin, ImVec2 scale)
      : picture_(picture), origin_(origin), scale_(scale) {}

  Clip clip_of(const ImVec4& r) const {
    const auto edge = [](float v, int limit) {
      return std::clamp(static_cast<int>(std::lround(v)), 0, limit);
    };
    return {edge((r.x - origin_.x) * scale_.x, picture_.width),
            edge((r.y - origin_.y) * scale_.y, picture_.height),
            edge((r.z - origin_.x) * scale_.x, picture_.width),
            edge((r.w - origin_.y) * scale_.y, picture_.height)};
  }

  Corner corner(const ImDrawVert& v) const {
    return {(v.pos.x - origin_.x) * scale_.x, (v.pos.y - origin_.y) * scale_.y, v.uv.x, v.uv.y,
            unpack(v.col)};
  }

  void triangle(const Corner& a, const Corner& b, const Corner& c, const ImTextureData& texture,
                const Clip& clip) {
    const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (area == 0.0f) return;
    const auto low = [](float p, float q, float r) {
      return static_cast<int>(std::floor(std::min({p, q, r})));
    };
    const auto high = [](float p, float q, float r) {
      return static_cast<int>(std::ceil(std::max({p, q, r})));
    };
    const int left = std::max(clip.left, low(a.x, b.x, c.x));
    const int right = std::min(clip.right, high(a.x, b.x, c.x));
    const int top = std::max(clip.top, low(a.y, b.y, c.y));
    const int bottom = std::min(clip.bottom, high(a.y, b.y, c.y));
    for (int y = top; y < bottom; ++y)
      for (int x = left; x < right; ++x)
        pixel(a, b, c, 1.0f / area, static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f,
              texture, picture_.pixels[index(x, y)]);
  }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) +
           static_cast<std::size_t>(x);
  }

  // An edge that two triangles share belongs to one of them. (The top-left rule.)
  static bool inside(float weight, float dx, float dy) {
    return weight > 0.0f || (weight == 0.0f && (dy > 0.0f || (dy == 0.0f && dx < 0.0f)));
  }

  void pixel(const Corner& a, const Corner& b, const Corner& c, float scale, float x, float y,
             const ImTextureData& texture, uint32_t& out) {
    const float sign = scale > 0.0f ? 1.0f : -1.0f;
    const float wa = ((c.x - b.x) * (y - b.y) - (c.y - b.y) * (x - b.x)) * scale;
    const float wb = ((a.x - c.x) * (y - c.y) - (a.y - c.y) * (x - c.x)) * scale;
    const float wc = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) * scale;
    if (!inside(wa, (c.x - b.x) * sign, (c.y - b.y) * sign) ||
        !inside(wb, (a.x - c.x) * sign, (a.y - c.y) * sign) ||
        !inside(wc, (b.x - a.x) * sign, (b.y - a.y) * sign))
      return;
    const Rgba t = sample(texture, a.u * wa + b.u * wb + c.u * wc, a.v * wa + b.v * wb + c.v * wc);
    const auto mix = [&](float Rgba::*p) {
      return a.color.*p * wa + b.color.*p * wb + c.color.*p * wc;
    };
    put(out, {mix(&Rgba::r) * t.r, mix(&Rgba::g) * t.g, mix(&Rgba::b) * t.b, mix(&Rgba::a) * t.a});
  }

  Picture& picture_;
  ImVec2 origin_, scale_;
};

void draw_list(Painter& painter, const ImDrawList& list) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) continue;
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture == nullptr || texture->Pixels == nullptr) continue;
    const Clip clip = painter.clip_of(command.ClipRect);
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      const auto corner = [&](unsigned k) {
        const ImDrawIdx at = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
        return painter.corner(list.VtxBuffer[static_cast<int>(command.VtxOffset + at)]);
      };
      painter.triangle(corner(0), corner(1), corner(2), *texture, clip);
    }
  }
}

}  // namespace

void accept_textures(ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

Picture rasterise(ImDrawData& data, ImU32 background) {
  accept_textures(data);
  Picture picture;
  picture.width = static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
  picture.height = static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
  picture.pixels.assign(
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height),
      background | 0xff000000u);
  Painter painter(picture, data.DisplayPos, data.FramebufferScale);
  for (const ImDrawList* list : data.CmdLists) draw_list(painter, *list);
  return picture;
}

}  // namespace gopark
