#include "native/cli/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "native/embedded_lessons.h"
#include "sim/lang/toolchain.h"

namespace gopark {

namespace {

// More than any program that compiles; what is longer is refused by its first bytes.
constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;

std::string read_all(std::istream& in) {
  std::string text;
  char block[65536];
  while (text.size() <= kMaxFileBytes && (in.read(block, sizeof block) || in.gcount() > 0)) {
    text.append(block, static_cast<std::size_t>(in.gcount()));
  }
  return text;
}

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Error{path + ": is a folder"};
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const bool exists = std::filesystem::exists(path, error);
    return Error{path + (exists ? ": cannot be read" : ": no such file or lesson")};
  }
  std::string text = read_all(in);
  if (in.bad()) return Error{path + ": cannot be read"};
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

std::vector<LessonEntry> all_lessons() {
  std::map<std::string, LessonEntry> entries;
  for (const EmbeddedFile& file : embedded_lessons()) {
    const std::size_t slash = file.path.find('/');
    if (slash == std::string_view::npos) continue;
    LessonEntry& entry = entries[std::string(file.path.substr(0, slash))];
    const std::string_view part = file.path.substr(slash + 1);
    if (part == "leaky.go") entry.leaky = file.text;
    if (part == "fixed.go") entry.fixed = file.text;
    if (part != "lesson.md") continue;
    // One that does not parse is left out; a test refuses it.
    Result<Lesson> parsed = parse_lesson(file.text);
    if (!parsed.ok()) continue;
    entry.name = file.path.substr(0, slash);
    entry.lesson = std::move(parsed).value();
  }
  std::vector<LessonEntry> lessons;
  for (auto& [name, entry] : entries) {
    if (!entry.name.empty()) lessons.push_back(std::move(entry));
  }
  std::stable_sort(lessons.begin(), lessons.end(), [](const LessonEntry& a, const LessonEntry& b) {
    return a.lesson.order < b.lesson.order;
  });
  return lessons;
}

std::optional<LessonEntry> find_lesson(std::string_view name) {
  for (LessonEntry& entry : all_lessons()) {
    if (entry.name == name) return std::move(entry);
  }
  return std::nullopt;
}

ProgramSource source_of(const LessonEntry& entry, LessonVariant variant) {
  const std::string name(to_string(variant));
  const std::string_view text = variant == LessonVariant::Leaky ? entry.leaky : entry.fixed;
  return ProgramSource{entry.name + "/" + name, name + ".go", std::string(text),
                       entry.lesson.schedule};
}

Result<ProgramSource> load_program(const std::string& name, std::istream& in) {
  if (name == "-") return ProgramSource{"-", "stdin.go", read_all(in), ""};
  const std::size_t slash = name.rfind('/');
  const std::string variant = slash == std::string::npos ? "leaky" : name.substr(slash + 1);
  if (variant == "leaky" || variant == "fixed") {
    if (const auto entry = find_lesson(name.substr(0, slash))) {
      return source_of(*entry, variant == "leaky" ? LessonVariant::Leaky : LessonVariant::Fixed);
    }
  }
  Result<std::string> text = read_file(name);
  if (!text.ok()) return Error{text.error()};
  return ProgramSource{name, std::filesystem::path(name).filename().string(),
                       std::move(text).value(), ""};
}

Result<std::vector<std::string>> programs_in(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (find_lesson(name) || !fs::is_directory(name, failed)) return std::vector{name};
  std::vector<std::string> files;
  for (fs::directory_iterator at(name, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string file = at->path().string();
    if (at->path().extension() == ".go" && !file.ends_with("_test.go")) files.push_back(file);
  }
  if (failed) return Error{name + ": cannot be read"};
  if (files.empty()) return Error{name + ": no Go file in this folder"};
  std::sort(files.begin(), files.end());
  return files;
}

Result<std::string> read_text(const std::string& name, std::istream& in) {
  if (name == "-") return read_all(in);
  return read_file(name);
}

Loaded compile_source(const ProgramSource& source) {
  lang::Toolchain toolchain;
  const lang::CompileResult result = toolchain.compile(source.path, source.text);
  Loaded loaded;
  loaded.program = result.program;
  loaded.lines = lines_of(source.text);
  for (const lang::Diagnostic& d : result.diagnostics) {
    loaded.diagnostics += to_string(d, result.files) + "\n";
  }
  return loaded;
}

}  // namespace gopark
