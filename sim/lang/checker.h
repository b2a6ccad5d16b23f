// Checker: checks one package. The files check_*.cc implement it, one idea each; check.h is what
// the outside sees. The structure, and most names, are those of go/types.
//
// An Operand is an expression under examination: its mode, type and constant value. Expression
// functions take the operand to fill; Mode::Invalid means that the mistake has been reported and
// the caller says nothing further. record() copies the result to the syntax tree. An untyped
// expression keeps its untyped type in the tree until its context decides (update_expr_type).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/lang/check.h"
#include "sim/lang/check_builtin.h"
#include "sim/lang/check_lookup.h"
#include "sim/lang/check_predicates.h"
#include "sim/lang/constant.h"
#include "sim/lang/scope.h"

namespace gopark::lang {

struct Operand {
  Mode mode = Mode::Invalid;
  BuiltinId builtin = BuiltinId::None;
  Type* type = nullptr;
  const Constant* constant = nullptr;  // when mode is Constant
  Expr* expr = nullptr;                // may be null for values that no expression gives

  bool is_nil() const { return mode == Mode::NilValue; }
  bool valid() const { return mode != Mode::Invalid; }
  void invalidate() { mode = Mode::Invalid; }
};

// How a package-level object, or a method, is declared.
struct DeclInfo {
  Package* package = nullptr;
  Scope* file_scope = nullptr;
  uint32_t order = 0;  // in the source
  // Const, Var
  std::vector<Object*> group;  // var a, b = f(): all variables of the declaration
  Expr* type_expr = nullptr;
  Expr* init = nullptr;
  bool inherited = false;  // a constant that repeats the expression of an earlier one
  const Constant* iota = nullptr;
  // TypeName
  TypeSpec* type_spec = nullptr;
  std::vector<Object*> methods;
  // Func
  FuncDecl* function = nullptr;
  Scope* scope = nullptr;                   // of its body: receiver, parameters, results
  std::vector<Type*> receiver_type_params;  // of a method of a generic type
  bool broken = false;                      // its generic body has mistakes
  // An instance of a generic function, or method of an instantiated type
  Object* generic = nullptr;     // the function or method it is made from
  Instance* instance = nullptr;  // for which it is made
  // What its initialiser or body uses, in order of first use: for the initialisation order.
  std::vector<Object*> dependencies;
  std::set<const Object*> dependency_set;
};

// The function whose body is being checked.
struct FunctionContext {
  Type* signature = nullptr;
  std::vector<Object*> results;  // objects of named results
  FuncType* syntax = nullptr;
  FuncLit* literal = nullptr;  // null in a FuncDecl
  bool is_range_body = false;  // of a loop over a function; `outer` is the function around
  FunctionContext* outer = nullptr;
  std::vector<Object*> locals;  // declared in it so far, for "declared and not used"
  std::vector<const CallExpr*> panics;
};

struct Environment {
  Package* package = nullptr;
  Scope* scope = nullptr;
  DeclInfo* declaration = nullptr;  // whose dependencies are being collected
  const Constant* iota = nullptr;
  Pos error_pos;  // of an inherited constant: where its mistakes are reported
  FunctionContext* function = nullptr;
  bool in_generic = false;      // inside a generic declaration as written
  bool in_instance = false;     // inside the clone of one
  bool in_type_params = false;  // inside a list of type parameters
  bool has_call_or_receive = false;
};

// Statement contexts. (Go: stmtContext.)
struct StatementContext {
  bool fallthrough_allowed = false;
  bool final_case = false;
  bool in_type_switch = false;
};

class Checker {
 public:
  Checker(CheckContext& context, Package* package, const std::vector<SourceFile*>& files);
  void check();
  // Of a function of this package, whose body has been read since check().
  void check_body_of(FuncDecl* function);

  // For the types that are finished on first use.
  void complete_interface(Type* type, const std::vector<Method>& methods,
                          const std::vector<struct EmbeddedElement>& embedded);
  void complete_instance(Type* type, Instance* instance);

