// Whether this build looks for misuse of memory. It is ten times slower: what the plain build has
// to see as well (layout, growth) is then done for a part only.
#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOPARK_SANITIZED 1
#endif
#endif

namespace gopark {

#ifdef GOPARK_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

// Of many lessons or programs, one of so many.
inline constexpr int kSanitizedStride = kSanitized ? 4 : 1;

}  // namespace gopark
