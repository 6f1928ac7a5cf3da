// Signs and verifies as npm's standardwebhooks does. Each line of input is a question, its words parted by tabs, bodies in
// Base64: sign SECRET ID SECONDS BODY, answered by the signature; verify SECRET ID SECONDS SIGNATURES BODY, answered by yes or no.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

const text = (base64) => Buffer.from(base64, 'base64').toString('utf8');

const judges = {
  sign: (secret, id, seconds, body) =>
    new Webhook(secret).sign(id, new Date(Number(seconds) * 1000), text(body)),
  verify: (secret, id, seconds, signatures, body) => {
    try {
      new Webhook(secret).verify(text(body), {
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': signatures,
      });
      return 'yes';
    } catch {
      return 'no';
    }
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const [verb, ...words] = line.split('\t');
  console.log(judges[verb](...words));
});
console.log('ready');
