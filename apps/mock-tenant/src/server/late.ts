import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as endOfTurn } from 'node:timers/promises';

/** Tells of requests that are over their deadline whether they had been sent in time. */
export class LateRequests {
  /** The newest request of each connection. */
  readonly #newest = new WeakMap<Socket, IncomingMessage>();

  /** Notes a request whose headers have arrived. */
  begin(message: IncomingMessage): void {
    this.#newest.set(message.socket, message);
  }

  /**
   * Reads on in what a connection has sent already. A process that was busy, or asleep with its machine, finds the deadline
   * passed before it has looked into the socket, and the caller is not to blame for that.
   *
   * @param socket A connection whose request is over its deadline.
   * @returns Whether that request is whole now.
   */
  async isWhole(socket: Socket): Promise<boolean> {
    const begun = this.#newest.get(socket);
    const wasDone = begun?.complete ?? true;
    for (;;) {
      const { bytesRead } = socket;
      // Sockets are read between the timers, of which a deadline is one, and the end of the turn.
      await endOfTurn();
      const newest = this.#newest.get(socket);
      if (newest?.complete && !(newest === begun && wasDone)) return true;
      if (socket.bytesRead === bytesRead) return false;
    }
  }
}
