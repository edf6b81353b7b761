// The ready markup with the texts that a page sets; loaded only where it sets some.

/** A copy of the ready markup with a page's own `texts` in it. `keys` is the same markup with the key of each text in its place. */
export function withTexts(shell, keys, texts) {
  // A key may bring the values that stand in its text.
  function ofPage(text, key) {
    const [name, ...put] = String(key).split("\t");
    const own = texts[name];
    if (!own || typeof own !== "string") return text;
    return put.map((value) => value.split("=")).reduce((filled, [place, value]) => filled.replace(`{${place}}`, value), own);
  }

  function dress(node, key) {
    if (node.nodeType === 3) node.data = ofPage(node.data, key.data);
    for (const { name, value } of Array.from(node.attributes || [])) {
      const write = { "data-rules": rulesOfPage, "aria-label": ofPage }[name];
      if (write) node.setAttribute(name, write(value, key.getAttribute(name)));
    }
    const [children, ofKey] = [node, key].map((each) => Array.from((each.content || each).childNodes));
    children.forEach((child, at) => dress(child, ofKey[at]));
  }

  function rulesOfPage(rules, keyed) {
    const [told, key] = [rules, keyed].map((text) => JSON.parse(text));
    told.missing = ofPage(told.missing, key.missing);
    for (const count of Object.keys(told.progress)) told.progress[count] = ofPage(told.progress[count], key.progress[count]);
    return JSON.stringify(told);
  }

  const own = shell.cloneNode(true);
  dress(own.body, keys.body);
  return own;
}
