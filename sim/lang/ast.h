// The syntax tree of Go source, shaped after Go's own go/ast, so that who knows that package knows
// this.
//
// Nodes live in an Arena and are never freed singly; pointers between them are plain. The parser
// (syntax.h) fills in the syntax; the checker (check.h) fills in the fields marked "checker". The
// compiler reads both and changes nothing. A node that could not be parsed is a Bad* node and
// always comes with a diagnostic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gopark::lang {

struct Type;      // types.h
struct Object;    // types.h
struct Scope;     // types.h
struct Constant;  // constant.h

// A place in the source. Lines and columns count from 1; a column counts bytes, as Go's does.
struct Pos {
  uint32_t file = 0;  // index into FileSet
  uint32_t line = 0;  // 0: no position
  uint32_t column = 0;
  friend bool operator==(const Pos&, const Pos&) = default;
};

// Owns nodes of any type; frees them all at once.
// Nodes stand in blocks, one after the other: a tree has many, and each is small.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (HolderBase* holder : holders_) holder->~HolderBase();
  }

  template <typename T, typename... Args>
  T* make(Args&&... args) {
    static_assert(alignof(Holder<T>) <= kAlignment && sizeof(Holder<T>) <= kBlockBytes);
    if constexpr (std::is_trivially_destructible_v<T>)
      return new (room(sizeof(T))) T{std::forward<Args>(args)...};
    auto* holder = new (room(sizeof(Holder<T>))) Holder<T>(std::forward<Args>(args)...);
    holders_.push_back(holder);
    return &holder->value;
  }
  // Of the blocks; what nodes own besides, such as long names, is not counted.
  std::size_t bytes() const { return blocks_.size() * kBlockBytes; }

 private:
  struct HolderBase {
    HolderBase() = default;
    HolderBase(const HolderBase&) = delete;
    HolderBase& operator=(const HolderBase&) = delete;
    virtual ~HolderBase() = default;
  };
  template <typename T>
  struct Holder : HolderBase {
    template <typename... Args>
    explicit Holder(Args&&... args) : value{std::forward<Args>(args)...} {}
    T value;
  };
  static constexpr std::size_t kAlignment = 16;
  static constexpr std::size_t kBlockBytes = std::size_t{16} << 10;

  void* room(std::size_t bytes) {
    bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    if (blocks_.empty() || used_ + bytes > kBlockBytes) {
      blocks_.emplace_back(new Block);  // not cleared
      used_ = 0;
    }
    void* place = blocks_.back()->bytes + used_;
    used_ += bytes;
    return place;
  }

  struct Block {
    alignas(kAlignment) std::byte bytes[kBlockBytes];
  };
  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t used_ = 0;  // bytes of the last block
  std::vector<HolderBase*> holders_;
};

enum class Token : uint8_t {
  None,
  // Literals.
  Int,
  Float,
  Imag,
  Char,
  String,
  // Binary and unary operators; Arrow is the receive `<-`; Tilde is `~T` in constraints.
  Add,
  Sub,
  Mul,
  Quo,
  Rem,
  And,
  Or,
  Xor,
  Shl,
  Shr,
  AndNot,
  LAnd,
  LOr,
  Arrow,
  Not,
  Tilde,
  Eql,
  Neq,
  Lss,
  Leq,
  Gtr,
  Geq,
  // Assignment: Assign `=`, Define `:=`; `op=` statements carry the operator itself.
  Assign,
  Define,
  // Inc/Dec and branch statements.
  Inc,
  Dec,
  Break,
  Continue,
  Goto,
  Fallthrough,
  // Declarations.
  Import,
  Const,
  Type,
  Var,
};

std::string_view token_text(Token token);  // as written in Go, for example "<<"

// ---------------------------------------------------------------- expressions

enum class ExprKind : uint8_t {
  Bad,
  Ident,
  BasicLit,
  CompositeLit,
  FuncLit,
  Paren,
  Selector,
  Index,
  Slice,
  TypeAssert,
  Call,
  Star,
  Unary,
  Binary,
  KeyValue,
  Ellipsis,
  ArrayType,
  StructType,
  FuncType,
  InterfaceType,
  MapType,
  ChanType,
};

