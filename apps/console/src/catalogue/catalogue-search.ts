import { aDay, anyText, searchReader } from '../page/list-search.ts';

export const readModelsSearch = searchReader({ text: anyText, category: anyText });
export type ModelsSearch = ReturnType<typeof readModelsSearch>;

export const readFaultsSearch = searchReader({ category: anyText, symptom: anyText });

export const readPricesSearch = searchReader({ region: anyText, category: anyText, on: aDay });
export type PricesSearch = ReturnType<typeof readPricesSearch>;
