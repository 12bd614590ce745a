/**
 * An outbox for a phone that is often away: what happened is kept first and posted when there is a network, in the order it happened,
 * under ids of its own. Whatever the answer was, and whether there was one, an event is posted again until the platform has said what it
 * thinks of it; it is applied once. An example: copy it, and give it a store of your own (IndexedDB in a browser).
 */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './contract.js';

type Posted = components['schemas']['posted-event'];
type Problem = components['schemas']['problem'];

/** What an event came to: `waiting` to be posted, `accepted` and not decided yet, decided, or `rejected` at the door. */
export interface Entry {
  event: Posted;
  status: 'waiting' | 'accepted' | 'applied' | 'refused' | 'conflict' | 'early' | 'rejected';
  /** Where the outcome is read; of an event that several functions take, at each. */
  outcome?: string[];
  /** The rule that decided, or the problem's own words. */
  because?: string;
}

/** Where entries outlive the app. What is saved replaces what was. */
export interface Store {
  load(): Promise<Entry[]>;
  save(entries: Entry[]): Promise<void>;
}

export interface Options {
  url: string;
  /** Asked for each time: tokens run out while a phone is away. */
  token(): Promise<string>;
  store: Store;
  /** URI reference of this device, such as `/phones/17`. */
  source: string;
  subdistrict: string;
  now?(): Date;
  /** Waits so many milliseconds; for tests. */
  pause?(milliseconds: number): Promise<void>;
}

const AT_ONCE = 100; // Of one batch, and of one question for outcomes.
const LONGEST_PAUSE = 300_000;

export class Outbox {
  private readonly client: Client<paths>;
  private entries: Entry[] = [];
  private flushing: Promise<void> | undefined;
  /** How far the platform's clock is ahead of this one; known once it has refused a time. */
  private ahead = 0;

  private constructor(private readonly options: Options) {
    this.client = createClient<paths>({ baseUrl: options.url });
    this.client.use({
      onRequest: async ({ request }) => {
        request.headers.set('authorization', `Bearer ${await options.token()}`);
      },
    });
  }

  static async open(options: Options): Promise<Outbox> {
    const outbox = new Outbox(options);
    outbox.entries = await options.store.load();
    return outbox;
  }

  all(): readonly Entry[] {
    return this.entries;
  }

  /** Keeps what happened; it is safe once this has returned, and nothing is posted yet. */
  async add<T extends Posted['type']>(type: T, data: Extract<Posted, { type: T }>['data'], at = this.now()): Promise<string> {
    const id = uuid7(this.now());
    const { source, subdistrict } = this.options;
    const event = { specversion: '1.0', id, source, type, time: at.toISOString(), subdistrict, data } as unknown as Posted;
    await this.keep([...this.entries, { event, status: 'waiting' }]);
    return id;
  }

  /** Posts what waits, as long as it takes; who calls it meanwhile waits for the same. */
  flush(): Promise<void> {
    this.flushing ??= this.postAll().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  private async postAll(): Promise<void> {
    for (let failed = 0; this.waiting().length > 0; ) {
      if (await this.post(this.waiting().slice(0, AT_ONCE))) {
        failed = 0;
      } else {
        const longest = Math.min(LONGEST_PAUSE, 1000 * 2 ** failed++);
        await this.pause(Math.random() * longest); // Full jitter: a whole street comes back at once.
      }
    }
  }

  private waiting(): Entry[] {
    return this.entries.filter(entry => entry.status === 'waiting');
  }

  /** Whether the platform said something of these; what it did not take just now goes on waiting. */
  private async post(batch: Entry[]): Promise<boolean> {
    try {
      const { data, error } = await this.client.POST('/v1/events', {
        headers: { 'content-type': 'application/cloudevents-batch+json' },
        body: batch.map(entry => entry.event) as never,
      });
      const results = data?.results ?? (error as Problem | undefined)?.results;
      if (!results) {
        return false; // Nobody looked at the events: a token that ran out, a network's own page, a fault over there.
      }
      results.forEach((result, i) => this.told(batch[i]!, result));
      await this.keep(this.entries);
      return results.every((_, i) => batch[i]!.status !== 'waiting');
    } catch {
      return false; // No network, or the answer was lost: the same again, under the same ids.
    }
  }

  private told(entry: Entry, result: components['schemas']['accepted'] | components['schemas']['rejected']): void {
    if (result.status === 'accepted') {
      Object.assign(entry, { status: 'accepted', outcome: result.outcome });
    } else if (result.problem.serverTime && this.ahead === 0) {
      // This clock is wrong. What happened is told by the platform's from now on, as long before as it happened.
      this.ahead = Date.parse(result.problem.serverTime) - this.now().getTime();
      for (const { event } of this.waiting()) {
        event.time = new Date(Date.parse(event.time) + this.ahead).toISOString();
      }
    } else if (result.problem.status < 500) {
      Object.assign(entry, { status: 'rejected', because: result.problem.detail });
    }
  }

  /** Asks what became of what was accepted. */
  async ask(): Promise<void> {
    const asked = this.entries.filter(entry => ['accepted', 'early'].includes(entry.status) && entry.outcome?.length);
    for (const programme of new Set(asked.map(programmeOf))) {
      const own = asked.filter(entry => programmeOf(entry) === programme).slice(-AT_ONCE);
      const { data } = await this.client.POST(`/v1/outcomes/${programme}` as '/v1/outcomes/relief', { body: own.map(entry => entry.outcome![0]!) });
      data?.results.forEach((result, i) => {
        if ('outcome' in result) {
          Object.assign(own[i]!, { status: result.outcome, because: result.rule });
        }
      });
    }
    await this.keep(this.entries);
  }

  private now(): Date {
    return new Date((this.options.now?.() ?? new Date()).getTime() + this.ahead);
  }

  private pause(milliseconds: number): Promise<void> {
    return this.options.pause?.(milliseconds) ?? new Promise(resolve => setTimeout(resolve, milliseconds));
  }

  private async keep(entries: Entry[]): Promise<void> {
    this.entries = entries;
    await this.options.store.save(entries);
  }
}

/** `org.chongshan.relief.GridVisitRecorded` is of relief. */
function programmeOf(entry: Entry): string {
  return entry.event.type.split('.')[2]!;
}

let last = { at: 0, count: 0 };

/** RFC 9562, version 7: ids of one device sort in the order they were made, those of one millisecond too. */
export function uuid7(now: Date): string {
  const at = Math.max(now.getTime(), last.at);
  last = { at, count: at === last.at ? last.count + 1 : 0 };
  const random = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
  const time = at.toString(16).padStart(12, '0');
  const count = (0x7000 | (last.count & 0xfff)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${((parseInt(random[0]!, 16) & 3) | 8).toString(16)}${random.slice(1, 4)}-${random.slice(4)}`;
}
