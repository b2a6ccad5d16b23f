/* programs/ncast_fixed.go: the first answer is taken; the buffer has room for the others. */
#define SENDERS 10
chan answers = [SENDERS] of { byte };

proctype sender() { answers!1 }

init {
  byte i, x;
  atomic {
    for (i : 1 .. SENDERS) { run sender() }
  }
  answers?x
}
