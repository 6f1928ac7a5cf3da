import type { Answer, Client, Receipt, Tip } from 'oo-client';

export async function snooze(oo: Client, tip: Tip, until: Date): Promise<Answer<Receipt>> {
  const id = crypto.randomUUID();
  const reaction = { tip: tip.id, kind: 'snooze', id, until: until.toISOString() } as const;
  const first = await oo.giveFeedback(reaction);
  return first.ok || first.problem.status !== 0 ? first : oo.giveFeedback(reaction);
}
