// Stands in the page's head: light or dark before anything is painted (theme.ts goes on from there).
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('react-pancake-docs-theme');
  } catch {
    // a browser that keeps nothing
  }
  if (chosen !== 'light' && chosen !== 'dark') {
    chosen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = chosen;
})();
