// Imports: which packages there are, names that they get, and those that nobody uses.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

// The packages of Go's standard library that programs import, so that one which the simulator
// lacks is told from one that does not exist.
constexpr std::string_view kStandard[] = {"archive/tar",
                                          "archive/zip",
                                          "bufio",
                                          "bytes",
                                          "cmp",
                                          "compress/bzip2",
                                          "compress/flate",
                                          "compress/gzip",
                                          "compress/lzw",
                                          "compress/zlib",
                                          "container/heap",
                                          "container/list",
                                          "container/ring",
                                          "context",
                                          "crypto",
                                          "crypto/aes",
                                          "crypto/cipher",
                                          "crypto/des",
                                          "crypto/dsa",
                                          "crypto/ecdh",
                                          "crypto/ecdsa",
                                          "crypto/ed25519",
                                          "crypto/elliptic",
                                          "crypto/hmac",
                                          "crypto/md5",
                                          "crypto/rand",
                                          "crypto/rc4",
                                          "crypto/rsa",
                                          "crypto/sha1",
                                          "crypto/sha256",
                                          "crypto/sha512",
                                          "crypto/subtle",
                                          "crypto/tls",
                                          "crypto/x509",
                                          "crypto/x509/pkix",
                                          "database/sql",
                                          "database/sql/driver",
                                          "debug/buildinfo",
                                          "debug/dwarf",
                                          "debug/elf",
                                          "debug/gosym",
                                          "debug/macho",
                                          "debug/pe",
                                          "debug/plan9obj",
                                          "embed",
                                          "encoding",
                                          "encoding/ascii85",
                                          "encoding/asn1",
                                          "encoding/base32",
                                          "encoding/base64",
                                          "encoding/binary",
                                          "encoding/csv",
                                          "encoding/gob",
                                          "encoding/hex",
                                          "encoding/json",
                                          "encoding/pem",
                                          "encoding/xml",
                                          "errors",
                                          "expvar",
                                          "flag",
                                          "fmt",
                                          "go/ast",
                                          "go/build",
                                          "go/build/constraint",
                                          "go/constant",
                                          "go/doc",
                                          "go/doc/comment",
                                          "go/format",
                                          "go/importer",
                                          "go/parser",
                                          "go/printer",
                                          "go/scanner",
                                          "go/token",
                                          "go/types",
                                          "go/version",
                                          "hash",
                                          "hash/adler32",
                                          "hash/crc32",
                                          "hash/crc64",
                                          "hash/fnv",
                                          "hash/maphash",
                                          "html",
                                          "html/template",
                                          "image",
                                          "image/color",
                                          "image/color/palette",
                                          "image/draw",
                                          "image/gif",
                                          "image/jpeg",
                                          "image/png",
                                          "index/suffixarray",
                                          "io",
                                          "io/fs",
                                          "io/ioutil",
                                          "iter",
                                          "log",
                                          "log/slog",
                                          "log/syslog",
                                          "maps",
                                          "math",
                                          "math/big",
                                          "math/bits",
                                          "math/cmplx",
                                          "math/rand",
                                          "math/rand/v2",
                                          "mime",
                                          "mime/multipart",
                                          "mime/quotedprintable",
                                          "net",
                                          "net/http",
                                          "net/http/cgi",
                                          "net/http/cookiejar",
                                          "net/http/fcgi",
                                          "net/http/httptest",
                                          "net/http/httptrace",
                                          "net/http/httputil",
                                          "net/http/pprof",
                                          "net/mail",
                                          "net/netip",
                                          "net/rpc",
                                          "net/rpc/jsonrpc",
                                          "net/smtp",
                                          "net/textproto",
                                          "net/url",
                                          "os",
                                          "os/exec",
                                          "os/signal",
                                          "os/user",
                                          "path",
                                          "path/filepath",
                                          "plugin",
                                          "reflect",
                                          "regexp",
                                          "regexp/syntax",
                                          "runtime",
                                          "runtime/cgo",
                                          "runtime/coverage",
                                          "runtime/debug",
                                          "runtime/metrics",
                                          "runtime/pprof",
                                          "runtime/race",
                                          "runtime/trace",
                                          "slices",
                                          "sort",
                                          "strconv",
                                          "strings",
                                          "structs",
                                          "sync",
                                          "sync/atomic",
                                          "syscall",
                                          "testing",
                                          "testing/fstest",
                                          "testing/iotest",
                                          "testing/quick",
                                          "testing/slogtest",
                                          "testing/synctest",
                                          "text/scanner",
                                          "text/tabwriter",
                                          "text/template",
                                          "text/template/parse",
                                          "time",
                                          "time/tzdata",
                                          "unicode",
                                          "unicode/utf16",
                                          "unicode/utf8",
                                          "unique",
                                          "unsafe",
                                          "weak"};

// Go: validatedImportPath.
std::string invalid_path_cause(const std::string& path) {
  constexpr std::string_view kIllegal = "!\"#$%&'()*,:;<=>?[\\]^{|}`";
  if (path.empty()) return "empty string";
  for (const char c : path) {
    if (c <= ' ' || c == 0x7f || kIllegal.find(c) != std::string_view::npos) {
      return std::string("invalid character '") + c + "'";
    }
  }
  return "";
}

