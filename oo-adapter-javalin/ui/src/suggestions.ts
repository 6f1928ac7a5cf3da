import { ooClient, type Answer, type Profile, type Purpose, type Tip } from 'oo-client';
import { OWN } from './session';

/** The language model of the server: what it is called, and where. */
export interface Model {
  model: string;
  at: string;
}

const SOURCE = 'llm';
const TELLING: Purpose = 'llm';

const oo = ooClient({ headers: OWN });

/** The model that would suggest tips, if there is one. */
export async function offered(): Promise<Model | undefined> {
  try {
    const said = (await (await fetch('/suggestions')).json()) as Partial<Model>;
    return said.model && said.at ? { model: said.model, at: said.at } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the person lets the model be told of their tasks; not known when nobody answers. */
export async function allowed(): Promise<boolean | undefined> {
  return answered(await oo.profile());
}

/** Allows that, or no longer does, and nothing else; what holds then. */
export async function allow(on: boolean): Promise<boolean | undefined> {
  const now = await oo.profile();
  if (!now.ok) return undefined;
  const others = now.value.consents.filter((purpose) => purpose !== TELLING);
  return answered(await oo.consent({ consents: on ? [...others, TELLING] : others }));
}

function answered(answer: Answer<Profile>): boolean | undefined {
  return answer.ok ? answer.value.consents.includes(TELLING) : undefined;
}

/** Whether a language model has written this tip. */
export function isSuggested({ source }: Pick<Tip, 'source'>): boolean {
  return source === SOURCE;
}
