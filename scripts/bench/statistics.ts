/** The value below which `share` (0…1) of the values lie, by the nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const least = (values: readonly number[]): number => percentile(values, 0);
export const most = (values: readonly number[]): number => percentile(values, 1);

/** p50, p95, p99 and the worst of latencies in milliseconds. */
export function latencies(values: readonly number[]): { n: number; p50: number; p95: number; p99: number; worst: number } {
  return { n: values.length, p50: median(values), p95: percentile(values, 0.95), p99: percentile(values, 0.99), worst: most(values) };
}
