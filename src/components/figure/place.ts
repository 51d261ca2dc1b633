// What stood in a figure's place before it came.
import { createContext } from 'react';

/** Inside of a shell whose figure has come: what stood there. Null for a figure that is to wait itself. */
export const ShellContext = createContext<'sent' | 'awaited' | null>(null);

/** Whether nothing was to be seen in the figure's place: then its picture may come with the next frame. */
export const EmptyPlaceContext = createContext(false);
