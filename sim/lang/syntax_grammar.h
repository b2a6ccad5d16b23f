// The parser: tokens to a tree, and what is wrong with them in the words of Go's compiler.
//
// It follows Go's own parser production by production, error recovery included: where Go names a
// place and a text, ours are the same. Wording is that of Go 1.20 and newer ("expected", not
// "expecting"). (Go: cmd/compile/internal/syntax, parser.)
//
// After an error that is not tolerated nobody sees the tree: productions then leave out what they
// do not have, and null stands for it. Recursion is bounded by kMaxNesting, the depth of the tree
// by kMaxTreeDepth (syntax.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/lang/ast.h"
#include "sim/lang/diagnostic.h"
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

// An expression, and what the grammar must remember of it that the tree does not say.
struct Shape {
  Expr* tree = nullptr;                    // none of a List
  std::vector<Expr*>* elements = nullptr;  // of a List, in the arena
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

std::vector<Expr*> elements_of(const Shape& x);  // those of a List; of anything else itself

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
  Ident* binding = nullptr;      // Expression: v of `v := x.(type)`
  Token range_op = Token::None;  // Range: None, Assign or Define
};

// A parameter of a function or type: at least one of name and type.
struct ParameterShape {
  bool named = false;
  bool typed = false;
  uint32_t name = 0;  // tokens
  uint32_t type = 0;
  Expr* type_tree = nullptr;
};

// Whether a list may consist of types alone.
enum class ParameterNames : uint8_t { Optional, Required };

// Bodies of functions and methods; of function literals they are always read.
enum class Bodies : uint8_t { Read, LeftUnread };

class Grammar {
 public:
  Grammar(const TokenList& tokens, Arena& arena, Diagnostics& diagnostics,
          Bodies bodies = Bodies::Read);
  // Whether it is Go, or every error is of a kind after which Go still checks types; only then
  // `parsed` becomes its tree.
  bool file(SourceFile* parsed);
  // Whatever it is, `parsed` becomes what could be made of it: parts may be missing, null stands
  // for them, and the depth is bounded by the source alone. REQUIRES: file() was not called.
  void what_there_is(SourceFile* parsed);
  // The bodies of functions that have no error inside, of a file that has some: Go looks at their
  // branches all the same.
  std::vector<BlockStmt*> whole_bodies() const;
  // Of tokens that are the body of one function. REQUIRES: it is Go.
  BlockStmt* body();

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

  // ---- syntax_grammar.cc: nodes
  // From token `first` to the token before the current one.
  template <typename T>
  T* make(uint32_t first) {
    return make_between<T>(first, index_ > first ? index_ - 1 : first);
  }
  template <typename T>
  T* make_between(uint32_t first, uint32_t last) {
    T* made = arena_.make<T>();
    made->pos = pos(first);
    made->end = tokens_.end(tokens_.tokens[last]);
    return made;
  }
  Pos pos(uint32_t token) const { return tokens_.pos(tokens_.tokens[token]); }
  Ident* ident_at(uint32_t token);
  Expr* literal_at(uint32_t token);
  BadExpr* bad_expr(uint32_t first, uint32_t last);
  Expr* selector(Expr* x, uint32_t first);
  Expr* instance(Expr* x, uint32_t first, const Shape& arguments);
  Expr* array_type(uint32_t bracket, Expr* length);
  // One more level of the tree stands over what was parsed last; `first` is its first token.
  void rise(uint32_t first);

  // Measures how high the tree of one production is that is a chain and no recursion.
  class Height {
   public:
    explicit Height(Grammar& grammar)
        : grammar_(grammar), outer_(std::exchange(grammar.height_, 0)) {}
    ~Height() { grammar_.height_ = std::max(outer_, grammar_.height_); }
    Height(const Height&) = delete;
    Height& operator=(const Height&) = delete;

   private:
    Grammar& grammar_;
    uint32_t outer_;
  };

  // The nesting of the caller's production; false, after an error, at the limit.
  class Nesting {
   public:
    explicit Nesting(Grammar& grammar);
    ~Nesting();
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    explicit operator bool() const { return ok_; }

   private:
    Grammar& grammar_;
    Height height_;
    uint32_t first_;
    bool ok_;
  };

  // [ element { separator element } [separator] ] close; `element` returns true after the last.
  template <typename Element>
  uint32_t list(std::string_view context, Lexeme separator, Lexeme close, Element element);

  // ---- syntax_grammar_decl.cc
  bool package_clause(SourceFile* parsed);
  void imports(SourceFile* parsed);
  void import_spec(GenDecl* decl);
  void header_import_group(GenDecl* decl);
  void header_import_spec(GenDecl* decl);
  std::string check_import_path(uint32_t path);
  std::string found_in_header() const;
  void top_level(SourceFile* parsed);
  using Spec = void (Grammar::*)(GenDecl*);
  GenDecl* group(Token token, Spec spec);  // after its keyword
  void const_spec(GenDecl* decl);
  void var_spec(GenDecl* decl);
  void type_spec(GenDecl* decl);
  bool type_spec_with_bracket(TypeSpec* spec);
  Expr* constraint_of(Expr* x, uint32_t first);
  FuncDecl* func_declaration();  // after `func`
  std::string directive_above(uint32_t line) const;
  BlockStmt* func_body();
  void leave_unread(FuncDecl* function);
  Ident* name();
  std::vector<Ident*> name_list();

