// Pictures of screens in the browser itself: how tall each is, and contact sheets drawn on a canvas.

// A canvas cannot be taller everywhere, and a browser cannot make a picture that is.
const TALLEST = 16000;
// How wide a contact sheet is, how wide a screen is on it at the most, and the room between two, in pixels.
const SHEET = 1600;
const TILE = { narrow: 240, wide: 480 };
const GAP = 24;
const TITLE = 48;
const CAPTION = 28;
const COLOURS = { surface: "#d8dfdc", ink: "#16201e" };

/** Where screens stand on a contact sheet: rows of them, smaller where they would be too tall together. */
export function layout(shots) {
  for (let scale = 1; ; scale *= 0.8) {
    const tiles = [];
    let [left, top, tallest] = [GAP, TITLE, 0];
    for (const shot of shots) {
      const width = Math.max(1, Math.round(Math.min(shot.width, shot.width < 700 ? TILE.narrow : TILE.wide) * scale));
      const height = Math.max(1, Math.round((shot.height * width) / shot.width));
      if (left > GAP && left + width > SHEET - GAP) [left, top, tallest] = [GAP, top + tallest + GAP, 0];
      tiles.push({ code: shot.code, left, top, width, height, caption: CAPTION });
      left += width + GAP;
      tallest = Math.max(tallest, height + CAPTION);
    }
    const height = top + tallest + GAP;
    if (height <= TALLEST) return { width: SHEET, height, tiles, colours: COLOURS };
  }
}

/** How tall each screen is, in pixels, as JSON; `json` lists `{ markup, locale, width, scheme }`, `page` is an empty page. */
export async function measure(json, page) {
  const frame = document.createElement("iframe");
  frame.className = "sheet__measure";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.srcdoc = page;
  await new Promise((loaded) => {
    frame.addEventListener("load", loaded, { once: true });
    document.body.append(frame);
  });
  try {
    const inside = frame.contentDocument;
    const heights = JSON.parse(json).map(({ markup, locale, width, scheme }) => {
      frame.width = width;
      inside.documentElement.lang = locale;
      inside.body.dataset.theme = scheme;
      const drawn = new DOMParser().parseFromString(markup, "text/html").body;
      inside.querySelector("main").replaceChildren(...[...drawn.childNodes].map((node) => inside.importNode(node, true)));
      return Math.ceil(inside.documentElement.getBoundingClientRect().height);
    });
    return JSON.stringify(heights);
  } finally {
    frame.remove();
  }
}

/** A contact sheet as a picture; fails where the browser does not let a page draw markup. */
export async function contactSheet(json, style, title) {
  const shots = JSON.parse(json);
  const { width, height, tiles, colours } = layout(shots);
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colours.ink;
  pen.font = "700 20px system-ui, sans-serif";
  pen.fillText(title, GAP, TITLE - 18);
  pen.font = "700 16px system-ui, sans-serif";
  for (const [at, tile] of tiles.entries()) {
    pen.fillText(tile.code, tile.left, tile.top + CAPTION - 9);
    const picture = await pictureOf(shots[at], style);
    pen.drawImage(picture, tile.left, tile.top + CAPTION, tile.width, tile.height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser makes no picture"))), "image/png");
  });
}

// Markup becomes a picture inside of an SVG, which wants it as XML.
async function pictureOf({ markup, locale, width, height, scheme }, style) {
  const page = new DOMParser().parseFromString(markup, "text/html");
  const root = page.createElement("div");
  root.className = "page";
  root.lang = locale;
  root.dataset.theme = scheme;
  const main = page.createElement("main");
  main.className = "frame";
  main.append(...page.body.childNodes);
  const look = page.createElement("style");
  look.textContent = style;
  root.append(look, main);
  const inside = new XMLSerializer().serializeToString(root);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  return picture;
}
