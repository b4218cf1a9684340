/** A place with its facts. */
interface Located { readonly name: string; readonly facts: Record<string, string> }

/** Titles of a division that is not named: 市委书记, 区长, 省政府秘书长. The first group is the kind of division. */
const UNPLACED = /^(省|市|区|县|旗|州)(?=委|长|政府|人大|政协|领导|纪委|监委|法院|检察院|直|级|副)/u;
/** Ends of names of the kinds of division. */
const ENDS: Readonly<Record<string, RegExp>> = { 省: /(?:省|自治区)$/u, 市: /市$/u, 区: /区$/u, 县: /县$/u, 旗: /旗$/u, 州: /州$/u };
/** Areas that are no division with a government of its own. */
const NO_DIVISION = /(?:自治区|园区|城区|市区|社区|景区|地区|老区|片区|小区|山区|灾区|库区|辖区|城市|都市|超市)$/u;

/**
 * Reads which place a title without one is of: the division in which all lower places of the text lie (市 for its districts), otherwise the only
 * one of that kind that the text names. Answers nothing where the text does not decide.
 */
export function titlePlaceReader(places: readonly Located[]): (title: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (title) => {
    const kind = UNPLACED.exec(title)?.[1];
    if (kind === undefined) return undefined;
    if (!known.has(kind)) known.set(kind, placeOf(kind, places));
    return known.get(kind);
  };
}

function placeOf(kind: string, places: readonly Located[]): string | undefined {
  const end = ENDS[kind]!, paths = places.map(({ facts }) => facts['path']?.split(' › ') ?? []);
  const isKind = (name: string): boolean => end.test(name) && (kind === '省' || !NO_DIVISION.test(name));
  const above = new Set(paths.flatMap((path) => path.slice(0, -1).filter(isKind)));
  if (above.size === 1) return [...above][0];
  const named = new Set(places.flatMap(({ name }, i) => { const last = paths[i]!.at(-1) ?? name; return isKind(last) && last.length > 2 ? [last] : []; }));
  return above.size === 0 && named.size === 1 ? [...named][0] : undefined;
}
