#include "tests/tidy/rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/tidy/scopes.h"

namespace gopark::tidy {
namespace {

std::string complaint(const std::string& path, int line, const std::string& what) {
  return path + ":" + std::to_string(line) + ": " + what;
}

std::string folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::string first_part(std::string_view path) {
  return std::string(path.substr(0, path.find('/')));
}

// The unit of the arrows: "sim/vm", "native", "web"; empty for what has no arrows.
std::string unit_of(std::string_view path) {
  const std::string first = first_part(path);
  if (first == "sim" && path.find('/', 4) != std::string_view::npos) {
    return "sim/" + first_part(path.substr(4));
  }
  return first == "sim" || first == "native" || first == "web" ? first : "";
}

// What each unit may include besides itself: everything its arrows lead to.
const std::map<std::string, std::set<std::string>>& arrows() {
  static const auto* const kArrows = [] {
    const std::set<std::string> parts = {"sim/base", "sim/vm", "sim/lang", "sim/sched",
                                         "sim/detect"};
    auto* map = new std::map<std::string, std::set<std::string>>;
    (*map)["sim/base"] = {};
    (*map)["sim/vm"] = {"sim/base"};
    for (const char* unit : {"sim/lang", "sim/sched", "sim/detect"}) {
      (*map)[unit] = {"sim/base", "sim/vm"};
    }
    for (const char* unit : {"sim/session", "sim/explore"}) (*map)[unit] = parts;
    std::set<std::string> all = parts;
    all.insert({"sim/session", "sim/explore"});
    (*map)["sim/narrate"] = all;
    all.insert("sim/narrate");
    (*map)["native"] = all;
    all.insert("native");
    (*map)["web"] = all;
    return map;
  }();
  return *kArrows;
}

struct BannedWord {
  std::string_view word;
  std::string_view instead;
};

constexpr BannedWord kBannedWords[] = {
    {"std::chrono", "the world's virtual clock"},
    {"<chrono>", "the world's virtual clock"},
    {"unordered_", "std::map, or a sorted std::vector"},
    {"std::hash", "hash_text() or mix() of sim/base/hash.h"},
    {"std::rand", "Prng of sim/base/prng.h"},
    {"srand", "Prng of sim/base/prng.h"},
    {"random_device", "Prng with a seed that the caller gives"},
    {"mt19937", "Prng of sim/base/prng.h"},
    {"mt19937_64", "Prng of sim/base/prng.h"},
    {"_distribution", "Prng::below()"},
    {"std::shuffle", "Prng::below() in a loop"},
    {"std::sample", "Prng::below() in a loop"},
    {"std::sort", "std::stable_sort: each library leaves equal elements in another order"},
    {"std::partial_sort", "std::stable_sort"},
    {"std::nth_element", "std::stable_sort"},
    {"std::ranges::", "the algorithms of std: Emscripten 3.1.6 has no others"},
    {"std::format", "std::string and std::to_string: Emscripten 3.1.6 has no std::format"},
    {"printf", "a returned std::string"},
    {"fprintf", "a returned std::string"},
    {"vfprintf", "a returned std::string"},
    {"puts", "a returned std::string"},
    {"fputs", "a returned std::string"},
    {"std::cout", "a returned std::string"},
    {"std::cerr", "a returned std::string"},
    {"std::clog", "a returned std::string"},
    {"<iostream>", "a returned std::string"},
    {"<fstream>", "text that the caller read"},
    {"<filesystem>", "text that the caller read"},
    {"fopen", "text that the caller read"},
    {"getenv", "an option that the caller gives"},
    {"throw", "Result, Diagnostic, Outcome or GOPARK_ASSERT"},
    {"catch", "Result, Diagnostic, Outcome or GOPARK_ASSERT"},
    {"std::stoi", "std::from_chars: it does not throw"},
    {"std::stol", "std::from_chars: it does not throw"},
    {"std::stoull", "std::from_chars: it does not throw"},
    {"std::stod", "std::from_chars: it does not throw"},
    {"std::thread", "a budget per call: the caller owns the threads"},
    {"std::mutex", "a budget per call: the caller owns the threads"},
    {"std::atomic", "a budget per call: the caller owns the threads"},
    {"thread_local", "a member of the object that needs it"},
    {"reinterpret_cast<uintptr_t>", "an index: addresses differ from run to run"},
    {"assert(", "GOPARK_ASSERT of sim/base/assert.h"},
};

// The one file of sim/ that talks to the host: it reports our own bug and ends the program.
constexpr std::string_view kAssertFile = "sim/base/assert.cc";

bool is_in_own_code(std::string_view path) {
  return is_cpp(path) &&
         (is_under(path, "sim") || is_under(path, "native") || is_under(path, "web"));
}

void find_all(const File& file, std::string_view text, std::string_view word,
              const std::string& what, Complaints& found) {
  for (size_t at = find_word(text, word); at != std::string_view::npos;
       at = find_word(text, word, at + 1)) {
    found.push_back(complaint(file.path, line_at(text, at), what));
  }
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// "static" or "thread_local" among the words before the name, and no constexpr.
bool is_static_declaration(const Statement& statement) {
  const std::string_view text = statement.text;
  const std::string_view head = text.substr(0, text.find_first_of("=({"));
  return find_word(head, "static") != std::string_view::npos &&
         find_word(head, "constexpr") == std::string_view::npos;
}

bool outlives_its_call(const Statement& statement) {
  if (statement.scope == Scope::Namespace) return defines_mutable_variable(statement);
  if (!is_static_declaration(statement)) return false;
  return statement.scope == Scope::Function ||
         (statement.scope == Scope::Class && defines_mutable_variable(statement));
}

// Is `name` in `text`, with neither more of a path before it nor more of a name behind it?
bool names_file(std::string_view text, std::string_view name) {
  const auto joins = [](char c) { return is_word_char(c) || c == '/' || c == '.' || c == '-'; };
  for (size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const size_t end = at + name.size();
    if ((at == 0 || !joins(text[at - 1])) && (end == text.size() || !joins(text[end]))) return true;
  }
  return false;
}

// Without `# comments`: a file that is only mentioned is not built.
std::string cmake_code(std::string_view text) {
  std::string code;
  for (const std::string_view line : lines_of(text)) {
    code += std::string(line.substr(0, line.find('#'))) + "\n";
  }
  return code;
}

bool is_named_in_cmake(const Tree& tree, std::string_view path) {
  return std::any_of(tree.begin(), tree.end(), [&](const File& file) {
    if (file.path != "CMakeLists.txt" && file.path.find("/CMakeLists.txt") == std::string::npos) {
      return false;
    }
    const std::string folder = folder_of(file.path);
    if (!folder.empty() && !is_under(path, folder)) return false;
    const size_t skip = folder.empty() ? 0 : folder.size() + 1;
    return names_file(cmake_code(file.text), path.substr(skip));
  });
}

std::set<std::string> included_paths(const Tree& tree) {
  std::set<std::string> paths;
  for (const File& file : tree) {
    if (!is_cpp(file.path)) continue;
    for (const Include& include : includes_of(file.text)) {
      if (include.path != file.path) paths.insert(include.path);
    }
  }
  return paths;
}

bool is_binary(const File& file) {
  return file.text.find('\0') != std::string::npos;
}

struct Length {
  int lines = 0;
  std::string name;
};

void print_longest(std::ostream& out, const char* title, std::vector<Length> lengths) {
  std::stable_sort(lengths.begin(), lengths.end(),
                   [](const Length& a, const Length& b) { return a.lines > b.lines; });
  lengths.resize(std::min<size_t>(lengths.size(), 10));
  out << title << "\n";
  for (const Length& length : lengths) out << "  " << length.lines << "  " << length.name << "\n";
}

}  // namespace

Complaints check_arrows(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    const std::string from = unit_of(file.path);
    if (from.empty() || !is_cpp(file.path)) continue;
    const auto allowed = arrows().find(from);
    if (allowed == arrows().end()) {
      found.push_back(complaint(file.path, 1, "the design has no folder " + from));
      continue;
    }
    for (const Include& include : includes_of(file.text)) {
      const std::string to = unit_of(include.path);
      if (first_part(include.path) == "tests") {
        found.push_back(complaint(file.path, include.line, "includes a file of the tests"));
      } else if (!to.empty() && to != from && allowed->second.count(to) == 0) {
        found.push_back(
            complaint(file.path, include.line, "no arrow leads from " + from + " to " + to));
      }
    }
  }
  return found;
}

Complaints check_banned_words(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    if (!is_under(file.path, "sim") || !is_cpp(file.path) || file.path == kAssertFile) continue;
    const std::string code = code_of(file.text);
    for (const BannedWord& banned : kBannedWords) {
      const std::string what = "`" + std::string(banned.word) + "` is banned in sim/; use " +
                               std::string(banned.instead);
      find_all(file, code, banned.word, what, found);
    }
  }
  return found;
}

