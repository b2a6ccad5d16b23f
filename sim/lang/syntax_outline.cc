#include "sim/lang/syntax_outline.h"

#include "sim/lang/syntax_grammar.h"

namespace gopark::lang {

Outline::Outline(std::string_view text, uint32_t file, Arena& arena, Diagnostics& diagnostics)
    : tokens_(scan(text, file, diagnostics)),
      file_(arena.make<SourceFile>()),
      arena_(arena),
      diagnostics_(diagnostics) {
  file_->file = file;
  Grammar(tokens_, arena_, diagnostics_, Bodies::LeftUnread).file(file_);
}

void Outline::read_body(FuncDecl* function) {
  function->body = Grammar(tokens_, arena_, diagnostics_).body(*function);
  function->unread = false;
}

}  // namespace gopark::lang
