# Runs one libFuzzer program for GOPARK_FUZZ_SECONDS of the environment (60), from the seeds and from
# what earlier runs in this build folder learned. -DPROGRAM=path -DSEEDS=folder|folder

set(seconds $ENV{GOPARK_FUZZ_SECONDS})
if(NOT seconds)
  set(seconds 60)
endif()
set(corpus ${PROGRAM}.corpus)
file(MAKE_DIRECTORY ${corpus})
string(REPLACE "|" ";" seeds "${SEEDS}")
execute_process(
  COMMAND ${PROGRAM} -max_total_time=${seconds} -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
          -verbosity=0 -artifact_prefix=${PROGRAM}. ${corpus} ${seeds}
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${PROGRAM} failed; the input that shows it is written beside it")
endif()
