#include "sim/lang/syntax_outline.h"

#include "sim/base/assert.h"
#include "sim/lang/syntax.h"

namespace gopark::lang {
namespace {

// package, its name, and the semicolon.
constexpr uint32_t kPackageClause = 3;

bool opens(Lexeme lexeme) {
  return lexeme == Lexeme::Lparen || lexeme == Lexeme::Lbrack || lexeme == Lexeme::Lbrace;
}
bool closes(Lexeme lexeme) {
  return lexeme == Lexeme::Rparen || lexeme == Lexeme::Rbrack || lexeme == Lexeme::Rbrace;
}

}  // namespace

Outline::Outline(std::string_view text, uint32_t file, Arena& arena, Diagnostics& diagnostics)
    : tokens_(scan(text, file, diagnostics)),
      file_(arena.make<SourceFile>()),
      arena_(arena),
      diagnostics_(diagnostics) {
  file_->file = file;
  parse_tokens(without_bodies(), file_, arena_, diagnostics_);
  for (const Decl& decl : file_->declarations) {
    if (decl.func != nullptr && decl.func->body != nullptr) decl.func->unread = true;
  }
}

TokenList Outline::without_bodies() {
  TokenList outline;
  outline.source = tokens_.source;
  outline.file = tokens_.file;
  outline.directives = tokens_.directives;
  const auto count = static_cast<uint32_t>(tokens_.tokens.size());
  for (uint32_t i = 0; i < count;) {
    const uint32_t start = i;
    if (is_function(start)) {
      i = body_of(start);
      append({start, i}, &outline);
      if (tokens_.tokens[i].lexeme != Lexeme::Lbrace) continue;
      const uint32_t end = past_brackets(i);
      append({i, i + 1}, &outline);
      append({end - 1, end}, &outline);
      const SourceToken& func = tokens_.tokens[start];
      bodies_[{func.line, func.column}] = {i, end};
      if (head_.empty()) take_head(start);
      i = end;
    } else {
      i = opens(tokens_.tokens[i].lexeme) ? past_brackets(i) : i + 1;
      append({start, i}, &outline);
    }
  }
  return outline;
}

// The tokens are those of the file's first function, wherever it stands.
void Outline::take_head(uint32_t func) {
  const auto first = [&](Lexeme lexeme) {
    uint32_t i = func;
    while (tokens_.tokens[i].lexeme != lexeme) ++i;
    return tokens_.tokens[i];
  };
  head_.assign(tokens_.tokens.begin(), tokens_.tokens.begin() + kPackageClause);
  head_.push_back(tokens_.tokens[func]);
  head_.push_back(tokens_.tokens[1]);
  head_.push_back(first(Lexeme::Lparen));
  head_.push_back(first(Lexeme::Rparen));
}

// What is parsed is a file with one function, without the signature, which is known:
//     package p; func p() { body };
void Outline::read_body(FuncDecl* function) {
  const auto body = bodies_.find({function->pos.line, function->pos.column});
  GOPARK_ASSERT(body != bodies_.end(), "a function of another file");
  TokenList part;
  part.source = tokens_.source;
  part.file = tokens_.file;
  const auto count = static_cast<uint32_t>(tokens_.tokens.size());
  part.tokens = head_;
  append(body->second, &part);
  append({count - 2, count}, &part);
  SourceFile alone;
  parse_tokens(part, &alone, arena_, diagnostics_);
  GOPARK_ASSERT(alone.declarations.size() == 1, "the text of a std package is not Go");
  function->body = alone.declarations[0].func->body;
  function->unread = false;
}

// Whether a declaration of a function starts there. REQUIRES: the token is in no brackets.
bool Outline::is_function(uint32_t token) const {
  return tokens_.tokens[token].lexeme == Lexeme::Func && token > 0 &&
         tokens_.tokens[token - 1].lexeme == Lexeme::Semi;
}

// The brace that opens the function's body, or the semicolon after a declaration without one.
uint32_t Outline::body_of(uint32_t func) const {
  for (uint32_t i = func;;) {
    const Lexeme lexeme = tokens_.tokens[i].lexeme;
    const Lexeme before = tokens_.tokens[i - 1].lexeme;
    const bool of_type = before == Lexeme::Struct || before == Lexeme::Interface;
    if (lexeme == Lexeme::Semi || lexeme == Lexeme::EndOfFile) return i;
    if (lexeme == Lexeme::Lbrace && !of_type) return i;
    i = opens(lexeme) ? past_brackets(i) : i + 1;
  }
}

uint32_t Outline::past_brackets(uint32_t open) const {
  uint32_t depth = 0;
  for (uint32_t i = open;; ++i) {
    const Lexeme lexeme = tokens_.tokens[i].lexeme;
    if (lexeme == Lexeme::EndOfFile) return i;
    if (opens(lexeme)) ++depth;
    if (closes(lexeme) && --depth == 0) return i + 1;
  }
}

void Outline::append(Range range, TokenList* to) const {
  to->tokens.insert(to->tokens.end(), tokens_.tokens.begin() + range.begin,
                    tokens_.tokens.begin() + range.end);
}

}  // namespace gopark::lang
