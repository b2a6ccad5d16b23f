// The compiler of sim/lang as the app wants it.
#pragma once

#include "native/variant.h"

namespace gopark {

Compile toolchain_compile();

}  // namespace gopark
