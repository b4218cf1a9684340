import { ErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import { LanguageClient } from 'vscode-languageclient/node';

/**
 * Whether a question stayed without an answer because the server's process ended. The client's error handler (`closed`) hears of the end as well
 * and decides what follows.
 */
export function serverDied(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}

/** A language client that leaves it to the error handler to tell of a server that ended while it started, which it starts again by itself. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, serverDied(data) ? false : showNotification);
  }
}
