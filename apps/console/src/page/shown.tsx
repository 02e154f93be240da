import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** The faces of a question: on its way, refused, answered. */
export function Shown<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.error) return <ProblemNotice problem={of.error} onAgain={of.refetch} />;
  if (of.data === undefined) return <Loading />;
  return children(of.data);
}
