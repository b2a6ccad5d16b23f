// FunctionCompiler translates one function. Its members are spread over the compile_*.cc files, one
// concern a file.
//
// Values. eval() leaves the value of an expression in registers and says where: for a variable that
// lives in registers those themselves (nobody may write them before the value is used), otherwise
// `hint`, where one is given, or fresh temporaries. Temporaries are a stack: TempScope frees them.
//
// Order. As gc does: calls, receives and other things with effects run left to right; memory is
// read after them. So `x + f()` reads a shared x after the call. hoist() evaluates the calls of a
// list of expressions first, where it matters; eval() then finds their values in hoisted_.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/lang/compile_emit.h"
#include "sim/lang/compile_program.h"
#include "sim/lang/compile_registers.h"
#include "sim/lang/compile_walk.h"
#include "sim/lang/constant.h"

namespace gopark::lang {

inline constexpr Reg kNoReg = kNoRegister;

// Where a value stands that can be read, and mostly written: what an expression on the left of an
// assignment denotes. Index registers are already evaluated, bounds are checked when it is used.
struct Location {
  enum class Kind : uint8_t {
    Nowhere,         // `_`
    Register,        // base: first register
    Memory,          // base: pointer; offset
    Global,          // offset
    ArrayElement,    // base: first register of the array, index; offset in the element
    SliceElement,    // base: slice, index; offset in the element
    PointerElement,  // base: pointer to the array, index; offset in the element
    MapEntry,        // base: map, index: first register of the key
  };
  Kind kind = Kind::Nowhere;
  const Type* type = nullptr;  // of the value
  Reg base = 0;
  Reg index = 0;
  uint64_t offset = 0;              // words
  const Type* container = nullptr;  // elements: the element's type; MapEntry: the map's
  int64_t length = 0;               // of the array
  bool is_temporary = false;        // a copy: writing it has no effect
  bool known_non_nil = false;       // Memory: base is a variable's cell
};

class FunctionCompiler {
 public:
  FunctionCompiler(ProgramCompiler& program, const FunctionRequest& request, JumpRange range);

  void compile();
  bool jump_too_far() const { return code_.jump_too_far(); }
  // The result; call once, after compile().
  Function take();

 private:
  // A local variable's home.
  struct Home {
    Reg reg = 0;
    bool cell = false;  // reg holds a pointer to it
  };
  struct Result {
    const Type* type = nullptr;
    const Object* object = nullptr;  // null: not named
    Home home;
  };
  // Where break and continue of a statement go; flow_ holds the enclosing ones.
  struct Flow {
    const Stmt* stmt = nullptr;
    Label* on_break = nullptr;
    Label* on_continue = nullptr;
  };
  // Frees the temporaries that were allocated in its lifetime.
  class TempScope {
   public:
    explicit TempScope(FunctionCompiler& owner) : owner_(owner), mark_(owner.registers_.top()) {}
    TempScope(const TempScope&) = delete;
    TempScope& operator=(const TempScope&) = delete;
    ~TempScope() { owner_.registers_.release(mark_); }

   private:
    FunctionCompiler& owner_;
    Reg mark_;
  };
  // Gives instructions another place for as long as it lives.
  class PlaceScope {
   public:
    PlaceScope(FunctionCompiler& owner, Pos pos) : owner_(owner), outer_(owner.code_.place()) {
      if (pos.line != 0) owner_.code_.set_place(pos);
    }
    PlaceScope(const PlaceScope&) = delete;
    PlaceScope& operator=(const PlaceScope&) = delete;
    ~PlaceScope() { owner_.code_.set_place(outer_); }

