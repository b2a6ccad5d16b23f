// Program: what the compiler hands to the simulator. Plain data, immutable once built.
//
// A frame is a run of 64-bit words ("registers"). Every Go value occupies a fixed number of words:
//   bool, integers, floats (IEEE bits of a float64), uintptr ..... 1   (sized integers are kept
//   sign- or zero-extended) string, pointer, map, chan, func, interface .................. 1   (a
//   reference; 0 is nil / "") slice ........................................................ 2
//   {pointer, length | capacity << 32} struct: its fields in order; array: its elements in order;
//   struct{} and [0]T: 0 words
// A reference is base | offset << 32 where base is an object's address and offset a word inside its
// payload.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gopark {

using Word = uint64_t;

enum class FunctionId : uint32_t {};
enum class TypeId : uint32_t {};
enum class MethodId : uint32_t {};
inline constexpr uint16_t kNoRegister = 0xffff;
inline constexpr uint32_t kNone = 0xffffffff;

enum class Opcode : uint16_t {
#define OPCODE(name, a, b, c) name,
#include "sim/vm/opcodes.inc"
#undef OPCODE
};

struct Instruction {
  Opcode op = Opcode::Nop;
  uint16_t a = 0;
  uint16_t b = 0;
  uint16_t c = 0;
};
static_assert(sizeof(Instruction) == 8);

inline int32_t imm32(Instruction i) {
  return static_cast<int32_t>(uint32_t{i.b} | uint32_t{i.c} << 16);
}
inline uint32_t type32(Instruction ext) {
  return uint32_t{ext.a} | uint32_t{ext.b} << 16;
}

std::string_view opcode_name(Opcode op);
// Words after the instruction: its ext words (and, for Select, its cases).
uint32_t extra_words(Instruction instruction);

enum class Kind : uint8_t {  // of a runtime type, named as in Go's reflect
  Bool,
  Int,
  Int8,
  Int16,
  Int32,
  Int64,
  Uint,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Uintptr,
  Float32,
  Float64,
  String,
  Pointer,
  Slice,
  Array,
  Map,
  Chan,
  Struct,
  Func,
  Interface,
};

struct FieldDescription {
  std::string name;
  TypeId type{};
  uint32_t offset = 0;  // words
  bool embedded = false;
  bool exported = false;
};

// An entry of a type's method table, for dynamic calls. The function takes the receiver as ONE
// word: the value itself for one-word types, otherwise a pointer to the boxed value (the compiler
// makes such wrappers).
struct MethodEntry {
  MethodId method{};
  FunctionId function{};
};

struct TypeDescription {
  Kind kind = Kind::Int;
  std::string
      name;  // as %T prints it: "int", "main.T", "[]string", "chan<- int", "func(int) error"
  std::string package;  // of a named type
  bool named = false;
  bool comparable = true;
  uint32_t words = 1;
  std::vector<uint32_t> pointers;  // word offsets that hold references
  TypeId element{};     // Pointer, Slice, Array, Map (value), Chan; Func: of its parameter
  TypeId key{};         // Map
  uint64_t length = 0;  // Array; Func: 1 if it takes one value and is not variadic
  std::vector<FieldDescription> fields;
  std::vector<MethodEntry> methods;  // concrete types: the method set, sorted by MethodId
  std::vector<MethodId> required;    // Interface: sorted
};

// Where the source of an instruction stands. Sorted by pc; an entry holds until the next one.
struct LineEntry {
  uint32_t pc = 0;
  uint32_t line = 0;
  uint32_t column = 0;
  bool statement = false;  // a statement starts at this pc
};

// A variable as people see it, for the panels and for names in sentences.
struct LocalVariable {
  std::string name;
  TypeId type{};
  uint32_t slot = 0;  // first register; holds a pointer to the heap cell when in_cell; of a
                      // capture: index in the closure when is_capture
  uint32_t from_pc = 0, to_pc = 0;  // live range in the code, half-open
  bool in_cell = false;
  bool is_capture = false;
};

// At `pc` (a safepoint), the registers that hold references: indices into Function::pointer_maps.
// Safepoints: every instruction that may allocate, park, call, panic, or jump backward. Registers
// of the call window of that very instruction are NOT listed (they belong to the callee), values
// already computed for an OUTER pending window are. Listed registers may be dead or not yet
// written: liveness.h decides.
struct Safepoint {
  uint32_t pc = 0;
  uint32_t map = 0;
};

// What an operation is about, as the source names it: for `done <- x` the operand "done"; for
// mu.Lock() inside main.f the call at that pc has the operand "mu"; for make(chan T) the variable
// assigned.
struct OperandName {
  uint32_t pc = 0;
  std::string text;
};

