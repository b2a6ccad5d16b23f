#include "sim/lang/syntax_outline.h"

#include "sim/lang/syntax_grammar.h"
#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {

Outline::Outline(std::string_view text, uint32_t file, Arena& arena, Diagnostics& diagnostics)
    : text_(text), file_(arena.make<SourceFile>()), arena_(arena), diagnostics_(diagnostics) {
  file_->file = file;
  const TokenList tokens = scan_outline(text, file, diagnostics);
  Grammar(tokens, arena_, diagnostics_, Bodies::LeftUnread).file(file_);
}

void Outline::read_body(FuncDecl* function) {
  const TokenList tokens =
      scan_part(text_, function->body->pos, function->body_begin, function->body_end, diagnostics_);
  function->body = Grammar(tokens, arena_, diagnostics_).body();
  function->unread = false;
}

}  // namespace gopark::lang
