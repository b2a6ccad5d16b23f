#include "sim/lang/syntax.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "sim/base/assert.h"
#include "sim/lang/branches.h"
#include "sim/lang/syntax_grammar.h"
#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {
namespace {

// Whether it begins as Go does.
bool has_package_clause(const TokenList& tokens) {
  return tokens.tokens.size() > 2 && tokens.tokens[0].lexeme == Lexeme::Package &&
         tokens.tokens[1].lexeme == Lexeme::Name &&
         tokens.first_error_offset > tokens.tokens[1].offset + tokens.tokens[1].length;
}

// A NUL byte where no Go begins means that this is no text: one diagnostic says so instead of a
// hundred.
SourceFile* refuse_binary(std::string_view source, SourceFile* parsed, Diagnostics& diagnostics) {
  const std::string_view before = source.substr(0, source.find('\0'));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t column = before.size() - line_start + 1;
  diagnostics.add(Pos{parsed->file, static_cast<uint32_t>(line), static_cast<uint32_t>(column)},
                  "invalid NUL character");
  return parsed;
}

}  // namespace

SourceFile* parse_file(const FileSet& files, uint32_t file, Arena& arena,
                       Diagnostics& diagnostics) {
  GOPARK_ASSERT(file < files.files.size());
  const std::string_view source = files.files[file].text;
  auto* parsed = arena.make<SourceFile>();
  parsed->file = file;
  if (source.size() > kMaxSourceBytes) {
    diagnostics.add(Pos{file, 1, 1},
                    "source file is larger than " + std::to_string(kMaxSourceBytes) + " bytes");
    return parsed;
  }
  Diagnostics lexical = diagnostics;
  const TokenList tokens = scan(source, file, lexical);
  if (source.find('\0') != source.npos && !has_package_clause(tokens))
    return refuse_binary(source, parsed, diagnostics);
  diagnostics = std::move(lexical);
  Grammar grammar(tokens, arena, diagnostics);
  if (grammar.file(parsed)) return parsed;
  for (BlockStmt* body : grammar.whole_bodies()) {
    check_branches(files, body, [&diagnostics](Pos pos, std::string message) {
      diagnostics.add(pos, std::move(message));
    });
  }
  return parsed;
}

}  // namespace gopark::lang
