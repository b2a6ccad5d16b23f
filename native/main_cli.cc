// The entry point of the command line.
#include <iostream>

#include <unistd.h>

#include "native/cli/cli.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return gopark::run_cli(std::vector<std::string>(argv + 1, argv + argc),
                         gopark::Streams{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) != 0,
                                         isatty(STDERR_FILENO) != 0});
}
