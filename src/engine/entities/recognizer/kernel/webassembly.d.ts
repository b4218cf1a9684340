/** What is used of WebAssembly, which every host has and the standard library of TypeScript declares for browsers only. */
declare namespace WebAssembly {
  interface Memory { readonly buffer: ArrayBuffer; grow(pages: number): number }
  interface Instance { readonly exports: Record<string, unknown> }
  type Module = object;
  const Memory: new (size: { initial: number }) => Memory;
  const Module: new (code: Uint8Array) => Module;
  const Instance: new (module: Module, imports: object) => Instance;
}
