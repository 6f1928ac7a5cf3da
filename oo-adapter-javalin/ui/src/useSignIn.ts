import type { Problem } from 'oo-client';
import { useEffect, useState } from 'preact/hooks';
import { signedOut } from './session';

/** Whether signing in helps: it does where nobody is known, and where strangers ask too often. */
export function useSignIn({ status }: Problem): boolean {
  const [helps, setHelps] = useState(false);
  useEffect(() => {
    let current = true;
    setHelps(status === 401);
    if (status === 429) void signedOut().then((out) => current && setHelps(out));
    return () => {
      current = false;
    };
  }, [status]);
  return helps || status === 401;
}
