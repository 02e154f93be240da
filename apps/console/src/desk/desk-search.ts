/** Who is on the line and what was registered for them; never the words searched for: those are personal data. */
export interface DeskSearch {
  readonly customer?: string;
  readonly request?: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readDeskSearch({ customer, request }: Record<string, unknown>): DeskSearch {
  return {
    ...(isId(customer) ? { customer } : {}),
    ...(isId(request) ? { request } : {}),
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