// How the checker classified an operand. (go/types: operandMode.)
enum class Mode : uint8_t {
  Invalid,
  NoValue,
  Builtin,
  TypeExpr,
  Constant,
  Variable /* addressable */,
  MapIndex,
  Value,
  CommaOk,  // like Value, and may be used in a two-valued context: v, ok := m[k], <-c, x.(T)
  NilValue,
  Package,
};

struct Expr {
  explicit Expr(ExprKind k) : kind(k) {}
  ExprKind kind;
  Mode mode = Mode::Invalid;  // checker
  Pos pos;                    // first byte
  Pos end;                    // one past the last byte
  // checker: the final type. For an untyped constant, nil or comparison it is the type that the
  // context gives it (go/types: updateExprType); for a call with several results a Tuple; for a
  // comma-ok use the checker sets comma_ok and leaves the type of the value. Implicit conversion to
  // an interface is NOT in the tree: the compiler converts where the type of a value and of its
  // destination differ.
  Type* type = nullptr;
  const Constant* constant = nullptr;  // checker: the value, when mode is Constant
  bool comma_ok = false;               // checker: used as v, ok = expr
};

// `node->as<CallExpr>()`: REQUIRES: the kind fits; checked cheaply by the caller's switch over
// kind.
template <typename T>
T* as(Expr* e) {
  return static_cast<T*>(e);
}
template <typename T>
const T* as(const Expr* e) {
  return static_cast<const T*>(e);
}

struct Ident : Expr {
  Ident() : Expr(ExprKind::Ident) {}
  std::string name;
  Object* object = nullptr;  // checker: what it declares or uses; null for `_`
};
struct BadExpr : Expr {
  BadExpr() : Expr(ExprKind::Bad) {}
  std::vector<std::string> names;  // all that occur in it: none of them is unused
};
struct BasicLit : Expr {
  BasicLit() : Expr(ExprKind::BasicLit) {}
  Token token = Token::None;  // Int, Float, Imag, Char, String
  std::string text;           // as written, quotes included
};
struct CompositeLit : Expr {
  CompositeLit() : Expr(ExprKind::CompositeLit) {}
  Expr* type_expr = nullptr;    // null when elided inside another literal
  std::vector<Expr*> elements;  // KeyValueExpr or plain
  // checker: for arrays and slices the index of each element; for structs the field index of each
  // element.
  std::vector<int64_t> indices;
  int64_t length = 0;  // checker: for slices, one past the largest index
  // checker: when the type was elided and the element type is *T, this literal is &T{...}: `type`
  // is then the pointer type and the compiler allocates.
  bool implicit_address = false;
};
struct BlockStmt;
struct FuncType;
struct RangeStmt;
struct FuncLit : Expr {
  FuncLit() : Expr(ExprKind::FuncLit) {}
  FuncType* signature = nullptr;
  BlockStmt* body = nullptr;
  std::vector<Object*> captures;  // checker: variables of enclosing functions used inside (also by
                                  // inner literals), in order of first use
  // checker: the loop over a function whose body this is; null: a literal of the source. The
  // signature of such a body is empty: its type says it.
  const RangeStmt* range = nullptr;
};
struct ParenExpr : Expr {
  ParenExpr() : Expr(ExprKind::Paren) {}
  Expr* x = nullptr;
};

