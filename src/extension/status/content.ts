import type { StatusParams } from '../../protocol';
import type { Translate } from '../shared/words';

/** What is known of the active report. */
export interface StatusFacts {
  state: 'starting' | 'running' | 'stopped' | undefined;
  status: StatusParams | undefined;
  /** number of directives; `undefined` before the first outline */
  directives: number | undefined;
  /** the server could not read the report as it is now */
  failed: boolean;
}

/** Text and tooltip of the status item. It turns only while something is under way. */
export function statusContent({ state, status, directives: count, failed }: StatusFacts, t: Translate): { text: string; tooltip: string } {
  const directives = count === undefined ? undefined : count === 1 ? t('1 directive') : t('{0} directives', count), counted = directives === undefined ? '' : ` · ${directives}`;
  if (state === 'stopped') return { text: `$(error) 报告 · ${t('stopped')}`, tooltip: t('The language server is not running. Restart it from this menu.') };
  if (failed) return { text: `$(warning) 报告${counted}`, tooltip: t('This text could not be read as it is now; the log says why.') };
  if (directives === undefined || state !== 'running') return { text: `$(loading~spin) 报告${counted}`, tooltip: t('The language server is starting.') };
  if (!status?.degraded) return { text: `报告${counted}`, tooltip: t('Report Lens: click for its commands') };
  const reason = status.reason ?? t('the reason is in the log');
  return { text: `$(warning) 报告${counted}`, tooltip: t('The segmenter “{0}” stands in for nodejieba ({1}). Everything works; only “Frequent Words” counts less well.', status.segmenter, reason) };
}
