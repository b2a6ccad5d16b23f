// Scope: the names of one block and where to look next. (go/types: Scope.)
//
// Names are declared when their declaration is complete, so a lookup never needs a position.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "sim/lang/types.h"

namespace gopark::lang {

struct Scope {
 public:
  explicit Scope(Scope* parent_scope) : parent(parent_scope) {}

  // In this scope alone; null when absent.
  Object* find(std::string_view name) const;
  // Adds the object, or returns the one that has the name already.
  Object* insert(Object* object);
  // Adds under another name (dot imports, type parameters of an instance).
  Object* insert_as(std::string_view name, Object* object);
  // Here and outward; `found_in` (may be null) tells the scope.
  Object* lookup(std::string_view name, Scope** found_in = nullptr);
  // In order of declaration.
  const std::vector<Object*>& objects() const { return objects_; }

  Scope* parent;

 private:
  // Blocks have few names: a plain list is quickest. Packages have many.
  static constexpr std::size_t kListed = 12;
  std::vector<Object*> objects_;
  std::vector<std::string_view> names_;
  std::map<std::string_view, Object*> index_;  // filled beyond kListed names
};

}  // namespace gopark::lang
