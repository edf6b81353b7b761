# shellcheck shell=bash
# What ./dev test does: its steps, and what it says in the end.

# The cheap ones first.
readonly STEPS=(format lints native knowledge certificate browser interviews build screenless old-syntax page
  chromium old-chromium firefox webkit)
readonly LOG=target/test.log # of the whole run

# One set of features and one build for everything native, so that each crate is compiled once: the programs too are those
# that cargo test builds, because cargo run would compile most crates again without the features that only tests want.
readonly NATIVE=(--locked --all-features)
# And one for what is tried in a browser besides the release build; with the crates of the lab for the sake of its lints.
readonly WEB=(--locked --target "$WASM" --no-default-features --features web,scripting,interviews,lab-crates)

# What depends on the engine; the rest is tried in Chromium alone, unless all engines are asked for.
readonly FIREFOX_PART=(bridge:: element:: hazards:: hosts:: installed:: keeping:: keyboard:: loading:: moving:: phones::
  single_file:: takeover:: taps::)
readonly WEBKIT_PART=(bridge:: element:: hazards:: hosts:: keeping:: keyboard:: single_file:: takeover::)
# The driver of WebKitGTK waits for ever in some of the others, and is too slow for the tours of every screen.
readonly WEBKIT_ALL=(bridge:: changing:: closing:: element:: failures:: fraud:: hazards:: hosts:: interview:: keeping::
  keyboard:: lists:: own_rulebook:: single_file:: takeover::)

IS_EVERY_ENGINE_WHOLE=
FILTERS=() # of the tests of a step
BUSY=()    # the groups that keep the cores busy
MISSING=   # the steps whose engine is not there
TIMES=     # a line for each step that was run: its name, its seconds, its exit code
FAILURES=  # a row of a table for each that failed

test_usage() {
  cat <<END
usage: ./dev test [--all-engines] [--repeat N] [--under-load] [STEP...] [-- FILTER...]

  STEP           runs these alone; those of the built page take dist/ as it is, unless build is among them:
                 ${STEPS[*]}
  FILTER         of the tests of native, browser, chromium, firefox or webkit those whose names have this in them
  --all-engines  everything in Firefox and WebKit too, not just what depends on the engine
  --repeat N     N times, also after a failure, with a table of the failures
  --under-load   with every core kept busy
END
}

# refuse WHAT: what was asked for cannot be done.
refuse() {
  say "$1; see ./dev test --help"
  exit 2
}

test_all() {
  local runs=1 is_loaded= asked=" " chosen=() name run
  while [ $# -gt 0 ]; do
    case $1 in
    -h | --help) test_usage && return ;;
    --all-engines) IS_EVERY_ENGINE_WHOLE=yes ;;
    --under-load) is_loaded=yes ;;
    --repeat | --repeat=*)
      [ "$1" != --repeat ] || { [ $# -gt 1 ] && shift; } # as one word or as two
      runs=${1#*=}
      [[ $runs =~ ^[1-9][0-9]{0,3}$ ]] || refuse "--repeat wants a number of times"
      ;;
    --)
      FILTERS=("${@:2}")
      break
      ;;
    -*) refuse "test does not know \"$1\"" ;;
    *)
      is_step "$1" || refuse "there is no step \"$1\"$(near "$1") (${STEPS[*]})"
      asked+="$1 "
      ;;
    esac
    shift
  done
  for name in "${STEPS[@]}"; do
    case $asked in " " | *" $name "*) chosen+=("$name") ;; esac
  done
  case " ${chosen[*]} " in
  *" build "*) ;;
  *" screenless "* | *" old-syntax "* | *" chromium "* | *" old-chromium "* | *" firefox "* | *" webkit "*)
    [ -f dist/sizes.json ] || die "there is no release build to be tested: ./dev test build ${chosen[*]}"
    say "tests the release build of $(date -r dist/sizes.json '+%Y-%m-%d %H:%M')"
    ;;
  esac

  mkdir -p "$LOGS"
  : >"$LOG"
  [ -t 1 ] && export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-always} # cargo sees a pipe, the reader does not
  trap end_all EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  [ -z "$is_loaded" ] || keep_busy
  for ((run = 1; run <= runs; run++)); do
    for name in "${chosen[@]}"; do
      case $MISSING in *" $name "*) continue ;; esac
      if [ "$run" = 1 ]; then
        need_tools "$name"
        has_engine "$name" || { MISSING+=" $name " && continue; }
      fi
      if [ "$runs" = 1 ]; then
        one_step "$name" "$LOGS/$name.log"
        [ "$STATUS" = 0 ] || die "test failed in the step \"$name\": $(first_failure "$LOGS/$name.log") ($LOGS/$name.log)"
      else
        one_step "$name" "$LOGS/$name-$run.log" >/dev/null
        tell_run "$name" "$run" "$runs"
      fi
    done
  done
  if [ "$runs" = 1 ]; then tell_result; else tell_repeats "$runs"; fi
}

