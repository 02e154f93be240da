import { SignedIn } from '../shell/signed-in.tsx';
import { MyOrders } from './my-orders.tsx';

/** One's own services, or the door to them. */
export function StartPage() {
  return <SignedIn>{() => <MyOrders />}</SignedIn>;
}
