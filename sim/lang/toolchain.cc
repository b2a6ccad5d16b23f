#include "sim/lang/toolchain.h"

#include <algorithm>
#include <map>

#include "sim/base/hash.h"
#include "sim/lang/check.h"
#include "sim/lang/embedded_std.h"
#include "sim/lang/lower.h"
#include "sim/lang/syntax.h"

namespace gopark::lang {

namespace {

// "sync/atomic/atomic.go" is a file of package "sync/atomic".
std::string_view package_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// One compilation: parses and checks the text and, on demand, what it imports.
class Compilation {
 public:
  Compilation(std::string_view path, std::string_view text) {
    files_.files.push_back({std::string(path), std::string(text), false});
  }

  CompileResult run() {
    CompileResult result;
    auto program = std::make_shared<Program>();
    SourceFile* file = parse_file(files_, 0, arena_, diagnostics_);
    if (file->package_name != nullptr) {
      CheckContext context(
          &arena_, &files_, &diagnostics_,
          [this](const std::string& wanted) { return import(wanted); }, supported_packages());
      context_ = &context;
      import("runtime");
      Package* main = check_package(context, "main", {file});
      order_.push_back(main);
      if (diagnostics_.empty()) {
        program->source_hash = hash_text(files_.files[0].text);
        Module(*program, context, diagnostics_).run(order_);
      }
    }
    result.diagnostics = diagnostics_.sorted();
    if (diagnostics_.empty()) result.program = std::move(program);
    result.files = std::move(files_);
    return result;
  }

 private:
  Package* import(const std::string& path) {
    if (const auto known = packages_.find(path); known != packages_.end()) return known->second;
    std::vector<SourceFile*> sources;
    std::vector<uint32_t> added;
    for (const EmbeddedFile& embedded : embedded_std_files()) {
      if (package_of(embedded.path) != path) continue;
      files_.files.push_back({std::string(embedded.path), std::string(embedded.text), true});
      added.push_back(static_cast<uint32_t>(files_.files.size() - 1));
    }
    for (const uint32_t file : added)
      sources.push_back(parse_file(files_, file, arena_, diagnostics_));
    if (sources.empty()) return packages_[path] = nullptr;
    Package* package = check_package(*context_, path, sources);
    package->is_std = true;
    order_.push_back(package);
    return packages_[path] = package;
  }

  FileSet files_;
  Arena arena_;
  Diagnostics diagnostics_;
  CheckContext* context_ = nullptr;
  std::map<std::string, Package*> packages_;
  std::vector<Package*> order_;  // imported ones first
};

}  // namespace

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
  return Compilation(path, text).run();
}

}  // namespace gopark::lang
