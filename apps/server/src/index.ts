export type { ImportReport } from '@firstfix/requests';
export { castPeople } from './cast-people.ts';
export { seedDemo } from './demo/seed-demo.ts';
export { examineInstallation } from './examine-installation.ts';
export { importRequests } from './import-requests.ts';
export { createModules } from './modules.ts';
export { MIGRATIONS_FOLDER, type ServerOptions, startServer } from './start-server.ts';
