// Where the reader is: the address is the state, so that every view can be kept, sent and gone back to.

export const place = $state({ path: location.pathname, query: Object.fromEntries(new URLSearchParams(location.search)) });

export type Query = Record<string, string | null>;

/** The address of a view; what is null or empty in the query falls away. */
export function address(path: string, query: Query = {}): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = new URLSearchParams(kept).toString();
  return search ? `${path}?${search}` : path;
}

/** The address of this view with some of the query changed; another filter begins at its first page. */
export function changed(query: Query): string {
  return address(place.path, { ...place.query, after: null, ...query });
}

export function go(to: string, { quietly = false } = {}): void {
  if (quietly) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  arrive();
  if (!quietly) scrollTo(0, 0);
}

/** A click on a link of this page stays in the page, unless a new tab is asked for. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  const elsewhere = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey;
  if (!link || elsewhere || link.target || link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

export function arrive(): void {
  place.path = location.pathname;
  place.query = Object.fromEntries(new URLSearchParams(location.search));
}
