#include "sim/lang/compile_method.h"

#include <map>
#include <set>

namespace gopark::lang {

namespace {

// An embedded field (or the type itself) whose methods count at one depth.
struct Embedded {
  const Type* type = nullptr;  // without pointer
  std::vector<uint32_t> path;
  bool indirect = false;  // a pointer was followed
  bool repeated = false;  // reached twice at this depth: its names are ambiguous
};

// Walks embedded fields breadth first; a name found at one depth hides it at all deeper ones.
class MethodSearch {
 public:
  std::vector<MethodOfType> run(const Type* type) {
    Embedded root;
    root.indirect = under(type)->kind == TypeKind::Pointer;
    // A named pointer type has no methods.
    if (root.indirect && type->kind == TypeKind::Named) return {};
    root.type = root.indirect ? under(type)->element : type;
    if (root.indirect && under(root.type)->kind == TypeKind::Interface) return {};
    for (level_ = {root}; !level_.empty(); level_ = std::move(next_)) {
      next_.clear();
      found_.clear();
      for (const Embedded& entry : level_) visit(entry);
      settle();
    }
    return std::move(result_);
  }

 private:
  struct Found {
    uint32_t times = 0;
    bool callable = false;  // a method that is in the method set
    MethodOfType method;
  };

  static std::string key_of(const std::string& name, const Package* package) {
    if (is_exported(name) || package == nullptr) return name;
    return package->path + "." + name;
  }

  void visit(const Embedded& entry) {
    if (entry.type->kind == TypeKind::Named && !seen_.insert(entry.type).second) return;
    declared(entry);
    const Type* u = under(entry.type);
    if (u->kind == TypeKind::Struct) fields(entry, u);
    if (u->kind == TypeKind::Interface) {
      for (const Method& method : u->methods) add(entry, method, nullptr, u);
    }
  }

  void declared(const Embedded& entry) {
    if (entry.type->kind != TypeKind::Named || under(entry.type)->kind == TypeKind::Interface)
      return;
    for (const Method& method : entry.type->methods) add(entry, method, method.function, nullptr);
  }

  void fields(const Embedded& entry, const Type* structure) {
    for (uint32_t n = 0; n < structure->fields.size(); ++n) {
      const Variable& field = structure->fields[n];
      Found& found = found_[key_of(field.name, field.package)];
      found.times += entry.repeated ? 2 : 1;
      if (field.embedded) embed(entry, field, n);
    }
  }

  void embed(const Embedded& entry, const Variable& field, uint32_t index) {
    Embedded inner;
    inner.type = field.type;
    inner.path = entry.path;
    inner.path.push_back(index);
    inner.indirect = entry.indirect;
    inner.repeated = entry.repeated;
    if (under(field.type)->kind == TypeKind::Pointer) {
      inner.type = under(field.type)->element;
      inner.indirect = true;
    }
    for (Embedded& other : next_) {
      if (other.type == inner.type) other.repeated = inner.repeated = true;
    }
    next_.push_back(std::move(inner));
  }

  void add(const Embedded& entry, const Method& method, Object* function, const Type* interface) {
    Found& found = found_[key_of(method.name, method.package)];
    found.times += entry.repeated ? 2 : 1;
    found.callable = function == nullptr || !function->pointer_receiver || entry.indirect;
    const Type* signature = function == nullptr ? method.signature : function->type;
    found.method = MethodOfType{method.name,      method.package, entry.path,
                                under(signature), function,       interface};
  }

  void settle() {
    for (auto& [key, found] : found_) {
      if (!hidden_.insert(key).second) continue;
      if (found.times == 1 && found.callable) result_.push_back(std::move(found.method));
    }
  }

  std::vector<Embedded> level_, next_;
  std::map<std::string, Found> found_;  // at this depth
  std::set<std::string> hidden_;
  std::set<const Type*> seen_;  // only asked, never walked
  std::vector<MethodOfType> result_;
};

}  // namespace

std::vector<MethodOfType> method_set(const Type* type) {
  return MethodSearch().run(type);
}

}  // namespace gopark::lang
