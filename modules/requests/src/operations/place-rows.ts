import type { Point } from '@firstfix/kernel';
import type { Territory } from '@firstfix/network';
import type { Tx } from '@firstfix/platform';
import type { ImportRow } from '../import/check-row.ts';
import type { ImportError, ImportFault } from '../import/table.ts';
import { findKnownPlaces, placeKey } from '../queries/find-known-places.ts';
import type { Means } from './means.ts';

/** A row with where it is and who serves there. */
export interface PlacedRow extends ImportRow {
  readonly point: Point;
  readonly territory: Territory;
}

/** Finds place, territory and model of each row; whatever stays open is an error of its row. */
export async function placeRows(
  tx: Tx,
  means: Means,
  rows: readonly ImportRow[],
): Promise<{ readonly placed: readonly PlacedRow[]; readonly errors: readonly ImportError[] }> {
  const points = await pointsOf(tx, rows);
  const results = await Promise.all(rows.map((row) => placeRow(means, row, points)));
  const errors = results.flatMap((result) => ('says' in result ? [result] : []));
  return { placed: results.flatMap((result) => ('territory' in result ? [result] : [])), errors };
}

/** Places of communities: those the file gives itself, else where somebody asked from before. */
async function pointsOf(tx: Tx, rows: readonly ImportRow[]): Promise<Map<string, Point>> {
  const open = rows.filter(({ point }) => point === null).map(({ address }) => address.community);
  const points = await findKnownPlaces(tx, open);
  for (const { point, address } of rows) {
    if (point !== null) points.set(placeKey(address.districtCode, address.community), point);
  }
  return points;
}

async function placeRow(
  { network, catalogue }: Means,
  row: ImportRow,
  points: ReadonlyMap<string, Point>,
): Promise<PlacedRow | ImportError> {
  const { districtCode, community } = row.address;
  const point = row.point ?? points.get(placeKey(districtCode, community));
  if (!point) {
    return problem(row, 'lat', { says: 'required/place', params: { community } }, community);
  }
  const [territory, model] = await Promise.all([
    network.territoryAt(point),
    row.modelCode === null ? undefined : catalogue.findModelByCode(row.modelCode),
  ]);
  if (!territory) return problem(row, 'lat', { says: 'outside/row' });
  if (row.modelCode !== null && !model) {
    const fault: ImportFault = { says: 'unknown/row_model', params: { modelCode: row.modelCode } };
    return problem(row, 'modelCode', fault, row.modelCode);
  }
  if (model && model.category !== row.category) {
    const params = { modelCode: model.code, category: model.category };
    return problem(row, 'category', { says: 'contradiction', params }, row.category);
  }
  return { ...row, point, territory };
}

function problem({ row }: ImportRow, field: string, fault: ImportFault, given?: string): ImportError {
  return { row, field, ...fault, ...(given === undefined ? {} : { given }) };
}
