#include "sim/narrate/names.h"

#include <functional>
#include <vector>

#include "sim/vm/inspect.h"

namespace gopark {

std::string_view short_function_name(const Program& program, FunctionId function) {
  std::string_view name = function_of(program, function).name;
  constexpr std::string_view kMain = "main.";
  if (name.starts_with(kMain) && name.size() > kMain.size()) name.remove_prefix(kMain.size());
  return name;
}

std::string_view operand_name(const Program& program, CodePlace place) {
  if (static_cast<uint32_t>(place.function) == kNone) return "";
  return operand_at(function_of(program, place.function), place.pc);
}

std::string_view select_case_name(const Program& program, CodePlace place, uint32_t index) {
  return operand_name(program, CodePlace{place.function, place.pc + 1 + 2 * index});
}

namespace {

// Looks for a value among what a variable leads to: through fields, pointers and elements.
class PathFinder {
 public:
  using IsIt = std::function<bool(ValueView)>;
  PathFinder(const World& world, IsIt is_it) : world_(world), is_it_(std::move(is_it)) {}

  // "conn.requests", or "".
  std::string find(const std::string& name, ValueView value, int depth = 0) const {
    if (is_it_(value)) return name;
    if (depth >= kMaxDepth) return "";
    const TypeDescription& type = type_of(world_.program(), value.type);
    switch (type.kind) {
      case Kind::Pointer:
        return through_pointer(name, type, value, depth);
      case Kind::Struct:
        return among_fields(name, type, value, depth);
      case Kind::Slice:
        return among_elements(name, type, value, depth);
      default:
        return "";
    }
  }

  std::string find_in_frames(const std::vector<FrameView>& frames) const {
    for (const FrameView& frame : frames) {
      if (function_of(world_.program(), frame.place.function).is_std) continue;
      for (const VariableView& view : variables_in(world_, frame)) {
        const std::string path = find(view.variable->name, view.value);
        if (!path.empty()) return path;
      }
    }
    return "";
  }

  std::string find_in_globals() const {
    const Address first = base_of(world_.globals_object()) + 1;
    for (const GlobalVariable& global : world_.program().globals) {
      if (global.is_std) continue;
      const std::string name = global.name.substr(global.name.find('.') + 1);
      const std::string path = find(name, ValueView{global.type, first + global.offset});
      if (!path.empty()) return path;
    }
    return "";
  }

 private:
  static constexpr int kMaxDepth = 4;
  static constexpr std::size_t kMaxElements = 64;

  std::string through_pointer(const std::string& name, const TypeDescription& type, ValueView value,
                              int depth) const {
    const Kind kind = type_of(world_.program(), type.element).kind;
    if (kind != Kind::Struct && kind != Kind::Pointer) return "";
    const auto target = pointed_value(world_, world_.memory().load(value.address), type.element);
    return target ? find(name, *target, depth + 1) : "";
  }

  std::string among_fields(const std::string& name, const TypeDescription& type, ValueView value,
                           int depth) const {
    for (const FieldDescription& field : type.fields) {
      const ValueView view{field.type, value.address + field.offset};
      // The source may leave out the name of an embedded field.
      const std::string path =
          find(field.embedded ? name : name + "." + field.name, view, depth + 1);
      if (!path.empty()) return path;
    }
    return "";
  }

  std::string among_elements(const std::string& name, const TypeDescription& type, ValueView value,
                             int depth) const {
    const Word first = world_.memory().load(value.address);
    const Word lengths = world_.memory().load(value.address + 1);
    const auto elements = slice_elements(world_, first, lengths, type.element, kMaxElements);
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const std::string at = name + "[" + std::to_string(i) + "]";
      const std::string path = find(at, elements[i], depth + 1);
      if (!path.empty()) return path;
    }
    return "";
  }

