import { EntityModel } from '../../src/extension/entities/model';
import { OutlineModel } from '../../src/extension/outline/model';
import { Methods, type EntitiesResult, type OutlineResult } from '../../src/protocol';
import type { Server } from './server';

/** Nodes that the extension asks for at once. */
const MOST_NODES = 1_000;

/** What the extension holds of a document, and how it asks for what is new: with the stamp of the last answer, so many nodes at once. */
export class Client {
  outline = new OutlineModel();
  entities = new EntityModel();
  readonly #server: Server;
  readonly #uri: string;

  constructor(server: Server, uri: string) {
    this.#server = server;
    this.#uri = uri;
  }

  /** Asks for the outline as of a report that was just opened; for its first nodes, or for all of them. */
  async beginOutline(all: boolean): Promise<void> {
    this.outline = new OutlineModel();
    await (all ? this.askOutline() : this.askOutlineOnce());
  }

  /** Asks for all entities as for the first time. */
  async beginEntities(): Promise<void> {
    this.entities = new EntityModel();
    await this.askEntities();
  }

  /** Asks for what is new in the outline until nothing more is to come. */
  async askOutline(): Promise<void> {
    do await this.askOutlineOnce(); while (this.outline.hasMore);
  }

  /** Asks once, as at each notice of the server. */
  async askOutlineOnce(): Promise<void> {
    this.outline.apply(await this.#server.ask<OutlineResult>(Methods.outline, this.#uri, { most: MOST_NODES, ...since(this.outline.stamp) }));
  }

  /** Asks for the lists of entities that are new, as the view of entities does while it is seen. */
  async askEntities(): Promise<void> {
    this.entities.apply(await this.#server.ask<EntitiesResult>(Methods.entities, this.#uri, since(this.entities.stamp)));
  }
}

const since = (stamp: number | undefined): { since?: number } => (stamp === undefined ? {} : { since: stamp });
