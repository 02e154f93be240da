import { once } from 'node:events';
import { createServer } from 'node:net';
import { findErrorCode, OperatorError } from '@firstfix/platform';

/** Reads a port as typed. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new OperatorError(`"${text}" is not a port: --port takes a number from 1 to 65535.`);
}

/** Refuses a port on which somebody listens, before anything is started. */
export async function checkPortIsFree(port: number): Promise<void> {
  // a program may listen on this machine only, or on all addresses
  for (const host of ['127.0.0.1', '::']) await tryListening(port, host);
}

async function tryListening(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    const code = findErrorCode(error);
    if (code === 'EADDRINUSE') {
      throw new OperatorError(
        `Port ${port} is taken by another program: stop it or choose another port with --port.`,
      );
    }
    if (code === 'EACCES')
      throw new OperatorError(`Port ${port} is reserved for root: choose one above 1023.`);
    // no IPv6 on this machine
    if (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL') throw error;
  }
}
