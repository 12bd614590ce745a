/**
 * A father has died, as the apps of a street would tell it: through a client made of the published contract, and an outbox in between
 * for the grid worker. Reads where the platform is, and tokens by role, from standard input; prints where the relief case stands.
 */
import { readFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { components, paths } from './contract.js';
import { type Entry, type Options, Outbox, uuid7 } from './outbox.js';

type Event = components['schemas']['posted-event'];
type Data<T extends Event['type']> = Extract<Event, { type: T }>['data'];

const { url, outboxUrl, tokens, subdistrict, time, year, day } = JSON.parse(readFileSync(0, 'utf8')) as {
  url: string;
  outboxUrl: string;
  tokens: Record<string, string>;
  subdistrict: string;
  time: string;
  year: string;
  day: string;
};

const as = (role: string) => createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${tokens[role]}` } });
const patience = () => new Promise(resolve => setTimeout(resolve, 200));

async function post<T extends Event['type']>(role: string, type: T, data: Data<T>): Promise<void> {
  const event = { specversion: '1.0', id: uuid7(new Date()), source: '/story', type, time, subdistrict, data } as unknown as Event;
  const { data: taken, error } = await as(role).POST('/v1/events', { body: event });
  if (!taken) throw new Error(JSON.stringify(error));
  const path = taken.results.map(one => (one.status === 'accepted' ? one.outcome[0]! : ''))[0]!;
  for (;;) {
    const { data: became } = await as(role).POST(`/v1/outcomes/${type.split('.')[2]}` as '/v1/outcomes/relief', { body: [path] });
    const one = became?.results[0];
    if (one && 'outcome' in one) {
      if (one.outcome !== 'applied') throw new Error(`${type}: ${one.rule}`);
      return;
    }
    await patience();
  }
}

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await read();
    if (found) return found;
    await patience();
  }
}

await post('district', 'org.chongshan.relief.FundOpened', { fund: subdistrict, amountFen: 5_000_000, floorFen: 500_000 });
await post('street', 'org.chongshan.relief.HouseholdRegistered', {
  household: 'H-1',
  members: [
    { member: 'M-1', name: '葛美云', identityNumber: '320602196001010006', relation: 'HEAD' },
    { member: 'M-2', name: '李娟', identityNumber: '320602198801010003', relation: 'CHILD' },
  ],
});

// The grid worker calls on the household where there is no network, and it is a bad day for answers too.
let kept: Entry[] = [];
const options: Options = {
  url: outboxUrl,
  token: async () => tokens['grid']!,
  store: { load: async () => kept, save: async entries => void (kept = structuredClone(entries)) },
  source: '/phones/17',
  subdistrict,
  now: () => new Date(time),
  pause: async () => void (await patience()),
};
const outbox = await Outbox.open(options);
await outbox.add('org.chongshan.relief.GridVisitRecorded', { household: 'H-1', hardship: 'BEREAVEMENT', observation: '母女二人无人照料。' });
await outbox.add('org.chongshan.relief.GridVisitRecorded', { household: 'H-1', hardship: 'NONE', observation: '邻居答应照看。' });
// The app is closed, and opened again.
const reopened = await Outbox.open(options);
await reopened.flush();
await until(async () => {
  await reopened.ask();
  return reopened.all().every(entry => entry.status === 'applied') ? true : undefined;
});

const lead = `H-1.bereavement.${day}`;
await until(async () => (await as('street').GET('/v1/leads/{id}', { params: { path: { id: lead } } })).data);
await post('street', 'org.chongshan.relief.LeadTriaged', { lead, outcome: 'URGENT_RELIEF', amountFen: 300_000, persons: 2, grounds: '家中再无人有收入。' });
const claim = `H-1.bereavement.${year}`;
await until(async () => (await as('street').GET('/v1/payments/{id}', { params: { path: { id: claim } } })).data);
await post('cashier', 'org.chongshan.treasury.PaymentReceiptRecorded', { claim, result: 'PAID', reference: 'V-2041' });
const paid = await until(async () => {
  const { data } = await as('street').GET('/v1/relief-cases/{id}', { params: { path: { id: lead } } });
  return data && 'state' in data && data.status === 'paid-unfiled' ? data : undefined;
});
console.log(JSON.stringify({ case: paid.key, status: paid.status, posted: reopened.all().map(entry => [entry.status, entry.because]) }));
