#include "web/given.h"

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

std::string pack_lesson(std::string_view name) {
  const Compile compile = toolchain_compile();
  ByteWriter bytes;
  std::vector<std::shared_ptr<const Program>> programs;
  for (const EmbeddedFile& file : embedded_lessons()) {
    if (!file.path.starts_with(std::string(name) + "/")) continue;
    bytes.put(file.path);
    bytes.put(file.text);
    if (!file.path.ends_with(".go")) continue;
    Compiled compiled = compile(std::string(file.path), std::string(file.text));
    put_spans(bytes, compiled.highlights);
    programs.push_back(std::move(compiled.program));
  }
  ByteWriter all;
  all.put(write_programs(programs));
  all.put(bytes.take());
  return all.take();
}

bool Given::add(std::string_view bytes) {
  ByteReader from(bytes);
  const auto programs = read_programs(from.text());
  ByteReader files(from.text());
  if (!from.at_end()) return false;
  Given read;
  std::size_t next = 0;
  while (files.ok() && !files.at_end()) {
    const std::string path(files.text());
    const std::string& text = read.files_[path] = files.text();
    if (!path.ends_with(".go")) continue;
    if (next >= programs.size()) return false;
    read.programs_[text] = {programs[next++], {}, get_spans(files)};
  }
  if (!files.ok() || next != programs.size()) return false;
  files_.merge(read.files_);
  programs_.merge(read.programs_);
  return true;
}

std::vector<LessonText> Given::lessons() const {
  std::vector<EmbeddedFile> files;
  for (const auto& [path, text] : files_) files.push_back({path, text});
  return lessons_of(files);
}

std::optional<Compiled> Given::find(const std::string& name, std::string_view text) const {
  const auto found = programs_.find(text);
  if (found == programs_.end()) return std::nullopt;
  Compiled compiled = found->second;
  auto named = std::make_shared<Program>(*compiled.program);
  named->files[0].path = name;
  compiled.program = std::move(named);
  return compiled;
}

Compile given_or(const Given& given, Compile compile) {
  return [&given, compile = std::move(compile)](const std::string& name, const std::string& text) {
    std::optional<Compiled> found = given.find(name, text);
    return found ? *std::move(found) : compile(name, text);
  };
}

}  // namespace gopark
