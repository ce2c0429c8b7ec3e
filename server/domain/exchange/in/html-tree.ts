/** HTML as a tree. No script runs, nothing is asked for, and broken markup is read as well as it can be. */
import { Parser } from 'htmlparser2';
import { type Element, MAX_DEPTH, type Node } from './markup.ts';

interface Open {
  readonly element: Element;
  readonly children: Node[];
}

/** Null for what nests deeper than anything that people write. */
export function htmlTree(html: string): readonly Node[] | null {
  const roots: Node[] = [];
  const open: Open[] = [];
  let tooDeep = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length >= MAX_DEPTH) {
        tooDeep = true;
        parser.pause();
        return;
      }
      const children: Node[] = [];
      const local = name.slice(name.indexOf(':') + 1);
      const element = { name: local, attributes: new Map(Object.entries(attributes)), children };
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
