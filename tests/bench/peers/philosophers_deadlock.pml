/* programs/philosophers_deadlock.go: everyone takes the left fork first. */
#define N 10
bool taken[N];
byte done = N;

proctype philosopher(byte left; byte right) {
  atomic { !taken[left] -> taken[left] = true }
  atomic { !taken[right] -> taken[right] = true }
  taken[right] = false;
  taken[left] = false;
  done--
}

init {
  byte i;
  atomic {
    for (i : 0 .. N - 1) { run philosopher(i, (i + 1) % N) }
  }
  done == 0
}
