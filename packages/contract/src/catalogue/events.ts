import { Type } from 'typebox';
import { event } from '../event.ts';
import { DateOnly, Timestamp, Uuid } from '../schemas.ts';

export const PRICE_LIST_PUBLISHED = event(
  'catalogue.price_list_published',
  'From its date on, customers of the region pay by this list',
  Type.Object({ priceListId: Uuid, regionCode: Type.String(), effectiveFrom: DateOnly, at: Timestamp }),
);
