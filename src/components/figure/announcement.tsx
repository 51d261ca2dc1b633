// Announcements: what a listener is told when something happens, and not while it goes on.
import { useState } from 'react';

/**
 * A sentence for a live region that stays in place. It keeps the words that it began with; give it
 * another `key` when there is something new to say.
 */
export function Announcement({ text }: { text: string }) {
  const [first] = useState(text);
  return <span>{first}</span>;
}