is_step() {
  case " ${STEPS[*]} " in *" $1 "*) ;; *) return 1 ;; esac
}

# near NAME: the steps that may have been meant.
near() {
  local each near=
  for each in "${STEPS[@]}"; do
    case $each in "${1:0:2}"* | *"$1"*) near+=" or $each" ;; esac
  done
  [ -z "$near" ] || printf ', is it %s?' "${near# or }"
}

# need_tools STEP: sees to what it takes, but for engines that may be missing.
need_tools() {
  need_rust
  need_crates
  case $1 in
  browser | interviews) need_wasm_bindgen && need_browser ;;
  build | screenless | old-syntax | old-chromium) need_npm_tools ;;
  page | firefox | webkit) need_npm_tools && need_test_tools ;;
  chromium) need_npm_tools && need_test_tools && need_browser ;;
  esac
}

# has_engine STEP: false where the engine that it wants is missing, which is said.
has_engine() {
  case $1 in
  old-chromium) need_old_chromium ;;
  firefox) need_firefox ;;
  webkit) need_webkit ;;
  esac
}

# minutes STEP: about how long it takes from nothing on two cores. It may take ten times as long.
minutes() {
  case $1 in
  build | chromium) echo 6 ;;
  lints | native | firefox) echo 4 ;;
  certificate | browser | interviews | old-chromium | webkit) echo 2 ;;
  *) echo 1 ;;
  esac
}

# one_step NAME LOG
one_step() {
  local minutes
  minutes=$(minutes "$1")
  [ "$minutes" = 1 ] || say "$1: about $minutes minutes, less where something is compiled already"
  step "$1" $((minutes * 600)) "$2" "step_$1"
  TIMES+="$1 $SPENT $STATUS"$'\n'
  cat "$2" >>"$LOG"
}

step_format() { cargo fmt --check; }

step_lints() {
  cargo clippy "${NATIVE[@]}" --all-targets -- -D warnings
  cargo clippy --locked --lib --bins -- -D warnings # what has only the features of the command line
  cargo clippy "${WEB[@]}" --lib --tests -- -D warnings
  cargo clippy "${WEB[@]}" --features lab --lib -- -D warnings
}

step_native() {
  cargo test "${NATIVE[@]}" --no-run --lib --test native --test interviews --test e2e
  cargo test "${NATIVE[@]}" --lib --test native -- "${FILTERS[@]}"
  cargo test "${NATIVE[@]}" --doc -- "${FILTERS[@]}"
}

# The programs, which Cargo builds for the tests.
programs() { cargo test --quiet "${NATIVE[@]}" --no-run --test native; }

step_knowledge() { programs && "$TARGET/debug/loan-checkup" check knowledge; }
step_certificate() { programs && "$TARGET/debug/loan-checkup" certify knowledge; }
step_browser() { browser_tests "${WEB[@]}" --test browser -- "${FILTERS[@]}"; }

# The same interviews natively and in the browser, which is given what was found natively.
step_interviews() {
  cargo test "${NATIVE[@]}" --test interviews
  INTERVIEWS=$(cat "$TARGET/tmp/interviews.txt") browser_tests "${WEB[@]}" --test interviews
}

step_build() { programs && PAGE_PARTS=$TARGET/debug/page-parts build; }

