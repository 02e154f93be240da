import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem } from '@firstfix/contract/client';
import { newId } from '@firstfix/kernel';
import type { Connection } from '@firstfix/twin';

const RETRY_MS = 100;

/** Something the server said it had done. */
export interface Acknowledgement {
  readonly operation: string;
  readonly answer: unknown;
  readonly body: unknown;
}

/** What was acknowledged to everybody, and how often nothing came back. */
export class Acknowledgements {
  readonly commands: Acknowledgement[] = [];
  readonly files: string[] = [];
  unanswered = 0;

  /** Asks again, in the same words under the same key, until there is an answer: as every client of ours does. */
  persistent(connection: Connection): Connection {
    return {
      call: async (endpoint, input = {}) => {
        const isCommand = endpoint.method !== 'GET';
        const idempotencyKey = isCommand ? newId() : undefined;
        const answer = await this.#untilAnswered(() =>
          connection.call(endpoint, { ...input, idempotencyKey }),
        );
        if (isCommand) this.commands.push({ operation: endpoint.id, answer, body: input.body });
        return answer;
      },
      upload: async (bytes, contentType) => {
        const hash = await this.#untilAnswered(() => connection.upload(bytes, contentType));
        this.files.push(hash);
        return hash;
      },
    };
  }

  /** Fields of the answers to one operation. */
  answersTo(operation: string): Readonly<Record<string, unknown>>[] {
    return this.commands.flatMap(({ operation: done, answer }) =>
      done === operation && typeof answer === 'object' && answer !== null ? [{ ...answer }] : [],
    );
  }

  async #untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500) throw error;
        this.unanswered += 1;
        await sleep(RETRY_MS);
      }
    }
  }
}
