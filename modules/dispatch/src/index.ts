export { createDispatch, type Dispatch } from './module.ts';
