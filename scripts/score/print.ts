import { f1 } from './tally';
import { figuresOf, type DocumentScore, type Figures } from './score';

type Figure = Exclude<keyof Figures, 'documents' | 'entityF1ByType'>;
const COLUMNS: [Figure, string][] = [
  ['nodeF1', 'nodes'], ['sectionF1', 'sections'], ['requirementF1', 'requirements'], ['titleF1', 'titles'], ['kindAccuracy', 'kinds'], ['parentAccuracy', 'parents'],
  ['issuerAccuracy', 'issuers'], ['addresseeAccuracy', 'addressees'], ['entityF1', 'entities'], ['linkF1', 'links'],
];

/** What `npm run score` prints: a line a text, a table by genre (in Markdown, so that it can be kept), and the figures. */
export function textReport(documents: readonly DocumentScore[], withMisses: boolean): string {
  const figures = figuresOf(documents);
  return [
    ...documents.map(documentLine),
    ...(withMisses ? ['', ...documents.flatMap(missLines)] : []),
    '', ...genreTable(documents), '',
    ...COLUMNS.map(([field]) => `${field.padEnd(18)} ${figures[field].toFixed(4)}`),
    `entityF1ByType     ${Object.entries(figures.entityF1ByType).map(([type, value]) => `${type} ${value.toFixed(3)}`).join('  ')}`,
    `taken for reports  ${share(documents.map((d) => d.isReport))}`,
    `genre right        ${share(documents.flatMap((d) => d.genreRight ?? []))}`,
  ].join('\n');
}

/** The same as JSON: the figures, by genre, and by document. */
export function jsonReport(documents: readonly DocumentScore[], withMisses: boolean): string {
  return JSON.stringify({
    ...figuresOf(documents),
    byGenre: Object.fromEntries([...byGenre(documents)].map(([genre, list]) => [genre, figuresOf(list)])),
    perDocument: documents.map((d) => ({
      name: d.name, genre: d.genre, isReport: d.isReport, node: f1(d.outline.node), requirement: f1(d.outline.requirement),
      ...(d.entities && { entity: f1(d.entities.all) }), ...(withMisses && { misses: missesOf(d) }),
    })),
  }, null, 1);
}

function documentLine(d: DocumentScore): string {
  const entities = d.entities ? `  entities ${f1(d.entities.all).toFixed(3)}` : '';
  return `${d.name.padEnd(44)} nodes ${f1(d.outline.node).toFixed(3)}  requirements ${f1(d.outline.requirement).toFixed(3)}${entities}`;
}

const missesOf = (d: DocumentScore): string[] => [...d.outline.misses, ...(d.entities?.misses ?? [])];
const missLines = (d: DocumentScore): string[] => missesOf(d).map((miss) => `${d.name}: ${miss}`);
const share = (answers: readonly boolean[]): string => `${answers.filter(Boolean).length}/${answers.length}`;

function byGenre(documents: readonly DocumentScore[]): Map<string, DocumentScore[]> {
  const groups = new Map<string, DocumentScore[]>();
  for (const d of documents) groups.set(d.genre, [...(groups.get(d.genre) ?? []), d]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function genreTable(documents: readonly DocumentScore[]): string[] {
  const row = (name: string, list: readonly DocumentScore[]): string => {
    const figures = figuresOf(list), annotated = list.some((d) => d.entities);
    const cells = COLUMNS.map(([field]) => (!annotated && ['entityF1', 'linkF1'].includes(field) ? '–' : figures[field].toFixed(3)));
    return `| ${[name, list.length, ...cells].join(' | ')} |`;
  };
  return [
    `| ${['genre', 'texts', ...COLUMNS.map(([, title]) => title)].join(' | ')} |`, `|${'---|'.repeat(COLUMNS.length + 2)}`,
    ...[...byGenre(documents)].map(([genre, list]) => row(genre, list)), row('all', documents),
  ];
}
