import * as api from '@firstfix/contract/catalogue/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import type { Instant } from '@firstfix/kernel';
import { DEFAULT_ZONE, instantAt, localDateOf } from '@firstfix/kernel/zone';
import { command, query, type Route } from '@firstfix/platform';
import { draftPriceList } from './operations/draft-price-list.ts';
import { publishPriceList } from './operations/publish-price-list.ts';
import {
  presentModel,
  presentPriceList,
  presentPriceListHead,
  presentSymptom,
  presentWorkType,
} from './present.ts';
import { COUNTRY } from './price-list.ts';
import type { CatalogueReader } from './queries/catalogue-reader.ts';
import { listModels } from './queries/list-models.ts';
import { getPriceList, listPriceLists } from './queries/list-price-lists.ts';
import type { CatalogueDb } from './store.ts';

/** Contract endpoint → operation or query. */
export function catalogueRoutes(db: CatalogueDb, catalogue: CatalogueReader): Route[] {
  return [
    query(api.listCategories, async () => ({ items: [...(await catalogue.reference()).categories] })),
    query(api.listModels, ({ query: asked }) => listModels(db, asked)),
    query(api.getModel, async ({ params }) => {
      const model = await catalogue.findModel(params.id);
      if (!model) throw notFound('product_model', params.id);
      return presentModel(model);
    }),
    query(api.listWorkTypes, async () => ({ items: (await catalogue.listWorkTypes()).map(presentWorkType) })),
    query(api.listSymptoms, async ({ query: asked }) => {
      const { code } = await catalogue.getCategory(asked.category);
      return { items: (await catalogue.listSymptoms(code)).map(presentSymptom) };
    }),
    command(api.matchSymptom, async (_tx, { body }) => {
      const { code } = await catalogue.getCategory(body.category);
      return { match: await catalogue.matchSymptom(code, body.words) };
    }),
    query(api.listFaults, async ({ query: asked }) => {
      const { code } = await catalogue.getCategory(asked.category);
      const faults = await catalogue.listFaults(code);
      const { symptomCode } = asked;
      return { items: faults.filter((fault) => !symptomCode || fault.symptomCode === symptomCode) };
    }),
    query(api.getElectricLimits, ({ query: asked, now }) =>
      catalogue.electricLimitsOf(asked.category, asked.on ?? today(now), asked.ratedWatts),
    ),
    query(api.getEffectivePriceList, async ({ query: asked, now }) => {
      const { category } = asked;
      const list = await catalogue.effectivePriceList(asked.regionCode ?? COUNTRY, asked.on ?? today(now));
      const lines = [...(await catalogue.linesOf(list)).values()];
      return presentPriceList(
        list,
        lines.filter((line) => !category || line.category === null || line.category === category),
      );
    }),
    command(api.quotePrices, async (tx, { body }) => {
      const { on, ...basket } = body;
      const at = on === undefined ? tx.now : instantAt(on, 0, DEFAULT_ZONE);
      return catalogue.priceOf({ ...basket, at });
    }),
    query(api.listPriceLists, ({ query: asked }) => listPriceLists(db, asked)),
    query(api.getPriceList, ({ params }) => getPriceList(db, params.id)),
    command(api.draftPriceList, async (tx, { body }) => {
      const { list, lines } = await draftPriceList(tx, { ...body, basedOn: body.basedOn ?? null });
      return presentPriceList(list, lines);
    }),
    command(api.publishPriceList, async (tx, { params, ifMatch }) =>
      presentPriceListHead(await publishPriceList(tx, params.id, ifMatch)),
    ),
  ];
}

function today(now: Instant) {
  return localDateOf(now, DEFAULT_ZONE);
}