# The screenless program as it is built, beside the command line.
step_screenless() {
  programs
  LOAN_CHECKUP=$TARGET/debug/loan-checkup node_tests tests/engine/*.test.mjs
}

step_old-syntax() { node_tests tests/built/*.test.mjs; }
step_page() {
  cargo test "${NATIVE[@]}" --test native -- ready:: # writes down what the program shows
  node_tests tests/page/*.test.mjs tests/dev/*.test.mjs
}
step_chromium() { end_to_end chromium; }
# One after the other, because several old browsers at once are slow.
step_old-chromium() { node_tests --test-concurrency=1 tests/old-engines/*.test.mjs; }
step_firefox() { end_to_end firefox; }
step_webkit() { end_to_end webkit; }

node_tests() {
  DIST=$ROOT/dist node --test --test-reporter=spec --test-timeout=600000 "$@"
}

# The runner reads the browser's options from a file. No sandbox, because it cannot start as root and
# in most containers; nothing but our own pages on this machine is opened.
browser_tests() {
  local driver=$ROOT/target/webdriver.json
  cat >"$driver" <<END
{
  "goog:chromeOptions": {
    "binary": "$CHROMIUM",
    "args": [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ]
  }
}
END
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$driver WASM_BINDGEN_TEST_TIMEOUT=120 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test "$@"
}

# end_to_end ENGINE: the suite, or the part of it that is for this engine.
end_to_end() {
  local part=("${FILTERS[@]}")
  if [ ${#part[@]} -gt 0 ]; then :
  elif [ "$1" = webkit ] && [ -n "$IS_EVERY_ENGINE_WHOLE" ]; then part=("${WEBKIT_ALL[@]}")
  elif [ "$1" = webkit ]; then part=("${WEBKIT_PART[@]}")
  elif [ "$1" = firefox ] && [ -z "$IS_EVERY_ENGINE_WHOLE" ]; then part=("${FIREFOX_PART[@]}")
  fi
  ENGINE=$1 DIST=$ROOT/dist cargo test "${NATIVE[@]}" --test e2e -- "${part[@]}"
}

# Keeps every core busy until this run ends, however it does.
keep_busy() {
  local left
  for ((left = $(getconf _NPROCESSORS_ONLN); left > 0; left--)); do
    set -m
    be_busy </dev/null &
    set +m
    BUSY+=($!)
  done
}

be_busy() {
  local each
  while kill -0 $$ 2>/dev/null; do
    for ((each = 0; each < 100000; each++)); do :; done
  done
}

end_all() {
  local each
  for each in "${BUSY[@]}"; do kill_group "$each"; done
  [ -n "$STEP" ] || return 0
  kill_group "$STEP_TIMER"
  say "was ended in the step \"$STEP\""
  send TERM
  end_step >&2
}

# first_failure LOG: the test that failed first, or what was said of an error, or what was said last.
first_failure() {
  sed $'s/\x1b\\[[0-9;]*m//g' "$1" | awk '
    / is not done after / { test = substr($0, 4) }
    /^test .* \.\.\. FAIL/ { test = $2 }
    /^ *✖ .* \([0-9.]+ms\)/ { test = $0; sub(/^ *✖ /, "", test); sub(/ \([0-9.]+ms\).*/, "", test) }
    test != "" { print test; exit }
    error == "" && /^error/ { error = $0 }
    !/^(==|$)/ { last = $0 }
    END { if (test == "") print error == "" ? last : error }'
}

# tell_run NAME RUN RUNS: one of many.
tell_run() {
  local log=$LOGS/$1-$2.log first
  if [ "$STATUS" = 0 ]; then
    printf '%s, run %d of %d: ok, %d s\n' "$1" "$2" "$3" "$SPENT"
    return
  fi
  first=$(first_failure "$log")
  printf '%s, run %d of %d: FAILED, %d s: %s\n' "$1" "$2" "$3" "$SPENT" "$first"
  FAILURES+="| $1 | $2 | $first | $log |"$'\n'
}

# tell_repeats RUNS
tell_repeats() {
  printf '\n| step | runs | failed | seconds, least | most |\n|---|---:|---:|---:|---:|\n'
  printf '%s' "$TIMES" | awk '
    !($1 in runs) { order[++steps] = $1; least[$1] = $2 }
    { runs[$1]++; failed[$1] += $3 != 0 }
    $2 < least[$1] { least[$1] = $2 }
    $2 > most[$1] { most[$1] = $2 }
    END { for (i = 1; i <= steps; i++) { s = order[i]
      printf "| %s | %d | %d | %d | %d |\n", s, runs[s], failed[s], least[s], most[s] } }'
  printf '%s' "$SKIPPED"
  [ -n "$FAILURES" ] || return 0
  printf '\n| step | run | failed first | log |\n|---|---:|---|---|\n%s' "$FAILURES"
  exit 1
}

# The last lines of a run in which nothing failed: seconds, counts, and what was skipped, which is not counted as passed
# although the test runner does.
tell_result() {
  printf '\n'
  printf '%s' "$TIMES" | awk '{ printf "%6d s  %s\n", $2, $1 }'
  awk '/[0-9]+ passed; [0-9]+ failed/ { for (i = 2; i <= NF; i++) count[$i] += $(i - 1) }
    /^[^ ]+ (pass|skipped) [0-9]+$/ { count[$2 == "pass" ? "passed;" : "ignored;"] += $3 } # as Node says it
    /skipped in [a-z]+: / { skipped++ }
    END { printf "\ntest result: ok. %d passed; 0 failed; %d skipped; %d left out; %d steps in %d s\n",
      count["passed;"] - skipped, skipped + count["ignored;"], count["filtered"], steps, seconds }' \
    steps="$(printf '%s' "$TIMES" | grep -c '')" seconds="$SECONDS" "$LOG"
  sed -n 's/.*\(skipped in [a-z]*: .*\)/\1/p' "$LOG" | sort
  printf '%s' "$SKIPPED"
}
