import { SYMBOLS } from "#lib/anonymity/lexicon";

type State = { edges: Map<string, State>; id: number };

/** The smallest automaton that accepts exactly the given lines, which are sorted (Daciuk and others, 2000). */
export function minimalAutomaton(sorted: readonly string[]): State {
  const register = new Map<string, State>();
  let count = 0;
  const state = (): State => ({ edges: new Map(), id: (count += 1) });
  const root = state();
  // The states of the line before, to which the next line adds; each of them is frozen once no line can change it.
  let path: { symbol: string; state: State }[] = [];
  let previous = "";
  const freeze = (from: number) => {
    for (let index = path.length - 1; index >= from; index -= 1) {
      const step = path[index];
      if (step === undefined) continue;
      const key = Array.from(step.state.edges, ([symbol, target]) => `${symbol}${target.id}`).join();
      const same = register.get(key);
      if (same === undefined) register.set(key, step.state);
      else (index === 0 ? root : path[index - 1]?.state)?.edges.set(step.symbol, same);
    }
    path = path.slice(0, from);
  };
  for (const line of sorted) {
    let common = 0;
    while (common < line.length && line[common] === previous[common]) common += 1;
    freeze(common);
    for (const symbol of line.slice(common)) {
      const next = state();
      (path.at(-1)?.state ?? root).edges.set(symbol, next);
      path.push({ symbol, state: next });
    }
    previous = line;
  }
  freeze(0);
  return root;
}

/**
 * An automaton as text: base64 of 32-bit little-endian numbers, one an edge; those of a state stand together. Bits 0-5
 * hold the symbol, bit 6 marks the last edge of its state, the rest is where the edges of the next state start.
 */
export function encode(root: State): string {
  const starts = new Map<State, number>([[root, 0]]);
  const order: State[] = [root];
  let size = root.edges.size;
  for (const { edges } of order) {
    for (const target of edges.values()) {
      if (starts.has(target)) continue;
      starts.set(target, target.edges.size === 0 ? 0 : size);
      size += target.edges.size;
      order.push(target);
    }
  }
  const numbers = order.flatMap(({ edges }) => {
    const last = edges.size - 1;
    return Array.from(edges, ([symbol, target], index) => SYMBOLS.indexOf(symbol) | (index === last ? 64 : 0) | ((starts.get(target) ?? 0) << 7));
  });
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number >>> 0, 4 * index));
  return bytes.toString("base64");
}
