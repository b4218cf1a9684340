import type { Entity, OutlineNode, Span } from '../../engine/analysis';
import { requirements } from '../../ledger';
import type { EntityView } from '../report-view';

type Requirement = ReturnType<typeof requirements>[number];

/** The requirements of one version of a report by who issued them and who must carry them out: a hover looks at those of one entity only. */
class RequirementIndex {
  readonly #all: readonly Requirement[];
  readonly #byIssuer = new Map<string, number[]>();
  readonly #byIssuerStart = new Map<number, number[]>();
  readonly #byAddressee = new Map<string, number[]>();
  /** where addressees are named, by where that begins */
  readonly #addressees: { readonly span: Span; readonly at: number }[] = [];
  #longest = 0;

  constructor(outline: readonly OutlineNode[]) {
    this.#all = requirements(outline);
    this.#all.forEach(({ directive: { issuer, issuerSpan, addressee, addresseeSpan } }, at) => {
      if (issuer !== undefined) file(this.#byIssuer, issuer, at);
      if (issuerSpan) file(this.#byIssuerStart, issuerSpan.start, at);
      if (addressee !== undefined) file(this.#byAddressee, addressee, at);
      if (addresseeSpan) this.#addressees.push({ span: { start: addresseeSpan.start, end: addresseeSpan.end }, at });
    });
    this.#addressees.sort((a, b) => a.span.start - b.span.start);
    for (const { span } of this.#addressees) this.#longest = Math.max(this.#longest, span.end - span.start);
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
      for (let i = this.#firstFrom(end - this.#longest); i < this.#addressees.length && this.#addressees[i]!.span.start <= start; i++) {
        const { span, at } = this.#addressees[i]!;
        if (span.end >= end) found.add(at);
      }
    }
    return this.#inOrder(found);
  }

  #firstFrom(start: number): number {
    let low = 0, high = this.#addressees.length;
    while (low < high) { const middle = (low + high) >> 1; if (this.#addressees[middle]!.span.start < start) low = middle + 1; else high = middle; }
    return low;
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
export function requirementsIn(view: EntityView): RequirementIndex {
  let index = indices.get(view);
  if (!index) indices.set(view, (index = new RequirementIndex(view.analysis.outline)));
  return index;
}
