#include "sim/lang/toolchain.h"

#include <algorithm>
#include <map>

#include "sim/base/hash.h"
#include "sim/lang/check.h"
#include "sim/lang/compile.h"
#include "sim/lang/embedded_std.h"
#include "sim/lang/syntax.h"
#include "sim/lang/syntax_outline.h"
#include "sim/lang/test_main.h"

namespace gopark::lang {

namespace {

// "sync/atomic/atomic.go" is a file of package "sync/atomic".
std::string_view package_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// Imported packages before those that import them, each once.
void in_order(Package* package, std::vector<Package*>& order) {
  if (std::find(order.begin(), order.end(), package) != order.end()) return;
  for (Package* imported : package->imports) in_order(imported, order);
  order.push_back(package);
}

}  // namespace

// The std packages that were imported so far, and the text that is being compiled, as file 0.
class Toolchain::Library {
 public:
  Library()
      : context_(
            &arena_, &files_, &diagnostics_,
            [this](const std::string& path) { return import(path); }, supported_packages()) {
    files_.files.push_back({});
    context_.set_body_reader(
        [this](FuncDecl* function) { outlines_.at(function->pos.file).read_body(function); });
  }

  CompileResult compile(std::string_view path, std::string_view text) {
    ++compilations_;
    diagnostics_.clear();
    files_.files[0] = {std::string(path), std::string(text), false};
    CompileResult result;
    auto program = std::make_shared<Program>();
    SourceFile* file = parse_file(files_, 0, arena_, diagnostics_);
    // After a syntax error there is no tree; other complaints of the parser leave the rest to be
    // checked, as in Go.
    if (file->package_name != nullptr) translate(file, *program);
    result.diagnostics = diagnostics_.sorted();
    if (diagnostics_.empty()) result.program = std::move(program);
    for (const SourceText& source : files_.files)
      result.files.files.push_back(
          {source.path, source.is_std ? std::string() : source.text, source.is_std});
    return result;
  }
  std::size_t bytes() const { return arena_.bytes(); }
  bool is_worn() const { return compilations_ >= kMaxCompilations || bytes() >= kMaxKeptBytes; }

 private:
  // (Go: the go command, which says it without a line.)
  void check_is_main(const Package& package, const Ident* name) {
    if (name == nullptr || package.name == "main") return;
    diagnostics_.add(name->pos, "package " + package.name + " is not a main package");
  }
  void translate(SourceFile* file, Program& program) {
    std::vector<Package*> order;
    in_order(import("runtime"), order);
    std::vector<SourceFile*> sources{file};
    const bool is_test = is_test_file(*file);
    if (is_test) sources.push_back(test_main(*file));
    Package* main = check_package(context_, "main", sources);
    in_order(main, order);
    if (!is_test) check_is_main(*main, file->package_name);
    if (!diagnostics_.empty()) return;
    program = compile_packages(files_, order, diagnostics_,
                               [this](const FuncDecl* function) { context_.need_body(function); });
    program.source_hash = hash_text(files_.files[0].text);
  }
  // One more file, which is written anew for each text that has tests.
  SourceFile* test_main(const SourceFile& file) {
    check_tests(file, diagnostics_);
    if (test_main_ == 0) {
      test_main_ = static_cast<uint32_t>(files_.files.size());
      files_.files.push_back({kTestMainPath, "", true});
    }
    const bool has_mistake = !diagnostics_.empty();
    files_.files[test_main_].text =
        has_mistake ? "package " + file.package_name->name + "\n\nfunc main() {}\n"
                    : test_main_text(file);
    return parse_file(files_, test_main_, arena_, diagnostics_);
  }
  Package* import(const std::string& path) {
    if (const auto known = packages_.find(path); known != packages_.end()) return known->second;
    std::vector<SourceFile*> sources;
    for (const EmbeddedFile& embedded : embedded_std_files()) {
      if (package_of(embedded.path) != path) continue;
      const auto file = static_cast<uint32_t>(files_.files.size());
      files_.files.push_back({std::string(embedded.path), std::string(embedded.text), true});
      const auto outline =
          outlines_.try_emplace(file, embedded.text, file, arena_, diagnostics_).first;
      sources.push_back(outline->second.file());
    }
    if (sources.empty()) return packages_[path] = nullptr;
    Package* package = check_package(context_, path, sources);
    package->is_std = true;
    return packages_[path] = package;
  }

  FileSet files_;
  Arena arena_;
  Diagnostics diagnostics_;
  CheckContext context_;
  std::map<std::string, Package*> packages_;
  std::map<uint32_t, Outline> outlines_;  // of the std files, by number
  uint32_t compilations_ = 0;
  uint32_t test_main_ = 0;  // the file with the main of a text that has tests; 0: none yet
};

Toolchain::Toolchain() = default;
Toolchain::Toolchain(Toolchain&&) noexcept = default;
Toolchain& Toolchain::operator=(Toolchain&&) noexcept = default;
Toolchain::~Toolchain() = default;

std::vector<std::string> supported_packages() {
  std::vector<std::string> paths;
  for (const EmbeddedFile& file : embedded_std_files()) {
    std::string path(package_of(file.path));
    if (std::find(paths.begin(), paths.end(), path) == paths.end())
      paths.push_back(std::move(path));
  }
  std::stable_sort(paths.begin(), paths.end());
  return paths;
}

CompileResult Toolchain::compile(std::string_view path, std::string_view text) {
  if (library_ == nullptr || library_->is_worn()) library_ = std::make_unique<Library>();
  return library_->compile(path, text);
}

std::size_t Toolchain::kept_bytes() const {
  return library_ == nullptr ? 0 : library_->bytes();
}

}  // namespace gopark::lang
