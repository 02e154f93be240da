import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { DateOnly, IdParams, Nullable, PageOf, pageQuery, Uuid } from '../schemas.ts';
import {
  CategoryCode,
  CategoryView,
  ElectricLimitsView,
  FaultView,
  ListOf,
  ModelView,
  PRICE_LIST_STATES,
  PricedBasket,
  PriceLine,
  PriceListHead,
  PriceListView,
  QuoteItem,
  RegionCode,
  SymptomView,
  WorkTypeCode,
  WorkTypeView,
} from './schemas.ts';

const module = 'catalogue';

/** Codes of this module's refusals. */
export const NO_PRICE_LIST = 'catalogue.no_price_list';
export const NOT_ON_PRICE_LIST = 'catalogue.not_on_price_list';
export const NOT_AHEAD = 'catalogue.effective_date_not_ahead';
export const ALREADY_PUBLISHED = 'catalogue.already_published';
export const EMPTY_PRICE_LIST = 'catalogue.empty_price_list';

const staff = {
  engineer: 'all',
  outlet_owner: 'all',
  agent: 'all',
  dispatcher: 'all',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
} as const;
const everybody = { customer: 'all', ...staff } as const;
const pricing = { finance: 'all', admin: 'all' } as const;

export const listCategories = endpoint({
  id: 'listCategories',
  method: 'GET',
  path: '/api/categories',
  module,
  summary: 'Product categories',
  may: 'anyone',
  response: ListOf(CategoryView),
});

export const listModels = endpoint({
  id: 'listModels',
  method: 'GET',
  path: '/api/product-models',
  module,
  summary: 'Product models by code, searched by words',
  may: 'anyone',
  query: Type.Object({
    ...pageQuery,
    category: Type.Optional(CategoryCode),
    text: Type.Optional(Type.String({ maxLength: 60, description: 'Code, brand or name' })),
    onMarketAt: Type.Optional(DateOnly),
  }),
  response: PageOf(ModelView),
});

export const getModel = endpoint({
  id: 'getModel',
  method: 'GET',
  path: '/api/product-models/{id}',
  module,
  summary: 'One product model',
  may: 'anyone',
  params: IdParams,
  response: ModelView,
});

export const listWorkTypes = endpoint({
  id: 'listWorkTypes',
  method: 'GET',
  path: '/api/work-types',
  module,
  summary: 'Work types with their checklists, gates, durations and skills',
  may: 'anyone',
  response: ListOf(WorkTypeView),
});

export const listSymptoms = endpoint({
  id: 'listSymptoms',
  method: 'GET',
  path: '/api/symptoms',
  module,
  summary: 'What can be wrong with an appliance of a category, as customers see it',
  may: 'anyone',
  query: Type.Object({ category: CategoryCode }),
  response: ListOf(SymptomView),
});

export const matchSymptom = endpoint({
  id: 'matchSymptom',
  method: 'POST',
  path: '/api/symptom-matches',
  module,
  summary: 'The symptom a customer’s words most likely mean',
  description: 'The words are not stored.',
  may: everybody,
  body: Type.Object({ category: CategoryCode, words: Type.String({ minLength: 1, maxLength: 2000 }) }),
  response: Type.Object({
    match: Nullable(
      Type.Object({ symptomCode: Type.String(), confidence: Type.Number({ minimum: 0, maximum: 1 }) }),
    ),
  }),
  replayable: false,
});

export const listFaults = endpoint({
  id: 'listFaults',
  method: 'GET',
  path: '/api/faults',
  module,
  summary: 'Fault codes of a category: symptom, cause, faulty part, remedy, repair class',
  may: staff,
  query: Type.Object({
    category: CategoryCode,
    symptomCode: Type.Optional(Type.String({ maxLength: 30 })),
  }),
  response: ListOf(FaultView),
});

export const getElectricLimits = endpoint({
  id: 'getElectricLimits',
  method: 'GET',
  path: '/api/electric-limits',
  module,
  summary: 'Limits of the electric safety test for a category, in force on a date',
  may: staff,
  query: Type.Object({
    category: CategoryCode,
    on: Type.Optional(DateOnly),
    ratedWatts: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  response: ElectricLimitsView,
});

export const getEffectivePriceList = endpoint({
  id: 'getEffectivePriceList',
  method: 'GET',
  path: '/api/effective-price-list',
  module,
  summary: 'The published price list of a region on a date',
  description: 'The region’s own list, else the country’s.',
  may: 'anyone',
  query: Type.Object({
    regionCode: Type.Optional(RegionCode),
    on: Type.Optional(DateOnly),
    category: Type.Optional(CategoryCode),
  }),
  response: PriceListView,
  errors: [NO_PRICE_LIST],
});

export const quotePrices = endpoint({
  id: 'quotePrices',
  method: 'POST',
  path: '/api/price-quotes',
  module,
  summary: 'What a basket costs by the published list',
  may: everybody,
  body: Type.Object({
    category: CategoryCode,
    workType: WorkTypeCode,
    regionCode: RegionCode,
    items: Type.Array(QuoteItem, { minItems: 1, maxItems: 50 }),
    on: Type.Optional(DateOnly),
  }),
  response: PricedBasket,
  errors: [NO_PRICE_LIST, NOT_ON_PRICE_LIST],
});

export const listPriceLists = endpoint({
  id: 'listPriceLists',
  method: 'GET',
  path: '/api/price-lists',
  module,
  summary: 'Price lists, newest first',
  may: { ...pricing, director: 'all', quality: 'all' },
  query: Type.Object({
    ...pageQuery,
    regionCode: Type.Optional(RegionCode),
    state: Type.Optional(Type.Enum([...PRICE_LIST_STATES])),
  }),
  response: PageOf(PriceListHead),
});

export const getPriceList = endpoint({
  id: 'getPriceList',
  method: 'GET',
  path: '/api/price-lists/{id}',
  module,
  summary: 'One price list with its lines',
  may: { ...pricing, director: 'all', quality: 'all' },
  params: IdParams,
  response: PriceListView,
});

export const draftPriceList = endpoint({
  id: 'draftPriceList',
  method: 'POST',
  path: '/api/price-lists',
  module,
  summary: 'Draft a price list, from another one or from nothing',
  description: 'Given lines replace those of the same code in the list it is based on.',
  may: pricing,
  body: Type.Object({
    regionCode: RegionCode,
    effectiveFrom: DateOnly,
    basedOn: Type.Optional(Nullable(Uuid)),
    lines: Type.Array(PriceLine, { maxItems: 2000 }),
  }),
  response: PriceListView,
  status: 201,
});

export const publishPriceList = endpoint({
  id: 'publishPriceList',
  method: 'POST',
  path: '/api/price-lists/{id}/publish',
  module,
  summary: 'Publish a drafted list; it never changes again',
  description: 'It must begin on a later day than today, so that what has been quoted stays what it was.',
  may: pricing,
  params: IdParams,
  response: PriceListHead,
  errors: [NOT_AHEAD, ALREADY_PUBLISHED, EMPTY_PRICE_LIST],
  ifMatch: true,
});
