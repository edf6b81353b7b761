// A phone so slow that each look at the clock comes later than the program draws in one go: wherever it may leave the
// browser a turn, it does.
(() => {
  const { now } = Date;
  let late = 0;
  Date.now = () => now() + (late += 20);
})();
