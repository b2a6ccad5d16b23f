// Lowering: checked syntax to bytecode. Module owns what the functions of one program share;
// Lowering translates one function. Only functions that can be reached from main and from
// initialisation are translated.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sim/lang/check.h"
#include "sim/lang/check_lookup.h"
#include "sim/lang/compile_emit.h"
#include "sim/lang/constant.h"
#include "sim/lang/layout.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

inline constexpr Reg kNoReg = 0xffffffff;

class Lowering;

// What all functions of one program share.
class Module {
 public:
  Module(Program& the_program, CheckContext& the_context, Diagnostics& the_diagnostics)
      : program(the_program),
        context(the_context),
        layout(the_program),
        diagnostics(the_diagnostics) {}

  // Translates everything that main.main and the packages' initialisation reach. Packages in the
  // order of their initialisation, main last.
  void run(const std::vector<Package*>& packages);

  FunctionId function_of(const Object* function);
  FunctionId literal(const FuncLit* literal, const std::string& name, const Package* package,
                     bool quiet);
  // A function without source, made by `build`; one for each key.
  FunctionId synthetic(const std::string& key, const std::string& name,
                       std::function<void(Lowering&)> build);
  // The function for a dynamic call of a method found by `found` on a receiver of type `type`; the
  // receiver is one word.
  FunctionId boxed_method(Type* type, const std::string& name, const Package* package,
                          const Type** signature);
  // A std function by name, such as "runtime", "print".
  Object* std_function(const std::string& package, const std::string& name);
  // Makes the method table of a type that is put into an interface.
  void box(const Type* type);
  uint32_t global_offset(const Object* variable);
  uint32_t string_index(const std::string& text);
  uint32_t constant_index(Word word);

  Program& program;
  CheckContext& context;
  Layout layout;
  Diagnostics& diagnostics;

 private:
  friend class Lowering;
  FunctionId reserve(const std::string& name);
  void drain();
  void translate(FunctionId id, const std::function<void(Lowering&)>& build);
  void lower_globals(const std::vector<Package*>& packages);
  void fill_methods(Type* type, TypeId id);
  void make_entry(const std::vector<Package*>& packages);

  std::map<const Object*, FunctionId> functions_;
  std::map<const FuncLit*, FunctionId> literals_;
  std::map<std::string, FunctionId> synthetics_;
  std::map<const Object*, uint32_t> globals_;
  std::map<std::string, uint32_t> strings_;
  std::map<Word, uint32_t> constants_;
  std::map<std::string, Package*> packages_;
  std::vector<bool> boxed_;  // by TypeId
  std::vector<std::pair<FunctionId, std::function<void(Lowering&)>>> work_;
};

// Where a value stands or is to be put.
struct Place {
  enum class Kind : uint8_t { Blank, Register, Memory, Global, SliceElement, MapEntry };
  Kind kind = Kind::Blank;
  Type* type = nullptr;
  Reg base =
      0;  // Register: the value; Memory: the pointer; SliceElement: the slice; MapEntry: the map
  Reg index = 0;              // SliceElement: the index; MapEntry: the key
  uint32_t offset = 0;        // Memory, Global: words
  Type* container = nullptr;  // MapEntry: the map's type
};

class Lowering {
 public:
  Lowering(Module& module, Function& function, FunctionId id, JumpRange range)
      : m(module), f(function), id_(id), e(function, regs, range) {}

  void function_body(const FuncDecl* decl);
  void literal_body(const FuncLit* literal);
  void native_body(const FuncDecl* decl, uint32_t native);
  void finish();

  Module& m;
  Function& f;
  FunctionId id_;
  Registers regs;
  Emitter e;
  const Package* package = nullptr;

  // ---- expressions (lower_expr.cc). A result stands in the register that is answered: in `dst` if
  // one is given.
  Reg expr(const Expr* x, Reg dst = kNoReg);
  Reg value(const Expr* x, Type* target,
            Reg dst = kNoReg);             // converted to the type it is assigned to
  Reg fresh(const Expr* x, Type* target);  // in registers of its own, at the top
  Reg allocate(const Type* type);
  Reg at(const Type* type, Reg dst) { return dst == kNoReg ? allocate(type) : dst; }
  uint32_t words(const Type* type) { return m.layout.words(type); }
  void move(Reg to, Reg from, uint32_t count);
  void zero(Reg first, uint32_t count);
  Reg number(int64_t n, Reg dst = kNoReg);
  void load_word(Reg dst, Word word);
  Reg constant(const Constant& c, Type* type, Reg dst);
  Reg convert(Reg from, Type* source, Type* target, Reg dst);  // assignment: boxes where needed
  Reg conversion(const Expr* x, Type* target, Reg dst);        // T(x)
  Reg compare(Token op, const Expr* x, const Expr* y, Reg dst);
  void condition(const Expr* x, bool jump_when, Label& label);
  Reg arithmetic(Token op, Type* type, Reg x, Reg y, Type* y_type, Reg dst);
  void normalise(Reg r, Type* type);

