// Loaded into a server with --require and --expose-gc: collects its garbage when it is asked to, and gives the pages back that V8 keeps for later.
process.on('SIGUSR2', () => { globalThis.gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }); });
