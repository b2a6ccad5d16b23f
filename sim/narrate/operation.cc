#include "sim/narrate/operation.h"

#include "sim/vm/outcome.h"

namespace gopark {

namespace {

std::string_view sync_operation(SyncKind kind) {
  switch (kind) {
    case SyncKind::Lock:
      return "sync.Mutex.Lock";
    case SyncKind::Unlock:
      return "sync.Mutex.Unlock";
    case SyncKind::WriterLock:
      return "sync.RWMutex.Lock";
    case SyncKind::WriterUnlock:
      return "sync.RWMutex.Unlock";
    case SyncKind::RLock:
      return "sync.RWMutex.RLock";
    case SyncKind::RUnlock:
      return "sync.RWMutex.RUnlock";
    case SyncKind::WaitGroupAdd:
      return "sync.WaitGroup.Add";
    case SyncKind::WaitGroupWait:
      return "sync.WaitGroup.Wait";
    case SyncKind::CondWait:
      return "sync.Cond.Wait";
    default:
      return "";
  }
}

struct OperationOf {
  std::string_view operator()(const GoroutineCreated&) const { return "go"; }
  std::string_view operator()(const GoroutineFinished&) const { return "return"; }
  std::string_view operator()(const Exited&) const { return "return"; }
  std::string_view operator()(const ChannelMade&) const { return "make"; }
  std::string_view operator()(const Sent&) const { return "chan send"; }
  std::string_view operator()(const Received&) const { return "chan receive"; }
  std::string_view operator()(const Closed&) const { return "close"; }
  std::string_view operator()(const SelectChose&) const { return "select"; }
  std::string_view operator()(const Slept&) const { return "sleep"; }
  std::string_view operator()(const Printed&) const { return "print"; }
  std::string_view operator()(const Parked& parked) const { return to_string(parked.reason); }
  std::string_view operator()(const SyncOperation& sync) const { return sync_operation(sync.kind); }
  template <typename T>
  std::string_view operator()(const T&) const {
    return "";
  }
};

}  // namespace

std::string_view operation_of(const EventData& data) {
  return std::visit(OperationOf{}, data);
}

}  // namespace gopark
