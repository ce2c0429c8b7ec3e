/** HTML as a tree. No script runs, nothing is asked for, and broken markup is read as well as it can be. */
import { Parser } from 'htmlparser2';
import { type Element, MAX_DEPTH, MAX_ELEMENTS, NO_ATTRIBUTES, type Node } from './markup.ts';

interface Open {
  readonly element: Element;
  readonly children: Node[];
}

/** Null for what nests deeper than anything that people write. */
export function htmlTree(html: string): readonly Node[] | null {
  const roots: Node[] = [];
  const open: Open[] = [];
  let elements = 0;
  let tooDeep = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements += 1;
      if (open.length >= MAX_DEPTH || elements > MAX_ELEMENTS) {
        tooDeep = true;
        parser.pause();
        return;
      }
      const children: Node[] = [];
      const local = name.slice(name.indexOf(':') + 1);
      const pairs = Object.entries(attributes);
      const element = {
        name: local,
        attributes: pairs.length === 0 ? NO_ATTRIBUTES : new Map(pairs),
        children,
      };
      (open.at(-1)?.children ?? roots).push(element);
      open.push({ element, children });
    },
    onclosetag: () => {
      open.pop();
    },
    ontext: (text) => {
      (open.at(-1)?.children ?? roots).push(text);
    },
  });
  parser.write(html);
  if (tooDeep) return null;
  parser.end();
  return tooDeep ? null : roots;
}
