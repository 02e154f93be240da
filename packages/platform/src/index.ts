export type { Background } from './background.ts';
export { type Config, readConfig } from './config/config.ts';
export { createRuntime } from './create-runtime.ts';
export { at, type Time } from './database/column-types.ts';
export { type DatabaseConnection, parseDatabaseUrl } from './database/connection.ts';
export { type Database, openDatabase } from './database/database.ts';
export { insertRows } from './database/insert-rows.ts';
export { migrate } from './database/migrate.ts';
export { PLAN_EACH_TIME } from './database/prepared-client.ts';
export { codeOf, constraintOf } from './database/sql-state.ts';
export { type Actor, systemActor, type Tx } from './database/tx.ts';
export { unlessThere, type Write, writesOf, writeTogether } from './database/writes.ts';
export { examine, type Finding } from './doctor/examine.ts';
export type { Authenticator, Caller, Principal } from './http/caller.ts';
export { type CursorValues, decodeCursor, encodeCursor, toPage } from './http/cursor.ts';
export { command, type Input, query, type Route, replyTo } from './http/route.ts';
export { asReader, isInScope, type Owned, rowsInScope } from './http/scope.ts';
export { SESSION_COOKIE } from './http/session-token.ts';
export { checkVersion } from './http/versions.ts';
export { ScreenNews } from './live/screen-news.ts';
export type { DoctorCheck, DoctorLook, ModuleParts, Reaction, SubjectGuard, Task } from './module.ts';
export { reaction } from './module.ts';
export { platformChecks } from './own/platform-checks.ts';
export { PolicyStore } from './policy/policy-store.ts';
export type { PolicyVersion } from './policy/policy-version.ts';
export { backupDataFolder } from './postgres/backup.ts';
export { type DataFolder, openDataFolder, placesIn } from './postgres/data-folder.ts';
export {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from './postgres/embedded-postgres.ts';
export { findErrorCode } from './postgres/error-code.ts';
export { checkExternalPostgres } from './postgres/external-postgres.ts';
export { type FolderLock, type LockHolder, tryLock } from './postgres/folder-lock.ts';
export { findClusterVersion } from './postgres/init-cluster.ts';
export { keepPostgresRunning } from './postgres/keep-running.ts';
export { OperatorError } from './postgres/operator-error.ts';
export { findProcess, isRunning, type ProcessIdentity } from './postgres/processes.ts';
export { restoreBackup } from './postgres/restore.ts';
export type { Runtime } from './runtime.ts';
export { createService, type Service } from './start-service.ts';
export { insertPastClocks, type PastClock } from './time/past-clocks.ts';
export {
  type NewSlaClock,
  pauseClock,
  resumeClock,
  retargetClock,
  startClock,
  stopClock,
} from './time/sla-clocks.ts';
export { wallNow } from './time/wall-now.ts';
export { TimedCache } from './timed-cache.ts';
