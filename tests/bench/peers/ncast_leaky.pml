/* programs/ncast_leaky.go: the first answer is taken; the others are sent to nobody. */
#define SENDERS 10
chan answers = [0] of { byte };

proctype sender() { answers!1 }

init {
  byte i, x;
  atomic {
    for (i : 1 .. SENDERS) { run sender() }
  }
  answers?x
}
