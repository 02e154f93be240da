/// <reference lib="webworker" />

// Keeps the shell of the app on the phone, so that it opens without a network. Answers of the API are never kept.

declare const self: ServiceWorkerGlobalScope;

export {};

const SHELL = 'firstfix-engineer-shell';
const PAGE = '/engineer';
/** The bundler's list of the build's files. */
const BUILD = '/engineer/manifest.json';

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    const answer = newestPage(request);
    event.respondWith(answer);
    event.waitUntil(answer.then(keepShell, () => undefined));
  } else if (pathname.startsWith('/engineer/assets/')) event.respondWith(keptFile(request));
});

/** The page and every script and style of the build now served; files of former builds go. */
async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  const build: Record<string, { file: string; css?: string[] }> = await (await fetch(BUILD)).json();
  const files = Object.values(build).flatMap(({ file, css = [] }) => [file, ...css]);
  const wanted = files.filter((file) => /\.(js|css)$/.test(file)).map((file) => `/engineer/${file}`);
  const kept = (await shell.keys()).map(({ url }) => new URL(url).pathname);
  const gone = kept.filter((path) => path.startsWith('/engineer/assets/') && /\.(js|css)$/.test(path));
  await shell.addAll([PAGE, ...new Set(wanted.filter((path) => !kept.includes(path)))]);
  await Promise.all(gone.filter((path) => !wanted.includes(path)).map((path) => shell.delete(path)));
}

/** The server's page, else the one kept. */
async function newestPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (offline) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw offline;
  }
}

/** A file's name changes with its content: what is kept is right. */
async function keptFile(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(request, answer.clone());
  return answer;
}