 private:
  friend class EnvironmentSaver;
  using Names = std::vector<Ident*>;

  // check_package.cc, check_import.cc: collecting the package-level objects.
  void collect_objects();
  void collect_file(SourceFile* file);
  void collect_import(Scope* file_scope, ImportSpec* spec);
  void dot_import(Scope* file_scope, ImportSpec* spec, Object* package_name);
  void collect_constants(Scope* file_scope, GenDecl* decl);
  void collect_variables(Scope* file_scope, ValueSpec* spec);
  void collect_type(Scope* file_scope, TypeSpec* spec);
  void collect_function(Scope* file_scope, FuncDecl* decl);
  void collect_special_function(FuncDecl* decl, Object* object);
  void collect_method(FuncDecl* decl, Object* object);
  void associate_methods();
  Object* resolve_base_type(Expr* receiver, bool* pointer);
  void declare_package_object(Ident* ident, Object* object, DeclInfo* info);
  void check_file_scopes();
  void check_package_objects();
  void check_main();
  void report_unused_imports();
  void report_large_channels();
  void fill_package();
  void fill_method_types();
  DeclInfo* new_info(Scope* file_scope);
  Object* new_object(ObjectKind kind, const Ident* ident, Type* type);
  void arity(Pos pos, const Names& names, const std::vector<Expr*>& values, bool is_constant,
             bool inherited);

  // check_decl.cc
  void object_decl(Object* object);
  bool valid_cycle(const Object* object);
  void report_cycle(const std::vector<Object*>& cycle);
  void constant_decl(Object* object, Expr* type_expr, Expr* init, bool inherited);
  void variable_decl(Object* object, const std::vector<Object*>& group, Expr* type_expr,
                     Expr* init);
  void type_decl(Object* object, TypeSpec* spec, DeclInfo* info);
  void alias_decl(Object* object, TypeSpec* spec);
  void collect_methods(Object* object, DeclInfo* info);
  void check_field_uniqueness(Type* named);
  void valid_type(Type* named);
  bool valid_type_parts(Type* type, std::vector<Type*>* nest, std::vector<Type*>* path);
  bool valid_type_argument(Type* param, std::vector<Type*>* nest, std::vector<Type*>* path);
  using TypeIterator = std::vector<Type*>::iterator;
  void report_type_cycle(TypeIterator begin, TypeIterator end);
  void check_definition_cycle(Type* named);
  static bool is_unfinished_alias(const Object* object);
  void function_decl(Object* object, DeclInfo* info);
  void function_body_later(Object* object, DeclInfo* info);
  bool declare(Scope* scope, Object* object);  // false: the name is taken
  void declaration_statement(GenDecl* decl);
  void local_constants(const GenDecl& decl);
  void local_variables(ValueSpec* spec);
  void local_type(TypeSpec* spec);
  std::string other_declaration(const Object* object);

  // check_type.cc: type expressions.
  Type* type_of(Expr* expr);        // any type
  Type* variable_type(Expr* expr);  // a type that a variable may have
  Type* defined_type(Expr* expr, Type* def);
  Type* generic_type(Expr* expr);
  Type* type_internal(Expr* expr, Type* def);
  Type* named_type(Operand* x, Type* def);
  Type* array_type(ArrayTypeExpr* expr, Type* def);
  Type* struct_type(StructTypeExpr* expr, Type* def);
  void embedded_field(Type* type, const Field& field);
  void check_embedded(Type* type, Pos pos);
  void add_field(Type* type, Variable field);
  Type* pointer_type(StarExpr* expr, Type* def);
  Type* map_type(MapTypeExpr* expr, Type* def);
  Type* chan_type(ChanTypeExpr* expr, Type* def);
  int64_t array_length(Expr* expr);
  void valid_variable_type(Expr* expr, Type* type);
  Type* record_type(Expr* expr, Type* type);

