import { pathOf } from '@firstfix/contract/client';

/** A request as it goes over the wire; printed as it is when a test finds something. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The body read as JSON; `undefined` when it is something else. */
  readonly json: unknown;
}

export async function send(
  baseUrl: string,
  token: string | undefined,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const response = await fetch(baseUrl + request.url, {
    method: request.method,
    headers: { ...request.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  const text = await response.text();
  return {
    status: response.status,
    contentType,
    text,
    json: contentType.includes('json') ? JSON.parse(text) : undefined,
  };
}

/** The request of an endpoint as its typed client would send it. */
export function wellFormed(
  endpoint: { method: string; path: string },
  input: { params?: unknown; query?: unknown; body?: unknown },
): HttpRequest {
  return {
    method: endpoint.method,
    url: pathOf(endpoint.path, input.params, input.query),
    headers: input.body === undefined ? {} : { 'content-type': 'application/json' },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  };
}
