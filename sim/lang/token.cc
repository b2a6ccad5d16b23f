#include "sim/lang/ast.h"

namespace gopark::lang {

std::string_view token_text(Token token) {
  switch (token) {
    case Token::None:
      return "";
    case Token::Int:
      return "int";
    case Token::Float:
      return "float";
    case Token::Imag:
      return "imaginary";
    case Token::Char:
      return "rune";
    case Token::String:
      return "string";
    case Token::Add:
      return "+";
    case Token::Sub:
      return "-";
    case Token::Mul:
      return "*";
    case Token::Quo:
      return "/";
    case Token::Rem:
      return "%";
    case Token::And:
      return "&";
    case Token::Or:
      return "|";
    case Token::Xor:
      return "^";
    case Token::Shl:
      return "<<";
    case Token::Shr:
      return ">>";
    case Token::AndNot:
      return "&^";
    case Token::LAnd:
      return "&&";
    case Token::LOr:
      return "||";
    case Token::Arrow:
      return "<-";
    case Token::Not:
      return "!";
    case Token::Tilde:
      return "~";
    case Token::Eql:
      return "==";
    case Token::Neq:
      return "!=";
    case Token::Lss:
      return "<";
    case Token::Leq:
      return "<=";
    case Token::Gtr:
      return ">";
    case Token::Geq:
      return ">=";
    case Token::Assign:
      return "=";
    case Token::Define:
      return ":=";
    case Token::Inc:
      return "++";
    case Token::Dec:
      return "--";
    case Token::Break:
      return "break";
    case Token::Continue:
      return "continue";
    case Token::Goto:
      return "goto";
    case Token::Fallthrough:
      return "fallthrough";
    case Token::Import:
      return "import";
    case Token::Const:
      return "const";
    case Token::Type:
      return "type";
    case Token::Var:
      return "var";
  }
  return "";
}

}  // namespace gopark::lang