  // check_signature.cc
  Type* function_type(FuncType* expr, Type* def, Scope** scope);
  void fill_signature(Type* signature, FuncType* expr, Field* receiver, Scope* scope);
  enum class ParameterRole : uint8_t { Receiver, Parameter, Result };
  std::vector<Variable> collect_parameters(std::vector<Field>* fields, ParameterRole role,
                                           bool* variadic, std::vector<Object*>* objects);
  Type* parameter_type(Expr* type_expr, bool last, ParameterRole role, bool* variadic);
  void check_receiver(Type* type, Pos pos, bool has_type_params);

  // check_interface.cc
  Type* interface_type(InterfaceTypeExpr* expr, Type* def);
  Method explicit_method(const InterfaceElement& element, Type* receiver);
  EmbeddedElement embedded_element(const InterfaceElement& element);
  UnionTerm union_term(Expr* expr);
  void check_union(const std::vector<Expr*>& exprs, const std::vector<UnionTerm>& terms);
  void check_union_term(const Expr* expr, const UnionTerm& term);
  void set_pending_interface(Type* type, std::vector<Method> methods,
                             std::vector<EmbeddedElement> embedded);
  void add_interface_method(Type* type, const Method& method, Pos pos, bool is_explicit,
                            std::vector<Pos>* positions);
  void add_embedded(Type* type, const EmbeddedElement& element, std::vector<Pos>* positions);
  bool implements(Type* type, Type* interface, bool is_constraint, std::string* cause);
  bool satisfies_terms(Type* type, Type* target, const Type* interface, std::string* cause);
  std::string missing_method_cause(Type* type, Type* interface, const MissingMethod& missing);

  // check_lookup.cc
  Lookup lookup(Type* type, bool addressable, const std::string& name);
  MissingMethod missing_method(Type* type, Type* interface, bool is_static);
  Type* method_signature(Object* method);
  std::string lookup_failure(Type* type, const std::string& name, bool struct_literal);

  // check_expr.cc
  CallUse raw_expr(Operand* x, Expr* expr, Type* hint, bool allow_generic);
  CallUse expr_internal(Operand* x, Expr* expr, Type* hint);
  void non_generic(Operand* x);
  void expression(Operand* x, Expr* expr);
  void multi_expression(Operand* x, Expr* expr);
  void expression_with_hint(Operand* x, Expr* expr, Type* hint);
  // The target's type, null when it has none yet, instantiates a generic function.
  void expression_for(Operand* x, Expr* expr, Type* target, Type* hint = nullptr);
  void expression_or_type(Operand* x, Expr* expr, bool allow_generic);
  void exclude(Operand* x, bool types_too, bool builtins_too);
  void single_value(Operand* x);
  std::vector<Operand> expression_list(const std::vector<Expr*>& exprs, bool allow_comma_ok,
                                       bool* comma_ok);
  void use(const std::vector<Expr*>& exprs);
  void use(Expr* expr);
  void record(const Operand& x);
  void note_invalid(Pos pos);
  void identifier(Operand* x, Ident* ident, bool assigning);
  void identifier_value(Operand* x, Ident* ident, Object* object, bool assigning);
  void basic_literal(Operand* x, BasicLit* literal);
  void function_literal(Operand* x, FuncLit* literal);
  void star(Operand* x, StarExpr* expr);
  void type_assertion(Operand* x, TypeAssertExpr* expr);
  void check_assertable(Expr* expr, const Operand& x, Type* type, bool type_switch);
  void add_dependency(Object* object);
  void capture(Object* variable);
  enum class Effect : uint8_t { Assigned, AddressTaken };
  void mark_root(Expr* expr, Effect effect);

  // check_untyped.cc
  void update_expr_type(Expr* expr, Type* type, bool final);
  void convert_untyped(Operand* x, Type* target);
  enum class Misfit : uint8_t { None, Truncated, Overflows, Other };
  Type* implicit_type(const Operand& x, Type* target, const Constant** value, Misfit* misfit);
  void invalid_conversion(Misfit misfit, const Operand& x, Type* target);
  void use_default_type(Operand* x);
  Type* default_type(Type* type);

