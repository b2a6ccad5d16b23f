// What the command line writes as JSON: objects whose fields stay in the order in which they are
// set.
#pragma once

#include <nlohmann/json.hpp>

namespace gopark {

using Json = nlohmann::ordered_json;

}  // namespace gopark