// How a selector was resolved. (go/types: Selection.)
enum class SelectionKind : uint8_t {
  None,
  PackageMember,  // pkg.Name: selector->sel->object
  Field,   // x.f through `path` of field indices (embedded fields first, then the field itself)
  Method,  // x.m as a method value or call; path leads to the embedded receiver, method is the Func
  MethodExpr,      // T.m
  InterfaceMethod  // x.m where the receiver at the end of path is an interface; method_index in its
                   // sorted method set
};
struct SelectorExpr : Expr {
  SelectorExpr() : Expr(ExprKind::Selector) {}
  Expr* x = nullptr;
  Ident* sel = nullptr;
  SelectionKind selection = SelectionKind::None;  // checker
  std::vector<uint32_t>
      path;  // checker: field indices; pointers on the way are dereferenced implicitly
  Object* method = nullptr;   // checker: the Func (concrete), or the interface's method
  Type* receiver = nullptr;   // checker: type of the receiver at the end of path (before & or *)
  uint32_t method_index = 0;  // checker: InterfaceMethod, and MethodExpr of an interface type
};
struct IndexExpr : Expr {  // x[i], and instantiation f[T1, T2]
  IndexExpr() : Expr(ExprKind::Index) {}
  Expr* x = nullptr;
  std::vector<Expr*> indices;
  Object* instance = nullptr;  // checker: the concrete Func of an explicit instantiation
};
struct SliceExpr : Expr {
  SliceExpr() : Expr(ExprKind::Slice) {}
  Expr* x = nullptr;
  Expr* low = nullptr;
  Expr* high = nullptr;
  Expr* max = nullptr;
  bool three = false;
};
struct TypeAssertExpr : Expr {
  TypeAssertExpr() : Expr(ExprKind::TypeAssert) {}
  Expr* x = nullptr;
  Expr* type_expr = nullptr;  // null: x.(type)
};
enum class CallKind : uint8_t { Call, Conversion, Builtin };
enum class BuiltinId : uint8_t {
  None,
  Append,
  Cap,
  Clear,
  Close,
  Complex,
  Copy,
  Delete,
  Imag,
  Len,
  Make,
  Max,
  Min,
  New,
  Panic,
  Print,
  Println,
  Real,
  Recover,
};
struct CallExpr : Expr {
  CallExpr() : Expr(ExprKind::Call) {}
  Expr* fun = nullptr;
  std::vector<Expr*> args;
  bool ellipsis = false;  // f(xs...)
  Pos lparen, rparen;
  CallKind call_kind = CallKind::Call;  // checker
  BuiltinId builtin = BuiltinId::None;  // checker
  Object* instance = nullptr;  // checker: the concrete Func when a generic function was inferred
};
struct StarExpr : Expr {
  StarExpr() : Expr(ExprKind::Star) {}
  Expr* x = nullptr;
};
struct UnaryExpr : Expr {
  UnaryExpr() : Expr(ExprKind::Unary) {}
  Token op = Token::None;  // Add Sub Not Xor And Arrow Tilde
  Expr* x = nullptr;
};
struct BinaryExpr : Expr {
  BinaryExpr() : Expr(ExprKind::Binary) {}
  Token op = Token::None;
  Pos op_pos;
  Expr* x = nullptr;
  Expr* y = nullptr;
};
struct KeyValueExpr : Expr {
  KeyValueExpr() : Expr(ExprKind::KeyValue) {}
  Expr* key = nullptr;
  Expr* value = nullptr;
};
struct EllipsisExpr : Expr {  // `...T` in a parameter list, `[...]T`
  EllipsisExpr() : Expr(ExprKind::Ellipsis) {}
  Expr* element = nullptr;
};

// Names that share a type: `a, b int`; a parameter or embedded field may have no name.
struct Field {
  Pos pos;
  std::vector<Ident*> names;
  Expr* type_expr = nullptr;
  std::string tag;
  bool embedded = false;
};
struct ArrayTypeExpr : Expr {  // [n]T; length null: slice; EllipsisExpr: [...]T
  ArrayTypeExpr() : Expr(ExprKind::ArrayType) {}
  Expr* length = nullptr;
  Expr* element = nullptr;
};
struct StructTypeExpr : Expr {
  StructTypeExpr() : Expr(ExprKind::StructType) {}
  std::vector<Field> fields;
};
struct FuncType : Expr {
  FuncType() : Expr(ExprKind::FuncType) {}
  std::vector<Field> type_params;
  std::vector<Field> params;
  std::vector<Field> results;
  // checker, where the body of a loop over a function returns from this function: its results,
  // also those without a name.
  std::vector<Object*> range_results;
  // checker, where the body of a loop over a function defers: an int that stands for this
  // function's frame.
  Object* frame = nullptr;
};
struct InterfaceElement {  // one line: a method, or a union of terms (an embedded interface is a
                           // union of one)
  Pos pos;
  Ident* method = nullptr;
  FuncType* signature = nullptr;
  std::vector<Expr*> terms;  // each may be a UnaryExpr with Tilde
};
struct InterfaceTypeExpr : Expr {
  InterfaceTypeExpr() : Expr(ExprKind::InterfaceType) {}
  std::vector<InterfaceElement> elements;
};
struct MapTypeExpr : Expr {
  MapTypeExpr() : Expr(ExprKind::MapType) {}
  Expr* key = nullptr;
  Expr* value = nullptr;
};
enum class ChanDir : uint8_t { Both, SendOnly, RecvOnly };
struct ChanTypeExpr : Expr {
  ChanTypeExpr() : Expr(ExprKind::ChanType) {}
  ChanDir dir = ChanDir::Both;
  Expr* element = nullptr;
};

