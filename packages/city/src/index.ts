export type { Home } from './address-book.ts';
export { CITY_CENTRE } from './bend.ts';
export { type City, communityAt, createCity, DEMO_CITY_SEED, demoCity, districtAt } from './city.ts';
export type { Community } from './communities.ts';
export { CITY, DISTRICTS, type District } from './districts.ts';
export { baseLayer, buildingLayer, type Feature, type Layer } from './map-layers.ts';
export { placeOn, type Route, type Router } from './router.ts';