  // check_constant.cc
  const Constant* keep(Constant value) { return arena_.make<Constant>(std::move(value)); }
  static bool representable_value(const Constant& value, const Type* basic, Constant* rounded);
  void representable(Operand* x, Type* basic);
  Misfit representation(const Operand& x, Type* basic, const Constant** value);
  void overflow(Operand* x, Pos op_pos);

  // check_binary.cc
  void unary(Operand* x, UnaryExpr* expr);
  void address_of(Operand* x, UnaryExpr* expr);
  void receive(Operand* x, UnaryExpr* expr);
  void binary(Operand* x, BinaryExpr* expr);
  // For `lhs op= rhs`, `expr` is null.
  void binary_operands(Operand* x, Operand* y, Token op, BinaryExpr* expr, const Expr* lhs,
                       const Expr* rhs, Pos op_pos);
  void match_types(Operand* x, Operand* y);
  bool division_by_zero(const Operand& x, const Operand& y, Token op);
  void shift(Operand* x, Operand* y, Token op, Expr* expr, Pos op_pos);
  bool shift_count(Operand* y, bool constant_shift);
  void constant_shift(Operand* x, const Operand& y, Token op, Expr* expr, Pos op_pos);
  // For a case of a switch, `y` is the switch's operand.
  void comparison(Operand* x, Operand* y, Token op, bool switch_case);
  bool comparison_defined(const Operand& x, const Operand& y, Token op, const Operand** culprit,
                          std::string* cause);
  std::string incomparable_cause(Type* type);
  std::string kind_string(Type* type);

  // check_operand.cc, check_conversion.cc
  bool assignable(const Operand& x, Type* target, std::string* cause);
  bool assignable_type_params(const Operand& x, Type* target);
  void assignment(Operand* x, Type* target, const std::string& context);
  void conversion(Operand* x, Type* target, bool to_type_param);
  bool constant_conversion(Operand* x, Type* target);
  bool convertible(const Operand& x, Type* target, std::string* cause);
  bool convertible_type_params(const Operand& x, Type* target, std::string* cause);

  // check_literal.cc
  void composite_literal(Operand* x, CompositeLit* literal, Type* hint);
  Type* composite_type(CompositeLit* literal, Type* hint, Type** base);
  void struct_literal(CompositeLit* literal, Type* base, Type* structure);
  void keyed_fields(CompositeLit* literal, Type* base, Type* structure);
  void positional_fields(CompositeLit* literal, Type* base, Type* structure);
  void map_literal(CompositeLit* literal, Type* map);
  int64_t indexed_elements(CompositeLit* literal, Type* element, int64_t length);

  // check_selector.cc
  void selector(Operand* x, SelectorExpr* expr);
  bool package_selector(Operand* x, SelectorExpr* expr);
  void package_member(Operand* x, SelectorExpr* expr, Object* member);
  void selected_field(Operand* x, SelectorExpr* expr, const Lookup& found);
  void selected_method(Operand* x, SelectorExpr* expr, const Lookup& found);
  void method_expression(Operand* x, SelectorExpr* expr, const Lookup& found);
  void record_selection(SelectorExpr* expr, SelectionKind kind, const Lookup& found);

  // check_index.cc
  bool index_expression(Operand* x, IndexExpr* expr);  // true: instantiates a generic function
  void map_index(Operand* x, IndexExpr* expr, Type* key, Type* element);
  bool indexable(Operand* x, int64_t* length);
  bool indexable_type_param(Operand* x, IndexExpr* expr, int64_t* length, bool* done);
  Expr* single_index(IndexExpr* expr);
  int64_t index_value(Expr* index, int64_t limit, bool* valid);
  bool valid_index(Operand* x, const char* what, bool allow_negative);
  void slice_expression(Operand* x, SliceExpr* expr);
  bool sliceable(Operand* x, SliceExpr* expr, int64_t* length);
  void slice_indices(SliceExpr* expr, int64_t length);

