// The entry point of the command line.

int main() {
  return 64;
}
