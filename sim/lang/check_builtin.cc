// Calls of the predeclared functions. (go/types: builtins.go.)
#include "sim/lang/check_builtin.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/lang/checker.h"

namespace gopark::lang {
namespace {

const BuiltinDescription& description(BuiltinId id) {
  return *std::find_if(std::begin(kBuiltins), std::end(kBuiltins),
                       [&](const BuiltinDescription& about) { return about.id == id; });
}

// A string, or a type parameter for strings and byte slices.
bool is_text_or_bytes(Type* type) {
  if (!is_type_param(type)) return is_basic(type, kString);
  return under_is(
      type, [](Type* u) { return u != nullptr && (is_basic(u, kString) || is_bytes_or_runes(u)); });
}

bool takes_type(BuiltinId id) {
  return id == BuiltinId::Make || id == BuiltinId::New;
}

}  // namespace

// The arguments as operands, and whether their number is right.
bool Checker::builtin_arguments(CallExpr* call, const BuiltinDescription& about,
                                std::vector<Operand>* args) {
  std::size_t count = call->args.size();
  if (!takes_type(about.id)) {
    bool comma_ok = false;
    *args = expression_list(call->args, false, &comma_ok);
    count = args->size();
    for (Operand& arg : *args) {
      non_generic(&arg);
      if (!arg.valid()) return false;
    }
  }
  const auto wanted = static_cast<std::size_t>(about.arguments);
  const char* problem = nullptr;
  if (count < wanted) problem = "not enough";
  if (!about.variadic && count > wanted) problem = "too many";
  if (problem == nullptr) return true;
  if (takes_type(about.id)) {
    for (std::size_t i = 1; i < call->args.size(); i++) use(call->args[i]);
  }
  error(call, "invalid operation: " + std::string(problem) + " arguments for " + text(call) +
                  " (expected " + std::to_string(wanted) + ", found " + std::to_string(count) +
                  ")");
  return false;
}

bool Checker::builtin(Operand* x, CallExpr* call, BuiltinId id) {
  const BuiltinDescription& about = description(id);
  if (call->ellipsis && id != BuiltinId::Append) {
    error(call, std::string("invalid operation: invalid use of ... with built-in ") + about.name);
    use(call->args);
    return false;
  }
  if (id == BuiltinId::Complex || id == BuiltinId::Real || id == BuiltinId::Imag) {
    error(call, "complex numbers are not supported by the simulator");
    use(call->args);
    return false;
  }
  // len and cap of an array are constant unless its expression calls or receives.
  const bool measures = id == BuiltinId::Len || id == BuiltinId::Cap;
  const bool outer = env_.has_call_or_receive;
  if (measures) env_.has_call_or_receive = false;
  std::vector<Operand> args;
  bool ok = builtin_arguments(call, about, &args);
  if (ok && !args.empty()) *x = args[0];
  if (ok && measures) ok = builtin_length(x, about);
  if (measures) env_.has_call_or_receive = outer;
  if (!ok || measures) return ok;
  switch (id) {
    case BuiltinId::Append:
      return builtin_append(x, call, &args);
    case BuiltinId::Clear:
      return builtin_clear(x);
    case BuiltinId::Close:
      return builtin_close(x);
    case BuiltinId::Copy:
      return builtin_copy(x, &args);
    case BuiltinId::Delete:
      return builtin_delete(x, &args);
    case BuiltinId::Make:
      return builtin_make(x, call);
    case BuiltinId::Max:
    case BuiltinId::Min:
      return builtin_min_max(x, id, &args);
    case BuiltinId::New:
      return builtin_new(x, call);
    case BuiltinId::Panic:
      return builtin_panic(x, call);
    case BuiltinId::Recover:
      x->mode = Mode::Value;
      x->type = universe_.empty_interface();
      return true;
    default:
      return builtin_print(x, about, &args);
  }
}

bool Checker::builtin_append(Operand* x, CallExpr* call, std::vector<Operand>* args) {
  Type* slice = x->type;
  const Type* core = core_type(slice);
  if (core == nullptr || core->kind != TypeKind::Slice || x->is_nil()) {
    if (core != nullptr && !is_valid(core)) return false;
    error(*x, "first argument to append must be a slice; have " +
                  (x->is_nil() ? "untyped nil" : text(*x)));
    return false;
  }
  const Type* element = underlying(core->element);
  const bool bytes =
      element != nullptr && element->kind == TypeKind::Basic && element->basic == BasicKind::Uint8;
  if (bytes && args->size() == 2 && call->ellipsis && is_text_or_bytes((*args)[1].type)) {
    // append(bytes, text...)
    use_default_type(&(*args)[1]);
    x->mode = Mode::Value;
    x->type = slice;
    return true;
  }
  Type* signature = new_type(TypeKind::Signature);
  signature->variadic = true;
  signature->params = {{"", slice, false, nullptr, {}, {}},
                       {"", slice_of(core->element), false, nullptr, {}, {}}};
  std::vector<Type*> type_args;
  arguments(call, signature, args, &type_args, nullptr);
  x->mode = Mode::Value;
  x->type = slice;
  return true;
}

// len and cap.
bool Checker::builtin_length(Operand* x, const BuiltinDescription& about) {
  const bool is_len = about.id == BuiltinId::Len;
  const auto measurable = [&](Type* u) {
    if (u == nullptr) return false;
    const Type* t = array_behind_pointer(u);
    return t->kind == TypeKind::Array || t->kind == TypeKind::Slice || t->kind == TypeKind::Chan ||
           (is_len && (t->kind == TypeKind::Map || is_basic(u, kString)));
  };
  if (!is_valid(underlying(x->type))) return false;
  if (x->is_nil() || !under_is(x->type, measurable)) {
    error(*x, "invalid argument: " + text(*x) + " for built-in " + about.name);
    return false;
  }
  Mode mode = Mode::Value;
  const Type* t = is_type_param(x->type) ? nullptr : array_behind_pointer(underlying(x->type));
  if (t != nullptr && t->kind == TypeKind::Array && !env_.has_call_or_receive) {
    mode = Mode::Constant;
    x->constant = keep(make_integer(static_cast<Int128>(t->length)));
  } else if (x->mode == Mode::Constant) {
    mode = Mode::Constant;
    x->constant = keep(make_integer(static_cast<Int128>(x->constant->text.size())));
  }
  x->mode = mode;
  x->type = basic(BasicKind::Int);
  return true;
}

bool Checker::builtin_clear(Operand* x) {
  const bool clearable = !x->is_nil() && under_is(x->type, [](Type* u) {
    return u != nullptr && (u->kind == TypeKind::Map || u->kind == TypeKind::Slice);
  });
  if (!clearable) {
    error(*x, "invalid argument: clear " + text(*x) + " must be a map or slice");
    return false;
  }
  x->mode = Mode::NoValue;
  x->type = no_value_;
  return true;
}

bool Checker::builtin_close(Operand* x) {
  std::string problem;
  under_is(x->type, [&](Type* u) {
    if (u == nullptr || u->kind != TypeKind::Chan) problem = "non-channel ";
    if (problem.empty() && u->dir == ChanDir::RecvOnly) problem = "receive-only channel ";
    return problem.empty();
  });
  if (!problem.empty()) {
    error(*x, "invalid operation: cannot close " + problem + text(*x));
    return false;
  }
  x->mode = Mode::NoValue;
  x->type = no_value_;
  return true;
}

bool Checker::builtin_copy(Operand* x, std::vector<Operand>* args) {
  Operand& y = (*args)[1];
  const Type* to = core_type(x->type);
  const Type* from = core_type(y.type);
  const bool from_string = is_text_or_bytes(y.type);
  Type* element = from_string ? universe_.byte() : from != nullptr ? from->element : nullptr;
  const bool slices = to != nullptr && to->kind == TypeKind::Slice &&
                      (from_string || (from != nullptr && from->kind == TypeKind::Slice));
  if (!slices) {
    error(*x,
          "invalid argument: copy expects slice arguments; found " + text(*x) + " and " + text(y));
    return false;
  }
  if (!identical(to->element, element)) {
    error(*x, "invalid argument: arguments to copy " + text(*x) + " and " + text(y) +
                  " have different element types " + text(to->element) + " and " + text(element));
    return false;
  }
  use_default_type(&y);
  x->mode = Mode::Value;
  x->type = basic(BasicKind::Int);
  return true;
}

bool Checker::builtin_delete(Operand* x, std::vector<Operand>* args) {
  Type* key = nullptr;
  const bool maps = under_is(x->type, [&](Type* u) {
    if (u == nullptr || u->kind != TypeKind::Map) return false;
    if (key != nullptr && !identical(key, u->key)) return false;
    key = u->key;
    return true;
  });
  if (!maps) {
    error(*x, "invalid argument: " + text(*x) + " is not a map");
    return false;
  }
  assignment(&(*args)[1], key, "argument to delete");
  x->mode = Mode::NoValue;
  x->type = no_value_;
  return (*args)[1].valid();
}

bool Checker::builtin_make(Operand* x, CallExpr* call) {
  Expr* type_expr = call->args[0];
  Type* type = variable_type(type_expr);
  const std::size_t count = call->args.size();
  const Type* core = core_type(type);
  std::size_t least = 0;
  if (core != nullptr && core->kind == TypeKind::Slice) least = 2;
  if (core != nullptr && (core->kind == TypeKind::Map || core->kind == TypeKind::Chan)) least = 1;
  if (least == 0) {
    for (std::size_t i = 1; i < count; i++) use(call->args[i]);
    if (!is_valid(type) || (core != nullptr && !is_valid(core))) return false;
    error(type_expr,
          "invalid argument: cannot make " + text(type_expr) +
              (core == nullptr ? ": no core type" : "; type must be slice, map, or channel"));
    return false;
  }
  if (count < least || count > least + 1) {
    for (std::size_t i = 1; i < count; i++) use(call->args[i]);
    error(call, "invalid operation: " + text(call) + " expects " + std::to_string(least) + " or " +
                    std::to_string(least + 1) + " arguments; found " + std::to_string(count));
    return false;
  }
  std::vector<int64_t> sizes;
  for (std::size_t i = 1; i < count; i++) {
    bool valid = false;
    const int64_t size = index_value(call->args[i], -1, &valid);
    if (size >= 0) sizes.push_back(size);
  }
  if (sizes.size() == 2 && sizes[0] > sizes[1]) {
    error(call->args[1], "invalid argument: length and capacity swapped");
  }
  x->mode = Mode::Value;
  x->type = type;
  return true;
}

// Constant when all arguments are. (Go 1.21.)
bool Checker::builtin_min_max(Operand* x, BuiltinId id, std::vector<Operand>* args) {
  const std::string name = description(id).name;
  for (const Operand& arg : *args) {
    if (all_basic(arg.type, kOrdered)) continue;
    error(arg, "invalid argument: " + text(arg) + " cannot be ordered");
    return false;
  }
  for (std::size_t i = 1; i < args->size(); i++) {
    Operand& arg = (*args)[i];
    match_types(x, &arg);
    if (!x->valid()) return false;
    if (!identical(x->type, arg.type)) {
      error(arg, "invalid argument: mismatched types " + text(x->type) +
                     " (previous argument) and " + text(arg.type) + " (type of " + text(arg.expr) +
                     ")");
      return false;
    }
    if (x->mode != Mode::Constant || arg.mode != Mode::Constant) {
      x->mode = Mode::Value;
      continue;
    }
    const Token op = id == BuiltinId::Min ? Token::Lss : Token::Gtr;
    if (compare_constants(op, *arg.constant, *x->constant)) x->constant = arg.constant;
  }
  if (x->mode == Mode::Constant) return true;
  x->mode = Mode::Value;
  for (const Operand& arg : *args) update_expr_type(arg.expr, x->type, true);
  return true;
}

bool Checker::builtin_new(Operand* x, CallExpr* call) {
  Type* type = variable_type(call->args[0]);
  if (!is_valid(type)) return false;
  x->mode = Mode::Value;
  x->type = pointer_to(type);
  return true;
}

bool Checker::builtin_panic(Operand* x, CallExpr* call) {
  if (env_.function != nullptr) env_.function->panics.push_back(call);
  assignment(x, universe_.any(), "argument to panic");
  if (!x->valid()) return false;
  x->mode = Mode::NoValue;
  x->type = no_value_;
  return true;
}

bool Checker::builtin_print(Operand* x, const BuiltinDescription& about,
                            std::vector<Operand>* args) {
  for (Operand& arg : *args) {
    assignment(&arg, nullptr, std::string("argument to built-in ") + about.name);
    if (!arg.valid()) return false;
  }
  x->mode = Mode::NoValue;
  x->type = no_value_;
  return true;
}

}  // namespace gopark::lang