// ---------------------------------------------------------------- statements

enum class StmtKind : uint8_t {
  Bad,
  Decl,
  Empty,
  Labeled,
  Expr,
  Send,
  IncDec,
  Assign,
  Go,
  Defer,
  Return,
  Branch,
  Block,
  If,
  Case,
  Switch,
  TypeSwitch,
  Comm,
  Select,
  For,
  Range,
};
struct Stmt {
  explicit Stmt(StmtKind k) : kind(k) {}
  StmtKind kind;
  Pos pos;
  Pos end;
};
template <typename T>
T* as(Stmt* s) {
  return static_cast<T*>(s);
}
template <typename T>
const T* as(const Stmt* s) {
  return static_cast<const T*>(s);
}

struct GenDecl;
struct BadStmt : Stmt {
  BadStmt() : Stmt(StmtKind::Bad) {}
};
struct DeclStmt : Stmt {
  DeclStmt() : Stmt(StmtKind::Decl) {}
  GenDecl* decl = nullptr;
};
struct EmptyStmt : Stmt {
  EmptyStmt() : Stmt(StmtKind::Empty) {}
};
struct LabeledStmt : Stmt {
  LabeledStmt() : Stmt(StmtKind::Labeled) {}
  Ident* label = nullptr;
  Stmt* body = nullptr;
};
struct ExprStmt : Stmt {
  ExprStmt() : Stmt(StmtKind::Expr) {}
  Expr* x = nullptr;
};
struct SendStmt : Stmt {
  SendStmt() : Stmt(StmtKind::Send) {}
  Expr* channel = nullptr;
  Expr* value = nullptr;
  Pos arrow;
};
struct IncDecStmt : Stmt {
  IncDecStmt() : Stmt(StmtKind::IncDec) {}
  Expr* x = nullptr;
  Token op = Token::Inc;
};
struct AssignStmt : Stmt {
  AssignStmt() : Stmt(StmtKind::Assign) {}
  std::vector<Expr*> lhs;
  std::vector<Expr*> rhs;
  Token op = Token::Assign;  // Assign, Define, or the operator of `op=` (Add for `+=`)
  Pos op_pos;
  // checker, for Define: lhs[i] is an Ident; its object is new when declares[i].
  std::vector<bool> declares;
};
struct GoStmt : Stmt {
  GoStmt() : Stmt(StmtKind::Go) {}
  CallExpr* call = nullptr;
  Expr* uncalled = nullptr;  // in its place: a mistake, reported when it was parsed
};
struct DeferStmt : Stmt {
  DeferStmt() : Stmt(StmtKind::Defer) {}
  CallExpr* call = nullptr;
  Expr* uncalled = nullptr;  // in its place: a mistake, reported when it was parsed
};
struct ReturnStmt : Stmt {
  ReturnStmt() : Stmt(StmtKind::Return) {}
  std::vector<Expr*> results;
};
struct BranchStmt : Stmt {
  BranchStmt() : Stmt(StmtKind::Branch) {}
  Token op = Token::Break;  // Break Continue Goto Fallthrough
  Ident* label = nullptr;
  Stmt* target = nullptr;  // checker: for break/continue the For/Range/Switch/TypeSwitch/Select
                           // left or continued; for goto the LabeledStmt
};
struct BlockStmt : Stmt {
  BlockStmt() : Stmt(StmtKind::Block) {}
  std::vector<Stmt*> statements;
};
struct IfStmt : Stmt {
  IfStmt() : Stmt(StmtKind::If) {}
  Stmt* init = nullptr;
  Expr* condition = nullptr;
  BlockStmt* then = nullptr;
  Stmt* otherwise = nullptr;  // BlockStmt or IfStmt
};
struct CaseClause : Stmt {  // of a Switch or TypeSwitch
  CaseClause() : Stmt(StmtKind::Case) {}
  std::vector<Expr*> values;  // empty and is_default: default
  bool is_default = false;
  std::vector<Stmt*> body;
  Object* implicit = nullptr;  // checker: the clause's variable in `switch v := x.(type)`
};
struct SwitchStmt : Stmt {
  SwitchStmt() : Stmt(StmtKind::Switch) {}
  Stmt* init = nullptr;
  Expr* tag = nullptr;
  std::vector<CaseClause*> clauses;
};
struct TypeSwitchStmt : Stmt {
  TypeSwitchStmt() : Stmt(StmtKind::TypeSwitch) {}
  Stmt* init = nullptr;
  Ident* binding = nullptr;  // v of `switch v := x.(type)`
  Expr* x = nullptr;         // the operand before .(type)
  std::vector<CaseClause*> clauses;
};
struct CommClause : Stmt {
  CommClause() : Stmt(StmtKind::Comm) {}
  // SendStmt; ExprStmt of a receive; AssignStmt (Assign or Define) whose rhs[0] is a receive; null:
  // default
  Stmt* comm = nullptr;
  std::vector<Stmt*> body;
};
struct SelectStmt : Stmt {
  SelectStmt() : Stmt(StmtKind::Select) {}
  std::vector<CommClause*> clauses;
};
struct ForStmt : Stmt {
  ForStmt() : Stmt(StmtKind::For) {}
  Stmt* init = nullptr;
  Expr* condition = nullptr;
  Stmt* post = nullptr;
  BlockStmt* body = nullptr;
  std::vector<Object*>
      loop_variables;  // checker: those that init declares (each iteration has its own, Go 1.22)
};
struct RangeStmt : Stmt {
  RangeStmt() : Stmt(StmtKind::Range) {}
  Expr* key = nullptr;  // null or `_` when absent
  Expr* value = nullptr;
  Token op = Token::None;  // None: no variables; Assign; Define
  Expr* x = nullptr;
  BlockStmt* body = nullptr;
  // checker, over functions: the body as the function that is called for each iteration, the int
  // that says whether it may be called (RangeState), and the int that says which way the loop was
  // left (null: it has only the ordinary ways; see range_exits()).
  FuncLit* body_function = nullptr;
  Object* state = nullptr;
  Object* next = nullptr;
  const FuncType* function = nullptr;  // of the function that a return in the body ends
};

