/* programs/worker_pool.go: main hands out the items one by one, then closes and waits for all. */
#define WORKERS 7
#define ITEMS 4
chan jobs = [0] of { byte };
bool closed;
byte done = WORKERS;

proctype worker() {
  byte item;
  do
  :: jobs?item
  :: closed -> break
  od;
  done--
}

init {
  byte i;
  atomic {
    for (i : 1 .. WORKERS) { run worker() }
  }
  for (i : 1 .. ITEMS) { jobs!1 }
  closed = true;
  done == 0
}
