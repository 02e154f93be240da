import type { Appliances } from '@firstfix/appliances';
import type { Catalogue } from '@firstfix/catalogue';
import type { Customers } from '@firstfix/customers';
import type { Network } from '@firstfix/network';
import type { Orders } from '@firstfix/orders';
import type { TableReader } from '../adapters/table-reader.ts';
import type { ResponseLimits } from '../response-limits.ts';

/** The modules a request is understood and acted on with. */
export interface Others {
  readonly appliances: Appliances;
  readonly catalogue: Catalogue;
  readonly customers: Customers;
  readonly network: Network;
  readonly orders: Orders;
}

/** What registering and triage stand on beside the transaction. */
export interface Means extends Others {
  readonly limits: ResponseLimits;
  /** Reads files of requests. */
  readonly files: TableReader;
  /** Whether a file was received. */
  readonly hasMedia: (hash: string) => Promise<boolean>;
}