  // check_call.cc
  CallUse call(Operand* x, CallExpr* call);
  CallUse conversion_call(Operand* x, CallExpr* call);
  void function_call(Operand* x, CallExpr* call, IndexExpr* instantiation);
  Type* arguments(CallExpr* call, Type* signature, std::vector<Operand>* args,
                  std::vector<Type*>* type_args, const std::vector<Expr*>* type_arg_exprs);
  bool adjust_parameters(CallExpr* call, Type* signature, std::size_t count,
                         std::vector<Variable>* params);
  void argument_count_error(CallExpr* call, Type* signature, const std::vector<Operand>& args,
                            std::size_t wanted);
  std::string types_summary(const std::vector<Type*>& types, bool variadic);

  // check_builtin.cc
  bool builtin(Operand* x, CallExpr* call, BuiltinId id);
  bool builtin_arguments(CallExpr* call, const BuiltinDescription& about,
                         std::vector<Operand>* args);
  bool builtin_append(Operand* x, CallExpr* call, std::vector<Operand>* args);
  bool builtin_length(Operand* x, const BuiltinDescription& about);
  bool builtin_clear(Operand* x);
  bool builtin_close(Operand* x);
  bool builtin_copy(Operand* x, std::vector<Operand>* args);
  bool builtin_delete(Operand* x, std::vector<Operand>* args);
  bool builtin_make(Operand* x, CallExpr* call);
  bool builtin_min_max(Operand* x, BuiltinId id, std::vector<Operand>* args);
  bool builtin_new(Operand* x, CallExpr* call);
  bool builtin_panic(Operand* x, CallExpr* call);
  bool builtin_print(Operand* x, const BuiltinDescription& about, std::vector<Operand>* args);

  // check_assign.cc
  void initialize_constant(Object* object, Operand* x);
  bool initialize_variable(Object* object, Operand* x, const std::string& context);
  void initialize_variables(const std::vector<Object*>& variables, const std::vector<Expr*>& values,
                            ReturnStmt* return_statement);
  void return_count_error(const std::vector<Object*>& results, const std::vector<Operand>& values,
                          ReturnStmt* statement);
  void assignment_mismatch(const std::vector<Expr*>& values, std::size_t variables,
                           std::size_t count);
  Type* assignment_target(Expr* lhs);
  void report_unassignable(Expr* lhs);
  bool assign_variable(Expr* lhs, Operand* x);
  void assign_variables(AssignStmt* statement);
  void assign_operation(AssignStmt* statement);
  Object* defined_variable(AssignStmt* stmt, std::size_t i);
  void short_declaration(AssignStmt* statement);
  void record_comma_ok(Expr* expr);
  void mark_used(Expr* lhs);
  void use_names(const BadExpr& bad);  // what they name is not unused

  // check_stmt.cc
  void function_body(Object* object, DeclInfo* info);
  void check_body(FunctionContext* function, Scope* scope, FuncType* type, BlockStmt* body);
  void report_unused_variables(const FunctionContext& function);
  void statement(StatementContext context, Stmt* stmt);
  void statement_parts(StatementContext context, Stmt* stmt);
  void statement_list(StatementContext context, const std::vector<Stmt*>& list);
  void block(const BlockStmt& stmt);
  void expression_statement(ExprStmt* stmt);
  void send_statement(SendStmt* stmt);
  void increment_statement(IncDecStmt* stmt);
  void suspended_call(const char* keyword, CallExpr* call, Expr* uncalled);
  void return_statement(ReturnStmt* stmt);
  void fallthrough_statement(StatementContext context, const BranchStmt& stmt);
  void if_statement(IfStmt* stmt);
  void for_statement(ForStmt* stmt);
  void condition(Expr* expr, const char* where);
  void select_statement(SelectStmt* stmt);
  void later(std::function<void()> action);
  void process_delayed(std::size_t from);

