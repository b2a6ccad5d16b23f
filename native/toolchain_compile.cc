#include "native/toolchain_compile.h"

#include <memory>

#include "sim/lang/toolchain.h"

namespace gopark {

Compile toolchain_compile() {
  const auto toolchain = std::make_shared<lang::Toolchain>();
  return [toolchain](const std::string& name, const std::string& text) {
    const lang::CompileResult result = toolchain->compile(name, text);
    Compiled compiled;
    compiled.program = result.program;
    compiled.highlights = lang::highlight(text);
    for (const lang::Diagnostic& d : result.diagnostics)
      compiled.complaints.push_back({d.pos.line, d.pos.column, d.message});
    return compiled;
  };
}

}  // namespace gopark
