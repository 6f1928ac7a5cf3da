/** What only this page sends: a form of another page cannot. */
export const OWN = { 'X-OO': 'page' };

/** Whether somebody has signed in here, and so can sign out. */
export async function signedIn(): Promise<boolean> {
  return (await session()) === true;
}

/** Whether the server says that nobody has; of one that says nothing it is not known. */
export async function signedOut(): Promise<boolean> {
  return (await session()) === false;
}

async function session(): Promise<boolean | undefined> {
  try {
    const said: unknown = await (await fetch('/session')).json();
    return (said as { signedIn?: boolean }).signedIn;
  } catch {
    return undefined;
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