   private:
    FunctionCompiler& owner_;
    Pos outer_;
  };
  // A call under way: what is called and its window.
  struct Callee {
    enum class Kind : uint8_t { Static, Closure, Interface } kind = Kind::Static;
    FunctionId function{};
    bool is_literal =
        false;      // Closure: of the function literal `function`, which only this call sees
    Reg value = 0;  // Closure, Interface: the register that holds it
    MethodId method{};
    const Type* signature = nullptr;
    const Expr* receiver = nullptr;          // Static method: evaluated into the window
    const SelectorExpr* selector = nullptr;  // Static method
    std::string operand;                     // for OperandName
  };
  struct Captured {
    Reg reg = 0;
    uint32_t words = 0;
    std::vector<uint32_t> pointers;
  };
  struct TypedValue {
    Reg reg = 0;
    const Type* type = nullptr;
  };
  enum class LaterKind : uint8_t { Go, Defer };

  // --- compile_function.cc: frames
  Pos position() const;
  void declaration_body();
  void literal_body();
  void begin_body(const FuncType* syntax, const Type* signature, Node body);
  void end_body(const BlockStmt* body);
  void bind_parameters(const FuncType* syntax, const Type* signature);
  void bind_receiver_parameter();
  void bind_results(const FuncType* syntax, const Type* signature);
  void load_captures(const FuncLit* literal);
  void move_parameters_to_cells();
  void finish_recovery(Pos pos);
  void native_body(const Type* signature);
  std::vector<const Ident*> names_of(const std::vector<Field>& fields) const;
  void return_results();

  // --- compile_adapter.cc: methods with another way to their receiver, and other bodies
  void allocate_receiver_closure();
  void bind_adapted_receiver();
  Location receiver_root();
  void check_wrapped_nil(Reg pointer);
  Reg receiver_value(Location root, const std::vector<uint32_t>& path, const Type* wanted);
  void forward_body();
  void builtin_body();
  void initialization_body();
  void initialize_globals(const Initializer& initializer);
  void entry_body();
  uint32_t signature_words(const std::vector<Variable>& members);

  // --- compile_variable.cc
  bool needs_cell(const Object* variable);
  bool has_nested_array(const Type* type);
  Home* home_of(const Object* variable);
  // Makes the variable known with its home at `reg`, which holds its value (or its cell).
  void bind(const Object* variable, Reg reg, bool cell);
  // A new variable with the zero value. A null object (`_`) does nothing.
  void declare_zero(const Object* variable);
  // A new variable; `value` are registers with its value.
  void declare_from(const Object* variable, Reg value);
  void declare_expr(const Object* variable, const Expr* value);
  // The variable takes over temporaries at the top of the stack, or gets a cell with their value.
  void adopt(const Object* variable, Reg value);
  void end_scope(std::size_t locals);
  struct ScopeMark {
    Reg registers = 0;
    std::size_t locals = 0;
  };
  ScopeMark open_scope() const;
  void close_scope(ScopeMark mark);
  void check_size(const Type* type);

  // --- compile_value.cc: registers and moves
  Reg allocate(const Type* type);
  Reg allocate_word() { return registers_.allocate_word(); }
  Reg allocate_reference();
  Reg target(const Type* type, Reg hint);
  uint32_t words(const Type* type) { return layout().words(type); }
  bool may_overwrite(Reg reg, const Type* type);
  void move(Reg to, Reg from, uint32_t count);
  void zero(Reg first, uint32_t count);
  void load_integer(Reg to, uint64_t value);
  void load_string(Reg to, const std::string& text);
  Reg integer(int64_t value);
  Layout& layout() { return program_.layout(); }
  void refuse(Pos pos, std::string message) { program_.refuse(pos, std::move(message)); }

