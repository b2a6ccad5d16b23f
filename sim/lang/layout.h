// Layout turns Go types into the runtime's: how many words a value takes, where the references in
// it stand, and the interned TypeDescription of each type that the program needs at run time.
//
// Types that are identical in Go get one TypeId. Ids are handed out in the order of the requests,
// so the same source always gives the same table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/lang/types.h"
#include "sim/vm/bytecode.h"

namespace gopark::lang {

// The largest value, in words. A larger type is laid out as if it had this size and is reported by
// is_too_large().
inline constexpr uint64_t kMaxTypeWords = uint64_t{1} << 24;

class Layout {
 public:
  explicit Layout(Program& program) : program_(program) {}

  uint32_t words(const Type* type);
  bool is_too_large(const Type* type);
  // Word offsets of the references in a value. The vector lives as long as the Layout.
  const std::vector<uint32_t>& pointers(const Type* type);
  // REQUIRES: type's underlying type is a struct.
  uint32_t field_offset(const Type* type, uint32_t field);

  TypeId id(const Type* type);
  // An exported name is one method whatever the package; an unexported one belongs to its package.
  // Methods of one name and different signatures are different methods.
  MethodId method_id(const std::string& name, const Package* package, const Type* signature);

  // Types that the source does not spell.
  Type* pointer_to(Type* element);
  Type* slice_of(Type* element);
  Type* array_of(Type* element, int64_t length);

 private:
  struct Extent {
    uint64_t words = 0;  // of structs and arrays; exact up to saturation just above kMaxTypeWords
    bool pointers_known = false;
    std::vector<uint32_t> pointers;
  };

  uint64_t exact_words(const Type* type);
  uint64_t struct_words(const Type* type);
  void collect_pointers(const Type* type, uint32_t base, std::vector<uint32_t>& out);
  void collect_array(const Type* type, uint32_t base, std::vector<uint32_t>& out);

  std::string key(const Type* type);
  std::string members_key(const std::vector<Variable>& members);
  std::string struct_key(const Type* type);
  std::string interface_key(const Type* type);
  uint32_t named_number(const Type* type);

  void describe(const Type* type, TypeId id);
  void describe_parts(const Type* type, TypeDescription& out);
  void describe_struct(const Type* type, TypeDescription& out);
  void describe_interface(const Type* type, TypeDescription& out);

  Program& program_;
  Arena arena_;
  std::map<const Type*, Extent> extents_;
  std::map<const Type*, TypeId> ids_;
  std::map<std::string, TypeId> ids_by_key_;
  std::map<const Type*, uint32_t> named_numbers_;
  std::map<std::string, MethodId> method_ids_;
};

// The runtime's kind of a type. An untyped type has the kind of its default type.
Kind kind_of(const Type* type);
// Values can be compared with == (an interface may still hold one that cannot).
bool has_equality(const Type* type);

// A type as %T prints it: "int", "main.T", "map[string]interface {}". (Go: reflect.Type.String.)
std::string runtime_name(const Type* type);

}  // namespace gopark::lang
