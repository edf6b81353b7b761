// Draws the icons of the installed page from the mark:
//   node icons.mjs mark.svg FOLDER
// The mark is a square with round corners and a stroke over it; a drawing of another kind is refused. Each pixel is
// coloured by how far its middle is from the edges, so no program for drawing is needed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

// The file, its side in pixels, and whether it fills its corners, because the phone cuts its own shape out.
const ICONS = [
  ["round-192.png", 192, false],
  ["round-512.png", 512, false],
  ["full-512.png", 512, true],
  ["full-180.png", 180, true],
];
const SHADES = 15; // between two colours

const MARK = new RegExp(
  '^<svg xmlns="[^"]*" viewBox="0 0 (\\d+) \\1"><rect width="\\1" height="\\1" rx="(\\d+)" fill="#(\\w{6})"/>' +
    '<path d="M([\\d. l-]+)" fill="none" stroke="#fff" stroke-width="([\\d.]+)" stroke-linecap="round" stroke-linejoin="round"/></svg>\\s*$',
);

const [markPath, folder] = process.argv.slice(2);
const found = MARK.exec(readFileSync(markPath, "utf8"));
if (!found) throw new Error(`${markPath} is not drawn as this tool knows it`);
const [side, radius, , , width] = found.slice(1).map(Number);
const colour = [0, 2, 4].map((at) => parseInt(found[3].slice(at, at + 2), 16));
const [start, ...steps] = found[4].split("l").map(numbersOf);
const corners = [start];
for (const [x, y] of pairs(steps.flat())) corners.push([corners.at(-1)[0] + x, corners.at(-1)[1] + y]);

function numbersOf(text) {
  return text.match(/-?\d*\.?\d+/g).map(Number);
}

function pairs(numbers) {
  return numbers.flatMap((number, at) => (at % 2 ? [] : [[number, numbers[at + 1]]]));
}

// How far a point is inside the square; negative outside.
function insideSquare(x, y) {
  const [dx, dy] = [x, y].map((at) => Math.abs(at - side / 2) - side / 2 + radius);
  return radius - Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - Math.min(Math.max(dx, dy), 0);
}

function insideStroke(x, y) {
  const distances = corners.slice(1).map((to, at) => {
    const from = corners[at];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    const near = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - near * dx, y - from[1] - near * dy);
  });
  return width / 2 - Math.min(...distances);
}

// How much of a pixel is covered, where its middle is so many pixels inside.
const covered = (inside) => Math.min(1, Math.max(0, inside + 0.5));

// White on the colour; the corners are shades of the colour over nothing.
function shadeOf(x, y, pixel, isFull) {
  const stroke = Math.round(SHADES * covered(insideStroke(x, y) / pixel));
  const square = isFull ? SHADES : Math.round(SHADES * covered(insideSquare(x, y) / pixel));
  return square < SHADES ? SHADES + 1 + square : stroke;
}

function palette() {
  const shades = Array.from({ length: SHADES + 1 }, (_, at) => at / SHADES);
  const colours = shades.flatMap((white) => colour.map((part) => Math.round(part + (255 - part) * white)));
  const opaque = shades.map(() => 255);
  const clear = shades.slice(0, SHADES).map((part) => Math.round(255 * part));
  return { colours: [...colours, ...clear.flatMap(() => colour)], alphas: [...opaque, ...clear] };
}

// The check sum that ends each part of the file.
function sumOf(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(bytes)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(bytes.length, 0);
  frame.writeUInt32BE(sumOf(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size, isFull) {
  const pixel = side / size;
  const rows = Buffer.alloc(size * (size + 1)); // a zero stands before each row: it is not filtered
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      rows[y * (size + 1) + x + 1] = shadeOf((x + 0.5) * pixel, (y + 0.5) * pixel, pixel, isFull);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3], 8); // eight bits a pixel, which are places in the palette
  const { colours, alphas } = palette();
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("tRNS", alphas),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", []),
  ]);
}

mkdirSync(folder, { recursive: true });
for (const [name, size, isFull] of ICONS) writeFileSync(join(folder, name), png(size, isFull));
