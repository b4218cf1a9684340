/** Parameters of a message that is about one document. */
interface DocumentMessage { textDocument: { uri: string; version?: number } }

/**
 * Lets only messages about reports pass to the server. The language client watches every plain text; what is no report must never
 * leave the extension host. The gate also knows what the server holds, so that a document can be added or taken away while it is open.
 */
export class Gate {
  readonly #held = new Map<string, number>();
  readonly #isReport: (uri: string) => boolean;

  constructor(isReport: (uri: string) => boolean) {
    this.#isReport = isReport;
  }

  /** Whether the server holds the document. */
  holds(uri: string): boolean {
    return this.#held.has(uri);
  }

  /** A new server process holds nothing. */
  reset(): void {
    this.#held.clear();
  }

  /** Whether a request with these parameters may be sent. */
  passesRequest(params: unknown): boolean {
    return !isDocumentMessage(params) || this.holds(params.textDocument.uri);
  }

  /** Whether a notification may be sent, and notes what it does to the set of documents that the server holds. */
  passesNotification(method: string, params: unknown): boolean {
    if (!isDocumentMessage(params)) return true;
    const { uri, version = 0 } = params.textDocument;
    switch (method) {
      case 'textDocument/didOpen':
        if (this.holds(uri) || !this.#isReport(uri)) return false;
        this.#held.set(uri, version);
        return true;
      case 'textDocument/didClose':
        return this.#held.delete(uri);
      case 'textDocument/didChange':
        return this.#passesChange(uri, version);
      default:
        return this.holds(uri);
    }
  }

  /** A change that the text of a late `didOpen` has in it already must not be applied again. */
  #passesChange(uri: string, version: number): boolean {
    const held = this.#held.get(uri);
    if (held === undefined || version <= held) return false;
    this.#held.set(uri, version);
    return true;
  }
}

function isDocumentMessage(params: unknown): params is DocumentMessage {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return false;
  const { textDocument } = params;
  return typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument && typeof textDocument.uri === 'string';
}
