import { inSteps } from '../../steps';
import { BodyFiles, type Filed } from './body-files';
import { firstOf, nearest, type Form, type TypeChanges } from './forms';
import { BODY_RULES, readBody, type BodyRule } from './organization';
import type { Pairing } from './pairing';
import type { RegionReader } from './regions';

/** Which names mean one body. A name is paired again where an edit changes how it is read, or which fuller names may be the same. */
export class BodyPairs implements Pairing {
  readonly #files = new BodyFiles();
  readonly #filed = new Map<Form, Filed>();
  readonly #fuller = new Map<Form, Form>();

  constructor(private readonly regions: RegionReader) {}

  fullerOf(form: Form): readonly Form[] {
    const fuller = this.#fuller.get(form);
    return fuller ? [fuller] : NONE;
  }

  prepareForEdits(): Generator<void, void> { return this.#files.prepareForEdits(); }

  *update(changes: TypeChanges): Generator<void, Iterable<Form>> {
    if (this.#filed.size > 0) yield* this.prepareForEdits();
    const again = this.#toFileAgain(changes), stale = new Set([...changes.come, ...again]), touched = new Set<Filed>(), changed: Form[] = [];
    yield* inSteps([...changes.gone, ...again], (form) => this.#take(form));
    for (const form of changes.gone) this.#fuller.delete(form);
    yield* inSteps(stale, (form) => this.#put({ form, body: readBody(form.key, this.regions) }));
    for (const form of changes.touched) if (!stale.has(form)) { touched.add(this.#filed.get(form)!); this.#files.touch(this.#filed.get(form)!); }
    for (const { form } of yield* this.#files.concerned(touched, ({ form }) => stale.has(form), this.#maySame)) stale.add(form);
    yield* inSteps(stale, (form) => { if (this.#pair(form)) changed.push(form); });
    return changed;
  }

  /** Names that stay and that are filed in another way or place than before: their first mention is another one, or their leading place. */
  #toFileAgain({ moved, gone, places }: TypeChanges): ReadonlySet<Form> {
    const again = new Set(moved);
    for (const place of places) for (const { form, body } of this.#files.ledBy(place)) if (!gone.has(form) && readBody(form.key, this.regions).region !== body.region) again.add(form);
    return again;
  }

  #put(filed: Filed): void {
    this.#filed.set(filed.form, filed);
    this.#files.put(filed);
  }

  #take(form: Form): void {
    this.#files.take(this.#filed.get(form)!);
    this.#filed.delete(form);
  }

  /** Chooses the fuller name that a name is one with; says whether it is another than before. */
  #pair(form: Form): boolean {
    const before = this.#fuller.get(form), now = this.#choose(this.#filed.get(form)!);
    if (now) this.#fuller.set(form, now); else this.#fuller.delete(form);
    return now !== before;
  }

  #choose(short: Filed): Form | undefined {
    for (const rule of BODY_RULES) {
      const same = this.#files.same(rule, short, this.#isSame);
      if (same.length > 0) return nearest(firstOf(short.form), same);
    }
    return undefined;
  }

  /** Is a name that is longer, or as long and in the text before, the same? */
  readonly #isSame = (rule: BodyRule, short: Filed, full: Filed): boolean =>
    this.#maySame(rule, short, full) && (full.body.key.length > short.body.key.length || firstOf(full.form) < firstOf(short.form));

  /** The same, where an edit may have changed which of two names of one length stands first. */
  readonly #maySame = (rule: BodyRule, short: Filed, full: Filed): boolean =>
    full.body.key.length >= short.body.key.length && full.form !== short.form && rule.same(short.body, full.body, this.regions);
}

const NONE: readonly Form[] = [];
