// The recognizer's inside: Go's parser, with shapes instead of trees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/lang/diagnostic.h"
#include "sim/lang/syntax_recognizer.h"
#include "sim/lang/syntax_scanner.h"

namespace gopark::lang {

using LexemeSet = uint64_t;
template <typename... Lexemes>
constexpr LexemeSet set_of(Lexemes... lexemes) {
  return ((LexemeSet{1} << static_cast<unsigned>(lexemes)) | ... | LexemeSet{0});
}

enum class ShapeKind : uint8_t {
  Bad,
  Name,
  Literal,
  Composite,
  FuncLiteral,
  Paren,
  Selector,
  Index,
  Slice,
  Assertion,
  TypeSwitchGuard,
  Call,
  Unary,
  Binary,
  List,
  ArrayType,  // and slices
  StructType,
  FuncType,
  InterfaceType,
  MapType,
  ChanType,
};

// How the `<-` in front of `chan` distributes: see Grammar::receive_or_channel.
enum class ChannelTail : uint8_t { None, Both, Receives, SendsNonChannel };

// What the grammar must remember of an expression in place of a tree.
struct Shape {
  ShapeKind kind = ShapeKind::Bad;
  Token op = Token::None;  // Unary, Binary
  uint32_t first = 0;      // tokens
  uint32_t last = 0;
  uint32_t third = 0;         // List: where its third element starts, if it has one
  uint32_t at = 0;            // the token at which Go reports it: of a binary one its operator
  bool is_type_only = false;  // a type, and no value in any reading (Go: isTypeElem)
  bool is_value = false;      // a value, and no type in any reading (Go: isValue)
  // `P *T`, `P (T)`, `P *T | U`: read as an expression, it is perhaps a type parameter and its
  // constraint (Go: extractName); certainly so when the constraint can only be a type.
  bool may_declare = false;
  bool declares = false;
  ChannelTail tail = ChannelTail::None;  // ChanType
  uint32_t inside_at = 0;
  ShapeKind inside = ShapeKind::Bad;  // Paren: what all its parentheses enclose
};

enum class StatementKind : uint8_t {
  None,
  Expression,
  Send,
  IncDec,
  Assign,
  Define,
  OpAssign,
  Range
};

struct StatementShape {
  StatementKind kind = StatementKind::None;
  uint32_t first = 0;  // tokens
  uint32_t last = 0;
  uint32_t at = 0;  // the operator of an assignment or send
  Shape left;       // of an Expression the whole
  Shape right;
};

// A parameter of a function or type: at least one of name and type.
struct ParameterShape {
  bool named = false;
  bool typed = false;
  uint32_t name = 0;  // tokens
  uint32_t type = 0;
};

// Whether a list may consist of types alone.
enum class ParameterNames : uint8_t { Optional, Required };

class Grammar {
 public:
  Grammar(const TokenList& tokens, Diagnostics& diagnostics);
  bool file();  // see Recognition::is_go
  std::vector<Rendering> take_renderings() { return std::move(renderings_); }

 private:
  // ---- syntax_grammar.cc: tokens and errors
  const SourceToken& token() const { return tokens_.tokens[index_]; }
  Lexeme lexeme() const { return token().lexeme; }
  bool at(Lexeme lexeme) const { return token().lexeme == lexeme; }
  bool at_operator(Token op) const { return at(Lexeme::Operator) && token().op == op; }
  void next();
  bool got(Lexeme lexeme);
  void want(Lexeme lexeme);
  bool got_assign();
  void advance(LexemeSet follow);
  void skip_one() { next(); }
  bool has_errors() const;
  void error_at(uint32_t token, std::string message);
  void tolerated_error_at(uint32_t token, std::string message);  // the tree is made all the same
  // Reported when the rest turns out to be right, as what Go's type checker says of the tree.
  void error_later_at(uint32_t token, std::string message);
  void tolerated_error_later_at(uint32_t token, std::string message);
  void report_deferred();
  // Completes "expected …", "in …", "at …", "after …" with what was found.
  void syntax_error(std::string_view message) { syntax_error_at(index_, message); }
  void syntax_error_at(uint32_t token, std::string_view message);
  std::string found() const;
  std::string text_of(uint32_t first, uint32_t last) const;  // as gc quotes code
  std::string text_of(const StatementShape& statement) const;
  void give_up(std::string_view message);

  // The nesting of the caller's production; false, after an error, at the limit.
  class Nesting {
   public:
    explicit Nesting(Grammar& grammar);
    ~Nesting() { --grammar_.nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    explicit operator bool() const { return ok_; }

   private:
    Grammar& grammar_;
    bool ok_;
  };

  // [ element { separator element } [separator] ] close; `element` returns true after the last.
  template <typename Element>
  uint32_t list(std::string_view context, Lexeme separator, Lexeme close, Element element);

