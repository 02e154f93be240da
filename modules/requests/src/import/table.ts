/** One problem of an import file; `row` counts as a spreadsheet does, the header is row 1. */
export interface ImportError {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A file as cells; rows keep the number they have in a spreadsheet. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}
