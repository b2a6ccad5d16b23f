#include "native/ghosts.h"

#include <algorithm>
#include <map>

#include "sim/narrate/names.h"
#include "sim/vm/bytecode.h"

namespace gopark {

namespace {

// What is looked for: sends and closes for a parked receiver, receives for a parked sender.
enum class Wanted : uint8_t { Receives, Sends };

// Collects the lines in which the run did what is looked for. A parked goroutine that another one
// served did it in the line where it waited.
class DoneLines {
 public:
  DoneLines(Wanted wanted, Reference channel) : wanted_(wanted), channel_(channel) {}

  void see(const World& world, const Event& event) {
    const uint32_t line = source_place(world.program(), event.place).line;
    if (std::holds_alternative<Parked>(event.data)) parked_[event.goroutine] = line;
    if (const auto* sent = std::get_if<Sent>(&event.data)) {
      add(wanted_ == Wanted::Sends, sent->channel, line);
      add(wanted_ == Wanted::Receives, sent->channel, waiting(sent->receiver));
    }
    if (const auto* received = std::get_if<Received>(&event.data)) {
      add(wanted_ == Wanted::Receives, received->channel, line);
      add(wanted_ == Wanted::Sends, received->channel, waiting(received->sender));
    }
    if (const auto* closed = std::get_if<Closed>(&event.data))
      add(wanted_ == Wanted::Sends, closed->channel, line);
  }
  std::vector<uint32_t> lines;

 private:
  void add(bool counts, Reference channel, uint32_t line) {
    if (counts && channel == channel_ && line > 0) lines.push_back(line);
  }
  uint32_t waiting(GoroutineId id) const {
    const auto found = parked_.find(id);
    return id == kNoGoroutine || found == parked_.end() ? 0 : found->second;
  }

  Wanted wanted_;
  Reference channel_;
  std::map<GoroutineId, uint32_t> parked_;
};

std::vector<uint32_t> lines_done(const Session& session, Wanted wanted, Reference waited) {
  DoneLines done(wanted, waited);
  session.replay([&](uint64_t step, const World& world, std::span<const Event> events) {
    for (const Event& event : events) done.see(world, event);
    return step < 10'000;
  });
  return done.lines;
}

std::string text_of(Opcode op, Wanted wanted) {
  const bool receives = op == Opcode::Receive || op == Opcode::SelectReceive;
  const bool sends = op == Opcode::Send || op == Opcode::SelectSend;
  if (wanted == Wanted::Receives) return receives ? "the receive that never happened" : "";
  if (sends) return "the send that never happened";
  return op == Opcode::Close ? "the close that never happened" : "";
}

void add_ghosts(std::vector<Ghost>& ghosts, const Function& function, std::string_view channel,
                Wanted wanted, const std::vector<uint32_t>& done) {
  for (const OperandName& operand : function.operands) {
    if (operand.text != channel || operand.pc >= function.code.size()) continue;
    const std::string text = text_of(function.code[operand.pc].op, wanted);
    const uint32_t line = line_at(function, operand.pc).line;
    if (!text.empty() && std::count(done.begin(), done.end(), line) == 0)
      ghosts.push_back({line, text, 0});
  }
}

}  // namespace

std::vector<Ghost> find_ghosts(const Session& session, const RunFindings& run) {
  std::vector<Ghost> ghosts;
  const auto first = std::find_if(run.findings.begin(), run.findings.end(), is_failure);
  if (first == run.findings.end() || first->doomed_at_step == 0) return ghosts;
  const bool is_send = first->reason == WaitReason::ChanSend;
  if (!is_send && first->reason != WaitReason::ChanReceive) return ghosts;
  const Wanted wanted = is_send ? Wanted::Receives : Wanted::Sends;
  const std::string channel(operand_name(session.program(), first->place));
  if (channel.empty() || first->waits_on.empty()) return ghosts;
  const std::vector<uint32_t> done = lines_done(session, wanted, first->waits_on.front());
  for (const Function& function : session.program().functions)
    if (!function.is_std) add_ghosts(ghosts, function, channel, wanted, done);
  for (Ghost& ghost : ghosts) ghost.doomed_at_step = first->doomed_at_step;
  return ghosts;
}

}  // namespace gopark
