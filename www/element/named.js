// The ready markup with the names that a page sets.

const AS_WRITTEN = {
  "data-rules": (name) => JSON.stringify(name).slice(1, -1),
  href: (name) => name.replace(/[^\d+]/g, ""),
};

/** A copy of the ready markup in which the page's names stand for their placeholders, else those of the markup itself. */
export function named(shell, names) {
  const own = shell.cloneNode(true);
  const values = Object.assign({}, own.body.dataset, names);
  const filled = (text, written = String) =>
    text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? written(values[name]) : place));
  function dress(node) {
    if (node.nodeType === 3) node.data = filled(node.data);
    for (const { name, value } of Array.from(node.attributes || [])) {
      if (value.includes("{")) node.setAttribute(name, filled(value, AS_WRITTEN[name]));
    }
    Array.from((node.content || node).childNodes).forEach(dress);
  }
  dress(own.body);
  return own;
}
