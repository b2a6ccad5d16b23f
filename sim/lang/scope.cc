#include "sim/lang/scope.h"

namespace gopark::lang {

Object* Scope::find(std::string_view name) const {
  if (!index_.empty()) {
    const auto it = index_.find(name);
    return it == index_.end() ? nullptr : it->second;
  }
  for (std::size_t i = 0; i < names_.size(); i++) {
    if (names_[i] == name) return objects_[i];
  }
  return nullptr;
}

Object* Scope::insert(Object* object) {
  return insert_as(object->name, object);
}

Object* Scope::insert_as(std::string_view name, Object* object) {
  if (Object* other = find(name)) return other;
  objects_.push_back(object);
  names_.push_back(name);
  if (!index_.empty()) {
    index_.emplace(name, object);
  } else if (objects_.size() > kListed) {
    for (std::size_t i = 0; i < objects_.size(); i++) index_.emplace(names_[i], objects_[i]);
  }
  return nullptr;
}

Object* Scope::lookup(std::string_view name, Scope** found_in) {
  for (Scope* scope = this; scope != nullptr; scope = scope->parent) {
    if (Object* object = scope->find(name)) {
      if (found_in != nullptr) *found_in = scope;
      return object;
    }
  }
  return nullptr;
}

}  // namespace gopark::lang
