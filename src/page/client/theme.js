/**
 * Light or dark, as the machine prefers until somebody says otherwise here. Not a module: it runs before the first paint,
 * so that a dark room stays dark.
 */
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const key = 'bij-twijfel:theme';

  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const apply = () => {
    root.dataset.theme = remembered() ?? (dark.matches ? 'dark' : 'light');
    document.getElementById('theme')?.setAttribute('aria-pressed', String(root.dataset.theme === 'dark'));
  };

  apply();
  dark.addEventListener('change', apply);
  document.addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme')?.addEventListener('click', () => {
      const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem(key, next);
      } catch {
        // A browser that keeps nothing still gets its change, until it reloads.
      }
      apply();
      root.dataset.theme = next;
      document.getElementById('theme')?.setAttribute('aria-pressed', String(next === 'dark'));
    });
  });
})();
