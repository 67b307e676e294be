import type { JournalEntry } from '../journal/journal.ts';
import type { Stream } from '../server/exchange.ts';
import type { Tenant } from '../tenant.ts';

/** The media type of server-sent events. */
export const eventStream = 'text/event-stream';

/**
 * Requests as server-sent events, each with its number as the event's id, and changes that were made beside the API.
 *
 * @param lastSeen Number of the last request that the caller has, from `Last-Event-ID`; later ones that the journal still has
 *   come first.
 */
export function requestEvents({ journal, listeners, changes }: Tenant, lastSeen: number | undefined): Stream {
  return (send) => {
    const missed = lastSeen === undefined ? [] : journal.entries.filter(({ id }) => id > lastSeen);
    for (const entry of missed) send(eventOf(entry));
    const ends = [
      listeners.on('request', (entry) => send(eventOf(entry))),
      changes.on((operation) => send(`event: change\ndata: ${JSON.stringify({ operation: operation ?? null })}\n\n`)),
    ];
    return () => {
      for (const end of ends) end();
    };
  };
}

function eventOf(entry: JournalEntry): string {
  return `id: ${entry.id}\nevent: request\ndata: ${JSON.stringify(entry)}\n\n`;
}
