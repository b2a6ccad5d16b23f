#include "tests/oracle/process.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/base/assert.h"

namespace gopark::oracle {
namespace {

void redirect(const std::string& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(127);
  close(file);
}

// Runs in the child between fork and exec, so it must not return.
[[noreturn]] void become(const std::vector<std::string>& arguments, const std::string& folder,
                         const std::vector<std::string>& environment, const std::string& capture) {
  redirect("/dev/null", O_RDONLY, STDIN_FILENO);
  redirect(capture + "/out", O_WRONLY | O_CREAT, STDOUT_FILENO);
  redirect(capture + "/err", O_WRONLY | O_CREAT, STDERR_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(127);
  for (const std::string& pair : environment) {
    const size_t equals = pair.find('=');
    setenv(pair.substr(0, equals).c_str(), pair.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> words;
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  execvp(words[0], words.data());
  _exit(127);
}

// Waits for the child at most `limit`; kills it then. Returns its status and whether it was killed.
std::pair<int, bool> wait_for(pid_t child, std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() >= deadline) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return {status, true};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return {status, false};
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, const std::string& folder,
                          const std::vector<std::string>& environment,
                          std::chrono::milliseconds limit) {
  const TemporaryFolder capture;
  const pid_t child = fork();
  GOPARK_ASSERT(child >= 0);
  if (child == 0) become(arguments, folder, environment, capture.path());
  const auto [status, timed_out] = wait_for(child, limit);
  ProcessResult result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.timed_out = timed_out;
  result.out = read_file(capture.path() + "/out");
  result.err = read_file(capture.path() + "/err");
  return result;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  GOPARK_ASSERT(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

TemporaryFolder::TemporaryFolder() {
  path_ = (std::filesystem::temp_directory_path() / "gopark-XXXXXX").string();
  GOPARK_ASSERT(mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace gopark::oracle
