#include "sim/lang/types.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "sim/lang/constant.h"
#include "sim/lang/syntax_unicode.h"

namespace gopark::lang {
namespace {

constexpr int kMaxUnderlyingChain = 1000;  // of `type A B; type B C; …`
constexpr int kMaxIdenticalDepth = 200;

Type* completed(const Type* type) {
  Type* t = const_cast<Type*>(type);  // finishing a type is not a change that anyone can see
  if (t->pending != nullptr) t->pending->complete(t);
  return t;
}

// Compares two types. Only anonymous interfaces can be part of a cycle that no Named type cuts, so
// pairs of them that are being compared count as identical. (Go: identical, ifacePair.)
class Comparison {
 public:
  enum class Tags : uint8_t { Compare, Ignore };
  explicit Comparison(Tags tags) : tags_(tags) {}
  bool same(const Type* x, const Type* y);

 private:
  bool same_fields(const Type& x, const Type& y);
  bool same_signature(const Type& x, const Type& y);
  bool same_interface(const Type* x, const Type* y);
  bool same_named(const Type& x, const Type& y);
  bool same_list(const std::vector<Variable>& x, const std::vector<Variable>& y);
  bool same_unions(const Type& x, const Type& y);
  bool same_parts(const Type* x, const Type* y);

  Tags tags_;
  std::vector<std::pair<const Type*, const Type*>> interfaces_;
  // Type parameters of the two generic signatures that are being compared.
  std::vector<std::pair<const Type*, const Type*>> parameters_;
  int depth_ = 0;
};

bool same_name(const Variable& x, const Variable& y) {
  return x.name == y.name && (x.package == y.package || is_exported(x.name));
}

bool Comparison::same(const Type* x, const Type* y) {
  if (x == y) return true;
  if (x == nullptr || y == nullptr || x->kind != y->kind || depth_ > kMaxIdenticalDepth) {
    return false;
  }
  depth_++;
  const bool result = same_parts(x, y);
  depth_--;
  return result;
}

bool Comparison::same_parts(const Type* x, const Type* y) {
  switch (x->kind) {
    case TypeKind::Basic:
      return x->basic == y->basic;
    case TypeKind::Named:
      return same_named(*x, *y);
    case TypeKind::Pointer:
    case TypeKind::Slice:
      return same(x->element, y->element);
    case TypeKind::Array:
      return x->length == y->length && same(x->element, y->element);
    case TypeKind::Map:
      return same(x->key, y->key) && same(x->element, y->element);
    case TypeKind::Chan:
      return x->dir == y->dir && same(x->element, y->element);
    case TypeKind::Struct:
      return same_fields(*x, *y);
    case TypeKind::Signature:
      return same_signature(*x, *y);
    case TypeKind::Interface:
      return same_interface(x, y);
    case TypeKind::Tuple:
      return same_list(x->fields, y->fields);
    case TypeKind::TypeParam:
      for (const auto& [a, b] : parameters_) {
        if (a == x && b == y) return true;
      }
      return false;
  }
  return false;
}

bool Comparison::same_fields(const Type& x, const Type& y) {
  if (x.fields.size() != y.fields.size()) return false;
  for (std::size_t i = 0; i < x.fields.size(); i++) {
    const Variable& f = x.fields[i];
    const Variable& g = y.fields[i];
    if (f.embedded != g.embedded || !same_name(f, g)) return false;
    if (tags_ == Tags::Compare && f.tag != g.tag) return false;
    if (!same(f.type, g.type)) return false;
  }
  return true;
}

bool Comparison::same_list(const std::vector<Variable>& x, const std::vector<Variable>& y) {
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); i++) {
    if (!same(x[i].type, y[i].type)) return false;
  }
  return true;
}

bool Comparison::same_signature(const Type& x, const Type& y) {
  if (x.variadic != y.variadic || x.type_params.size() != y.type_params.size()) return false;
  const std::size_t known = parameters_.size();
  for (std::size_t i = 0; i < x.type_params.size(); i++) {
    parameters_.emplace_back(x.type_params[i], y.type_params[i]);
  }
  bool result = same_list(x.params, y.params) && same_list(x.results, y.results);
  for (std::size_t i = 0; result && i < x.type_params.size(); i++) {
    result = same(x.type_params[i]->constraint, y.type_params[i]->constraint);
  }
  parameters_.resize(known);
  return result;
}

bool Comparison::same_unions(const Type& x, const Type& y) {
  if (x.unions.size() != y.unions.size()) return false;
  for (std::size_t i = 0; i < x.unions.size(); i++) {
    if (x.unions[i].size() != y.unions[i].size()) return false;
    for (const UnionTerm& term : x.unions[i]) {
      bool found = false;
      for (const UnionTerm& other : y.unions[i]) {
        found = found || (term.tilde == other.tilde && same(term.type, other.type));
      }
      if (!found) return false;
    }
  }
  return true;
}

