export type { ImportReport } from '@firstfix/requests';
export { castPeople } from './cast-people.ts';
export { buildClients } from './clients/build-clients.ts';
export { serveClients } from './clients/serve-clients.ts';
export { examineInstallation } from './examine-installation.ts';
export { importRequests } from './import-requests.ts';
export { createModules } from './modules.ts';
export { resetPassword } from './reset-password.ts';
export { MIGRATIONS_FOLDER, type ServerOptions, startServer } from './start-server.ts';