  // ---- syntax_grammar_type.cc
  Expr* type_or_none();
  Expr* type();
  Expr* channel_type(uint32_t first, ChanDir dir);
  Expr* array_type_rest(uint32_t bracket);
  Expr* qualified_name(bool name_consumed);
  Expr* type_instance(Expr* x, uint32_t first);
  Expr* struct_type();
  void field(StructTypeExpr* structure);
  bool field_type(Field* field);
  Expr* interface_type();
  InterfaceElement interface_element();
  void method_or_embedded(InterfaceElement* element);
  void union_terms(InterfaceElement* element);
  Expr* union_rest(Expr* first_term, uint32_t first);
  Expr* term();
  // True: type arguments.
  bool array_or_type_arguments(Expr** tree);
  FuncType* func_type(std::string_view no_type_parameters_in, uint32_t first);
  std::vector<Field> func_result();
  std::vector<ParameterShape> parameters(Lexeme close, ParameterNames names,
                                         const ParameterShape* first = nullptr);
  bool parameter(Lexeme close, const ParameterShape* name, ParameterShape* result);
  std::vector<Field> fields_of(const std::vector<ParameterShape>& list);
  uint32_t reported_type(uint32_t first) const;
  void check_parameters(const std::vector<ParameterShape>& list, ParameterNames names,
                        uint32_t end);

  // ---- syntax_grammar_expr.cc
  Shape expr() { return binary_expr(nullptr, 0); }
  Shape expr_list();
  Shape binary_expr(const Shape* first, int precedence);
  Shape binary(const Shape& x, uint32_t op, const Shape& y);
  Shape unary_expr();
  Shape receive_or_channel();
  void receive_only(uint32_t arrow, ChanTypeExpr* channel);
  Shape operand();
  Shape paren();
  Shape type_operand();
  Shape func_operand();
  ChannelTail channel_tail(uint32_t chan) const;
  Shape primary_expr(const Shape* first);
  bool primary_suffix(Shape* x);  // false: there is none
  void composite_suffix(Shape* x);
  void selector_suffix(Shape* x);
  void assertion_suffix(Shape* x);
  void index_suffix(Shape* x);
  void slice_rest(SliceExpr* slice);
  Expr* missing_index(const std::string& which);
  void call_suffix(Shape* x);
  bool may_be_composite(const Shape& x) const;
  CompositeLit* literal_body();
  Expr* literal_element();
  Expr* literal_pair();
  Shape type_list(bool* comma);
  Shape shape(ShapeKind kind, uint32_t first, Expr* tree) const;
  void accept_tildes(uint32_t first, uint32_t last);

  // ---- syntax_grammar_stmt.cc
  Stmt* statement();  // null: no statement starts here
  Stmt* expression_statement();
  Stmt* branch(Token op);
  Stmt* return_statement();
  Stmt* declaration(Token token, Spec spec);
  std::vector<Stmt*> statement_list();
  BlockStmt* block(std::string_view context);
  StatementShape simple_statement(const Shape* first, Lexeme keyword);
  StatementShape range_clause(StatementShape clause);
  Stmt* tree_of(const StatementShape& statement);
  Stmt* labeled(Expr* label);
  template <typename T>
  Stmt* call_statement();
  struct Header {
    Stmt* init = nullptr;
    StatementShape condition;  // None, Expression or, of a `for`, Range
    Stmt* post = nullptr;
    bool is_type_switch = false;
  };
  Header header(Lexeme keyword);
  void header_rest(Lexeme keyword, Header* head, uint32_t* semicolon);
  void check_condition(Lexeme keyword, const StatementShape& condition, uint32_t semicolon);
  Stmt* for_statement();
  Stmt* range_statement(uint32_t first, const StatementShape& clause);
  IfStmt* if_statement();
  Stmt* otherwise();
  Stmt* switch_statement();
  std::vector<CaseClause*> case_clauses(bool is_type_switch);
  Stmt* select_statement();
  CaseClause* case_clause(bool is_type_switch);
  CommClause* comm_clause();
  template <typename T>
  void finish_clause(T* clause);
  Stmt* communication();
  void not_communication(const StatementShape& comm);
  std::vector<Expr*> case_types();

  const TokenList& tokens_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  const Bodies bodies_;
  uint32_t index_ = 0;
  uint32_t errors_ = 0;
  uint32_t tolerated_errors_ = 0;  // of them
  struct BodyRead {
    BlockStmt* tree = nullptr;
    uint32_t first = 0;  // tokens
    uint32_t last = 0;
  };
  std::vector<BodyRead>
      bodies_without_errors_;  // of the parser; those of the scanner are not asked
  bool gave_up_ = false;
  bool is_incomplete_ = false;  // it ends too early, and an earlier error says why
  uint32_t nesting_ = 0;
  uint32_t height_ = 0;                // of what was parsed last, in levels of the tree
  uint32_t too_deep_at_ = UINT32_MAX;  // the first token of the first tree that is too high
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
