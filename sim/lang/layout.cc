#include "sim/lang/layout.h"

#include <algorithm>

#include "sim/base/assert.h"

namespace gopark::lang {

namespace {

uint64_t saturated(uint64_t words) {
  return std::min(words, kMaxTypeWords + 1);
}

Kind kind_of_basic(BasicKind kind) {
  switch (kind) {
    case BasicKind::Bool:
    case BasicKind::UntypedBool:
      return Kind::Bool;
    case BasicKind::Int8:
      return Kind::Int8;
    case BasicKind::Int16:
      return Kind::Int16;
    case BasicKind::Int32:
    case BasicKind::UntypedRune:
      return Kind::Int32;
    case BasicKind::Int64:
      return Kind::Int64;
    case BasicKind::Uint:
      return Kind::Uint;
    case BasicKind::Uint8:
      return Kind::Uint8;
    case BasicKind::Uint16:
      return Kind::Uint16;
    case BasicKind::Uint32:
      return Kind::Uint32;
    case BasicKind::Uint64:
      return Kind::Uint64;
    case BasicKind::Uintptr:
      return Kind::Uintptr;
    case BasicKind::Float32:
      return Kind::Float32;
    case BasicKind::Float64:
    case BasicKind::UntypedFloat:
      return Kind::Float64;
    case BasicKind::String:
    case BasicKind::UntypedString:
      return Kind::String;
    case BasicKind::UnsafePointer:
      return Kind::Pointer;
    default:
      return Kind::Int;
  }
}

}  // namespace

Kind kind_of(const Type* type) {
  const Type* u = under(type);
  switch (u->kind) {
    case TypeKind::Basic:
      return kind_of_basic(u->basic);
    case TypeKind::Pointer:
      return Kind::Pointer;
    case TypeKind::Slice:
      return Kind::Slice;
    case TypeKind::Array:
      return Kind::Array;
    case TypeKind::Map:
      return Kind::Map;
    case TypeKind::Chan:
      return Kind::Chan;
    case TypeKind::Struct:
    case TypeKind::Tuple:
      return Kind::Struct;
    case TypeKind::Signature:
      return Kind::Func;
    case TypeKind::Interface:
      return Kind::Interface;
    case TypeKind::Named:
    case TypeKind::TypeParam:
      break;
  }
  return Kind::Int;
}

bool has_equality(const Type* type) {
  const Type* u = under(type);
  switch (u->kind) {
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Signature:
      return false;
    case TypeKind::Array:
      return has_equality(u->element);
    case TypeKind::Struct:
      return std::all_of(u->fields.begin(), u->fields.end(),
                         [](const Variable& field) { return has_equality(field.type); });
    default:
      return true;
  }
}

uint32_t Layout::words(const Type* type) {
  return static_cast<uint32_t>(std::min(exact_words(type), kMaxTypeWords));
}

bool Layout::is_too_large(const Type* type) {
  return exact_words(type) > kMaxTypeWords;
}

uint64_t Layout::exact_words(const Type* type) {
  const Type* u = under(type);
  if (u->kind == TypeKind::Slice) return 2;
  const bool is_struct = u->kind == TypeKind::Struct || u->kind == TypeKind::Tuple;
  if (!is_struct && u->kind != TypeKind::Array) return 1;
  const auto found = extents_.find(type);
  if (found != extents_.end()) return found->second.words;
  uint64_t words = 0;
  if (is_struct) {
    words = struct_words(u);
  } else {
    const uint64_t element = exact_words(u->element);
    const uint64_t length = std::min(static_cast<uint64_t>(u->length), kMaxTypeWords + 1);
    words = saturated(element * length);
  }
  extents_[type].words = words;
  return words;
}

uint64_t Layout::struct_words(const Type* type) {
  uint64_t words = 0;
  for (const Variable& field : type->fields) words = saturated(words + exact_words(field.type));
  return words;
}

uint32_t Layout::field_offset(const Type* type, uint32_t field) {
  const Type* u = under(type);
  GOPARK_ASSERT(field < u->fields.size());
  uint64_t offset = 0;
  for (uint32_t n = 0; n < field; ++n) offset = saturated(offset + words(u->fields[n].type));
  return static_cast<uint32_t>(offset);
}

const std::vector<uint32_t>& Layout::pointers(const Type* type) {
  const uint64_t words = exact_words(type);
  Extent& extent = extents_[type];
  if (!extent.pointers_known) {
    extent.pointers_known = true;
    if (words <= kMaxTypeWords) collect_pointers(type, 0, extent.pointers);
  }
  return extent.pointers;
}

void Layout::collect_pointers(const Type* type, uint32_t base, std::vector<uint32_t>& out) {
  const Type* u = under(type);
  switch (kind_of(u)) {
    case Kind::String:
    case Kind::Pointer:
    case Kind::Slice:
    case Kind::Map:
    case Kind::Chan:
    case Kind::Func:
    case Kind::Interface:
      out.push_back(base);
      return;
    case Kind::Array:
      return collect_array(u, base, out);
    case Kind::Struct:
      for (uint32_t n = 0; n < u->fields.size(); ++n)
        collect_pointers(u->fields[n].type, base + field_offset(u, n), out);
      return;
    default:
      return;
  }
}

void Layout::collect_array(const Type* type, uint32_t base, std::vector<uint32_t>& out) {
  std::vector<uint32_t> inner;
  collect_pointers(type->element, 0, inner);
  if (inner.empty()) return;
  const uint32_t step = words(type->element);
  for (int64_t n = 0; n < type->length; ++n) {
    for (const uint32_t offset : inner)
      out.push_back(base + static_cast<uint32_t>(n) * step + offset);
  }
}

uint32_t Layout::named_number(const Type* type) {
  return named_numbers_.emplace(type, static_cast<uint32_t>(named_numbers_.size())).first->second;
}

// A text that is equal exactly for identical types.
std::string Layout::key(const Type* type) {
  switch (type->kind) {
    case TypeKind::Basic:
      return "b" + std::to_string(static_cast<int>(type->basic));
    case TypeKind::Named:
    case TypeKind::TypeParam:
      return "N" + std::to_string(named_number(type));
    case TypeKind::Pointer:
      return "*" + key(type->element);
    case TypeKind::Slice:
      return "[]" + key(type->element);
    case TypeKind::Array:
      return "[" + std::to_string(type->length) + "]" + key(type->element);
    case TypeKind::Map:
      return "m[" + key(type->key) + "]" + key(type->element);
    case TypeKind::Chan:
      return "c" + std::to_string(static_cast<int>(type->dir)) + key(type->element);
    case TypeKind::Struct:
      return struct_key(type);
    case TypeKind::Tuple:
      return "t(" + members_key(type->fields) + ")";
    case TypeKind::Signature:
      return std::string(type->variadic ? "v(" : "f(") + members_key(type->params) + ")(" +
             members_key(type->results) + ")";
    case TypeKind::Interface:
      return interface_key(under(type));
  }
  return "?";
}

std::string Layout::members_key(const std::vector<Variable>& members) {
  std::string text;
  for (const Variable& member : members) text += key(member.type) + ",";
  return text;
}

std::string Layout::struct_key(const Type* type) {
  std::string text = "s{";
  for (const Variable& field : type->fields) {
    if (field.embedded) text += "!";
    if (!is_exported(field.name) && field.package != nullptr) text += field.package->path + ".";
    text += field.name + " " + key(field.type);
    if (!field.tag.empty()) text += " " + std::to_string(field.tag.size()) + ":" + field.tag;
    text += ";";
  }
  return text + "}";
}

std::string Layout::interface_key(const Type* type) {
  std::string text = "i{";
  for (const Method& method : type->methods) {
    text += std::to_string(
        static_cast<uint32_t>(method_id(method.name, method.package, method.signature)));
    text += key(method.signature) + ";";
  }
  return text + "}";
}

MethodId Layout::method_id(const std::string& name, const Package* package, const Type* signature) {
  std::string full = name;
  if (!is_exported(name) && package != nullptr) full = package->path + "." + name;
  const auto [entry, added] = method_ids_.emplace(
      full + " " + key(signature), MethodId{static_cast<uint32_t>(program_.method_names.size())});
  if (added) program_.method_names.push_back(full);
  return entry->second;
}

TypeId Layout::id(const Type* type) {
  const auto known = ids_.find(type);
  if (known != ids_.end()) return known->second;
  const auto [entry, added] =
      ids_by_key_.emplace(key(type), TypeId{static_cast<uint32_t>(program_.types.size())});
  const TypeId result = entry->second;
  ids_[type] = result;
  if (added) {
    program_.types.emplace_back();
    describe(type, result);
  }
  return result;
}

void Layout::describe(const Type* type, TypeId id) {
  TypeDescription description;
  description.kind = kind_of(type);
  description.name = runtime_name(type);
  description.named = type->kind == TypeKind::Named || type->kind == TypeKind::Basic;
  if (type->kind == TypeKind::Named && type->object != nullptr && type->object->package != nullptr)
    description.package = type->object->package->path;
  description.comparable = has_equality(type);
  description.words = words(type);
  description.pointers = pointers(type);
  describe_parts(under(type), description);
  program_.types[static_cast<std::size_t>(id)] = std::move(description);
}

void Layout::describe_parts(const Type* type, TypeDescription& out) {
  switch (type->kind) {
    case TypeKind::Map:
      out.key = id(type->key);
      [[fallthrough]];
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Chan:
      out.element = id(type->element);
      return;
    case TypeKind::Array:
      out.element = id(type->element);
      out.length = static_cast<uint64_t>(type->length);
      return;
    case TypeKind::Signature:
      if (type->params.size() != 1 || type->variadic) return;
      out.element = id(type->params[0].type);
      out.length = 1;
      return;
    case TypeKind::Struct:
      return describe_struct(type, out);
    case TypeKind::Interface:
      return describe_interface(type, out);
    default:
      return;
  }
}

void Layout::describe_struct(const Type* type, TypeDescription& out) {
  for (uint32_t n = 0; n < type->fields.size(); ++n) {
    const Variable& field = type->fields[n];
    FieldDescription description;
    description.name = field.name;
    description.type = id(field.type);
    description.offset = field_offset(type, n);
    description.embedded = field.embedded;
    description.exported = is_exported(field.name);
    out.fields.push_back(std::move(description));
  }
}

void Layout::describe_interface(const Type* type, TypeDescription& out) {
  for (const Method& method : type->methods)
    out.required.push_back(method_id(method.name, method.package, method.signature));
  std::stable_sort(out.required.begin(), out.required.end());
}

Type* Layout::pointer_to(Type* element) {
  Type* type = arena_.make<Type>();
  type->kind = TypeKind::Pointer;
  type->element = element;
  return type;
}

Type* Layout::slice_of(Type* element) {
  Type* type = arena_.make<Type>();
  type->kind = TypeKind::Slice;
  type->element = element;
  return type;
}

Type* Layout::array_of(Type* element, int64_t length) {
  Type* type = arena_.make<Type>();
  type->kind = TypeKind::Array;
  type->element = element;
  type->length = length;
  return type;
}

}  // namespace gopark::lang
