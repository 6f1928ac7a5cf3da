import { ooClient, type Advice, type Answer, type Page, type Problem, type Reaction, type Receipt } from 'oo-client';
import { OWN } from './session';

/** A reaction with its id, so that it can be reported more than once. */
export type Press = Reaction & { id: string };

const BREATH_MS = 400;
const PAGE_SIZE = 20;

const oo = ooClient({ headers: OWN });

/** Asks for a tip; the server decides. */
export function ask(device?: string): Promise<Answer<Advice>> {
  return oo.askForTip(device ? { attributes: { device } } : {});
}

/** The tip that is still open; nothing is decided. */
export function current(): Promise<Answer<Advice>> {
  return oo.currentTip();
}

/** Reports a reaction; on a network failure once more, with the same id. */
export async function react(press: Press): Promise<Answer<Receipt>> {
  const first = await oo.giveFeedback(press);
  if (first.ok || first.problem.status !== 0) return first;
  await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  return oo.giveFeedback(press);
}

/** Past tips, newest first. */
export function past(before?: string): Promise<Answer<Page>> {
  return oo.pastTips({ limit: PAGE_SIZE, before });
}

/** Whether trying the same request again can help. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}
