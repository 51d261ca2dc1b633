// Light, dark, or as the system has it.
import { useTheme, type ThemeChoice } from './theme';

export function ThemeSwitch() {
  const [theme, setTheme] = useTheme();
  return (
    <select
      className="site-button theme-switch"
      aria-label="Light or dark"
      value={theme}
      onChange={(event) => setTheme(event.target.value as ThemeChoice)}
    >
      <option value="system">System</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  );
}
