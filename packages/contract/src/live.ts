/** Path of the WebSocket that tells which subjects have news. */
export const LIVE_PATH = '/api/live';

/** What a screen follows: `<subject type>:<id>`, like `work-order:018f…`. */
export type Topic = `${string}:${string}`;

/** News of subjects while somebody is interested in them; content is fetched again, never pushed. */
export interface Live {
  /** Calls `hear` whenever the topic has news, and once after a lost connection came back. Ends with the answer. */
  follow(topic: Topic, hear: () => void): () => void;
  close(): void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/** Keeps one connection to the server while anything is followed; `url` begins with ws: or wss:. */
export function openLive(url: string): Live {
  const followers = new Map<Topic, Set<() => void>>();
  let socket: WebSocket | undefined;
  let retryMs = FIRST_RETRY_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let missed = false;

  function connect(): void {
    retry = undefined;
    if (socket || followers.size === 0) return;
    const opened = new WebSocket(url + LIVE_PATH);
    socket = opened;
    opened.onmessage = ({ data }) => hear(String(data));
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = undefined;
      missed = true;
      if (followers.size > 0) retry ??= setTimeout(connect, retryMs);
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    };
  }

  function hear(text: string): void {
    const message: { ready?: boolean; topic?: Topic } = JSON.parse(text);
    if (message.ready) {
      retryMs = FIRST_RETRY_MS;
      tell({ subscribe: [...followers.keys()] });
      if (missed) for (const hearers of followers.values()) callAll(hearers);
      missed = false;
    }
    if (message.topic) callAll(followers.get(message.topic));
  }

  function tell(message: { subscribe: Topic[] } | { unsubscribe: Topic[] }): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  return {
    follow(topic, hear) {
      const hearers = followers.get(topic);
      if (hearers) hearers.add(hear);
      else {
        followers.set(topic, new Set([hear]));
        tell({ subscribe: [topic] });
      }
      if (retry === undefined) connect();
      return () => {
        const left = followers.get(topic);
        left?.delete(hear);
        if (left?.size !== 0) return;
        followers.delete(topic);
        tell({ unsubscribe: [topic] });
      };
    },
    close() {
      clearTimeout(retry);
      followers.clear();
      socket?.close();
    },
  };
}

function callAll(hearers: ReadonlySet<() => void> | undefined): void {
  for (const hear of hearers ?? []) hear();
}
