import * as l10n from '@vscode/l10n';
import type { Entity } from '../../engine/analysis';
import { shorten } from '../../ledger';
import { currentLocale } from '../../node/l10n';

/** Longest line of a fact. */
const MOST = 160;

/** The facts of an entity in words; the keys are those of `src/engine/entities/facts`. Other wordings (`aka`) stand with the mentions. */
export function factLines({ type, facts }: Entity): string[] {
  return linesOf(type, facts).filter((line) => line).map((line) => shorten(line, MOST));
}

type Facts = Entity['facts'];

function linesOf(type: Entity['type'], facts: Facts): string[] {
  switch (type) {
    case 'PER': return [titlesLine(facts)];
    case 'ORG': return [facts['parent'] ? l10n.t('Part of {0}', facts['parent']) : ''];
    case 'LOC': return placeLines(facts);
    case 'TIME': return [timeLine(facts)];
    case 'NUM': return [quantityLine(facts)];
    case 'DOC': return documentLines(facts);
    case 'TERM': return termLines(facts);
    case 'POS': return [facts['holders'] ? l10n.t('Held by {0}', facts['holders']) : ''];
  }
}

function placeLines({ path, code, candidates }: Facts): string[] {
  return [[path, code].filter((f) => f).join(' · '), candidates ? l10n.t('One of: {0}', candidates) : ''];
}

/** 市委书记 (岚江市) ×3、市人大常委会主任: the place in brackets is the text's, not the title's. */
function titlesLine({ titles, titleCounts, titlePlaces }: Facts): string {
  const counts = titleCounts?.split('、') ?? [], places = titlePlaces?.split('、') ?? [];
  const one = (title: string, i: number): string => {
    const placed = places[i] ? l10n.t('{0} ({1})', title, places[i]) : title;
    return Number(counts[i]) > 1 ? `${placed} ×${counts[i]!}` : placed;
  };
  return titles?.split('、').map(one).join(l10n.t(', ')) ?? '';
}

function documentLines({ number, issuer, year }: Facts): string[] {
  const origin = [issuer ? l10n.t('Issued by {0}', issuer) : '', year ?? ''].filter((f) => f).join(' · ');
  return [number ? l10n.t('Number: {0}', number) : '', origin];
}

/** ISO 8601 writes a date without its year with two hyphens before the month. */
function timeLine({ iso, inferred }: Facts): string {
  if (!iso) return '';
  if (inferred === 'year') return l10n.t('{0}, the year taken from the other dates of the text', iso);
  return iso.startsWith('--') ? l10n.t('{0}, year not stated in the text', iso) : spelled(iso);
}

/** Units of ISO 8601 durations, as `Intl` calls them. */
const UNITS: Readonly<Record<string, string>> = { PY: 'year', PM: 'month', PW: 'week', PD: 'day', PTH: 'hour', PTM: 'minute' };

/** Durations, and intervals open at one end, in words before their ISO form. */
function spelled(iso: string): string {
  const duration = /^(PT?)([\d.]+)([YMWDH])$/u.exec(iso);
  if (duration) return `${durationText(duration[2]!, UNITS[duration[1]! + duration[3]!] ?? 'day')} · ${iso}`;
  if (iso.startsWith('../')) return `${l10n.t('until {0}', iso.slice(3))} · ${iso}`;
  return iso.endsWith('/..') ? `${l10n.t('from {0} on', iso.slice(0, -3))} · ${iso}` : iso.replace(/^(\d{4}[\d-]*)\/(\d{4}[\d-]*)$/u, '$1 – $2');
}

function durationText(count: string, unit: string): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count));
}

function quantityLine({ value, upTo, unit, bound }: Facts): string {
  if (!value) return '';
  const numbers = [value, upTo].filter((f) => f !== undefined).map(grouped).join('–');
  const quantity = !unit || unit === '%' ? `${numbers}${unit ?? ''}` : `${numbers} ${unit}`;
  return withBound(quantity, bound);
}

function withBound(quantity: string, bound: string | undefined): string {
  switch (bound) {
    case 'approx': return l10n.t('about {0}', quantity);
    case 'nearly': return l10n.t('nearly {0}', quantity);
    case 'moreThan': return l10n.t('more than {0}', quantity);
    case 'atLeast': return l10n.t('at least {0}', quantity);
    case 'lessThan': return l10n.t('less than {0}', quantity);
    case 'atMost': return l10n.t('at most {0}', quantity);
    case 'order': return l10n.t('of the order of {0}', quantity);
    default: return quantity;
  }
}

/** 5000000 → 5,000,000; what is no plain decimal stays as it is. */
function grouped(value: string): string {
  return /^\d+(?:\.\d+)?$/u.test(value) ? value.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/gu, ',') : value;
}

function termLines({ definition, definitionEn, expansion, originYear, originOccasion, source }: Facts): string[] {
  const meaning = currentLocale() === 'en' ? (definitionEn ?? definition) : definition;
  const origin = [originYear, originOccasion].filter((f) => f).join(l10n.t(', '));
  return [
    meaning ?? '',
    expansion ? l10n.t('Namely: {0}', expansion) : '',
    origin ? l10n.t('Origin: {0}', origin) : '',
    meaning && source ? l10n.t('Glossary, after {0}', source) : '',
  ];
}