  const World& world_;
  IsIt is_it_;
};

bool is_user_place(const Program& program, CodePlace place) {
  return static_cast<uint32_t>(place.function) != kNone &&
         !function_of(program, place.function).is_std;
}

// Names are looked for in runs of a size that people look at.
constexpr uint64_t kMaxSearchedBytes = 1u << 20;
constexpr std::size_t kMaxSearchedGoroutines = 32;

std::string find_path(const World& world, PathFinder::IsIt is_it) {
  if (world.live_bytes() > kMaxSearchedBytes) return "";
  const PathFinder finder(world, std::move(is_it));
  std::vector<GoroutineId> ids = world.goroutines();
  if (ids.size() > kMaxSearchedGoroutines) ids.resize(kMaxSearchedGoroutines);
  for (const GoroutineId id : ids) {
    const std::string path = finder.find_in_frames(world.frames(id));
    if (!path.empty()) return path;
  }
  return finder.find_in_globals();
}

std::string path_to_channel(const World& world, Reference channel) {
  return find_path(world, [&](ValueView value) {
    return type_of(world.program(), value.type).kind == Kind::Chan &&
           world.memory().load(value.address) == channel;
  });
}

// "#2" for the second of several living channels that were made at the same place.
std::string number_among_equals(const World& world, const ChannelView& view) {
  if (world.live_bytes() > kMaxSearchedBytes) return "";
  uint64_t count = 0, number = 0;
  for (const Reference r : world.channels()) {
    const auto other = world.channel(r);
    if (other->made_at.function != view.made_at.function || other->made_at.pc != view.made_at.pc) {
      continue;
    }
    ++count;
    if (other->serial == view.serial) number = count;
  }
  return count > 1 ? "#" + std::to_string(number) : "";
}

std::string_view function_that_made(const Program& program, const ChannelView& channel) {
  const FunctionId function = channel.made_at.function;
  if (static_cast<uint32_t>(function) == kNone) return {};
  return function_of(program, function).name;
}

// What kind of channel it is, for one that no variable names.
std::string_view kind_name(const Program& program, const ChannelView& channel) {
  if (is_done_channel(program, channel)) return "Done channel";
  return function_that_made(program, channel).starts_with("time.") ? "timer channel" : "channel";
}

}  // namespace

bool is_done_channel(const Program& program, const ChannelView& channel) {
  return function_that_made(program, channel).starts_with("context.");
}

std::string channel_name(const World& world, Reference channel, CodePlace place) {
  const std::string_view name = operand_name(world.program(), place);
  return name.empty() ? channel_name(world, channel) : std::string(name);
}

std::string channel_name(const World& world, Reference channel) {
  const Program& program = world.program();
  const auto view = world.channel(channel);
  if (!view) return "a channel";
  if (is_user_place(program, view->made_at)) {
    const std::string_view made_for = operand_name(program, view->made_at);
    if (!made_for.empty()) return std::string(made_for) + number_among_equals(world, *view);
    const std::string path = path_to_channel(world, channel);
    if (!path.empty()) return path;
  }
  return std::string(kind_name(program, *view)) + " #" + std::to_string(view->serial);
}

std::string sync_name(const World& world, Reference object, CodePlace place,
                      std::string_view what) {
  const std::string_view name = operand_name(world.program(), place);
  if (!name.empty() || object == 0) return std::string(name.empty() ? what : name);
  const uint64_t address = uint64_t{base_of(object)} + 1 + offset_of(object);
  const std::string path = find_path(world, [&](ValueView value) {
    // What holds it as its first field has the same address.
    const TypeDescription& type = type_of(world.program(), value.type);
    return type.kind == Kind::Struct && type.package == "sync" && value.address == address;
  });
  return path.empty() ? std::string(what) : path;
}

std::string variable_name(const World& world, GoroutineId goroutine, Reference variable) {
  const uint64_t address = uint64_t{base_of(variable)} + 1 + offset_of(variable);
  const PathFinder finder(world, [&](ValueView value) {
    const TypeDescription& type = type_of(world.program(), value.type);
    return type.kind != Kind::Struct && address >= value.address &&
           address < uint64_t{value.address} + type.words;
  });
  std::string path = finder.find_in_globals();
  if (path.empty()) path = finder.find_in_frames(world.frames(goroutine));
  return path.empty() ? "a shared variable" : path;
}

std::string join_names(const std::vector<std::string>& names, std::string_view last) {
  if (names.empty()) return "nobody";
  std::string text = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += i + 1 == names.size() ? last : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace gopark