  // --- compile_expr.cc
  Reg eval(const Expr* e, Reg hint = kNoReg);
  Reg eval_kind(const Expr* e, Reg hint);
  void eval_to(const Expr* e, Reg to);
  // With conversion to the type of the destination.
  Reg value(const Expr* e, const Type* type, Reg hint = kNoReg);
  void value_to(const Expr* e, const Type* type, Reg to);
  // Into new temporaries at the top of the stack.
  Reg push(const Expr* e, const Type* type);
  Reg eval_ident(const Ident* e, Reg hint);
  Reg eval_constant(const Constant& value, const Type* type, Reg hint);
  Reg eval_nil(const Type* type, Reg hint);
  Reg eval_selector(const SelectorExpr* e, Reg hint);
  Reg eval_index(const IndexExpr* e, Reg hint);
  Reg eval_map_index(const IndexExpr* e, Reg hint, Reg ok);
  Reg eval_slice(const SliceExpr* e, Reg hint);
  Reg slice_bounds(const SliceExpr* e, uint32_t& given);
  void slice_array(const SliceExpr* e, Reg pointer, Reg to);
  bool is_in_registers(const Expr* e);
  Reg eval_place(const Expr* e, Reg hint);
  Reg eval_unary(const UnaryExpr* e, Reg hint);
  Reg eval_address(const Expr* operand, Reg hint);
  Reg eval_receive(const UnaryExpr* e, Reg hint, Reg ok);
  Reg eval_type_assert(const TypeAssertExpr* e, Reg hint, Reg ok);
  Reg assert_type(Reg interface, const Type* from, const Type* to, Reg hint, Reg ok);
  // v, ok := e: value in new temporaries, ok in the register after them.
  Reg eval_comma_ok(const Expr* e);
  void discard(const Expr* e);

  // --- compile_arithmetic.cc
  Reg eval_binary(const BinaryExpr* e, Reg hint);
  Reg eval_logical(const BinaryExpr* e, Reg hint);
  Reg eval_negate(const UnaryExpr* e, Reg hint);
  void arithmetic(Token op, const Type* type, Reg to, Reg x, Reg y);
  bool arithmetic_immediate(Token op, const Type* type, Reg to, Reg x, const Expr* y);
  void shift(Token op, const Type* type, Reg to, Reg x, const Expr* count);
  void normalize(const Type* type, Reg reg);

  // --- compile_compare.cc
  void compare(const BinaryExpr* e, Reg to);
  void compare_registers(Token op, const Type* type, Reg x, Reg y, Reg to);
  void jump_if_compare(const BinaryExpr* e, bool sense, Label& label);
  void jump_if_words(Token op, const Type* type, Reg x, Reg y, bool sense, Label& label);
  bool jump_if_immediate(Token op, const Type* type, const Expr* x, const Expr* y, bool sense,
                         Label& label);
  void jump_if_equal(const Expr* tag, Reg tag_value, const Expr* y, Label& label);
  const Type* comparison_type(const Expr* x, const Expr* y);
  // Jumps when e is `sense`; else goes on.
  void jump_if(const Expr* e, bool sense, Label& label);
  void jump_if_logical(const BinaryExpr* e, bool sense, Label& label);

  // --- compile_convert.cc
  Reg convert(Reg from, const Type* from_type, const Type* type, Reg hint);
  Reg eval_conversion(const CallExpr* e, Reg hint);
  void convert_number(Reg from, const Type* from_type, const Type* type, Reg to);
  void convert_string(Reg from, const Type* from_type, const Type* type, Reg to);
  void convert_slice_to_array(Reg from, const Type* from_type, const Type* type, Reg to);
  void box(Reg from, const Type* type, Reg to);

  // --- compile_location.cc
  Location locate(const Expr* e);
  Location locate_variable(const Object* variable);
  Location locate_index(const IndexExpr* e);
  Location without_map(const Location& place);
  Location field_of(Location base, const std::vector<uint32_t>& path);
  Location element_of(Location array, const Expr* index);
  Location in_memory(Reg pointer, const Type* type);
  // Turns an element's location into one in memory.
  Location resolve(const Location& location);
  Reg load(const Location& location, Reg hint = kNoReg);
  void store(const Location& location, Reg value);
  Reg address(const Location& location, Reg hint);
  void load_memory(const Location& location, Reg to);
  void store_memory(const Location& location, Reg value);
  std::pair<Reg, uint32_t> near_pointer(Reg pointer, uint64_t offset);
  void load_global(const Location& location, Reg to);
  void store_global(const Location& location, Reg value);
  void load_array_element(const Location& location, Reg to);
  void store_array_element(const Location& location, Reg value);
  void extend_array(const Type* element, int64_t length);
  // The same place whatever is assigned to variables meanwhile.
  Location frozen(Location location);
  void copy_memory(const Location& to, const Location& from);
  bool is_large(const Type* type) { return words(type) > kLargeWords; }