  // check_switch.cc
  struct CaseValue {
    const Constant* value;
    Type* type;
    Pos pos;
  };
  struct CaseType {
    Type* type;  // null: nil
    Pos pos;
  };
  void switch_statement(SwitchStmt* stmt);
  void case_values(Operand* x, const std::vector<Expr*>& values, std::vector<CaseValue>* seen);
  void type_switch_statement(TypeSwitchStmt* stmt);
  Type* case_types(const Operand* x, const std::vector<Expr*>& types, std::vector<CaseType>* seen);
  Object* clause_variable(TypeSwitchStmt* stmt, CaseClause* clause, Type* type);
  void report_switch_defaults(const std::vector<CaseClause*>& clauses);

  // check_range.cc
  void range_statement(RangeStmt* stmt);
  bool range_types(Operand* x, RangeStmt* stmt, Type** key, Type** value);
  void range_variables(RangeStmt* stmt, Operand* x, Type* key, Type* value, bool over_integer);
  static bool is_integer_range(const Operand& x);
  void range_declare(RangeStmt* stmt, Operand* x, Type* key, Type* value, bool over_integer);
  void range_assign(Expr* lhs, Operand* x, Type* type, bool over_integer);

  // check_range_func.cc
  static std::string range_func_problem(const Type* function);
  void range_func_body(RangeStmt* stmt, Operand* x, Type* key, Type* value);
  Object* range_hidden(std::string name, Type* type, Pos pos);
  void return_from_range_body();
  void defer_in_range_body();

  // check_flow.cc: once a body is checked.
  bool is_terminating(const Stmt* stmt, std::string_view label, const FunctionContext& function);
  bool is_terminating_list(const std::vector<Stmt*>& list, const FunctionContext& function);

  // check_init_order.cc
  void initialization_order();
  void report_initialization_cycle(const std::vector<Object*>& cycle);

  // check_generic.cc: type parameters, and generic types with arguments.
  void declare_type_params(Scope* scope, std::vector<Field>* fields, std::vector<Type*>* params);
  Type* declare_type_param(Scope* scope, Ident* name);
  Type* constraint_type(Expr* expr);
  void receiver_type_params(Expr* receiver, Scope* scope, DeclInfo* info);
  Type* instantiated_type(IndexExpr* expr, Type* def);
  bool is_instantiation_cycle(const Object* generic, const std::vector<Type*>& args);
  Type* instantiate_type(Type* generic, const std::vector<Type*>& args);
  void add_instance_methods(Type* type, Instance* instance);
  void method_of_instance(Object* method);
  bool type_list(const std::vector<Expr*>& exprs, std::vector<Type*>* types);
  bool verify(Pos pos, const std::vector<Type*>& params, const std::vector<Type*>& args,
              const std::vector<Expr*>* exprs);

  // check_instance.cc: generic functions with arguments, and the clones that are compiled.
  Object* instantiate_function(Object* generic, const std::vector<Type*>& args);
  Type* instantiate_signature(Pos pos, Type* signature, const std::vector<Type*>& args,
                              const std::vector<Expr*>* exprs);
  void record_function_instance(Expr* function, const std::vector<Type*>& args, Type* signature,
                                Object** instance);
  void function_instantiation(Operand* x, IndexExpr* expr);
  void infer_from_target(Operand* x, Type* target);
  void note_instance(Instance* instance);
  void adopt(Instance* instance);
  void check_instances();
  void need_methods(Type* type);
  void check_function_instance(Object* instance);
  void bind_type_params(Scope* scope, const std::vector<const Ident*>& names,
                        const std::vector<Type*>& args);

