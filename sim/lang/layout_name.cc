#include "sim/lang/layout.h"

namespace gopark::lang {

namespace {

enum class Qualify : uint8_t { PackageName, PackagePath };

std::string name_of(const Type* type, Qualify qualify);

std::string list_of(const std::vector<Variable>& members) {
  std::string text;
  for (const Variable& member : members) {
    if (!text.empty()) text += ", ";
    text += name_of(member.type, Qualify::PackageName);
  }
  return text;
}

std::string parameters_of(const Type* type) {
  if (!type->variadic || type->params.empty()) return list_of(type->params);
  std::string text;
  for (std::size_t n = 0; n + 1 < type->params.size(); ++n)
    text += name_of(type->params[n].type, Qualify::PackageName) + ", ";
  return text + "..." + name_of(type->params.back().type->element, Qualify::PackageName);
}

// Without the word func: "(int) error".
std::string signature_name(const Type* type) {
  std::string text = "(" + parameters_of(type) + ")";
  if (type->results.size() == 1)
    text += " " + name_of(type->results[0].type, Qualify::PackageName);
  else if (!type->results.empty())
    text += " (" + list_of(type->results) + ")";
  return text;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string struct_name(const Type* type) {
  std::string text = "struct {";
  for (const Variable& field : type->fields) {
    text += text.back() == '{' ? " " : "; ";
    if (!field.embedded) text += field.name + " ";
    text += name_of(field.type, Qualify::PackageName);
    if (!field.tag.empty()) text += " " + quoted(field.tag);
  }
  return text + (type->fields.empty() ? "}" : " }");
}

std::string interface_name(const Type* interface) {
  const Type* type = underlying(const_cast<Type*>(interface));  // with all its methods
  std::string text = "interface {";
  for (const Method& method : type->methods) {
    text += text.back() == '{' ? " " : "; ";
    if (!is_exported(method.name) && method.package != nullptr) text += method.package->name + ".";
    text += method.name + signature_name(method.signature);
  }
  return text + (type->methods.empty() ? "}" : " }");
}

std::string chan_name(const Type* type) {
  const std::string element = name_of(type->element, Qualify::PackageName);
  if (type->dir == ChanDir::SendOnly) return "chan<- " + element;
  if (type->dir == ChanDir::RecvOnly) return "<-chan " + element;
  const bool receive_only =
      type->element->kind == TypeKind::Chan && type->element->dir == ChanDir::RecvOnly;
  return receive_only ? "chan (" + element + ")" : "chan " + element;
}

std::string named_name(const Type* type, Qualify qualify) {
  if (type->object == nullptr) return type->name;
  std::string text;
  if (const Package* package = type->object->package)
    text = (qualify == Qualify::PackageName ? package->name : package->path) + ".";
  text += type->object->name;
  if (type->type_args.empty()) return text;
  text += "[";
  for (const Type* argument : type->type_args) {
    if (text.back() != '[') text += ",";
    text += name_of(argument, Qualify::PackagePath);
  }
  return text + "]";
}

std::string basic_name(const Type* type) {
  switch (type->basic) {
    case BasicKind::UntypedBool:
      return "bool";
    case BasicKind::UntypedInt:
      return "int";
    case BasicKind::UntypedRune:
      return "int32";
    case BasicKind::UntypedFloat:
      return "float64";
    case BasicKind::UntypedString:
      return "string";
    case BasicKind::Uint8:
      return "uint8";  // also when it was written byte
    case BasicKind::Int32:
      return "int32";  // also when it was written rune
    default:
      return type->name;
  }
}

std::string name_of(const Type* type, Qualify qualify) {
  switch (type->kind) {
    case TypeKind::Basic:
      return basic_name(type);
    case TypeKind::Named:
    case TypeKind::TypeParam:
      return named_name(type, qualify);
    case TypeKind::Pointer:
      return "*" + name_of(type->element, qualify);
    case TypeKind::Slice:
      return "[]" + name_of(type->element, qualify);
    case TypeKind::Array:
      return "[" + std::to_string(type->length) + "]" + name_of(type->element, qualify);
    case TypeKind::Map:
      return "map[" + name_of(type->key, qualify) + "]" + name_of(type->element, qualify);
    case TypeKind::Chan:
      return chan_name(type);
    case TypeKind::Struct:
      return struct_name(type);
    case TypeKind::Signature:
      return "func" + signature_name(type);
    case TypeKind::Interface:
      return interface_name(type);
    case TypeKind::Tuple:
      return "(" + list_of(type->fields) + ")";
  }
  return "?";
}

}  // namespace

std::string runtime_name(const Type* type) {
  return name_of(type, Qualify::PackageName);
}

}  // namespace gopark::lang