  // --- compile_order.cc
  struct Effects {
    bool calls = false;  // may run other code
    bool reads = false;  // reads memory that other code can change
  };
  Effects effects_of(const Expr* e);
  bool is_hoistable(const Expr* e);
  bool needs_order(const std::vector<const Expr*>& list);
  void hoist(const std::vector<const Expr*>& list);
  void hoist_call(const CallExpr* e);
  void copy_compared(const Expr* operand);
  void copy_boxed(const Expr* argument);
  void hoist_bounds(const Expr* sliced, const std::vector<const Expr*>& bounds);
  void hoist_calls(const Expr* e);

  // --- compile_literal.cc
  Reg eval_composite(const CompositeLit* e, Reg hint);
  void composite_to(const CompositeLit* e, const Type* type, Reg to);
  Reg slice_literal(const CompositeLit* e, Reg hint);
  Reg map_literal(const CompositeLit* e, Reg hint);
  Reg allocate_composite(const CompositeLit* e, const Type* type, Reg hint);
  void composite_in_memory(const CompositeLit* e, const Type* type, Location where);
  void fill_array(const CompositeLit* e, const Type* element, Reg pointer);
  void store_words(const Location& place, Reg first, uint32_t count);
  bool copies_in_memory(const Expr* e);
  void element_in_memory(const Expr* value, const Type* type, Location where);
  Reg eval_function_literal(const FuncLit* e, Reg hint);
  Reg make_closure(FunctionId function, const std::vector<Captured>& captured, const Type* type,
                   Reg hint);

  // --- compile_call.cc
  Reg eval_call(const CallExpr* e, Reg hint);
  // The results stand one after the other in new temporaries, which are answered.
  Reg call_in_place(const CallExpr* e);
  Callee resolve_callee(const CallExpr* e);
  bool resolve_method(const SelectorExpr* selector, Callee& callee);
  const Object* called_function(const CallExpr* e);
  std::vector<const Expr*> evaluated_with(const CallExpr* e);
  // Link words of a new window; arguments are pushed behind them.
  Reg open_window();
  void push_arguments(const CallExpr* e, const Callee& callee, Reg window);
  void push_receiver(const Callee& callee, Reg window);
  void push_first(const Expr* e, const Type* type, Reg window);
  bool is_plain_call(const Expr* e, const Type* type);
  void push_spread(const Expr* inner, const Type* signature);
  void push_value(const TypedValue& value, const Type* type);
  void push_variadic(const std::vector<const Expr*>& values, const Type* slice);
  void pack_values(const std::vector<TypedValue>& values, const Type* slice);
  void pack_words(Reg first, std::size_t count, const Type* slice, Reg to);
  void emit_call(const Callee& callee, Reg window, uint32_t argument_words);
  Pos call_position(const CallExpr* e) const;
  void call_runtime(const std::string& name, const std::vector<Reg>& arguments);

  // --- compile_method_value.cc
  Reg eval_method_value(const SelectorExpr* e, Reg hint);
  Reg eval_method_expression(const SelectorExpr* e, Reg hint);
  Reg receiver_argument(const SelectorExpr* e, Reg hint);
  const Type* receiver_type(const Object* method);

  // --- compile_later.cc: go and defer
  void call_later(const CallExpr* e, LaterKind kind);
  void builtin_later(const CallExpr* e, LaterKind kind);
  void fix_arguments(const CallExpr* e);
  void emit_later(const Callee& callee, LaterKind kind, Reg window, uint32_t argument_words);

