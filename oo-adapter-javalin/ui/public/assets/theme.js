// Before the first paint: the theme that src/theme.ts stored, so that nothing flashes.
try {
  const theme = localStorage.getItem('oo.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is blocked: follow the system
}
