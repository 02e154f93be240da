/** Lets the phone keep the app: it opens without a network from the second time on. */
export function keepAppOnPhone(): void {
  // only a page fetched safely may have a worker
  if ('serviceWorker' in navigator) {
    void navigator.serviceWorker.register('/engineer/service-worker.js', { scope: '/engineer' });
  }
}
