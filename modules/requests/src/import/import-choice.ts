import type { ImportField } from '@firstfix/contract/requests/import';
import type { ImportError } from './table.ts';

export interface ImportChoice {
  /** Whose external ids these are: the same id of the same source is the same request. */
  readonly source: string;
  /** Checks everything and stores nothing. */
  readonly dryRun: boolean;
  /** `manual` leaves the requests to agents instead of opening their work orders. */
  readonly triage: 'auto' | 'manual';
  /** The sheet of a workbook; without it, the first with anything in it. */
  readonly sheet?: string;
  /** Which column holds which field, counted from 0; without it the heads say. */
  readonly columns?: ReadonlyMap<ImportField, number>;
}

export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
  /** Known and untriaged, with new words. */
  readonly updated: number;
  readonly unchanged: number;
  /** With any, nothing was stored. */
  readonly errors: readonly ImportError[];
  readonly ignoredColumns: readonly string[];
  readonly dryRun: boolean;
}
