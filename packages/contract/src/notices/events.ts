import { Type } from 'typebox';
import { event } from '../event.ts';
import { Uuid } from '../schemas.ts';

export const ENGINEER_TOLD = event(
  'notices.engineer_told',
  'A message for an engineer lies in the app',
  Type.Object({ messageId: Uuid, engineerId: Uuid, template: Type.String() }),
);
