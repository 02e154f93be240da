import { createReadStream } from 'node:fs';
import { refusal } from '@firstfix/contract/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientBuilds } from './build-clients.ts';
import { CLIENT_APPS } from './client-apps.ts';
import { type ClientFile, readClientFiles } from './client-files.ts';

/** Our own files and nothing else: no script in a page, styles as widgets set them, WebAssembly to read barcodes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the apps at `/console`, `/engineer`, `/home`, an order's link at `/o/{token}`, and leads `/` to the console. */
export async function serveClients(http: FastifyInstance, builds: ClientBuilds): Promise<void> {
  for (const app of CLIENT_APPS) {
    const files = await readClientFiles(builds[app]);
    const page = files.get('index.html');
    if (!page) throw new Error(`the build of ${app} in ${builds[app]} has no page`);
    const serve = async (request: FastifyRequest, reply: FastifyReply) => {
      const { '*': path = '' } = request.params as { '*'?: string };
      return sendFile(request, reply, files.get(path) ?? pageFor(path, page));
    };
    http.get(`/${app}`, HIDDEN, serve);
    http.get(`/${app}/*`, HIDDEN, serve);
    if (app === 'home') http.get('/o/:token', HIDDEN, serve);
  }
  http.get('/', HIDDEN, async (_request, reply) => reply.redirect('/console'));
}

const HIDDEN = { schema: { hide: true } };

/** Every address of an app is its page, which finds the screen; only a file that is not there is not there. */
function pageFor(path: string, page: ClientFile): ClientFile {
  if (!path.startsWith('assets/')) return page;
  throw refusal(404, 'not_found/page_file', { path });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ClientFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = file.encodings.find(({ name }) => new RegExp(`\\b${name}\\b`).test(accepted));
  if (encoding) reply.header('content-encoding', encoding.name);
  if (file.type.startsWith('text/html')) reply.headers(PAGE_HEADERS);
  // beside the app's page, it serves the page's own address too
  if (file.path.endsWith('service-worker.js')) reply.header('service-worker-allowed', '/');
  return reply
    .headers({
      'content-type': file.type,
      'content-length': encoding?.bytes ?? file.bytes,
      'cache-control': file.hashed ? FOR_EVER : 'no-cache',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    })
    .send(createReadStream(encoding?.path ?? file.path));
}
