import type { QueryOf } from '@firstfix/contract';
import { importRequestFile } from '@firstfix/contract/requests/import';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendFile } from './send-file.ts';

export type ImportWish = QueryOf<typeof importRequestFile>;
export type ImportRun = ReturnType<typeof useImport>;

/** Runs a file through, for a check or for good; `sent` says how much of it has reached the server. */
export function useImport(file: File | undefined) {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const run = useMutation({
    mutationFn: async (wish: ImportWish) => {
      if (!file) throw new Error('no file was chosen');
      setSent(0);
      return sendFile(importRequestFile, file, wish, setSent);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  return { ...run, sent };
}
