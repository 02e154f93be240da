import { v5 } from 'uuid';
import type { Id } from './ids.ts';

const NAMESPACE = '8f6f3a54-3f0e-4b7e-9d52-0f1c2a7f1e10';

/** The same id for the same name, on every installation: for data the product ships. */
export function stableId(name: string): Id {
  return v5(name, NAMESPACE);
}
