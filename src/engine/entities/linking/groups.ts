import type { FoundMention } from '../found-mention';
import { inSteps } from '../../steps';
import type { EntityList } from './entity-list';
import { firstOf, FormSets, type Form, type FormChanges } from './forms';
import type { LinkedEntity } from './linked-entity';

/** What groups are made by. */
export interface Links {
  /** forms that mean the same as a form; each pair is told of one of the two at least */
  of(form: Form): readonly Form[];
  /** the form that a mention means, if it is not its own */
  readonly meantBy?: ((mention: FoundMention) => Form | undefined) | undefined;
}

/** Forms that mean the same, with all mentions of the entity. */
interface Group { readonly forms: Form[]; readonly mentions: FoundMention[] }

/** Groups forms into entities, version after version: only what hangs together with forms that an edit touches is grouped anew. */
export class Groups {
  /** the forms that hang together with a form; of a form that stands alone nothing is kept */
  readonly #clusters = new Map<Form, readonly Form[]>();

  constructor(private readonly list: EntityList, private readonly links: Links) {}

  /** @param goneMentions mentions that are no more @param stale other forms than those that changed of which the links may be others than before */
  *update(changes: FormChanges, goneMentions: readonly FoundMention[], stale: Iterable<Form>): Generator<void, void> {
    const forms = yield* this.#concerned(changes, stale), before = new Set<LinkedEntity>();
    yield* inSteps(goneMentions, ({ entity }) => { if (entity) before.add(entity); });
    yield* inSteps(forms, ({ mentions }) => { for (const { entity } of mentions) if (entity) before.add(entity); });
    const come: LinkedEntity[] = [];
    yield* inSteps(yield* this.#group(forms), (group) => {
      const mentions = mentionsOf(group), name = canonical(group.forms), known = mentions[0]!.entity;
      if (known && known.name === name && isSameList(known.mentions, mentions)) before.delete(known); else come.push(this.list.make(name, mentions));
    });
    yield* this.list.exchange(before, come);
  }

  /** All forms that hang together, or did before, with one that changed. */
  *#concerned({ gone, come, touched }: FormChanges, stale: Iterable<Form>): Generator<void, ReadonlySet<Form>> {
    const forms = new Set<Form>(), enter = (form: Form): void => { for (const f of this.#clusters.get(form) ?? [form]) if (!gone.has(f)) forms.add(f); };
    for (const changed of [gone, come, touched, stale]) yield* inSteps(changed, enter);
    yield* inSteps([...forms], (form) => { for (const other of this.#tiedTo(form)) enter(other); });
    for (const form of gone) this.#clusters.delete(form);
    return forms;
  }

  /** The forms that a form is linked with, and those that its mentions mean. */
  #tiedTo(form: Form): readonly Form[] {
    const links = this.links.of(form);
    let all: Form[] | undefined;
    if (this.links.meantBy) for (const mention of form.mentions) { const meant = this.links.meantBy(mention); if (meant) (all ??= [...links]).push(meant); }
    return all ?? links;
  }

  /** The groups of these forms. Their mentions are in the order of the forms. */
  *#group(forms: ReadonlySet<Form>): Generator<void, Group[]> {
    const sets = new FormSets(), clusters = new FormSets(), groups = new Map<Form, Group>();
    yield* inSteps(forms, (form) => {
      for (const other of this.links.of(form)) sets.join(form, other);
      for (const other of this.#tiedTo(form)) clusters.join(form, other);
    });
    yield* this.#keepClusters(forms, clusters);
    yield* inSteps(forms, (form) => {
      const own = sets.root(form);
      for (const mention of form.mentions) {
        const meant = this.links.meantBy?.(mention), root = meant ? sets.root(meant) : own, group = groups.get(root);
        if (!group) { groups.set(root, { forms: [form], mentions: [mention] }); continue; }
        if (group.forms.at(-1) !== form) group.forms.push(form);
        group.mentions.push(mention);
      }
    });
    return [...groups.values()];
  }

  *#keepClusters(forms: ReadonlySet<Form>, sets: FormSets): Generator<void, void> {
    const clusters = new Map<Form, Form[]>();
    yield* inSteps(forms, (form) => {
      const root = sets.root(form), cluster = clusters.get(root);
      if (cluster) cluster.push(form); else clusters.set(root, [form]);
    });
    yield* inSteps(clusters.values(), (cluster) => { for (const form of cluster) if (cluster.length > 1) this.#clusters.set(form, cluster); else this.#clusters.delete(form); });
  }
}

/** The mentions of a group in text order: the form's own list where there is one form. */
function mentionsOf({ forms, mentions }: Group): FoundMention[] {
  const [form] = forms;
  return forms.length > 1 ? mentions.sort((a, b) => a.start - b.start) : form!.mentions.length === mentions.length ? form!.mentions : mentions;
}

const isSameList = (a: readonly FoundMention[], b: readonly FoundMention[]): boolean => a.length === b.length && a.every((m, i) => m === b[i]);

/** The fullest form; of equally long ones the commonest, then the first. */
function canonical(forms: readonly Form[]): string {
  const better = (a: Form, b: Form): Form => ((b.display.length - a.display.length || b.mentions.length - a.mentions.length || firstOf(a) - firstOf(b)) > 0 ? b : a);
  return forms.reduce(better).display;
}
