/* programs/philosophers_ordered.go: the last one takes the right fork first. */
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
    for (i : 0 .. N - 2) { run philosopher(i, i + 1) }
    run philosopher(0, N - 1)
  }
  done == 0
}
