import type { Proposal } from '../recognizer/channels';

/** What the grammar of the genre proposes in a sentence. */
export function findProposals(_sentence: string): Proposal[] {
  return [];
}
