import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

/** Does something with an order, then has every screen look again; `done` is said when it worked. */
export function useOrderCommand<Given = void>(
  run: (given: Given) => Promise<unknown>,
  done: string,
  after?: () => void,
) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await queries.invalidateQueries();
      message.success(done);
      after?.();
    },
  });
}
