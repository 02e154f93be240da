import { Alert } from 'antd';

/** What the server said against it. */
export function Refusal({ error }: { error: Error | null }) {
  return error && <Alert type="error" showIcon title={error.message} />;
}
