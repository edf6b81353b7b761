// How ./dev test runs a step: its exit code, its limit, and that nothing is left of it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const ROOT = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "step-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs a step of these shell lines for so many seconds at most: what it said, and its status. */
function run(name, seconds, lines) {
  const log = join(folder, `${name}.log`);
  const script = `set -euo pipefail; . .ci/step.sh; work() { ${lines}; }; step ${name} ${seconds} ${log} work; exit "$STATUS"`;
  const { status, stdout } = spawnSync("bash", ["-c", script], { cwd: ROOT, env: { ...process.env, GRACE: "1" } });
  assert.equal(String(stdout), readFileSync(log, "utf8"), "what is kept is what was shown");
  return { status, said: String(stdout) };
}

/** Whether the process runs whose number a step has said. */
const runs = (said) => {
  const number = /^process (\d+)$/m.exec(said)[1];
  return existsSync(`/proc/${number}/cwd`);
};

test("the first command that fails ends a step", () => {
  const { status, said } = run("failing", 60, "echo before; (exit 3); echo behind");
  assert.equal(status, 3);
  assert.match(said, /before/);
  assert.doesNotMatch(said, /behind/);
});

test("a step that waits for ever is ended, and says what it was at", () => {
  const { status, said } = run("waiting", 1, "echo process $BASHPID; echo the last word; sleep 1000");
  assert.equal(status, 124);
  assert.match(said, /waiting is not done after 1 s. It said last:\n[^]*the last word\n[^]*sleep 1000/);
  assert.equal(runs(said), false);
});

test("what a step leaves running in a session of its own is ended", { skip: !existsSync("/proc/self/environ") }, () => {
  const { status, said } = run("leaving", 60, "setsid --fork bash -c 'echo process $$; exec sleep 1000'");
  assert.equal(status, 0);
  assert.equal(runs(said), false);
});
