// An effect before the browser paints, that keeps quiet on a server.
import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` where there is a layout; React warns about it on a server. */
export const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;
