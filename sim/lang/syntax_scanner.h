// The tokens of Go source, with the semicolons that Go inserts at line ends.
//
// The scanner accepts what Go's compiler accepts and words its errors likewise. A newline's
// meaning, comments, literals and bytes that are no Go at all are settled here once, exactly. (Go:
// cmd/compile/internal/syntax, scanner.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"

namespace gopark::lang {

// Go's own classes of tokens, in its order: keywords are Break to Var.
enum class Lexeme : uint8_t {
  EndOfFile,
  Name,
  Literal,
  Operator,  // all but Star
  AssignOp,  // op=
  IncOp,     // ++ --
  Assign,
  Define,
  Arrow,
  Star,
  Lparen,
  Lbrack,
  Lbrace,
  Rparen,
  Rbrack,
  Rbrace,
  Comma,
  Semi,
  Colon,
  Dot,
  DotDotDot,
  Break,
  Case,
  Chan,
  Const,
  Continue,
  Default,
  Defer,
  Else,
  Fallthrough,
  For,
  Func,
  Go,
  Goto,
  If,
  Import,
  Interface,
  Map,
  Package,
  Range,
  Return,
  Select,
  Struct,
  Switch,
  Type,
  Var,
};

std::string_view lexeme_text(Lexeme lexeme);  // "(", "op=", "name", "func"
inline bool is_keyword(Lexeme lexeme) {
  return lexeme >= Lexeme::Break;
}

// What a Semi was in the source; Go's messages name it.
enum class SemiCause : uint8_t { Semicolon, Newline, EndOfFile };

struct SourceToken {
  Lexeme lexeme = Lexeme::EndOfFile;
  // Operator, Star, AssignOp: the operator. IncOp: Add or Sub. Literal: its kind.
  Token op = Token::None;
  SemiCause cause = SemiCause::Semicolon;  // of a Semi
  bool bad = false;                        // a Literal that was reported
  uint32_t offset = 0;                     // bytes from the start of the file
  uint32_t length = 0;                     // bytes; 0 for a Semi that nothing stands for
  uint32_t line = 0;
  uint32_t column = 0;
};

// The rest of a `//gopark:` comment, and the line that it fills.
struct DirectiveComment {
  uint32_t line = 0;
  std::string text;
};

struct TokenList {
  std::string_view source;
  uint32_t file = 0;
  std::vector<SourceToken> tokens;  // ends with one EndOfFile
  std::vector<DirectiveComment> directives;
  // Offset of the first lexical error, or UINT32_MAX.
  uint32_t first_error_offset = UINT32_MAX;

  std::string_view text(const SourceToken& token) const {
    return source.substr(token.offset, token.length);
  }
  Pos pos(const SourceToken& token) const { return Pos{file, token.line, token.column}; }
  Pos end(const SourceToken& token) const;  // one past the last byte
};

// Scans one file; `source` must outlive the result.
TokenList scan(std::string_view source, uint32_t file, Diagnostics& diagnostics);
// The same without what stands between the braces of the file's functions, as far as their bodies
// are laid out in lines; of those only the braces are there.
// REQUIRES: the file is laid out as gofmt does, and no string has a line that starts with a brace.
TokenList scan_outline(std::string_view source, uint32_t file, Diagnostics& diagnostics);
// What stands in a file from the place `pos`, at offset `begin`, up to the offset `end`.
TokenList scan_part(std::string_view source, const Pos& pos, uint32_t begin, uint32_t end,
                    Diagnostics& diagnostics);

}  // namespace gopark::lang