  // --- compile_builtin.cc
  Reg eval_builtin(const CallExpr* e, Reg hint);
  void builtin_statement(const CallExpr* e);
  Reg eval_append(const CallExpr* e, Reg hint);
  Reg eval_copy(const CallExpr* e, Reg hint);
  Reg eval_len(const CallExpr* e, Reg hint);
  Reg eval_make(const CallExpr* e, Reg hint);
  Reg eval_new(const CallExpr* e, Reg hint);
  void push_printed(const Expr* argument, const Type* any);
  const CallExpr* with_spread_arguments(const CallExpr* e);
  Reg eval_min_max(const CallExpr* e, Reg hint);
  void min_max_step(bool is_min, const Type* type, Reg best, Reg other);
  Reg any_value(const Expr* e);
  void clear(const Expr* x);
  void print(const CallExpr* e);

  // --- compile_stmt.cc
  void statement(const Stmt* s);
  void control_statement(const Stmt* s);
  void block(const BlockStmt* s);
  void statements(const std::vector<Stmt*>& list);
  void declaration(const GenDecl* decl);
  void value_spec(const ValueSpec* spec);
  void send(const SendStmt* s);
  void return_statement(const ReturnStmt* s);
  void return_values(const ReturnStmt* s);
  Reg push_results(const ReturnStmt* s);
  Reg push_results(const ReturnStmt* s, const std::vector<const Type*>& types);
  void keep_results(const ReturnStmt* s);
  void branch(const BranchStmt* s);
  void labeled(const LabeledStmt* s);
  void if_statement(const IfStmt* s);
  void jump_unless(const Expr* condition, Label& label);
  void for_statement(const ForStmt* s);
  void copy_loop_variables(const ForStmt* s);

  // --- compile_switch.cc
  void switch_statement(const SwitchStmt* s);
  void switch_tests(const SwitchStmt* s, std::vector<Label>& bodies, Label& end);
  void switch_bodies(const SwitchStmt* s, std::vector<Label>& bodies, Label& end);
  void type_switch(const TypeSwitchStmt* s);
  void type_tests(const TypeSwitchStmt* s, Reg x, std::vector<Label>& bodies, Label& end);
  void type_clause(const TypeSwitchStmt* s, const CaseClause* clause, Reg x);

  // --- compile_assign.cc
  void assign(const AssignStmt* s);
  void assign_one(const Expr* left, const Expr* right);
  bool assign_large(const Expr* left, const Expr* right);
  void assign_many(const AssignStmt* s);
  bool is_distinct_register(const std::vector<Expr*>& left, std::size_t n);
  void assign_spread(const AssignStmt* s);
  void assign_operation(const Expr* left, Token op, const Expr* right);
  void assign_values(const std::vector<Expr*>& left, const std::vector<TypedValue>& values);
  void assign_value(const Expr* left, const TypedValue& value);
  std::vector<Location> locate_all(const std::vector<Expr*>& left);
  Location updated_place(const Expr* left);
  void operate(Token op, const Type* type, Reg to, Reg x, const Expr* y);
  void increment(const IncDecStmt* s);
  void define(const AssignStmt* s);
  void define_spread(const AssignStmt* s);
  void assign_defined(const AssignStmt* s, const std::vector<TypedValue>& values);
  void declare_value(const Object* variable, const TypedValue& value);
  std::vector<TypedValue> spread_values(const Expr* e);
  void name_channel(const Expr* value, const std::string& name);

  // --- compile_range.cc
  void range_statement(const RangeStmt* s);
  void range_integer(const RangeStmt* s);
  void range_slice(const RangeStmt* s);
  void range_array(const RangeStmt* s);
  void copy_ranged_array(const Expr* x, const Type* type, Location& place);
  // `element` declares the iteration's value from the counter.
  void range_counted(const RangeStmt* s, Reg length, const Type* counter_type,
                     const std::function<TypedValue(Reg)>& element);
  void range_string(const RangeStmt* s);
  void range_map(const RangeStmt* s);
  void range_channel(const RangeStmt* s);
  void range_variable(const RangeStmt* s, const Expr* variable, const TypedValue& value);
  void range_variables(const RangeStmt* s, const TypedValue& key, const TypedValue& value);
  void range_counted_variables(const RangeStmt* s, const TypedValue& counter,
                               const TypedValue& value);
  void range_counter(const RangeStmt* s, Reg counter, const Type* type);
  void range_body(const RangeStmt* s, Label& on_break, Label& on_continue);
  bool wants(const Expr* variable) const;