bool Comparison::same_interface(const Type* x, const Type* y) {
  completed(x);
  completed(y);
  if (x->methods.size() != y->methods.size() || x->comparable != y->comparable) return false;
  for (const auto& [a, b] : interfaces_) {
    if ((a == x && b == y) || (a == y && b == x)) return true;
  }
  const std::size_t known = interfaces_.size();
  interfaces_.emplace_back(x, y);
  bool result = same_unions(*x, *y);
  for (std::size_t i = 0; result && i < x->methods.size(); i++) {
    const Method& m = x->methods[i];
    const Method& n = y->methods[i];
    result = m.name == n.name && (m.package == n.package || is_exported(m.name)) &&
             same(m.signature, n.signature);
  }
  if (!result) interfaces_.resize(known);  // else the pair stays known: no part is compared twice
  return result;
}

bool Comparison::same_named(const Type& x, const Type& y) {
  if (x.origin == nullptr || x.origin != y.origin || x.type_args.size() != y.type_args.size()) {
    return false;
  }
  for (std::size_t i = 0; i < x.type_args.size(); i++) {
    if (!same(x.type_args[i], y.type_args[i])) return false;
  }
  return true;
}

// Writes a type as Go's messages do. (Go: typeWriter.)
class Writer {
 public:
  explicit Writer(const Package* relative_to) : relative_to_(relative_to) {}
  void write(const Type* type);
  std::string take() { return std::move(text_); }

 private:
  void write_parts(const Type* type);
  void write_named(const Type& type);
  void write_struct(const Type& type);
  void write_interface(const Type* type);
  void write_chan(const Type& type);
  void write_signature(const Type& type);
  void write_list(const std::vector<Variable>& list, bool variadic);
  void write_type_params(const Type& type);
  void write_union(const std::vector<UnionTerm>& terms);

  const Package* relative_to_;
  std::string text_;
  int depth_ = 0;
};

constexpr int kMaxWrittenDepth = 100;
constexpr std::size_t kMaxWrittenBytes = 4096;

void Writer::write(const Type* type) {
  if (type == nullptr) {
    text_ += "<nil>";
    return;
  }
  if (++depth_ > kMaxWrittenDepth || text_.size() > kMaxWrittenBytes) {
    text_ += "…";
  } else {
    write_parts(type);
  }
  depth_--;
}

void Writer::write_parts(const Type* type) {
  switch (type->kind) {
    case TypeKind::Basic:
    case TypeKind::TypeParam:
      text_ += type->name;
      return;
    case TypeKind::Named:
      return write_named(*type);
    case TypeKind::Pointer:
      text_ += "*";
      return write(type->element);
    case TypeKind::Slice:
      text_ += "[]";
      return write(type->element);
    case TypeKind::Array:
      text_ += "[" + std::to_string(type->length) + "]";
      return write(type->element);
    case TypeKind::Map:
      text_ += "map[";
      write(type->key);
      text_ += "]";
      return write(type->element);
    case TypeKind::Chan:
      return write_chan(*type);
    case TypeKind::Struct:
      return write_struct(*type);
    case TypeKind::Signature:
      text_ += "func";
      return write_signature(*type);
    case TypeKind::Interface:
      return write_interface(type);
    case TypeKind::Tuple:
      return write_list(type->fields, false);
  }
}

void Writer::write_named(const Type& type) {
  const Object* object = type.object;
  if (object == nullptr) {
    text_ += type.name;
    return;
  }
  if (object->package != nullptr && object->package != relative_to_) {
    text_ += object->package->name + ".";
  }
  text_ += object->name;
  if (!type.type_params.empty()) write_type_params(type);
  if (type.type_args.empty()) return;
  for (std::size_t i = 0; i < type.type_args.size(); i++) {
    text_ += i == 0 ? "[" : ",";
    write(type.type_args[i]);
  }
  text_ += "]";
}

void Writer::write_type_params(const Type& type) {
  for (std::size_t i = 0; i < type.type_params.size(); i++) {
    text_ += i == 0 ? "[" : ", ";
    write(type.type_params[i]);
    text_ += " ";
    write(type.type_params[i]->constraint);
  }
  text_ += "]";
}

void Writer::write_struct(const Type& type) {
  text_ += "struct{";
  for (std::size_t i = 0; i < type.fields.size(); i++) {
    const Variable& field = type.fields[i];
    if (i > 0) text_ += "; ";
    if (!field.embedded) text_ += field.name + " ";
    write(field.type);
    if (!field.tag.empty()) text_ += " " + quote(field.tag);
  }
  text_ += "}";
}

