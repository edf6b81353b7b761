// Marks texts on a screen without touching its elements, by the browser's own highlights; without them nothing is marked.

/** Marks every place of a document where one of the texts stands, as `::highlight(name)`. */
export function mark(document, name, texts) {
  const { Highlight, CSS } = document.defaultView || {};
  if (!Highlight || !CSS.highlights) return;
  const ranges = [];
  const walker = document.createTreeWalker(document.body, 4); // text nodes
  while (walker.nextNode()) {
    for (const text of texts) {
      let from = walker.currentNode.data.indexOf(text);
      while (from >= 0) {
        const range = document.createRange();
        range.setStart(walker.currentNode, from);
        range.setEnd(walker.currentNode, from + text.length);
        ranges.push(range);
        from = walker.currentNode.data.indexOf(text, from + text.length);
      }
    }
  }
  CSS.highlights.set(name, new Highlight(...ranges));
}

/** Scrolls to the first mark. */
export function showMark(document, name) {
  const { CSS } = document.defaultView || {};
  const marks = CSS && CSS.highlights && CSS.highlights.get(name);
  const first = marks && [...marks][0];
  if (!first) return;
  let element = first.startContainer.parentElement;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const top = element.getBoundingClientRect().top + document.defaultView.scrollY;
  document.defaultView.scrollTo(0, Math.max(0, top - 120));
}
