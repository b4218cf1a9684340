import { mapInSteps } from '../steps';
import { exchanged, KeptParagraphs, paragraphAt, type Edit, type Paragraph, type SourceText } from '../text';
import { Block, STEP, type Exchange } from './block';
import { mayOpenNotes, neededFor, opensNotes, readHead, readTitles, roleInBody, type Head, type Role, type Titles } from './blocks';
import { Tally } from './tally';

const NO_HEAD: Head = { roles: [], bodyFrom: 0 }, NO_TITLES: Titles = { title: '', quoted: [] };

/**
 * Gives every paragraph its role, version after version. After an edit only those are looked at again whose role may be another one: what is new
 * with the line before it, the head, and where titles or the beginning of the notes are others all that depend on these.
 */
export class Roles {
  blocks: Block[] = [];
  head: Head = NO_HEAD;
  readonly tally = new Tally();
  /** how many blocks were looked at in this version */
  read = 0;
  #titles = NO_TITLES;
  /** the block from which on all are notes; the number of all blocks where none are */
  #notesFrom = 0;
  readonly #notes = new KeptParagraphs(mayOpenNotes);

  /** Goes on to the version after an edit. What came and all whose role is new are added to `changed`. */
  *update(text: SourceText, edit: Edit, changed: Set<Block>): Generator<void, Exchange> {
    const { from, removed, added } = edit, come = yield* mapInSteps(added, (p) => new Block(p)), gone = this.blocks.slice(from, from + removed.length);
    this.blocks = exchanged(this.blocks, from, gone.length, come);
    yield* this.#notes.update(text);
    for (const block of gone) this.tally.count(block, -1);
    for (const [i, block] of come.entries()) {
      this.tally.count(block, 1);
      changed.add(block);
      if (i % STEP === STEP - 1) yield;
    }
    this.read = 0;
    for (const i of this.#dependents(text, edit)) {
      if (++this.read % STEP === 0) yield;
      const block = this.blocks[i]!, role = this.#roleOf(i);
      if (role === block.role) continue;
      this.tally.count(block, -1);
      block.role = role;
      this.tally.count(block, 1);
      changed.add(block);
    }
    return { from, gone, come };
  }

  /** Numbers of the blocks whose role may be another one, and notes all that roles depend on. */
  #dependents(text: SourceText, { from, removed, added }: Edit): Iterable<number> {
    const { paragraphs } = text, growth = added.length - removed.length, before = { head: this.head, titles: this.#titles, notesFrom: this.#notesFrom };
    this.head = readHead(paragraphs);
    this.#titles = readTitles(this.head, paragraphs);
    this.#notesFrom = this.#findNotes();
    const touched = new Set<number>(), add = (first: number, end: number): void => { for (let i = Math.max(0, first); i < Math.min(end, paragraphs.length); i++) touched.add(i); };
    add(0, Math.max(this.head.bodyFrom, before.head.bodyFrom + Math.max(0, growth)) + 1);
    add(from - 1, from + added.length);
    const notesBefore = before.notesFrom < from ? before.notesFrom : Math.max(from, before.notesFrom + growth);
    if (notesBefore !== this.#notesFrom) add(Math.min(notesBefore, this.#notesFrom), Math.max(notesBefore, this.#notesFrom) + 1);
    for (const words of neededFor(before.titles, this.#titles)) for (const { index } of paragraphsWith(words, text)) touched.add(index);
    return touched;
  }

  #findNotes(): number {
    const { blocks } = this, first = this.#notes.all.find((p) => p.index >= this.head.bodyFrom && opensNotes(p, p.index > blocks.length / 2));
    return first?.index ?? blocks.length;
  }

  #roleOf(i: number): Role {
    const { roles, bodyFrom } = this.head;
    if (i < bodyFrom) return roles[i]!;
    if (i >= this.#notesFrom) return 'note';
    return roleInBody(this.blocks[i]!.paragraph, this.blocks[i + 1]?.paragraph, this.#titles, i === bodyFrom, roles[i]);
  }
}

/** The paragraphs with certain words in them. */
function paragraphsWith(words: string, { folded, paragraphs }: SourceText): Paragraph[] {
  const found: Paragraph[] = [];
  for (let at = folded.indexOf(words); at >= 0;) {
    const paragraph = paragraphAt(paragraphs, at)!;
    found.push(paragraph);
    at = folded.indexOf(words, Math.max(paragraph.end, at + 1));
  }
  return found;
}
