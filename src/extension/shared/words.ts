/** `vscode.l10n.t`, handed to the parts that must not know the editor. The English message is the key of the bundle. */
export type Translate = (message: string, ...args: (string | number)[]) => string;
