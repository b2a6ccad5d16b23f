// Toolchain: Go text to a Program. The public face of lang/.
//
//     Toolchain toolchain;
//     CompileResult result = toolchain.compile("leaky.go", text);
//     if (!result.ok()) for (auto& d : result.diagnostics) show(to_string(d, result.files));
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lang/diagnostic.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

struct CompileResult {
  std::shared_ptr<const Program> program;  // null when the text was refused
  std::vector<Diagnostic> diagnostics;     // sorted; empty when ok()
  FileSet files;                           // 0 is the text, then the std packages that it imports
  bool ok() const { return program != nullptr; }
};

// Keeps the std packages, parsed and checked, from one compilation to the next. The trees of the
// texts stay with them; it starts afresh, as a new one would, when they have become many or large.
class Toolchain {
 public:
  static constexpr uint32_t kMaxCompilations = 200;
  static constexpr std::size_t kMaxKeptBytes = std::size_t{16} << 20;

  Toolchain();
  Toolchain(Toolchain&&) noexcept;
  Toolchain& operator=(Toolchain&&) noexcept;
  ~Toolchain();

  // `path` is what messages and dumps call the text. Total: every text gives a program or
  // diagnostics.
  CompileResult compile(std::string_view path, std::string_view text);
  // Nodes of trees, types and objects. Above kMaxKeptBytes by no more than one text's.
  std::size_t kept_bytes() const;

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

// Import paths of the std packages that the simulator has, sorted.
std::vector<std::string> supported_packages();

}  // namespace gopark::lang
