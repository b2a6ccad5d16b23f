#include "sim/lang/expr_string.h"

#include <utility>
#include <vector>

namespace gopark::lang {
namespace {

class ExprPrinter {
 public:
  void print(const Expr* expr);
  std::string take() { return std::move(out_); }

 private:
  void print_literal(const CompositeLit* literal);
  void print_func_literal(const FuncLit* literal);
  void print_slice(const SliceExpr* slice);
  void print_call(const CallExpr* call);
  void print_array(const ArrayTypeExpr* array);
  void print_struct(const StructTypeExpr* type);
  void print_interface(const InterfaceTypeExpr* type);
  void print_chan(const ChanTypeExpr* type);
  void print_signature(const FuncType* type);
  void print_parameters(const std::vector<Field>& fields);
  void print_names(const std::vector<Ident*>& names);
  void print_list(const std::vector<Expr*>& list, std::string_view separator);

  std::string out_;
};

void ExprPrinter::print(const Expr* expr) {
  if (expr == nullptr) return;
  switch (expr->kind) {
    case ExprKind::Bad:
      out_ += "<bad expr>";
      break;
    case ExprKind::Ident:
      out_ += as<Ident>(expr)->name;
      break;
    case ExprKind::BasicLit:
      out_ += as<BasicLit>(expr)->text;
      break;
    case ExprKind::CompositeLit:
      print_literal(as<CompositeLit>(expr));
      break;
    case ExprKind::FuncLit:
      print_func_literal(as<FuncLit>(expr));
      break;
    case ExprKind::Paren:
      out_ += '(';
      print(as<ParenExpr>(expr)->x);
      out_ += ')';
      break;
    case ExprKind::Selector:
      print(as<SelectorExpr>(expr)->x);
      out_ += '.';
      print(as<SelectorExpr>(expr)->sel);
      break;
    case ExprKind::Index:
      print(as<IndexExpr>(expr)->x);
      out_ += '[';
      print_list(as<IndexExpr>(expr)->indices, ", ");
      out_ += ']';
      break;
    case ExprKind::Slice:
      print_slice(as<SliceExpr>(expr));
      break;
    case ExprKind::TypeAssert:
      print(as<TypeAssertExpr>(expr)->x);
      out_ += ".(";
      if (as<TypeAssertExpr>(expr)->type_expr == nullptr) out_ += "type";
      print(as<TypeAssertExpr>(expr)->type_expr);
      out_ += ')';
      break;
    case ExprKind::Call:
      print_call(as<CallExpr>(expr));
      break;
    case ExprKind::Star:
      out_ += '*';
      print(as<StarExpr>(expr)->x);
      break;
    case ExprKind::Unary:
      out_ += token_text(as<UnaryExpr>(expr)->op);
      print(as<UnaryExpr>(expr)->x);
      break;
    case ExprKind::Binary:
      print(as<BinaryExpr>(expr)->x);
      ((out_ += ' ') += token_text(as<BinaryExpr>(expr)->op)) += ' ';
      print(as<BinaryExpr>(expr)->y);
      break;
    case ExprKind::KeyValue:
      print(as<KeyValueExpr>(expr)->key);
      out_ += ": ";
      print(as<KeyValueExpr>(expr)->value);
      break;
    case ExprKind::Ellipsis:
      out_ += "...";
      print(as<EllipsisExpr>(expr)->element);
      break;
    case ExprKind::ArrayType:
      print_array(as<ArrayTypeExpr>(expr));
      break;
    case ExprKind::StructType:
      print_struct(as<StructTypeExpr>(expr));
      break;
    case ExprKind::FuncType:
      out_ += "func";
      print_signature(as<FuncType>(expr));
      break;
    case ExprKind::InterfaceType:
      print_interface(as<InterfaceTypeExpr>(expr));
      break;
    case ExprKind::MapType:
      out_ += "map[";
      print(as<MapTypeExpr>(expr)->key);
      out_ += ']';
      print(as<MapTypeExpr>(expr)->value);
      break;
    case ExprKind::ChanType:
      print_chan(as<ChanTypeExpr>(expr));
      break;
  }
}

void ExprPrinter::print_literal(const CompositeLit* literal) {
  print(literal->type_expr);
  out_ += literal->elements.empty() ? "{}" : "{…}";
}

void ExprPrinter::print_func_literal(const FuncLit* literal) {
  print(literal->signature);
  const bool empty = literal->body == nullptr || literal->body->statements.empty();
  out_ += empty ? " {}" : " {…}";
}

void ExprPrinter::print_slice(const SliceExpr* slice) {
  print(slice->x);
  out_ += '[';
  print(slice->low);
  out_ += ':';
  print(slice->high);
  if (slice->three) out_ += ':';
  print(slice->max);
  out_ += ']';
}

void ExprPrinter::print_call(const CallExpr* call) {
  print(call->fun);
  out_ += '(';
  print_list(call->args, ", ");
  if (call->ellipsis) out_ += "...";
  out_ += ')';
}

void ExprPrinter::print_array(const ArrayTypeExpr* array) {
  out_ += '[';
  print(array->length);
  out_ += ']';
  print(array->element);
}

void ExprPrinter::print_struct(const StructTypeExpr* type) {
  out_ += "struct{";
  bool first = true;
  for (const Field& field : type->fields) {
    if (!first) out_ += "; ";
    first = false;
    if (!field.embedded) {
      print_names(field.names);
      out_ += ' ';
    }
    print(field.type_expr);
    if (!field.tag.empty()) (out_ += ' ') += field.tag;
  }
  out_ += '}';
}

void ExprPrinter::print_interface(const InterfaceTypeExpr* type) {
  out_ += "interface{";
  bool first = true;
  for (const InterfaceElement& element : type->elements) {
    if (!first) out_ += "; ";
    first = false;
    if (element.method != nullptr) {
      print(element.method);
      print_signature(element.signature);
    } else {
      print_list(element.terms, " | ");
    }
  }
  out_ += '}';
}

void ExprPrinter::print_chan(const ChanTypeExpr* type) {
  switch (type->dir) {
    case ChanDir::Both:
      out_ += "chan ";
      break;
    case ChanDir::SendOnly:
      out_ += "chan<- ";
      break;
    case ChanDir::RecvOnly:
      out_ += "<-chan ";
      break;
  }
  print(type->element);
}

void ExprPrinter::print_signature(const FuncType* type) {
  print_parameters(type->params);
  if (type->results.empty()) return;
  out_ += ' ';
  if (type->results.size() == 1 && type->results[0].names.empty()) {
    print(type->results[0].type_expr);
  } else {
    print_parameters(type->results);
  }
}

void ExprPrinter::print_parameters(const std::vector<Field>& fields) {
  out_ += '(';
  bool first = true;
  for (const Field& field : fields) {
    if (!first) out_ += ", ";
    first = false;
    print_names(field.names);
    if (!field.names.empty()) out_ += ' ';
    print(field.type_expr);
  }
  out_ += ')';
}

void ExprPrinter::print_names(const std::vector<Ident*>& names) {
  bool first = true;
  for (const Ident* name : names) {
    if (!first) out_ += ", ";
    first = false;
    out_ += name->name;
  }
}

void ExprPrinter::print_list(const std::vector<Expr*>& list, std::string_view separator) {
  bool first = true;
  for (const Expr* expr : list) {
    if (!first) out_ += separator;
    first = false;
    print(expr);
  }
}

}  // namespace

std::string to_string(const Expr* expr) {
  ExprPrinter printer;
  printer.print(expr);
  return printer.take();
}

}  // namespace gopark::lang
