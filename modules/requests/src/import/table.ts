import type { FieldKey } from '@firstfix/contract/refusal';
import type { RefusalParams } from '@firstfix/kernel';

/** What is wrong: the key of its words and what fills them. */
export interface ImportFault {
  readonly says: FieldKey;
  readonly params?: RefusalParams;
  /** Where the words are another module’s; without it the key says the code. */
  readonly code?: string;
}

/** One problem of an import file; `row` counts as a spreadsheet does, the header is row 1. */
export interface ImportError extends ImportFault {
  readonly row: number;
  readonly field: string;
}

/** A file as cells; rows keep the number they have in a spreadsheet. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}
