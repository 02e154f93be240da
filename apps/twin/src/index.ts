export { type CastFile, seatCast } from './cast.ts';
export { type Connection, type Door, openDoor } from './connection.ts';
export { driveLife, type Life } from './life/drive-life.ts';
export { needOf } from './needs.ts';
export { takePhoto } from './photo.ts';
export { createStage, type Stage } from './stage.ts';