  // ---- syntax_grammar_decl.cc
  bool package_clause();
  void imports();
  void import_spec();
  void header_import_group();
  void header_import_spec();
  void check_import_path(uint32_t path);
  std::string found_in_header() const;
  void top_level();
  void group(void (Grammar::*spec)());
  void const_spec();
  void var_spec();
  void type_spec();
  bool type_spec_with_bracket();
  bool func_declaration();  // true: it has no body
  void func_body();
  void name();
  void name_list();

  // ---- syntax_grammar_type.cc
  bool type_or_none();
  void type();
  void channel_element();
  void array_type_rest();
  void type_instance();
  void qualified_name(bool name_consumed);
  void struct_type();
  void field();
  void interface_type();
  void interface_element();
  void method_or_embedded(bool* is_method);
  void union_terms(bool first_consumed);
  void term();
  bool array_or_type_arguments();  // true: type arguments
  void func_type(std::string_view no_type_parameters_in);
  void func_result();
  std::vector<ParameterShape> parameters(Lexeme close, ParameterNames names,
                                         const ParameterShape* first = nullptr);
  bool parameter(Lexeme close, const ParameterShape* name, ParameterShape* result);
  uint32_t reported_type(uint32_t first) const;
  void check_parameters(const std::vector<ParameterShape>& list, ParameterNames names,
                        uint32_t end);

  // ---- syntax_grammar_expr.cc
  Shape expr() { return binary_expr(nullptr, 0); }
  Shape expr_list();
  Shape binary_expr(const Shape* first, int precedence);
  Shape unary_expr();
  Shape receive_or_channel();
  Shape operand();
  Shape type_operand();
  ChannelTail channel_tail(uint32_t chan) const;
  Shape primary_expr(const Shape* first);
  bool primary_suffix(Shape* x);  // false: there is none
  void selector_suffix(Shape* x);
  void index_suffix(Shape* x);
  void slice_rest();
  void missing_index(const std::string& which);
  void call_suffix(Shape* x);
  bool may_be_composite(const Shape& x) const;
  void literal_body();
  void literal_element();
  Shape type_list(bool* comma);
  Shape shape(ShapeKind kind, uint32_t first) const;
  void wrap_type(uint32_t first, uint32_t last);
  void unwrap_types(uint32_t first, uint32_t last);
  void write_as_bad(uint32_t first, uint32_t last);  // see Rendering::is_bad

  // ---- syntax_grammar_stmt.cc
  bool statement();  // false: no statement starts here
  void statement_list();
  void block(std::string_view context);
  StatementShape simple_statement(const Shape* first, Lexeme keyword);
  StatementShape range_clause(StatementShape clause);
  bool labeled();
  void call_statement();
  struct Header {
    bool is_type_switch = false;
  };
  Header header(Lexeme keyword);
  void header_rest(Lexeme keyword, StatementShape* condition, uint32_t* semicolon);
  void check_condition(Lexeme keyword, const StatementShape& condition, uint32_t semicolon);
  void for_statement();
  void if_statement();
  void switch_statement();
  void select_statement();
  void case_clause(bool is_type_switch);
  void comm_clause();
  void not_communication(const StatementShape& comm);
  void type_list();

  const TokenList& tokens_;
  Diagnostics& diagnostics_;
  std::vector<Rendering> renderings_;
  uint32_t index_ = 0;
  uint32_t errors_ = 0;
  uint32_t tolerated_errors_ = 0;  // of them
  bool gave_up_ = false;
  bool is_incomplete_ = false;  // it ends too early, and an earlier error says why
  uint32_t nesting_ = 0;
  uint32_t function_nesting_ = 0;
  // What Go says only when the whole file is well formed: x.(type) that no type switch has taken
  // (by their first tokens), ~ read as an operator, and other mistakes that the type checker finds
  // in Go.
  std::vector<uint32_t> guards_;
  std::vector<uint32_t> tildes_;
  struct Deferred {
    uint32_t token = 0;
    std::string message;
    bool is_tolerated = false;
  };
  std::vector<Deferred> deferred_;
  uint32_t literal_type_ = UINT32_MAX;  // the "[" of an array type that may be a literal's
  // Below zero inside the header of if, for and switch, where `{` opens the body. (Go: xnest.)
  int expression_nesting_ = 0;
};

template <typename Element>
uint32_t Grammar::list(std::string_view context, Lexeme separator, Lexeme close, Element element) {
  bool done = false;
  while (!at(Lexeme::EndOfFile) && !at(close) && !done) {
    done = element();
    if (got(separator) || at(close)) continue;
    const std::string_view missing = separator == Lexeme::Comma ? "comma" : "semicolon or newline";
    syntax_error("in " + std::string(context) + "; possibly missing " + std::string(missing) +
                 " or " + std::string(lexeme_text(close)));
    advance(set_of(Lexeme::Rparen, Lexeme::Rbrack, Lexeme::Rbrace));
    if (!at(close)) return index_;
  }
  const uint32_t end = index_;
  want(close);
  return end;
}

}  // namespace gopark::lang
