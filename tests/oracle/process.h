// Runs a program of the host and collects what it writes. For tests only.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace gopark::oracle {

struct ProcessResult {
  int exit_code = -1;  // 128 + signal if a signal ended it; 127 if it could not be started
  bool timed_out = false;
  std::string out;
  std::string err;
};

// Runs arguments[0], found on the PATH, in `folder` with an empty standard input. Waits for it, at
// most `limit`, then kills it. `environment` holds NAME=VALUE pairs that are added to ours.
ProcessResult run_process(const std::vector<std::string>& arguments, const std::string& folder,
                          const std::vector<std::string>& environment = {},
                          std::chrono::milliseconds limit = std::chrono::minutes(2));

// The whole file. REQUIRES: it can be read.
std::string read_file(const std::string& path);

void write_file(const std::string& path, const std::string& text);

// A new folder for temporary files that is removed with all in it at the end of the scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace gopark::oracle
