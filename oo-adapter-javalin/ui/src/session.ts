/** What only this page sends: a form of another page cannot. */
export const OWN = { 'X-OO': 'page' };

/** Whether somebody has signed in here, and so can sign out. */
export async function signedIn(): Promise<boolean> {
  try {
    const session: unknown = await (await fetch('/session')).json();
    return (session as { signedIn?: boolean }).signedIn === true;
  } catch {
    return false;
  }
}

/** Goes where people sign in. */
export function signIn(): void {
  location.assign('/login');
}

/** Ends the session, and shows what is left without one. */
export async function signOut(): Promise<void> {
  await fetch('/logout', { method: 'POST', headers: OWN });
  location.reload();
}
