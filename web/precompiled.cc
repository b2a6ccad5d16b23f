#include "web/precompiled.h"

#include "native/embedded_lessons.h"
#include "native/toolchain_compile.h"
#include "sim/base/bytes.h"
#include "sim/vm/program_image.h"

namespace gopark {

namespace {

void put_spans(ByteWriter& to, const std::vector<lang::HighlightSpan>& spans) {
  to.put(spans.size());
  for (const lang::HighlightSpan& span : spans) {
    to.put(span.offset);
    to.put(span.length);
    to.put(span.kind);
  }
}

std::vector<lang::HighlightSpan> get_spans(ByteReader& from) {
  std::vector<lang::HighlightSpan> spans(from.count());
  for (lang::HighlightSpan& span : spans) {
    span.offset = from.number<uint32_t>();
    span.length = from.number<uint32_t>();
    span.kind = from.number<lang::HighlightKind>();
  }
  return spans;
}

}  // namespace

std::string precompile(std::string_view lesson) {
  const Compile compile = toolchain_compile();
  ByteWriter bytes;
  for (const EmbeddedFile& file : embedded_lessons()) {
    if (!file.path.starts_with(std::string(lesson) + "/") || !file.path.ends_with(".go")) continue;
    const Compiled compiled = compile(std::string(file.path), std::string(file.text));
    if (compiled.program == nullptr) continue;
    bytes.put(file.text);
    bytes.put(write_program(*compiled.program));
    put_spans(bytes, compiled.highlights);
  }
  return bytes.take();
}

bool Precompiled::add(std::string_view bytes) {
  ByteReader from(bytes);
  std::map<std::string, Compiled, std::less<>> read;
  while (from.ok() && !from.at_end()) {
    Compiled& compiled = read[std::string(from.text())];
    compiled.program = read_program(from.text());
    compiled.highlights = get_spans(from);
    if (compiled.program == nullptr) return false;
  }
  if (!from.ok()) return false;
  known_.merge(read);
  return true;
}

std::optional<Compiled> Precompiled::find(const std::string& name, std::string_view text) const {
  const auto found = known_.find(text);
  if (found == known_.end()) return std::nullopt;
  Compiled compiled = found->second;
  auto named = std::make_shared<Program>(*compiled.program);
  named->files[0].path = name;
  compiled.program = std::move(named);
  return compiled;
}

Precompiled& given_programs() {
  static Precompiled given;
  return given;
}

Compile given_or(Compile compile) {
  return [compile = std::move(compile)](const std::string& name, const std::string& text) {
    std::optional<Compiled> found = given_programs().find(name, text);
    return found ? *std::move(found) : compile(name, text);
  };
}

}  // namespace gopark
