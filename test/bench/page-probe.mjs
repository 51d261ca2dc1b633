// What runs inside the measured page. Playwright sends these functions over as text, so each
// stands alone.

/** Before the page's own code: listens for long tasks and for React's commits. */
export function watch() {
  const seen = { commits: 0, longestTask: 0 };
  window.pancakeBench = seen;
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => void seen.commits++,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestTask = Math.max(seen.longestTask, duration);
    }
  }).observe({ type: 'longtask' });
}

/** Counts for some milliseconds; rates are a second. */
export function countFrames(duration) {
  const seen = window.pancakeBench;
  const epochs = () => {
    let total = 0;
    // Figures of one run stand in one story side by side; one of each kind is enough.
    for (const root of document.querySelectorAll('[data-pancake="DecisionBoundary"]')) {
      total += Number(root.dataset.epoch);
    }
    return total;
  };
  return new Promise((resolve) => {
    requestAnimationFrame((start) => {
      const before = { ...seen, epochs: epochs() };
      seen.longestTask = 0;
      let frames = 0;
      const count = (time) => {
        frames++;
        if (time - start < duration) return void requestAnimationFrame(count);
        const share = (time - start) / 1000;
        resolve({
          frames: frames / share,
          epochs: (epochs() - before.epochs) / share,
          longestTask: seen.longestTask,
          commits: (seen.commits - before.commits) / share,
        });
      };
      requestAnimationFrame(count);
    });
  });
}