  Place place(const Expr* x);
  Place variable(const Object* object);
  Place field(Place base, Type* structure, uint32_t index);
  Reg load(const Place& from, Reg dst);
  void store(const Place& to, Reg from);
  Reg address(const Place& of, Reg dst);
  Place in_memory(Place p);
  Place follow(const SelectorExpr* x, std::size_t steps);
  Reg composite(const CompositeLit* x, Reg dst);
  void composite_into(const CompositeLit* x, Type* type, const Place& to);
  Reg function_value(const FuncLit* x, Reg dst);
  Reg method_value(const SelectorExpr* x, Reg dst);
  Reg receive(const UnaryExpr* x, Reg dst, Reg ok);
  Reg assertion(const TypeAssertExpr* x, Reg dst, Reg ok);
  Reg map_index(const IndexExpr* x, Reg dst, Reg ok);
  Reg slicing(const SliceExpr* x, Reg dst);
  Reg binary(const BinaryExpr* x, Reg dst);
  Reg comma_ok(const Expr* x, Reg dst, Reg ok);  // v, ok = x

  // ---- calls (lower_call.cc)
  Reg call(const CallExpr* x, Reg dst);
  Reg builtin(const CallExpr* x, Reg dst);
  Reg call_results(
      const CallExpr* x);  // of any number: first register of all results, one after the other
  void start(const CallExpr* x, bool deferred);  // go and defer
  void arguments(const CallExpr* x, const Type* signature, Reg first);
  Reg receiver_argument(const SelectorExpr* x);
  uint32_t parameter_words(const Type* signature);
  uint32_t result_words(const Type* signature);
  Reg open_window(const Type* signature, uint32_t receiver_words, bool receiver_is_pointer);
  std::vector<uint32_t> pointers_of(const std::vector<Variable>& variables, uint32_t base);
  void emit_call(FunctionId callee, Reg window);

  // ---- statements (lower_stmt.cc)
  void block(const BlockStmt* s);
  void statement(const Stmt* s);
  void statements(const std::vector<Stmt*>& list);

  void declare(const Object* object, Reg initial);  // initial: its value's registers, kNoReg: zero
  void declare_in_place(const Object* object, Reg reg);
  bool needs_cell(const Object* object);

 private:
  struct Home {
    bool cell = false;
    Reg reg = 0;
  };
  struct Target {  // of break and continue
    const Stmt* statement = nullptr;
    Label* leave = nullptr;
    Label* again = nullptr;
  };

  void parameters(const std::vector<Variable>& variables,
                  const std::vector<const Object*>& objects);
  void body(const FuncType* syntax, const std::vector<Field>& receiver, const Type* signature,
            const BlockStmt* block, Pos end);
  void return_results(const ReturnStmt* s);
  void emit_return();
  void assign(const AssignStmt* s);
  void define(const AssignStmt* s);
  void assign_operation(const AssignStmt* s);
  void assign_tuple(const std::vector<Expr*>& lhs, const AssignStmt* s);
  void put(const AssignStmt* s, std::size_t i, Type* source, Reg from);
  void put_expr(const Expr* lhs, bool declares, Type* source, Reg from);
  void variables(const GenDecl* decl);
  void if_statement(const IfStmt* s);
  void for_statement(const ForStmt* s);
  void range_statement(const RangeStmt* s);
  void range_counted(const RangeStmt* s, Type* type);
  void range_string(const RangeStmt* s);
  void range_map(const RangeStmt* s, Type* type);
  void range_channel(const RangeStmt* s, Type* type);
  void range_variable(const RangeStmt* s, const Expr* variable, Type* type, Reg from);
  void range_body(const RangeStmt* s, Label& next, Label& done);
  void switch_statement(const SwitchStmt* s);
  void type_switch(const TypeSwitchStmt* s);
  void select_statement(const SelectStmt* s);
  void comm_body(const CommClause* c, Reg value, Reg ok);
  void branch(const BranchStmt* s);
  void clause_bodies(const std::vector<CaseClause*>& clauses, std::vector<Label>& labels,
                     const Stmt* s, Label& done);
  void unsupported(Pos pos, const std::string& what);
  std::string operand_text(const Expr* x) const;
  std::string next_literal_name();
  bool reachable() const { return !e.is_unreachable(); }

  std::map<const Object*, Home> homes_;
  std::vector<Target> targets_;
  std::map<const Stmt*, Label> gotos_;
  std::vector<const Object*> results_;  // named or not; in order
  std::vector<Reg> result_regs_;        // when results_[i] is null: where the result is gathered
  const Type* signature_ = nullptr;
  bool has_defer_ = false;
  Reg result_base_ = 0;
  uint32_t literals_ = 0;
  Label* fallthrough_ = nullptr;
  const Stmt* labeled_ = nullptr;
};

}  // namespace gopark::lang
