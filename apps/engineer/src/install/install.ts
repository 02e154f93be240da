/** Lets the phone keep the app: it opens without a network from the second time on. */
export function keepAppOnPhone(): void {
  // a build has the worker, and only a page fetched safely may have one
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    void navigator.serviceWorker.register('/engineer/service-worker.js', { scope: '/engineer' });
  }
}
