/** A span the grammar proposes, and the code of its kind (1…63); offsets into the sentence. */
export interface Proposal { start: number; end: number; kind: number }
