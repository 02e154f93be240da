import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import websocket from '@fastify/websocket';
import { COMMON_PROBLEMS, type Grants } from '@firstfix/contract';
import { preferredLanguage } from '@firstfix/contract/language';
import { refusal } from '@firstfix/contract/refusal';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { fileBodies } from '../media/file-bodies.ts';
import type { Runtime } from '../runtime.ts';
import { addApiDocument } from './api-document.ts';
import type { Authenticator, Caller, Principal } from './caller.ts';
import { runCommand } from './command.ts';
import { replyWithProblem } from './problem-reply.ts';
import { refuseSocket } from './refuse-socket.ts';
import type { AnyInput, Route } from './route.ts';
import { sessionTokenOf } from './session-token.ts';
import { demandedVersion, etagOf } from './versions.ts';

const BODY_LIMIT = 1_000_000;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The HTTP side of a server: every route of every module, validated and described by the contract. */
export async function createHttpServer(
  runtime: Runtime,
  authenticator: Authenticator,
  routes: readonly Route[],
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: runtime.log satisfies FastifyBaseLogger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => {
      replyWithProblem(error, request, reply);
    },
    clientErrorHandler: (error, socket) => refuseSocket(error, socket, runtime.log),
    bodyLimit: BODY_LIMIT,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }).setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setErrorHandler(replyWithProblem);
  app.setNotFoundHandler((request, reply) =>
    replyWithProblem(
      refusal(404, 'not_found/path', { method: request.method, path: request.url }),
      request,
      reply,
    ),
  );
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  observeRequests(app, runtime);
  await app.register(cookie);
  await app.register(websocket, { options: { maxPayload: 64_000 } });
  await addApiDocument(app);
  for (const { contentTypes, bodyLimit } of fileBodies) {
    app.addContentTypeParser(contentTypes, { parseAs: 'buffer', bodyLimit }, passOn);
  }
  await app.register(async (api) => {
    for (const route of routes) addRoute(api, runtime, authenticator, route);
  });
  return app;
}

/** An empty body is no body; anything else must be JSON. */
function parseJson(
  _request: FastifyRequest,
  text: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
) {
  if (text.length === 0) return done(null, undefined);
  try {
    done(null, JSON.parse(text.toString()));
  } catch {
    done(refusal(400, 'invalid_input/no_json'));
  }
}

function passOn(_request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void) {
  done(null, body);
}

function observeRequests(app: FastifyInstance, runtime: Runtime): void {
  app.addHook('onResponse', (request, reply, done) => {
    const operation = request.routeOptions.config.operation ?? 'other';
    const seconds = reply.elapsedTime / 1000;
    runtime.metrics.requests.observe(
      { operation, status: `${Math.floor(reply.statusCode / 100)}xx` },
      seconds,
    );
    request.log.debug({ operation, status: reply.statusCode, seconds }, 'answered');
    done();
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: string;
  }
}

function addRoute(app: FastifyInstance, runtime: Runtime, authenticator: Authenticator, route: Route): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operation: endpoint.id },
    schema: {
      operationId: endpoint.id,
      summary: endpoint.summary,
      description: describe(endpoint.description, endpoint.may, endpoint.errors),
      tags: [endpoint.module],
      ...(endpoint.may === 'anyone' ? { security: [] } : {}),
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      response: { [endpoint.status ?? 200]: endpoint.response },
    },
    // before validation: a stranger learns nothing of the operation's fields
    onRequest: async (request) => {
      request.caller = await callerOf(request, authenticator, endpoint.may);
    },
    handler: (request, reply) => answer(runtime, route, request, reply),
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

async function answer(
  runtime: Runtime,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { caller } = request;
  if (!caller) throw new Error(`no caller was established for ${route.endpoint.id}`);
  // validated against the endpoint's schemas just before
  const input = {
    params: request.params,
    query: request.query,
    body: request.body,
    ifMatch: route.endpoint.ifMatch ? demandedVersion(request.headers['if-match']) : undefined,
    now: runtime.clock.now(),
    language: preferredLanguage(request.headers['accept-language']),
    caller,
  } as AnyInput;
  if (route.kind === 'reply') return route.answer(input, reply);
  const status = route.endpoint.status ?? 200;
  if (route.kind === 'query') return send(reply, status, await route.answer(input));
  const key = request.headers['idempotency-key'];
  const done = await runCommand(
    runtime,
    route,
    input,
    typeof key === 'string' ? key : undefined,
    request.url,
  );
  if (done.replayed) reply.header('idempotent-replayed', 'true');
  return send(reply, status, done.answer);
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  if (isVersioned(body)) reply.header('etag', etagOf(body.version));
  return reply.code(status).send(status === 204 ? undefined : body);
}

function isVersioned(body: unknown): body is { version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}

const NOBODY = {
  sessionId: '',
  userId: '',
  ownId: null,
  outletId: null,
  territoryIds: [],
  onlyWorkOrderId: null,
};

async function callerOf(
  request: FastifyRequest,
  authenticator: Authenticator,
  may: Grants | 'anyone',
): Promise<Caller> {
  const from = { requestId: request.id, remoteAddress: request.ip };
  const token = sessionTokenOf(request);
  const principal = token === undefined ? undefined : await authenticator.authenticate(token);
  if (may === 'anyone') {
    return principal
      ? { ...principal, scope: 'own', ...from }
      : { ...NOBODY, role: 'guest', scope: 'own', ...from };
  }
  if (!principal) throw refusal(401, 'unauthenticated');
  return { ...principal, scope: scopeOf(principal, may), ...from };
}

function scopeOf(principal: Principal, may: Grants) {
  const scope = may[principal.role];
  if (scope) return scope;
  throw refusal(403, 'forbidden', { role: principal.role, roles: Object.keys(may) });
}

function describe(text: string | undefined, may: Grants | 'anyone', errors: readonly string[] = []): string {
  const who =
    may === 'anyone'
      ? 'anyone'
      : Object.entries(may)
          .map(([role, scope]) => `${role} (${scope})`)
          .join(', ');
  const codes = [...errors, ...Object.keys(COMMON_PROBLEMS).slice(0, 4)]
    .map((code) => `\`${code}\``)
    .join(', ');
  return [text, `**Who:** ${who}.`, `**Refusals:** ${codes}.`].filter(Boolean).join('\n\n');
}