  // check_substitute.cc, check_infer.cc
  Type* substitute(Type* type, const std::vector<Type*>& params, const std::vector<Type*>& args);
  std::vector<Type*> fresh_type_params(const std::vector<Type*>& params);
  bool infer_from_constraints(Pos pos, const std::vector<Type*>& params, std::vector<Type*>* args);
  bool infer_from_untyped(const std::vector<Type*>& type_params,
                          const std::vector<Variable>& params, const std::vector<Operand>& args,
                          std::vector<Type*>* inferred);
  bool infer(Pos pos, const std::string& function, Type* signature,
             const std::vector<Variable>& params, const std::vector<Operand>& args,
             std::vector<Type*>* type_args);

  // check_message.cc: making types, objects and messages.
  Type* new_type(TypeKind kind);
  Type* pointer_to(Type* element);
  Type* slice_of(Type* element);
  Object* new_variable(const Ident* ident, Type* type);
  void declare_local(Object* variable);
  Type* basic(BasicKind kind) const { return universe_.basic(kind); }
  Type* invalid() const { return universe_.invalid(); }
  void error(Pos pos, std::string message);
  void error(const Expr* at, std::string message) { error(at->pos, std::move(message)); }
  void error(const Operand& at, std::string message);
  std::string text(const Type* type) const { return to_string(type, env_.package); }
  std::string text(const Operand& x) const;
  std::string text(const Expr* expr) const;
  std::string position(Pos pos) const;  // "leaky.go:7:3"
  void open_scope() { env_.scope = arena_.make<Scope>(env_.scope); }
  void close_scope() { env_.scope = env_.scope->parent; }
  static Expr* unparen(Expr* expr);

  CheckContext& context_;
  Arena& arena_;
  const Universe& universe_;
  Package* package_;
  const std::vector<SourceFile*>& files_;
  Environment env_;

  struct MethodInfo {
    Object* object;
    FuncDecl* declaration;
  };
  std::vector<Object*> objects_;  // package-level objects and methods, in source order
  std::vector<MethodInfo> methods_;
  std::vector<Scope*> file_scopes_;
  struct Import {
    Object* name;
    Pos pos;
    bool dot;
  };
  std::vector<Import> imports_;
  std::vector<Pos> large_channels_;  // whose elements have 64 kB and more
  std::vector<std::pair<const Object*, Object*>> dot_imported_;  // object, its import
  std::vector<Object*> path_;                                    // being declared (Go: objPath)
  std::vector<std::function<void()>> delayed_;
  std::set<const Expr*> shifted_;  // untyped constants that are shifted by a non-constant count
  std::vector<Object*> needed_instances_;  // functions and methods whose clones are to be checked
  Instance* current_instance_ = nullptr;   // whose parts are being checked
  std::vector<Instance*> adopted_;         // made for other packages and used here too
  std::map<const Ident*, Type*> blank_type_params_;  // _ as a type parameter of a receiver
  std::vector<Type*> named_types_;
  // How many of needed_instances_ are checked, and of named_types_ have their methods so far.
  std::size_t checked_instances_ = 0;
  std::size_t types_with_instances_ = 0;
  std::size_t types_with_methods_ = 0;
  std::set<const Type*> valid_types_;
  std::size_t error_count_ = 0;
  Pos first_invalid_;          // of what has no type; line 0: none
  bool main_refused_ = false;  // something else than a function is called main
  Type* no_value_;             // the empty Tuple, of calls without results
};

// Restores the checker's environment at the end of a block.
class EnvironmentSaver {
 public:
  explicit EnvironmentSaver(Checker* checker) : checker_(checker), saved_(checker->env_) {}
  EnvironmentSaver(const EnvironmentSaver&) = delete;
  EnvironmentSaver& operator=(const EnvironmentSaver&) = delete;
  ~EnvironmentSaver() { checker_->env_ = saved_; }

 private:
  Checker* checker_;
  Environment saved_;
};

// A line of an interface that is no method: the terms of a union, or one embedded type.
struct EmbeddedElement {
  Pos pos;
  std::vector<UnionTerm> terms;
  bool single = false;  // one type without ~: an interface is embedded, not a term
};

std::string describe(const Operand& x, const Package* relative_to);

}  // namespace gopark::lang
