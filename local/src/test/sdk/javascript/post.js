// Posts events with the CloudEvents SDK for JavaScript. Reads them from standard input, prints the status of each answer on a line of
// its own.
import { readFileSync } from 'node:fs';
import { CloudEvent, HTTP } from 'cloudevents';

const { url, token, events } = JSON.parse(readFileSync(0, 'utf8'));
for (const { mode, extensions, ...attributes } of events) {
  const event = new CloudEvent({ ...attributes, ...extensions });
  const { headers, body } = mode === 'structured' ? HTTP.structured(event) : HTTP.binary(event);
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, body });
  console.log(answer.status === 202 ? 202 : await answer.text());
}
