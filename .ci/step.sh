# shellcheck shell=bash
# How ./dev test runs a step: apart from everything else, with a limit, and with nothing left of it afterwards.

readonly LOGS=target/test   # a log for each step
readonly GRACE=${GRACE:-10} # seconds in which what was asked to end may end

STEP=       # the step that runs, if one does
STEP_PID=   # its first process; its group has the same number
STEP_TIMER= # the group that ends it when it is overdue
declare +x STEP_MARK= # what every process of it, and nothing else, has in its environment
STATUS=0    # the exit code of the last step; 124 if it was not done in time
SPENT=0     # the seconds that it took

# step NAME SECONDS LOG COMMAND...: runs it for so long at most, and shows and keeps what it says.
# Not to be called where a failure is asked for (if, ||, &&), because the shell would then go on after one inside too.
step() {
  local start=$SECONDS limit=$2 log=$3 teller
  STEP=$1 STEP_MARK=$$-$RANDOM$RANDOM STATUS=0
  shift 3
  mkdir -p "$LOGS"
  rm -f "$log.overdue"
  : >"$log"
  exec 3> >(trap '' INT && exec tee -a "$log")
  teller=$!
  printf '\n== %s\n' "$STEP" >&3
  apart marked "$@"
  STEP_PID=$!
  apart end_overdue "$limit" "$log"
  STEP_TIMER=$!
  wait "$STEP_PID" || STATUS=$?
  kill_group "$STEP_TIMER"
  SPENT=$((SECONDS - start))
  [ ! -e "$log.overdue" ] || STATUS=124
  end_step >&3
  printf '== %s: %d s\n' "$STEP" "$SPENT" >&3
  exec 3>&-
  wait "$teller" 2>/dev/null || true
  STEP=
}

# apart COMMAND...: starts it in a process group of its own, whose number is that of $!.
apart() {
  set -m
  "$@" </dev/null >&3 2>&1 &
  set +m
}

kill_group() {
  kill -KILL -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true # so that the shell does not tell of it
}

# By the mark those are found too that have left the group and whose parents have ended, as browsers do.
marked() {
  export STEP_MARK
  "$@" 3>&-
}

# end_overdue SECONDS LOG: ends the step if it is not done by then, and says what it was at.
end_overdue() {
  local said pid
  sleep "$1"
  : >"$2.overdue"
  said=$(tail -n 5 "$2")
  printf '== %s is not done after %d s. It said last:\n%s\n== and these ran:\n' "$STEP" "$1" "$said"
  for pid in $(processes); do ps -o pid=,etime=,args= -p "$pid" | cut -c 1-150 || true; done
  send TERM
  sleep $GRACE
  send KILL
}

# The processes of the step. Where there is no /proc there is only its group.
processes() {
  [ ! -r /proc/self/environ ] || grep -lsxz "STEP_MARK=$STEP_MARK" /proc/[0-9]*/environ | cut -d / -f 3
}

# send SIGNAL: to all of them.
send() {
  local pid
  kill "-$1" -- "-$STEP_PID" 2>/dev/null || true
  for pid in $(processes); do kill "-$1" "$pid" 2>/dev/null || true; done
}

is_over() { ! kill -0 -- "-$STEP_PID" 2>/dev/null && [ -z "$(processes)" ]; }

# Waits a while until nothing is left of the step; then ends what is.
end_step() {
  local signal tries
  for signal in 0 TERM KILL; do
    is_over && return
    [ $signal = 0 ] || printf '== what %s left running gets the signal %s\n' "$STEP" "$signal"
    send $signal
    for ((tries = GRACE * 10; tries > 0; tries--)); do
      is_over && return
      sleep 0.1
    done
  done
}