struct Function {
  std::string name;   // as in Go's dumps: "main.Example", "main.Example.func1", "main.(*T).Run",
                      // "sync.(*Mutex).Lock"
  uint32_t file = 0;  // Program::files
  uint32_t line = 0;  // of the func keyword
  uint32_t end_line = 0;         // of the closing brace
  uint32_t parameter_words = 0;  // receiver included
  uint32_t result_words = 0;
  uint32_t frame_words =
      0;  // registers, without the windows of what it calls... the callee checks its own
  uint32_t capture_words = 0;                // > 0: its closure is in register parameter_words
  std::vector<uint32_t> capture_pointers;    // offsets of captured words that hold references
  std::vector<uint32_t> parameter_pointers;  // registers of parameters that hold references
  uint32_t recover_pc = kNone;  // where execution goes on in this frame after recover(): RunDefers,
                                // then Return of the results
  bool is_std = false;          // of a std package: not shown to the learner by default
  bool is_wrapper = false;      // made by the compiler around a call; Go's dumps do not show it
  bool quiet =
      false;  // //gopark:quiet: accesses to shared variables inside are not visible operations
  bool unsynchronized = false;  // //gopark:unsynchronized: quiet, but nothing guards what it
                                // touches, so that its accesses count in data races
  std::vector<Instruction> code;
  std::vector<LineEntry> lines;
  std::vector<Safepoint> safepoints;                // sorted by pc
  std::vector<std::vector<uint32_t>> pointer_maps;  // register numbers, sorted
  std::vector<LocalVariable> locals;
  std::vector<OperandName> operands;  // sorted by pc
};

struct GlobalVariable {
  std::string name;  // "main.registry"
  TypeId type{};
  uint32_t offset = 0;  // words in the globals object
  uint32_t file = 0, line = 0;
  bool is_std = false;
};

struct FileName {
  std::string path;
  bool is_std = false;
};

// What the first World of a Program derives from it, for the next ones. A copy of a program starts
// without. Not for two threads at once.
struct Prepared;  // vm/state.h
class PreparedOnce {
 public:
  PreparedOnce() = default;
  PreparedOnce(const PreparedOnce&) {}
  PreparedOnce& operator=(const PreparedOnce&) {
    prepared_.reset();
    return *this;
  }
  ~PreparedOnce() = default;

  const std::shared_ptr<const Prepared>& get() const { return prepared_; }
  void keep(std::shared_ptr<const Prepared> prepared) const { prepared_ = std::move(prepared); }

 private:
  mutable std::shared_ptr<const Prepared> prepared_;
};

struct Program {
  std::vector<FileName> files;
  std::vector<Function> functions;
  FunctionId entry{};  // "main.main" is called by it? see below
  // entry is a generated function "runtime.main" that runs package initialisation in dependency
  // order, then main.main, then returns.
  FunctionId main_function{};  // main.main
  std::vector<TypeDescription> types;
  std::vector<std::string> method_names;  // by MethodId; an unexported one is "pkg.name"
  std::vector<Word> constants;
  std::vector<std::string> strings;
  std::vector<GlobalVariable> globals;
  uint32_t global_words = 0;
  std::vector<uint32_t> global_pointers;  // offsets of references among the globals
  // Types that the runtime itself makes values of.
  TypeId string_type{};        // string
  TypeId int_type{};           // int
  TypeId byte_type{};          // uint8
  TypeId rune_type{};          // int32
  TypeId error_string_type{};  // runtime.errorString: Error() = "runtime error: " + s
  TypeId plain_error_type{};   // runtime.plainError: Error() = s
  MethodId error_method{};     // "Error"
  MethodId string_method{};    // "String"
  uint64_t source_hash = 0;    // of all source texts, for schedules
  PreparedOnce prepared;
};

// The line entry that covers pc. REQUIRES: the function has lines.
const LineEntry& line_at(const Function& function, uint32_t pc);
// The operand's text at pc, or "".
std::string_view operand_at(const Function& function, uint32_t pc);

const Function& function_of(const Program& program, FunctionId id);
const TypeDescription& type_of(const Program& program, TypeId id);

// All instructions, one a line, for tests and for reading.
std::string disassemble(const Program& program, const Function& function);

// Natives: functions of the std packages that are written in C++ (vm/natives.inc). kNone when there
// is none. `name` as Function::name has it: "sync.(*Mutex).Lock".
uint32_t find_native(std::string_view name);

}  // namespace gopark