bool is_internal(const std::string& path) {
  return path.starts_with("internal/") || path.find("/internal/") != std::string::npos;
}

// Those that a program may import.
std::string joined(const std::vector<std::string>& supported) {
  std::string text;
  for (const std::string& path : supported)
    if (!is_internal(path)) text += (text.empty() ? "" : ", ") + path;
  return text;
}

// What to use instead of those that people miss first.
struct Replacement {
  std::string_view path;
  std::string_view text;
};
constexpr std::string_view kNoReflection =
    "it needs reflection; fmt prints any value, with %v, %+v and %#v";
constexpr std::string_view kGoroutinesAreShown =
    "it looks at the running process; the simulator itself shows all goroutines";
constexpr Replacement kReplacements[] = {
    {"crypto/rand", "use math/rand; its numbers are choices of the schedule"},
    {"encoding/csv", "use strings.Split"},
    {"encoding/gob", kNoReflection},
    {"encoding/json", kNoReflection},
    {"encoding/xml", kNoReflection},
    {"expvar", "use sync/atomic"},
    {"hash/maphash", "use hash/fnv"},
    {"html/template", kNoReflection},
    {"io/ioutil", "use io"},
    {"math/cmplx", "complex numbers are not supported; use two floats"},
    {"path/filepath", "use path"},
    {"reflect", kNoReflection},
    {"regexp", "use strings"},
    {"runtime/pprof", kGoroutinesAreShown},
    {"runtime/trace", kGoroutinesAreShown},
    {"text/template", kNoReflection},
    {"unsafe", "the simulator's memory has no addresses"},
};

std::string missing_package(const std::string& path, const std::vector<std::string>& supported) {
  const bool standard =
      std::binary_search(std::begin(kStandard), std::end(kStandard), std::string_view(path));
  const bool has_domain = path.substr(0, path.find('/')).find('.') != std::string::npos;
  if (!standard && !has_domain) return "package " + path + " is not in std";
  const std::string start = "package \"" + path + "\" is not supported by the simulator";
  for (const Replacement& one : kReplacements)
    if (one.path == path) return start + ": " + std::string(one.text);
  return start + " (supported: " + joined(supported) + ")";
}

std::string last_element(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

void Checker::collect_import(Scope* file_scope, ImportSpec* spec) {
  const std::string cause = invalid_path_cause(spec->path);
  if (!cause.empty()) return error(spec->path_pos, "invalid import path (" + cause + ")");
  const bool is_allowed = package_->is_std || !is_internal(spec->path);
  Package* imported = is_allowed ? context_.import_package(spec->path) : nullptr;
  const bool found = imported != nullptr;
  if (!found) {
    error(spec->path_pos, is_allowed ? missing_package(spec->path, context_.supported())
                                     : "use of internal package " + spec->path + " not allowed");
    imported = arena_.make<Package>();  // stands in, so that its uses say nothing
    imported->path = spec->path;
    imported->name = last_element(spec->path);
  } else {
    package_->imports.push_back(imported);
  }
  const std::string name = spec->name != nullptr ? spec->name->name : imported->name;
  if (name == "init") {
    return error(spec->pos, "cannot import package as init - init must be a func");
  }
  Object* object = arena_.make<Object>();
  object->kind = ObjectKind::PackageName;
  object->name = name;
  object->pos = spec->name != nullptr ? spec->name->pos : spec->path_pos;
  object->package = package_;
  object->imported = imported;
  object->type = invalid();
  object->color = 1;
  object->used = !found;
  if (spec->name != nullptr && name != "_") spec->name->object = object;
  imports_.push_back({object, object->pos, name == "."});
  if (name == ".") return dot_import(file_scope, spec, object);
  declare(file_scope, object);
}

void Checker::dot_import(Scope* file_scope, ImportSpec* spec, Object* package_name) {
  if (package_name->imported->scope == nullptr) return;
  for (Object* object : package_name->imported->scope->objects()) {
    if (!is_exported(object->name)) continue;
    if (const Object* other = file_scope->insert(object)) {
      error(spec->name, other->name + " redeclared in this block" + other_declaration(other));
    } else {
      dot_imported_.emplace_back(object, package_name);
    }
  }
}

// Go: unusedImports.
void Checker::report_unused_imports() {
  for (const Import& entry : imports_) {
    const Object& object = *entry.name;
    if (object.used || object.name == "_") continue;
    if (package_->is_std) continue;  // a body that is unread may use it
    std::string message = "\"" + object.imported->path + "\" imported";
    if (object.name != last_element(object.imported->path) && !entry.dot) {
      message += " as " + object.name;
    }
    error(entry.pos, message + " and not used");
  }
  std::stable_sort(package_->imports.begin(), package_->imports.end(),
                   [](const Package* a, const Package* b) { return a->path < b->path; });
  package_->imports.erase(std::unique(package_->imports.begin(), package_->imports.end()),
                          package_->imports.end());
}

}  // namespace gopark::lang
