import type { Entity, EntityType } from '../../analysis';
import type { FoundMention } from '../found-mention';

/** What an entity's facts are read with, once they are asked for. */
export type ReadFacts = (entity: LinkedEntity) => Record<string, string>;

/** An entity of a text that may be edited: its mentions move with the text, its facts are read when somebody asks. */
export class LinkedEntity implements Entity {
  constructor(readonly id: string, readonly type: EntityType, readonly name: string, readonly mentions: FoundMention[], private readonly readFacts: ReadFacts) {
    for (const mention of mentions) mention.entity = this;
  }

  get facts(): Record<string, string> { return this.readFacts(this); }
}
