import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from './endpoint.ts';

/** A refusal as the API tells it (problem+json). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super(String(problem.detail ?? problem.title ?? `HTTP ${status}`));
    this.name = 'ApiProblem';
    this.status = status;
    this.code = String(problem.code ?? 'internal');
    this.problem = problem;
  }
}

/** The parts of a request, as the endpoint declares them. */
export interface CallInput<E> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: BodyOf<E>;
  readonly idempotencyKey?: string;
  /** Version the stored object must still have. */
  readonly ifMatch?: number;
}

export interface Client {
  /** Throws `ApiProblem` for a refusal. */
  call<E extends Endpoint>(endpoint: E, input?: CallInput<E>): Promise<ResponseOf<E>>;
}

/**
 * A client of one server; `token` for programs, none for browsers with their cookie. Refusals come in the `language`
 * spoken when they are asked for.
 */
export function createClient(baseUrl: string, token?: string, language?: () => string): Client {
  return {
    async call(endpoint, input = {}) {
      const response = await fetch(baseUrl + pathOf(endpoint.path, input.params, input.query), {
        method: endpoint.method,
        headers: { ...headersOf(input, token), ...(language && { 'accept-language': language() }) },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
      const text = await response.text();
      const answer = text === '' ? undefined : JSON.parse(text);
      if (!response.ok) throw new ApiProblem(response.status, answer ?? {});
      return answer;
    },
  };
}

function headersOf(input: CallInput<Endpoint>, token: string | undefined): Record<string, string> {
  return {
    ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
    ...(input.ifMatch === undefined ? {} : { 'if-match': `"${input.ifMatch}"` }),
  };
}

/** Fills `{id}` and appends the query; arrays repeat their name. */
export function pathOf(path: string, params: unknown, query: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
