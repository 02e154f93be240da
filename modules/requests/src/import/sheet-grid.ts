import { type CellValue, cellText } from './cell-text.ts';

/** A sheet as it is read: its values, the formats of its cells by `row,column`, and which cells are one. */
export interface SheetCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly cells?: ReadonlyMap<string, { readonly style?: { readonly numFmt?: string } }>;
  readonly merges?: readonly {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
  }[];
}

/** A sheet as texts; rows end with their last cell that is not empty. */
export function gridOf({ rows, cells, merges = [] }: SheetCells): string[][] {
  const grid = rows.map((values, row) => {
    const texts = values.map((value, column) =>
      cellText(value, cells?.get(`${row},${column}`)?.style?.numFmt),
    );
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  });
  fillDownwards(grid, merges);
  return grid;
}

/** Where the heads stand: a title above them fills one cell, the heads fill several. -1 when all is empty. */
export function headRow(grid: readonly (readonly string[])[]): number {
  const heads = grid.findIndex((texts) => filled(texts) > 1);
  return heads >= 0 ? heads : grid.findIndex((texts) => filled(texts) > 0);
}

function filled(texts: readonly string[]): number {
  return texts.filter((text) => text !== '').length;
}

/** A cell merged with those below it speaks for all of these rows that hold anything; heads stay alone. */
function fillDownwards(grid: string[][], merges: NonNullable<SheetCells['merges']>): void {
  const head = headRow(grid);
  for (const { startRow, startCol, endRow } of merges) {
    const text = grid[startRow]?.[startCol];
    if (text === undefined || startRow <= head) continue;
    for (const texts of grid.slice(startRow + 1, endRow + 1)) {
      if (texts.length === 0) continue;
      while (texts.length <= startCol) texts.push('');
      texts[startCol] = text;
    }
  }
}
