// What the C++ library of older Emscriptens (3.1.6 among them) lacks of C++20. Included before
// every C++ file of the page's build, see .cmake/emscripten.cmake; empty where nothing is missing.
#pragma once

#include <version>

#ifndef __cpp_lib_bit_cast

#include <type_traits>

namespace std {

template <class To, class From>
[[nodiscard]] constexpr To bit_cast(const From& from) noexcept {
  static_assert(sizeof(To) == sizeof(From) && is_trivially_copyable_v<To> &&
                is_trivially_copyable_v<From>);
  return __builtin_bit_cast(To, from);
}

}  // namespace std

#endif