void Writer::write_union(const std::vector<UnionTerm>& terms) {
  for (std::size_t i = 0; i < terms.size(); i++) {
    if (i > 0) text_ += " | ";
    if (terms[i].tilde) text_ += "~";
    write(terms[i].type);
  }
}

void Writer::write_interface(const Type* type) {
  if (!type->name.empty()) {
    text_ += type->name;
    return;
  }
  completed(type);
  if (type->methods.empty() && type->unions.size() == 1 && type->embedded.empty()) {
    return write_union(type->unions[0]);
  }
  text_ += "interface{";
  const char* separator = "";
  const auto is_embedded = [&](const Method& method) {
    for (Type* embedded : type->embedded) {
      const Type* u = underlying(embedded);
      if (u == nullptr || u->kind != TypeKind::Interface) continue;
      for (const Method& inner : completed(u)->methods) {
        if (inner.name == method.name) return true;
      }
    }
    return false;
  };
  for (const Method& method : type->methods) {
    if (is_embedded(method)) continue;
    text_ += separator + method.name;
    if (method.signature != nullptr) write_signature(*method.signature);
    separator = "; ";
  }
  for (const Type* embedded : type->embedded) {
    text_ += separator;
    write(embedded);
    separator = "; ";
  }
  if (!type->embedded.empty()) {
    text_ += "}";
    return;
  }
  for (const std::vector<UnionTerm>& terms : type->unions) {
    text_ += separator;
    write_union(terms);
    separator = "; ";
  }
  text_ += "}";
}

void Writer::write_chan(const Type& type) {
  const Type* element = type.element;
  const bool parens = type.dir == ChanDir::Both && element != nullptr &&
                      element->kind == TypeKind::Chan && element->dir == ChanDir::RecvOnly;
  text_ += type.dir == ChanDir::Both       ? "chan "
           : type.dir == ChanDir::SendOnly ? "chan<- "
                                           : "<-chan ";
  if (parens) text_ += "(";
  write(element);
  if (parens) text_ += ")";
}

void Writer::write_list(const std::vector<Variable>& list, bool variadic) {
  text_ += "(";
  for (std::size_t i = 0; i < list.size(); i++) {
    if (i > 0) text_ += ", ";
    if (!list[i].name.empty()) text_ += list[i].name + " ";
    const Type* type = list[i].type;
    if (variadic && i + 1 == list.size() && type->kind == TypeKind::Slice) {
      text_ += "...";
      type = type->element;
    }
    write(type);
  }
  text_ += ")";
}

void Writer::write_signature(const Type& type) {
  if (!type.type_params.empty()) write_type_params(type);
  write_list(type.params, type.variadic);
  if (type.results.empty()) return;
  text_ += " ";
  if (type.results.size() == 1 && type.results[0].name.empty()) return write(type.results[0].type);
  write_list(type.results, false);
}

}  // namespace

Type* underlying(Type* type) {
  for (int i = 0; i < kMaxUnderlyingChain && type != nullptr; i++) {
    if (type->kind == TypeKind::TypeParam) {
      type = type->constraint;
    } else if (type->kind == TypeKind::Named) {
      completed(type);
      type = type->underlying;
    } else {
      return type;
    }
  }
  return nullptr;
}

bool identical(const Type* a, const Type* b) {
  return Comparison(Comparison::Tags::Compare).same(a, b);
}

bool identical_ignoring_tags(const Type* a, const Type* b) {
  return Comparison(Comparison::Tags::Ignore).same(a, b);
}

// Go: unicode.IsUpper of the first rune; here the capitals of the Latin, Greek and Cyrillic blocks.
bool is_exported(std::string_view name) {
  if (name.empty()) return false;
  const uint32_t rune = decode_rune(name).rune;
  if (rune < 0x80) return rune >= 'A' && rune <= 'Z';
  if (rune < 0x100) return rune >= 0xc0 && rune <= 0xde && rune != 0xd7;
  if (rune < 0x138) return rune % 2 == 0;
  return (rune >= 0x391 && rune <= 0x3ab) || (rune >= 0x400 && rune <= 0x42f);
}

bool is_interface(Type* type) {
  if (type == nullptr || type->kind == TypeKind::TypeParam) return false;
  const Type* u = underlying(type);
  return u != nullptr && u->kind == TypeKind::Interface;
}

bool is_untyped(const Type* type) {
  return type != nullptr && type->kind == TypeKind::Basic && type->basic >= BasicKind::UntypedBool;
}

std::string to_string(const Type* type, const Package* relative_to) {
  Writer writer(relative_to);
  writer.write(type);
  return writer.take();
}

std::string signature_string(const Type* signature, const Package* relative_to) {
  return to_string(signature, relative_to).substr(4);  // after "func"
}

}  // namespace gopark::lang