  // --- compile_range_func.cc: the loop in the function around, and its body as a function
  void range_function(const RangeStmt* s);
  void check_range_state(const RangeStmt* s, int64_t allowed);
  void set_hidden(const Object* variable, int64_t value);
  void leave_range_call(const RangeStmt* s);
  void range_function_body(const FuncLit* literal);
  std::vector<const Ident*> range_names(const RangeStmt* s) const;
  void assign_range_parameters(const RangeStmt* s, const Type* signature);
  // Ends the body with `exit`; REQUIRES: this is such a body.
  void leave_range_body(const RangeExit& exit);
  void leave(const RangeExit& exit);
  void return_from_range_body(const ReturnStmt* s);
  void defer_outside();
  const RangeStmt* range_body_of() const {
    return request_.literal == nullptr ? nullptr : request_.literal->range;
  }

  // --- compile_select.cc
  struct SelectCase {
    const CommClause* clause = nullptr;
    const UnaryExpr* receive = nullptr;  // null: a send
    const SendStmt* send = nullptr;
    const Type* element = nullptr;
    Reg channel = 0;
    Reg value = kNoReg;
    Reg ok = kNoReg;
    Label label = {};
  };
  void select_statement(const SelectStmt* s);
  void single_case(SelectCase& one);
  std::vector<SelectCase> select_cases(const SelectStmt* s);
  void evaluate_case(SelectCase& one, std::size_t& before_call);
  void allocate_case(SelectCase& one);
  void emit_select(const std::vector<SelectCase>& cases, bool has_default, Reg index);
  void select_branches(const SelectStmt* s, std::vector<SelectCase>& cases, Reg index, Label& end);
  void clause_body(const CommClause* clause, Reg value, Reg ok);

  // The largest value that is copied through registers.
  static constexpr uint32_t kLargeWords = 1024;

  ProgramCompiler& program_;
  const FunctionRequest& request_;
  Function function_;
  Registers registers_;
  Emitter code_;

  std::map<const Object*, Home> homes_;
  std::vector<std::pair<const Object*, Reg>> parameters_;
  std::vector<Result> results_;
  bool has_result_homes_ = false;
  Reg result_base_ = kNoReg;  // of all results, when none is in a cell
  bool has_defer_ = false;
  std::map<const Expr*, Reg> hoisted_;
  std::map<const Expr*, Effects> effects_;
  std::deque<CallExpr> spread_calls_;  // see with_spread_arguments()
  std::deque<Ident> spread_arguments_;
  std::map<const Expr*, std::string> channel_names_;
  std::vector<Flow> flow_;
  Label* range_break_ = nullptr;  // in the body of a loop over a function: leaves the loop
  Label* fallthrough_ = nullptr;
  std::map<const Stmt*, Label> goto_labels_;
  std::vector<std::size_t> open_locals_;
};

// --- questions about types
inline bool is_interface_type(const Type* type) {
  return kind_of(type) == Kind::Interface;
}
bool is_unsigned_kind(Kind kind);
bool is_float_kind(Kind kind);
bool is_integer_kind(Kind kind);
// 8, 16 or 32 for the integers that are kept extended; 0 for 64-bit ones.
uint32_t narrow_bits(Kind kind);
bool is_nil(const Expr* e);
// The integer value of a constant, if it is one and fits 64 bits.
bool constant_integer(const Expr* e, int64_t* value);

}  // namespace gopark::lang
