#include "native/cli/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "native/embedded_lessons.h"
#include "sim/lang/toolchain.h"

namespace gopark {

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;

const EmbeddedFile* lesson_file(const std::string& path) {
  for (const EmbeddedFile& file : embedded_lessons())
    if (file.path == path) return &file;
  return nullptr;
}

std::string read_all(std::istream& in) {
  std::string text;
  char block[65536];
  while (text.size() <= kMaxFileBytes && (in.read(block, sizeof block) || in.gcount() > 0))
    text.append(block, static_cast<std::size_t>(in.gcount()));
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::vector<LessonEntry> all_lessons() {
  std::vector<LessonEntry> lessons;
  for (const EmbeddedFile& file : embedded_lessons()) {
    const std::size_t slash = file.path.find('/');
    if (slash == std::string_view::npos || file.path.substr(slash) != "/lesson.md") continue;
    Result<LessonFile> parsed = parse_lesson(file.text);
    if (parsed.ok())
      lessons.push_back({std::string(file.path.substr(0, slash)), std::move(parsed).value()});
  }
  std::stable_sort(lessons.begin(), lessons.end(), [](const LessonEntry& a, const LessonEntry& b) {
    return a.file.order < b.file.order;
  });
  return lessons;
}

bool is_lesson(const std::string& name) {
  return lesson_file(name + "/lesson.md") != nullptr;
}

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Error{path + ": is a folder"};
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return Error{
        path + ": " +
        (std::filesystem::exists(path, error) ? "cannot be read" : "no such file or lesson")};
  std::string text = read_all(in);
  if (in.bad()) return Error{path + ": cannot be read"};
  return text;
}

Result<ProgramSource> load_program(const std::string& name, std::istream& in) {
  if (name == "-") return ProgramSource{"-", "stdin.go", read_all(in), ""};
  const std::size_t slash = name.rfind('/');
  const std::string lesson = name.substr(0, slash);
  const std::string variant = slash == std::string::npos ? "leaky" : name.substr(slash + 1);
  const EmbeddedFile* file =
      is_lesson(lesson) ? lesson_file(lesson + "/" + variant + ".go") : nullptr;
  if (file != nullptr) {
    const EmbeddedFile* about = lesson_file(lesson + "/lesson.md");
    const Result<LessonFile> parsed = parse_lesson(about->text);
    return ProgramSource{lesson + "/" + variant, variant + ".go", std::string(file->text),
                         parsed.ok() ? parsed.value().schedule : ""};
  }
  Result<std::string> text = read_file(name);
  if (!text.ok()) return Error{text.error()};
  return ProgramSource{name, std::filesystem::path(name).filename().string(),
                       std::move(text).value(), ""};
}

Loaded compile_source(const ProgramSource& source) {
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile(source.path, source.text);
  Loaded loaded;
  loaded.program = result.program;
  loaded.lines = lines_of(source.text);
  for (const lang::Diagnostic& d : result.diagnostics)
    loaded.diagnostics += to_string(d, result.files) + "\n";
  return loaded;
}

}  // namespace gopark
