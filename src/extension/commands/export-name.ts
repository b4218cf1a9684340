import type { ExportFormat } from '../../protocol';

/** Name extension of each export format. */
export const EXTENSIONS: Record<ExportFormat, string> = { markdown: 'md', csv: 'csv', json: 'json' };

/** File name proposed for the ledger of a report: `2024工作报告.directives.csv`. `path` is the path of the report's URI. */
export function exportName(path: string, format: ExportFormat): string {
  const file = path.slice(path.lastIndexOf('/') + 1), dot = file.lastIndexOf('.');
  const base = dot > 0 ? file.slice(0, dot) : file;
  return `${base === '' ? 'report' : base}.directives.${EXTENSIONS[format]}`;
}
