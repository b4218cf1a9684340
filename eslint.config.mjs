import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';

/** Keeps the arrows of docs/architecture.md: a folder may import only what is named for it. */
const zone = (target, except, message) => ({ target, from: './src', except, message });

/** Both make V8 an old object (a hidden class) that holds the function with all it sees; collecting the young generation takes that for alive. */
const KEEPS = 'keeps the text it was made for, and all read of it, in memory until old objects are collected';

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'tools/vscode-server/', 'test-results/'] },
  ...tseslint.configs.strictTypeChecked.map((c) => ({ ...c, files: ['**/*.{ts,mts}'] })),
  {
    files: ['**/*.{ts,mts}'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    // without it no import of a .ts file is resolved, and none restricted
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.mts', '.js', '.mjs'] })] },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'import-x/no-restricted-paths': ['error', {
        zones: [
          zone('./src/engine/text', ['./engine/steps.ts', './engine/text', './engine/analysis.ts', './engine/lexicon'], 'text knows no later stage'),
          zone('./src/engine/lexicon', ['./engine/lexicon'], 'lexicon knows no stage'),
          zone('./src/engine/detector', ['./engine/detector', './engine/analysis.ts'], 'the detector stays tiny'),
          zone('./src/engine/structure', ['./engine/steps.ts', './engine/structure', './engine/text', './engine/lexicon', './engine/analysis.ts', './engine/detector'], 'structure knows only text'),
          zone('./src/engine/directives', ['./engine/steps.ts', './engine/directives', './engine/structure', './engine/text', './engine/lexicon', './engine/analysis.ts'], 'directives know text and structure'),
          zone('./src/engine/entities', ['./engine/side-reader.ts', './engine/steps.ts', './engine/entities', './engine/structure', './engine/text', './engine/lexicon', './engine/analysis.ts', './engine/resources.ts'], 'entities know text and structure'),
          zone('./src/engine/consistency', ['./engine/steps.ts', './engine/consistency', './engine/entities', './engine/structure', './engine/text', './engine/lexicon', './engine/analysis.ts', './engine/resources.ts'], 'consistency looks at what the other stages found'),
          zone('./src/engine', ['./engine'], 'the engine knows no host'),
          zone('./src/extension', ['./extension', './protocol', './engine/analysis.ts', './engine/detector', './dictionary'], 'the extension is a thin client'),
          zone('./src/dictionary', ['./dictionary', './engine/analysis.ts', './engine/resources.ts'], 'a dictionary file is read without an engine'),
          zone('./src/ledger', ['./ledger', './engine/analysis.ts', './engine/steps.ts'], 'the ledger is made of an analysis alone'),
          zone('./src/wording', ['./wording', './ledger', './engine/analysis.ts', './engine/frequent-words.ts'], 'wording only names things'),
          zone('./src/node', ['./node', './engine/resources.ts', './engine/side-reader.ts', './engine/lexicon', './engine/text', './engine/outline.ts', './engine/packed-outline.ts', './engine/entities', './engine/steps.ts'], 'loading knows the resources and the lexicon, the thread the outline and what sentences tell'),
          zone('./src/server', ['./server', './engine', './protocol', './node', './ledger', './conversion', './wording'], 'the server wraps the engine'),
          zone('./src/cli', ['./cli', './engine', './node', './ledger', './conversion', './wording', './dictionary', './server/stdio.ts'], 'the command line wraps the engine'),
        ],
      }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: ':function ObjectExpression > Property[kind="get"]', message: `the getter of a literal ${KEEPS}; write a class` },
        { selector: ':function :not(MethodDefinition) > FunctionExpression[generator=true], :function FunctionDeclaration[generator=true]', message: `a generator function inside a function ${KEEPS}; write one of the module or a method` },
      ],
    },
  },
);
