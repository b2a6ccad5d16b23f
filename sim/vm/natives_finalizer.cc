#include "sim/vm/natives_finalizer.h"

#include <string>

namespace gopark::natives {

using namespace layout;

namespace {

NativeDid refuse(NativeCall& c, const std::string& text) {
  end_run(c.s, OutcomeKind::FatalError, 2, "fatal error: runtime.SetFinalizer: " + text, c.id());
  return NativeDid::Ended;
}

const TypeDescription& dynamic_type(const NativeCall& c, Reference interface) {
  return type_of(c.program(), c.dynamic_type(interface));
}

Reference pointer_in(const NativeCall& c, Reference interface) {
  return c.s.get(c.payload(interface));
}

// Go's text for what is no object of the heap; empty: it is one.
std::string problem_of_object(const NativeCall& c, Reference obj) {
  if (obj == 0) return "first argument is nil";
  const TypeDescription& type = dynamic_type(c, obj);
  if (type.kind != Kind::Pointer) return "first argument is " + type.name + ", not pointer";
  if (pointer_in(c, obj) == 0) return "pointer not in allocated block";
  return offset_of(pointer_in(c, obj)) == 0 ? "" : "pointer not at beginning of allocated block";
}

// Package variables, and what takes no memory, are never collected.
bool is_permanent(const NativeCall& c, Reference obj) {
  if (obj == 0 || dynamic_type(c, obj).kind != Kind::Pointer || pointer_in(c, obj) == 0)
    return false;
  const Word header = c.s.get(base_of(pointer_in(c, obj)));
  return (header & kImmortalFlag) != 0 || kind_of(header) == ObjectKind::Globals;
}

bool is_interface(const NativeCall& c, TypeId id) {
  return type_of(c.program(), id).kind == Kind::Interface;
}

bool takes(const NativeCall& c, const TypeDescription& function, TypeId object) {
  if (function.length != 1) return false;
  return is_interface(c, function.element) ? implements(c.s, object, function.element)
                                           : function.element == object;
}

std::string problem_of_call(const NativeCall& c, Reference obj, Reference finalizer) {
  const TypeDescription& function = dynamic_type(c, finalizer);
  if (function.kind != Kind::Func)
    return "second argument is " + function.name + ", not a function";
  if (takes(c, function, c.dynamic_type(obj))) return "";
  const bool variadic = function.name.find("...") != std::string::npos;
  return "cannot pass " + dynamic_type(c, obj).name + " to finalizer " + function.name +
         (variadic ? " because dotdotdot" : "");
}

void set_flag(State& s, Address base, bool on) {
  const Word header = s.get(base);
  s.set(base, on ? header | kFinalizedFlag : header & ~kFinalizedFlag);
}

}  // namespace

NativeDid runtime_prepare_finalizer(NativeCall& c) {
  const Reference obj = c.argument(0), finalizer = c.argument(1);
  if (is_permanent(c, obj)) return answer(c, 0);
  if (const std::string problem = problem_of_object(c, obj); !problem.empty())
    return refuse(c, problem);
  const Reference pointer = pointer_in(c, obj);
  if (finalizer == 0) {
    c.result(2, 0);
    return answer(c, pointer);
  }
  if (const std::string problem = problem_of_call(c, obj, finalizer); !problem.empty())
    return refuse(c, problem);
  if ((c.s.get(base_of(pointer)) & kFinalizedFlag) != 0) return refuse(c, "finalizer already set");
  set_flag(c.s, base_of(pointer), true);
  const bool boxed = is_interface(c, dynamic_type(c, finalizer).element);
  c.result(0, pointer);
  c.result(1, boxed ? obj : pointer);
  c.result(2, pointer_in(c, finalizer));
  return NativeDid::Done;
}

NativeDid runtime_without_finalizer(NativeCall& c) {
  const Reference first = c.argument(0), object = c.argument(1);
  set_flag(c.s, base_of(object), false);
  Address before = 0;
  for (Reference f = first; f != 0; f = c.s.field(base_of(f), kFNext)) {
    if (c.s.field(base_of(f), kFObject) == object) {
      const Reference next = c.s.field(base_of(f), kFNext);
      if (before != 0) c.s.set_field(before, kFNext, next);
      return answer(c, before != 0 ? first : next);
    }
    before = base_of(f);
  }
  return answer(c, first);
}

NativeDid runtime_take_due(NativeCall& c) {
  State& s = c.s;
  const std::vector<Address> due = finalizers_due(s, c.argument(0));
  Reference left = 0, moved = c.argument(1);
  Address last = 0;  // of those that are left
  std::size_t found = 0;
  for (Reference at = c.argument(0), next = 0; at != 0; at = next) {
    const Address f = base_of(at);
    next = s.field(f, kFNext);
    if (found < due.size() && due[found] == f) {
      ++found;
      set_flag(s, base_of(s.field(f, kFObject)), false);
      s.set_field(f, kFNext, moved);
      moved = at;
      continue;
    }
    if (last != 0) s.set_field(last, kFNext, at);
    if (last == 0) left = at;
    last = f;
  }
  if (last != 0) s.set_field(last, kFNext, 0);
  c.result(0, left);
  c.result(1, moved);
  return NativeDid::Done;
}

}  // namespace gopark::natives