Complaints check_globals(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    if (!is_in_own_code(file.path)) continue;
    for (const Statement& statement : outline_of(file.text).statements) {
      if (!outlives_its_call(statement)) continue;
      found.push_back(complaint(file.path, statement.line,
                                "`" + statement.text.substr(0, 60) +
                                    "` outlives its call; make it constexpr, or a member of what "
                                    "needs it"));
    }
  }
  return found;
}

Complaints check_platform_switches(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    if (!is_cpp(file.path)) continue;
    find_all(file, code_of(file.text), "__EMSCRIPTEN__",
             "one platform switch is enough; put the difference behind the host's interface",
             found);
  }
  if (found.size() <= 1) found.clear();
  return found;
}

// A header that the compiler is told to include first, by a script of .cmake/.
bool is_forced_by_cmake(const Tree& tree, const std::string& path) {
  for (const File& file : tree)
    if (file.path.rfind(".cmake/", 0) == 0 && file.text.find(path) != std::string::npos)
      return true;
  return false;
}

Complaints check_dead_files(const Tree& tree) {
  Complaints found;
  const std::set<std::string> included = included_paths(tree);
  for (const File& file : tree) {
    const std::string extension =
        file.path.substr(std::min(file.path.rfind('.'), file.path.size()));
    if (extension == ".cc" && !is_named_in_cmake(tree, file.path)) {
      found.push_back(complaint(file.path, 1, "no CMakeLists.txt names this file"));
    }
    if ((extension == ".h" || extension == ".inc") && included.count(file.path) == 0 &&
        !is_forced_by_cmake(tree, file.path)) {
      found.push_back(complaint(file.path, 1, "no other file includes this one"));
    }
  }
  return found;
}

