// What the author wrote as code, which a list can only name: kept, so that the reader can return.
import { useState } from 'react';

/** The last value that was the author's own, if there was one. */
export function useAuthorsOwn<T>(value: T, isOwn: boolean): T | undefined {
  const [kept, setKept] = useState<{ value: T } | null>(null);
  if (isOwn && kept?.value !== value) setKept({ value });
  return isOwn ? value : kept?.value;
}
