import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/**
 * The cluster's settings as text of a configuration file. `durable: false` is for throw-away test clusters
 * only: a crash of the machine then loses or breaks data.
 */
export function settingsText(durable: boolean): string {
  const settings = { ...generalSettings(), ...memorySettings(), ...durabilitySettings(durable) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written by Firstfix at every start; own settings belong in postgresql.auto.conf.',
    ...lines,
    '',
  ].join('\n');
}

function generalSettings(): Record<string, string> {
  return {
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    default_text_search_config: 'pg_catalog.simple',
    // the disks of today: a random page costs hardly more than the next one
    random_page_cost: '1.1',
    // our statements are short; compiling them costs more than it saves
    jit: 'off',
    track_io_timing: 'off',
    update_process_title: 'off',
    // while others commit too, a flush waits so many microseconds for them: one then serves several
    commit_delay: '300',
    commit_siblings: '2',
    // fewer, longer checkpoints: after each one every first touched page goes whole into the log
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    // what the online backup needs
    wal_level: 'replica',
    max_wal_senders: '4',
    max_replication_slots: '4',
  };
}

function memorySettings(): Record<string, string> {
  const memory = usableMemory() / MEGABYTE;
  const buffers = Math.max(Math.min(256, memory / 4), Math.min(1024, memory / 8));
  return {
    shared_buffers: `${Math.floor(buffers)}MB`,
    effective_cache_size: `${Math.floor(memory / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.floor(Math.min(256, memory / 16))}MB`,
  };
}

/** The machine's memory or the container's limit, in bytes. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function durabilitySettings(durable: boolean): Record<string, string> {
  const flushed = durable ? 'on' : 'off';
  // a killed server must not lose acknowledged work in tests either
  return { fsync: flushed, full_page_writes: flushed, synchronous_commit: 'on' };
}
