/* programs/pipeline_buffered.go: each stage hands on what comes in, and closes behind itself. */
#define STAGES 3
#define ITEMS 4
#define CAPACITY 4
chan link[4] = [CAPACITY] of { byte };
bool closed[4];

proctype stage(byte from) {
  byte item;
  do
  :: link[from]?item -> link[from + 1]!item
  :: closed[from] && len(link[from]) == 0 -> break
  od;
  closed[from + 1] = true
}

proctype source() {
  byte i;
  for (i : 1 .. ITEMS) { link[0]!1 }
  closed[0] = true
}

init {
  byte i, item;
  atomic {
    for (i : 0 .. STAGES - 1) { run stage(i) }
    run source()
  }
  do
  :: link[STAGES]?item
  :: closed[STAGES] && len(link[STAGES]) == 0 -> break
  od
}
