import { inSteps } from '../../steps';
import { firstOf, type Form } from './forms';
import { BODY_RULES, signatureOf, type Body, type BodyRule } from './organization';
import { insert, remove } from './text-order';

/** Most fuller names that are found under one word: keeps the work linear in long lists of bodies. */
const MOST_FOUND = 64;

/** A body's name with how it is read. */
export interface Filed { readonly form: Form; readonly body: Body }

/** What is kept under one word for one rule. */
class BodyFile {
  // most files hold a name each: lists that are made with it take no more room than they need
  /** fuller names, by their first mentions */
  filed: Filed[] | undefined;
  /** shorter names that look for fuller ones here */
  asking: Filed[] | undefined;
  #signatures: readonly number[] | undefined;

  constructor(readonly rule: BodyRule) {}

  get isEmpty(): boolean { return !this.filed?.length && !this.asking?.length; }

  put(filed: Filed): void {
    if (this.filed) insert(this.filed, filed, startOf); else this.filed = [filed];
    this.#signatures = undefined;
  }

  ask(asking: Filed): void { if (this.asking) this.asking.push(asking); else this.asking = [asking]; }

  take(filed: Filed): void {
    if (this.filed) remove(this.filed, filed);
    this.#signatures = undefined;
    if (this.asking) remove(this.asking, filed);
  }

  /** The signatures of the fuller names that are found. */
  get signatures(): readonly number[] { return this.#signatures ??= this.found.map(({ body }) => body.signature); }

  /** Those of the fuller names that are found: the first of the text, as they are now. */
  get found(): readonly Filed[] { return this.filed?.slice(0, MOST_FOUND) ?? NONE; }
}

/** For lists of a few keys: is it not there twice? */
const isFirst = (word: number, i: number, words: readonly number[]): boolean => words.indexOf(word) === i;

const startOf = ({ form }: Filed): number => firstOf(form);

const NONE: readonly Filed[] = [];

/** Names of bodies by the words, as keys, under which rules look for them. */
export class BodyFiles {
  readonly #files = new Map(BODY_RULES.map((rule) => [rule, new Map<number, BodyFile>()]));
  /** names by the two characters at which a leading place is looked for */
  readonly #byStart = new Map<string, Set<Filed>>();
  /** names that were put in and that only the next edit asks more of than to be found */
  #fresh: Filed[] = [];
  /** files that somebody asks in and in which something changed since they were last asked for, with what was found in them before */
  #changed = new Map<BodyFile, readonly Filed[]>();

  /** Fuller names that are the same as a name by a rule. */
  same(rule: BodyRule, short: Filed, isSame: (rule: BodyRule, short: Filed, full: Filed) => boolean): Form[] {
    const same: Form[] = [], files = this.#files.get(rule)!;
    for (const word of rule.ask(short.body)) {
      const file = files.get(word), filed = file?.filed;
      // most words are one name's only
      if (!file || !filed || filed.length === 1 && filed[0] === short) continue;
      const { signatures } = file, needed = signatureOf(rule.shared(short.body));
      for (let i = 0; i < signatures.length; i++) if ((needed & ~signatures[i]!) === 0 && isSame(rule, short, filed[i]!)) same.push(filed[i]!.form);
    }
    return same;
  }

  /** Names that have a place where a leading place is looked for. */
  *ledBy(place: string): Generator<Filed> { for (const filed of this.#byStart.get(place.slice(0, 2)) ?? []) if (filed.form.key.includes(place)) yield filed; }

  put(filed: Filed): void {
    this.#fresh.push(filed);
    for (const rule of BODY_RULES) {
      const words = rule.file(filed.body);
      for (let i = 0; i < words.length; i++) if (isFirst(words[i]!, i, words)) this.#change(rule, words[i]!).put(filed);
    }
  }

  /** Makes in steps what is known of the names ready for an edit: a text that nobody edits needs none of it. */
  *prepareForEdits(): Generator<void, void> {
    const fresh = this.#fresh;
    this.#fresh = [];
    yield* inSteps(fresh, (filed) => {
      for (const start of filed.body.starts) { const others = this.#byStart.get(start); if (others) others.add(filed); else this.#byStart.set(start, new Set([filed])); }
      for (const rule of BODY_RULES) rule.ask(filed.body).filter(isFirst).forEach((word) => this.#of(rule, word).ask(filed));
    });
  }

  take(filed: Filed): void {
    for (const start of filed.body.starts) { const others = this.#byStart.get(start); if (others?.delete(filed) && others.size === 0) this.#byStart.delete(start); }
    for (const rule of BODY_RULES) {
      for (const word of [...rule.file(filed.body), ...rule.ask(filed.body)]) {
        const file = this.#change(rule, word);
        file.take(filed);
        if (file.isEmpty) this.#files.get(rule)!.delete(word);
      }
    }
  }

  /** The name has other mentions than before: what is chosen of the files that it is in may be another. */
  touch(filed: Filed): void { for (const rule of BODY_RULES) for (const word of rule.file(filed.body)) this.#change(rule, word); }

  /**
   * Names for which other fuller names are found than before, in steps, since this was asked last. `touched`: those that are found with other
   * mentions. `isKnown`: names that need not be told.
   */
  *concerned(touched: ReadonlySet<Filed>, isKnown: (short: Filed) => boolean, maySame: (rule: BodyRule, short: Filed, full: Filed) => boolean): Generator<void, Filed[]> {
    const concerned: Filed[] = [];
    yield* inSteps(this.#changed, ([file, before]) => {
      const asking = file.asking?.filter((short) => !isKnown(short)) ?? NONE;
      if (asking.length > 0) {
        const others = differing(before, file.found, touched);
        for (const short of asking) if (others.some((full) => maySame(file.rule, short, full))) concerned.push(short);
      }
    });
    this.#changed = new Map();
    return concerned;
  }

  #of(rule: BodyRule, word: number): BodyFile {
    const files = this.#files.get(rule)!;
    let file = files.get(word);
    if (!file) files.set(word, file = new BodyFile(rule));
    return file;
  }

  #change(rule: BodyRule, word: number): BodyFile {
    const file = this.#of(rule, word);
    if (file.asking && file.asking.length > 0 && !this.#changed.has(file)) this.#changed.set(file, file.found);
    return file;
  }
}

/** What is found in only one of two lists, or in both and touched. */
function differing(before: readonly Filed[], after: readonly Filed[], touched: ReadonlySet<Filed>): Filed[] {
  const was = new Set(before), is = new Set(after);
  return [...before.filter((f) => !is.has(f)), ...after.filter((f) => !was.has(f) || touched.has(f))];
}
