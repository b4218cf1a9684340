import type { Entity, OutlineNode, Span } from '../../engine/analysis';
import { inSteps, toTheEnd } from '../../engine/steps';
import { firstStartingFrom } from '../../engine/text';
import { requirementsInSteps, type Requirement } from '../../ledger';
import type { EntityView } from '../report-view';

/** The requirements of one version of a report by who issued them and who must carry them out: a hover looks at those of one entity only. */
class RequirementIndex {
  readonly #all: readonly Requirement[];
  readonly #byIssuer = new Map<string, number[]>();
  readonly #byIssuerStart = new Map<number, number[]>();
  readonly #byAddressee = new Map<string, number[]>();
  /** where addressees are named, by where that begins */
  readonly #addressees: { readonly span: Span; readonly at: number }[] = [];
  #longest = 0;

  private constructor(all: readonly Requirement[]) { this.#all = all; }

  /** Makes the index of an outline in steps. */
  static *of(outline: readonly OutlineNode[]): Generator<void, RequirementIndex> {
    const index = new RequirementIndex(yield* requirementsInSteps(outline));
    yield* inSteps(index.#all.keys(), (at) => { index.#file(at); });
    index.#addressees.sort((a, b) => a.span.start - b.span.start);
    return index;
  }

  #file(at: number): void {
    const { issuer, issuerSpan, addressee, addresseeSpan } = this.#all[at]!.directive;
    if (issuer !== undefined) file(this.#byIssuer, issuer, at);
    if (issuerSpan) file(this.#byIssuerStart, issuerSpan.start, at);
    if (addressee !== undefined) file(this.#byAddressee, addressee, at);
    if (!addresseeSpan) return;
    const { start, end } = addresseeSpan;
    this.#addressees.push({ span: { start, end }, at });
    this.#longest = Math.max(this.#longest, end - start);
  }

  /** What an entity requires, in text order. An issuer is one name. */
  issuedBy({ name, mentions }: Entity): OutlineNode[] {
    const found = new Set(this.#byIssuer.get(name));
    for (const { start, end } of mentions) for (const at of this.#byIssuerStart.get(start) ?? []) if (this.#all[at]!.directive.issuerSpan?.end === end) found.add(at);
    return this.#inOrder(found);
  }

  /** What an entity must carry out, in text order. An addressee may say more than the name of the body (新区上下). */
  addressedTo({ name, mentions }: Entity): OutlineNode[] {
    const found = new Set(this.#byAddressee.get(name));
    for (const { start, end } of mentions) {
      for (let i = firstStartingFrom(this.#addressees, end - this.#longest, ({ span }) => span.start); i < this.#addressees.length && this.#addressees[i]!.span.start <= start; i++) {
        const { span, at } = this.#addressees[i]!;
        if (span.end >= end) found.add(at);
      }
    }
    return this.#inOrder(found);
  }

  #inOrder(found: ReadonlySet<number>): OutlineNode[] {
    return [...found].sort((a, b) => a - b).map((at) => this.#all[at]!);
  }
}

function file<K>(map: Map<K, number[]>, key: K, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}

const indices = new WeakMap<EntityView, RequirementIndex>();

/** The index of a view, made when it is first asked for. */
export function requirementsIn(view: EntityView): RequirementIndex { return indices.get(view) ?? toTheEnd(indexRequirements(view)); }

/** Makes the index of a view in steps. */
export function* indexRequirements(view: EntityView): Generator<void, RequirementIndex> {
  let index = indices.get(view);
  if (!index) indices.set(view, (index = yield* RequirementIndex.of(view.analysis.outline)));
  return index;
}
