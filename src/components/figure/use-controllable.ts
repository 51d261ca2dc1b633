// A value that the page may own, or leave to the component.
import { useState } from 'react';

/**
 * The value in force, and how to change it. Given from outside, a change is only asked for;
 * otherwise it is made.
 */
export function useControllable<T>(
  controlled: T | undefined,
  initial: T,
  onChange: ((value: T) => void) | undefined,
): [T, (value: T) => void] {
  const [own, setOwn] = useState(initial);
  const change = (value: T) => {
    if (controlled === undefined) setOwn(value);
    onChange?.(value);
  };
  return [controlled ?? own, change];
}