Complaints check_disabled_tests(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    if (!is_cpp(file.path)) continue;
    find_all(file, code_of(file.text), "DISABLED_", "mend the test or delete it", found);
  }
  return found;
}

Complaints check_libraries(const Tree& tree) {
  Complaints found;
  for (const File& file : tree) {
    if (is_under(file.path, "sim") && lower_case(file.text).find("imgui") != std::string::npos) {
      found.push_back(complaint(file.path, 1, "sim/ never heard of ImGui"));
    }
    if (!is_cpp(file.path)) continue;
    for (const Include& include : includes_of(file.text)) {
      const std::string path = lower_case(include.path);
      const bool may_see_imgui = is_under(file.path, "native") || is_under(file.path, "web") ||
                                 is_under(file.path, "tests/native") ||
                                 is_under(file.path, "tests/web");
      if (path.find("imgui") != std::string::npos && !may_see_imgui) {
        found.push_back(complaint(file.path, include.line, "only native/ and web/ see ImGui"));
      }
    }
  }
  return found;
}

Complaints check_places(const Tree& tree) {
  // In pieces, so that this file does not name them.
  static const std::string_view kMachinePaths[] = {
      "/"
      "work/",
      "/"
      "root/",
      "/"
      "tmp/"};
  static const std::string_view kHosts[] = {
      "registry."
      "npmjs",
      "deb."
      "debian.org",
      "security."
      "debian.org",
      "archive."
      "ubuntu.com",
      "proxy."
      "golang.org",
      "sum."
      "golang.org",
      "pypi."
      "org",
      "python"
      "hosted.org",
      "crates."
      "io"};
  Complaints found;
  for (const File& file : tree) {
    if (is_binary(file)) continue;
    for (const std::string_view path : kMachinePaths) {
      for (size_t at = file.text.find(path); at != std::string::npos;
           at = file.text.find(path, at + 1)) {
        const bool is_inner =
            at > 0 && (is_word_char(file.text[at - 1]) ||
                       std::string_view("./-}").find(file.text[at - 1]) != std::string_view::npos);
        if (!is_inner) {
          found.push_back(
              complaint(file.path, line_at(file.text, at), "names a path of one machine"));
        }
      }
    }
    for (const std::string_view host : kHosts) {
      find_all(file, file.text, host,
               "names a registry's host; let the client's configuration decide", found);
    }
  }
  return found;
}

Complaints check_top_level(const Tree& tree) {
  static const std::set<std::string> kAllowed = {"CMakeLists.txt",
                                                 "CMakePresets.json",
                                                 "README.md",
                                                 "LICENSE",
                                                 "dev",
                                                 "sim",
                                                 "scenarios",
                                                 "native",
                                                 "web",
                                                 "tests"};
  std::set<std::string> entries;
  for (const File& file : tree) entries.insert(first_part(file.path));
  Complaints found;
  for (const std::string& entry : entries) {
    if (entry.front() == '.' || kAllowed.count(entry) != 0) continue;
    found.push_back(complaint(entry, 1, "the top level holds only what the design names"));
  }
  return found;
}

std::string longest(const Tree& tree) {
  std::vector<Length> files;
  std::vector<Length> functions;
  for (const File& file : tree) {
    if (!is_in_own_code(file.path)) continue;
    files.push_back({static_cast<int>(lines_of(file.text).size()), file.path});
    for (const Function& function : outline_of(file.text).functions) {
      functions.push_back({function.line_count, function.name + "  " + file.path + ":" +
                                                    std::to_string(function.first_line)});
    }
  }
  std::ostringstream out;
  print_longest(out, "The longest functions, in lines:", std::move(functions));
  print_longest(out, "The longest files, in lines:", std::move(files));
  return out.str();
}

}  // namespace gopark::tidy