// ---------------------------------------------------------------- declarations

struct ImportSpec {
  Pos pos;
  Ident* name = nullptr;
  std::string path;
  Pos path_pos;
};
struct ValueSpec {  // const or var
  Pos pos;
  std::vector<Ident*> names;
  Expr* type_expr = nullptr;
  std::vector<Expr*>
      values;  // for a const without values the parser leaves this empty (checker repeats the last)
  int64_t iota = 0;
};
struct TypeSpec {
  Pos pos;
  Ident* name = nullptr;
  std::vector<Field> type_params;
  bool alias = false;
  Expr* type_expr = nullptr;
};
struct GenDecl {
  Pos pos;
  Token token = Token::Var;  // Import Const Type Var
  std::vector<ImportSpec*> imports;
  std::vector<ValueSpec*> values;
  std::vector<TypeSpec*> types;
};
struct FuncDecl {
  Pos pos;
  Pos end;
  Ident* name = nullptr;
  std::vector<Field> receiver;  // 0 or 1
  FuncType* signature = nullptr;
  BlockStmt* body = nullptr;  // null: implemented by the simulator (std packages only)
  bool unread = false;        // the body is empty so far: CheckContext::need_body fills it in
  uint32_t body_begin = 0;    // of an unread body: where its text stands in the file, see Outline
  uint32_t body_end = 0;
  std::string directive;     // text after //gopark: in the comment right above, for std packages:
                             // "quiet", "native X"
  Object* object = nullptr;  // checker
};
struct Decl {
  GenDecl* gen = nullptr;
  FuncDecl* func = nullptr;
};  // exactly one is set

struct SourceFile {
  uint32_t file = 0;
  Ident* package_name = nullptr;
  std::vector<Decl> declarations;
};

}  // namespace gopark::lang
