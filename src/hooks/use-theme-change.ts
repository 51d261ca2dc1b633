// Pictures that are painted follow the colours around them.
import { useRef, type RefObject } from 'react';
import { watchTheme } from '../theme';
import { useCaught } from './fault';
import { useBeforePaint } from './use-before-paint';

/**
 * Calls back when a canvas is to be painted again though its numbers are the same: the theme or the palette around
 * it changed, or the browser lost what was on it.
 *
 * @param onChange the one of the latest rendering is called
 * @param isThere whether there is a canvas
 */
export function useThemeChange(
  canvas: RefObject<HTMLCanvasElement | null>,
  onChange: () => void,
  isThere = true,
): void {
  const caught = useCaught();
  const latest = useRef(onChange);
  useBeforePaint(() => {
    latest.current = onChange;
  });
  useBeforePaint(() => {
    if (!isThere) return;
    const tell = caught(() => latest.current());
    return watchTheme(canvas.current!, tell);
  }, [canvas, isThere, caught]);
}
