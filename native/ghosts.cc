#include "native/ghosts.h"

#include <algorithm>
#include <map>

#include "sim/narrate/names.h"
#include "sim/vm/bytecode.h"

namespace gopark {

namespace {

// What is looked for: sends and closes for a parked receiver, receives for a parked sender.
enum class Wanted : uint8_t { Receives, Sends };

constexpr uint64_t kMostSteps = 10'000;

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

// Collects the lines in which the run did what is looked for. A parked goroutine that another one
// served did it in the line where it waited.
class GhostsReader::DoneLines {
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
  Wanted wanted() const { return wanted_; }
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

GhostsReader::GhostsReader(const Program& program, const RunFindings& run) : program_(program) {
  const auto first = std::find_if(run.findings.begin(), run.findings.end(), is_failure);
  if (first == run.findings.end() || first->doomed_at_step == 0) return;
  const bool is_send = first->reason == WaitReason::ChanSend;
  if (!is_send && first->reason != WaitReason::ChanReceive) return;
  channel_ = operand_name(program, first->place);
  if (channel_.empty() || first->waits_on.empty()) return;
  doomed_at_step_ = first->doomed_at_step;
  done_ = std::make_unique<DoneLines>(is_send ? Wanted::Receives : Wanted::Sends,
                                      first->waits_on.front());
}

GhostsReader::~GhostsReader() = default;

bool GhostsReader::see(uint64_t step, const World& world, std::span<const Event> events) {
  if (done_ == nullptr || step > kMostSteps) return false;
  for (const Event& event : events) done_->see(world, event);
  return true;
}

std::vector<Ghost> GhostsReader::finish() const {
  std::vector<Ghost> ghosts;
  if (done_ == nullptr) return ghosts;
  for (const Function& function : program_.functions)
    if (!function.is_std) add_ghosts(ghosts, function, channel_, done_->wanted(), done_->lines);
  for (Ghost& ghost : ghosts) ghost.doomed_at_step = doomed_at_step_;
  return ghosts;
}

}  // namespace gopark
