/** The bare page: plain paragraphs, and a range for each claim. */
globalThis.bare = (() => {
  const names = new Map();

  /** @param story `{text, blocks: [{start, end}], claims: [{name, start, end}]}`, claims in the order of the text */
  const build = ({ text, blocks, claims }) => {
    document.body.replaceChildren();
    names.clear();
    CSS.highlights.clear();
    const nodes = blocks.map(({ start, end }) => {
      const paragraph = document.createElement('p');
      const node = document.createTextNode(text.slice(start, end));
      paragraph.append(node);
      document.body.append(paragraph);
      return node;
    });
    let block = 0;
    for (const { name, start, end } of claims) {
      while (blocks[block].end <= start) block += 1;
      paint(name, nodes[block], start - blocks[block].start, end - blocks[block].start);
    }
    return nodes;
  };

  const paint = (name, node, start, end) => {
    let highlight = names.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      names.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  };

  /** The next key marks the first words of a paragraph, or of several. */
  const markByKey = (...marked) => {
    addEventListener(
      'keydown',
      () => {
        for (const node of marked) paint('mark-fact-open', node, 0, 12);
      },
      { once: true },
    );
  };

  return { build, markByKey };
})();
