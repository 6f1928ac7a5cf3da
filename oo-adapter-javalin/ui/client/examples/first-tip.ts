import { ooClient } from 'oo-client';

const oo = ooClient({ base: 'http://127.0.0.1:8080' });

const answer = await oo.askForTip({ attributes: { minutesFree: 30 } });
if (!answer.ok) {
  console.error('No answer:', answer.problem);
} else if ('silence' in answer.value) {
  console.log('No tip:', answer.value.silence.reason);
} else {
  const { tip } = answer.value;
  console.log(tip.title);
  console.log(await oo.giveFeedback({ tip: tip.id, kind: 'done', id: crypto.randomUUID() }));
}
