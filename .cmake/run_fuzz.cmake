# Runs one libFuzzer program for GOPARK_FUZZ_SECONDS of the environment (60), from the seeds and from
# what earlier runs in this build folder learned. -DPROGRAM=path -DSEEDS=folder|folder. The random
# numbers begin at GOPARK_FUZZ_SEED (1), so that a first run of 60 seconds sees much the same inputs
# everywhere; `./dev fuzz` takes another seed each time.

set(seconds $ENV{GOPARK_FUZZ_SECONDS})
if(NOT seconds)
  set(seconds 60)
endif()
set(seed $ENV{GOPARK_FUZZ_SEED})
if(NOT seed)
  set(seed 1)
endif()
set(corpus ${PROGRAM}.corpus)
file(MAKE_DIRECTORY ${corpus})
string(REPLACE "|" ";" seeds "${SEEDS}")
execute_process(
  COMMAND ${PROGRAM} -max_total_time=${seconds} -seed=${seed} -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
          -verbosity=0 -artifact_prefix=${PROGRAM}. ${corpus} ${seeds}
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${PROGRAM} failed; the input that shows it is written beside it")
endif()
