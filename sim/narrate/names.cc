#include "sim/narrate/names.h"

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

std::string channel_name(const World& world, Reference channel, CodePlace place) {
  const Program& program = world.program();
  if (const std::string_view name = operand_name(program, place); !name.empty()) {
    return std::string(name);
  }
  const auto view = world.channel(channel);
  if (!view) return "a channel";
  const bool is_ours = static_cast<uint32_t>(view->made_at.function) != kNone &&
                       !function_of(program, view->made_at.function).is_std;
  const std::string_view made_for = operand_name(program, view->made_at);
  if (is_ours && !made_for.empty()) return std::string(made_for);
  return "channel #" + std::to_string(view->serial);
}

std::string sync_name(const World& world, CodePlace place, std::string_view what) {
  const std::string_view name = operand_name(world.program(), place);
  return std::string(name.empty() ? what : name);
}

namespace {

bool holds(const World& world, ValueView value, Reference r) {
  const uint64_t address = uint64_t{base_of(r)} + 1 + offset_of(r);
  const uint64_t words = type_of(world.program(), value.type).words;
  return address >= value.address && address < value.address + words;
}

std::string_view global_name(const World& world, Reference variable) {
  if (base_of(variable) != base_of(world.globals_object())) return "";
  for (const GlobalVariable& global : world.program().globals) {
    const uint32_t words = type_of(world.program(), global.type).words;
    if (offset_of(variable) < global.offset || offset_of(variable) >= global.offset + words)
      continue;
    std::string_view name = global.name;
    if (name.starts_with("main.")) name.remove_prefix(5);
    return name;
  }
  return "";
}

}  // namespace

std::string variable_name(const World& world, GoroutineId goroutine, Reference variable) {
  if (const std::string_view name = global_name(world, variable); !name.empty()) {
    return std::string(name);
  }
  for (const FrameView& frame : world.frames(goroutine)) {
    for (const VariableView& view : variables_in(world, frame)) {
      if (view.variable->in_cell && holds(world, view.value, variable)) return view.variable->name;
    }
  }
  return "a shared variable";
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
